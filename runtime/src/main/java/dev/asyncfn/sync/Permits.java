package dev.asyncfn.sync;

import dev.asyncfn.Waker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A number of permits, granted in the order of the requests: the core of semaphores, locks and bounded channels. tokio's
 * {@code batch_semaphore}.
 *
 * <p>While no request is in line, permits are taken and given back by one compare-and-set. A request that finds too few marks the number
 * under the lock, before it joins the line; from then on all others need the lock, too, until the line is empty. As mark and number are
 * one word, no permit is given back between the look of the request and its mark without the request being seen.
 *
 * <p>Between two holders of the lock, the first in line asks for more than there is, or a {@link #give} is about to grant it to that. There is no
 * overtaking in either case: a request that comes while others wait gets nothing.
 */
final class Permits {
    private static final VarHandle STATE;
    private static final long QUEUED = 1L << 32;
    private static final long CLOSED = 1L << 33;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Permits.class, "state", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Guards the line, and every change while a mark is set. */
    final Object lock;

    final Waiters<Acquire<?>> line;

    /** Whether every change is made under the lock, so that none needs to be atomic. */
    private final boolean guarded;

    /** The available permits in the lower half, and the marks: {@link #QUEUED} may outlast the line, but not the next change. */
    private volatile long state;

    /** Permits that need the lock only while a request waits. */
    Permits(int available) {
        this(new Waiters<>(), available, false);
    }

    private Permits(Waiters<Acquire<?>> line, int available, boolean guarded) {
        this.line = line;
        this.lock = line.lock;
        this.state = available;
        this.guarded = guarded;
    }

    /** Permits that are only used under the lock, for an owner that holds it anyway: without {@link #take} and {@link #give}. */
    static Permits guarded(Object lock, int available) {
        return new Permits(new Waiters<>(lock), available, true);
    }

    private boolean change(long seen, long next) {
        if (guarded) {
            STATE.set(this, next);
            return true;
        }
        return STATE.compareAndSet(this, seen, next);
    }

    int available() {
        return (int) state;
    }

    boolean isClosed() {
        return (state & CLOSED) != 0;
    }

    /** Takes this many without the lock, if they are available and no mark is set. */
    boolean take(int count) {
        for (; ; ) {
            long seen = state;
            if ((seen & (QUEUED | CLOSED)) != 0 || (int) seen < count) {
                return false;
            }
            if (STATE.compareAndSet(this, seen, seen - count)) {
                return true;
            }
        }
    }

    /** Whether {@link #take} may succeed. */
    boolean mayTake(int count) {
        long seen = state;
        return (seen & (QUEUED | CLOSED)) == 0 && (int) seen >= count;
    }

    /** Takes this many, if they are available and no request is in line. A mark alone says too little: it may outlast the line. */
    boolean tryTake(int count) {
        for (long seen = state; !guarded && (seen & QUEUED) == 0; seen = state) {
            if ((seen & CLOSED) != 0 || (int) seen < count) {
                return false;
            }
            if (STATE.compareAndSet(this, seen, seen - count)) {
                return true;
            }
        }
        synchronized (lock) {
            return takeOr(count, 0);
        }
    }

    /**
     * Gives this many back, and wakes the requests in line that now suffice. Without the lock if no mark is set; called outside it. Allocates
     * nothing: guards are closed even if there is no memory.
     */
    void give(int count) {
        for (long seen = state; (seen & (QUEUED | CLOSED)) == 0; seen = state) {
            if (STATE.compareAndSet(this, seen, seen + count)) {
                return;
            }
        }
        int given = count;
        boolean more;
        do { // one after the other, which needs no memory
            Waker woken;
            synchronized (lock) {
                add(given);
                given = 0;
                woken = grantFirst();
                more = mayGrant();
            }
            if (woken != null) {
                WakeList.wake(woken);
            }
        } while (more);
    }

    /** Whether there are as many, which may be for those in line. */
    boolean isEnough(int count) {
        long seen = state;
        return (seen & CLOSED) == 0 && (int) seen >= count;
    }

    // ---- under the lock

    /** Whether there is one that is not for those in line. For guarded permits, as are those below. */
    boolean isFree() {
        return !isClosed() && line.isEmpty() && available() > 0;
    }

    /** Takes one that {@linkplain #isFree is free}. */
    void takeFree() {
        add(-1);
    }

    /** Gives one back while the line is empty. */
    void giveFree() {
        add(1);
    }

    /** Takes this many, if they are available and no request is in line; or else sets the mark, for the caller to join the line. */
    boolean takeOrQueue(int count) {
        return takeOr(count, QUEUED);
    }

    private boolean takeOr(int count, long mark) {
        if (isClosed() || !line.isEmpty()) {
            return false;
        }
        for (; ; ) {
            long seen = state;
            boolean taken = (int) seen >= count;
            long next = taken ? (seen - count) & ~QUEUED : seen | mark;
            if (seen == next || change(seen, next)) {
                return taken;
            }
        }
    }

    /** Removes up to this many available permits, and returns how many. */
    int forget(int count) {
        for (; ; ) {
            long seen = state;
            int forgotten = Math.min(count, (int) seen);
            if (change(seen, seen - forgotten)) {
                return forgotten;
            }
        }
    }

    /** Gives one back where each request is for one; returns the waker of the one that gets it, for the caller to wake; or null. Allocates nothing. */
    Waker releaseOne() {
        add(1);
        return grantFirst();
    }

    void release(int count, WakeList woken) {
        add(count);
        grant(woken);
    }

    /** Grants permits to the requests in line, as far as they suffice. */
    void grant(WakeList woken) {
        while (mayGrant()) {
            line.wake(granted(), woken);
        }
        unmark();
    }

    private boolean mayGrant() {
        Acquire<?> first = line.first();
        return first != null && first.count() <= available();
    }

    /** Grants permits to the first in line, if they suffice, and returns its waker, for the caller to wake; or null. */
    private Waker grantFirst() {
        Waker waker = mayGrant() ? line.take(granted()) : null;
        unmark();
        return waker;
    }

    /** The first in line, which has got its permits, and is to leave the line. */
    private Acquire<?> granted() {
        Acquire<?> first = line.first();
        add(-first.count());
        first.granted = true;
        return first;
    }

    private void unmark() {
        if (line.isEmpty() && (state & QUEUED) != 0) {
            add(-QUEUED);
        }
    }

    private void add(long difference) {
        long seen;
        do {
            seen = state;
        } while (!change(seen, seen + difference));
    }

    /** From now on no permit is granted; the requests in line are notified. */
    void close(WakeList woken) {
        long seen;
        do {
            seen = state;
        } while (!change(seen, seen | CLOSED));
        line.wakeAll(woken);
    }
}
