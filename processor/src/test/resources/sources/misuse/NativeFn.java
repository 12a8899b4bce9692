package misuse;

import dev.asyncfn.AsyncFn;

/** There is no body to generate a future from. */
final class NativeFn {
    @AsyncFn
    native int load(int id);
}
