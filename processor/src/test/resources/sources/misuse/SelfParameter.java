package misuse;

import dev.asyncfn.AsyncFn;

/** The factory of an instance method has its receiver as its first parameter, {@code self} unless that is taken. */
final class SelfParameter {
    @AsyncFn
    int compare(SelfParameter other, int self) {
        return self;
    }

    @AsyncFn
    int both(SelfParameter self, int self_) {
        return self.hashCode() - hashCode() + self_;
    }

    @AsyncFn
    static int ofStatic(int self) {
        return self;
    }
}
