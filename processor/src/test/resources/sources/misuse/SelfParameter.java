package misuse;

import dev.asyncfn.AsyncFn;

/** The factory of an instance method has its receiver as its first parameter, {@code self}. */
final class SelfParameter {
    @AsyncFn
    int compare(SelfParameter other, int self) {
        return self;
    }

    @AsyncFn
    static int ofStatic(int self) {
        return self;
    }
}
