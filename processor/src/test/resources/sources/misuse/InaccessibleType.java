package misuse;

import dev.asyncfn.AsyncFn;
import misuse.other.Base;

/** A protected member of a superclass elsewhere: this class may name it, a class beside it may not. */
final class InaccessibleType extends Base {
    @AsyncFn
    int signature(Key key) {
        return 1;
    }

    @AsyncFn
    int body() {
        Key key = null;
        return key == null ? 1 : 2;
    }
}
