package misuse;

import dev.asyncfn.AsyncFn;

final class BrokenSyntax {
    @AsyncFn
    int broken() {
        return 1 2;
    }
}
