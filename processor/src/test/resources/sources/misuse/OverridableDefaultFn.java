package misuse;

import dev.asyncfn.AsyncFn;

/** A default method is there to be overridden, and cannot be final. */
interface OverridableDefaultFn {
    @AsyncFn
    default int load(int id) {
        return id;
    }
}
