package dev.asyncfn.sync;

import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Something that one has at a time, in the order of the requests: the core of {@link Mutex}. The turns are numbered, and a turn
 * is ended by its number: so that has an effect once, however often it is done and by whom. {@link Permits} are not told apart, and need a
 * second compare-and-set for that.
 *
 * <p>While no request is in line, it is taken and given back by one compare-and-set each. A request that finds it taken marks that, under the lock,
 * before it joins the line; from then on it changes hands only under the lock, until the line is empty.
 */
final class Ownership {
    private static final VarHandle STATE;
    private static final long HELD = 1;
    private static final long QUEUED = 2;
    private static final long TURN = 4;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Ownership.class, "state", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The requests that wait, of which there are none while it is free. */
    final Waiters<Request<?>> line = new Waiters<>();

    /** The number of the turn, in units of {@link #TURN}, and the marks: {@link #QUEUED} may outlast the line, but not the turn. */
    private volatile long state;

    /** The number of the next turn, which can be {@linkplain #take taken}; or -1 if it is not free. */
    long free() {
        long seen = state;
        return (seen & HELD) == 0 ? seen : -1;
    }

    /** Takes this turn without the lock. False if another was faster. */
    boolean take(long turn) {
        return STATE.compareAndSet(this, turn, turn | HELD);
    }

    /** Ends a turn: the next is that of the first in line, or free. Without effect if it has ended. Called without the lock; allocates nothing. */
    void give(long turn) {
        if (STATE.compareAndSet(this, turn | HELD, turn + TURN)) {
            return;
        }
        Waker woken;
        synchronized (line) {
            woken = state == (turn | HELD | QUEUED) ? passOn() : null;
        }
        if (woken != null) {
            WakeList.wake(woken);
        }
    }

    // ---- under the lock

    /** Ends a turn that only the caller can end, so that nobody changes the state without the lock. Returns whom to wake, or null. */
    private Waker passOn() {
        long next = (state & -TURN) + TURN;
        Request<?> first = line.first();
        if (first == null) {
            state = next;
            return null;
        }
        first.granted = true;
        Waker woken = line.take(first);
        state = next | HELD | (line.isEmpty() ? 0 : QUEUED);
        return woken;
    }

    /** Takes it if it is free; or else sets the mark, for the caller to join the line. */
    private boolean takeOrQueue() {
        for (; ; ) {
            long seen = state;
            boolean free = (seen & HELD) == 0;
            long next = seen | (free ? HELD : QUEUED);
            if (seen == next || STATE.compareAndSet(this, seen, next)) {
                return free;
            }
        }
    }

    /** Waits for its turn, and passes it to a guard. Once it is its turn, it keeps it until it is polled, or passes it on when it is dropped. */
    abstract static class Request<G> extends Waiter<G> {
        /** Whether it is its turn, since before this poll; guarded by the lock. */
        private boolean granted;

        abstract Ownership ownership();

        /** A guard, which ends this turn. */
        abstract G guard(long turn);

        @Override
        final Waiters<?> line() {
            return ownership().line;
        }

        @Override
        final Poll<G> completeAtOnce() {
            Ownership ownership = ownership();
            long turn = ownership.free();
            if (turn < 0) {
                return null; // perhaps held by this one
            }
            // Made before it is taken: if there is no memory for it, nothing is taken.
            Poll<G> ready = Poll.ready(guard(turn));
            return ownership.take(turn) ? ready : null;
        }

        @Override
        final boolean isReady() {
            if (!granted && !inLine) {
                granted = ownership().takeOrQueue();
            }
            return granted;
        }

        @Override
        final Poll<G> complete(WakeList woken) {
            return Poll.ready(guard(ownership().state & -TURN));
        }

        @Override
        final void abandon(WakeList woken) {
            Waker next = granted ? ownership().passOn() : null;
            if (next != null) {
                woken.add(next);
            }
        }
    }
}
