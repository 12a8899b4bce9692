package dev.asyncfn.sync;

import java.util.Objects;
import java.util.function.UnaryOperator;

/** The shared part of the halves of a {@link Watch}. Guarded by itself; the methods are called under its lock unless they say otherwise. */
final class WatchState<T> extends FanOutState {
    private T value;
    /** How often a value was stored. */
    private long version;

    WatchState(T value) {
        this.value = value;
    }

    T value() {
        return value;
    }

    long version() {
        return version;
    }

    T store(T newer, WakeList woken) {
        T older = value;
        value = newer;
        version++;
        receivers.wakeAll(woken);
        return older;
    }

    /**
     * Stores the result of the function for the value. Called outside the lock, as is the function: if another value was stored in the meantime, it
     * is called again.
     *
     * @param always whether to store a result that equals the value, too
     * @return whether it was stored
     */
    boolean modify(UnaryOperator<T> modification, boolean always) {
        WakeList woken = new WakeList();
        for (; ; ) {
            T before;
            long seen;
            synchronized (this) {
                before = value;
                seen = version;
            }
            T after = modification.apply(before);
            boolean modified = always || !Objects.equals(before, after);
            synchronized (this) {
                if (version != seen) {
                    continue;
                }
                if (modified) {
                    store(after, woken);
                }
            }
            woken.wakeAll();
            return modified;
        }
    }
}
