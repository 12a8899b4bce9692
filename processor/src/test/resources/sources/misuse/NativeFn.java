package misuse;

import dev.asyncfn.AsyncFn;

/** There is no body to make a future of. */
final class NativeFn {
    @AsyncFn
    native int load(int id);
}
