package misuse;

import dev.asyncfn.AsyncFn;

/** There is no body to generate a future from. */
abstract class AbstractFn {
    @AsyncFn
    abstract int load(int id);

    interface Loader {
        @AsyncFn
        int load(int id);
    }
}
