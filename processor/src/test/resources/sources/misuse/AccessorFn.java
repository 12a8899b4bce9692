package misuse;

import dev.asyncfn.AsyncFn;

/** An annotation on a component is one on its accessor, unless that is written. */
record AccessorFn(int id, @AsyncFn int count, @AsyncFn String name) {
    @Override
    public String name() {
        return "";
    }

    @AsyncFn
    int load() {
        return id + count;
    }
}
