package misuse;

import dev.asyncfn.AsyncFn;

/** There is no body to make a future of. */
abstract class AbstractFn {
    @AsyncFn
    abstract int load(int id);

    interface Loader {
        @AsyncFn
        int load(int id);
    }
}
