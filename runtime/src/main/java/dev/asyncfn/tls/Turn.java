package dev.asyncfn.tls;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets one thread in at a time, and makes no other wait: a thread that cannot enter leaves a mark, which the one that is in finds when it
 * leaves. So the other can be woken then. Unlike a lock, it is also closed to the thread that is in, which a waker may lead back to it.
 */
final class Turn {
    private static final int FREE = 0;
    private static final int TAKEN = 1;
    private static final int WANTED = 2;

    private final AtomicInteger state = new AtomicInteger(FREE);

    /** Whether the calling thread is in now; otherwise the mark has been left. */
    boolean enter() {
        for (; ; ) {
            int now = state.get();
            if (now == FREE) {
                if (state.compareAndSet(FREE, TAKEN)) {
                    return true;
                }
            } else if (now == WANTED || state.compareAndSet(TAKEN, WANTED)) {
                return false;
            }
        }
    }

    /** Whether the thread that was in has left. Otherwise it is still in, and has taken off the mark of another. */
    boolean leave() {
        if (state.compareAndSet(TAKEN, FREE)) {
            return true;
        }
        state.set(TAKEN);
        return false;
    }
}
