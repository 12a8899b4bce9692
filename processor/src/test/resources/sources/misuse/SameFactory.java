package misuse;

import dev.asyncfn.AsyncFn;

/** A receiver comes first in a factory, where the first parameter of a static method is. */
final class SameFactory<T> {
    @AsyncFn
    static <T> SameFactory<T> copy(SameFactory<T> original, int times) {
        return original;
    }

    int copies;

    @AsyncFn
    SameFactory<T> copy(int times) {
        return copy(this, times);
    }

    /** No clash: their parameters differ. */
    @AsyncFn
    SameFactory<T> copy(long times) {
        return this;
    }
}
