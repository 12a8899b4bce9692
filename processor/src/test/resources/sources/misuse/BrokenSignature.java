package misuse;

import dev.asyncfn.AsyncFn;

final class BrokenSignature {
    @AsyncFn
    int broken(Missing missing) {
        return 1;
    }

    @AsyncFn
    int fine() {
        return 1;
    }

    Object caller = BrokenSignatureAsync.fine(this);
}
