package dev.asyncfn.waker;

import dev.asyncfn.Future;
import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Waker;
import dev.asyncfn.failure.Uncaught;

/**
 * The data of the wakers of a sub-executor: a wake takes a note of it, and is passed on to the task that polls the sub-executor. That task
 * may be a relay as well, as sub-executors nest. Thread-safe. Not exported.
 *
 * <p>The wake is passed on in a loop, by the thread that wakes, before {@code wake()} returns. Were each relay to wake the next by itself, a
 * chain of some thousand would overflow the stack, and the wake would be lost with it. A relay with several tasks is a {@link Fork}: the loop
 * keeps the places of those it has not come to yet in a list that needs no memory of its own.
 */
public abstract class Relay implements Intermediary {
    private static final RawWakerVTable VTABLE = new Relaying();

    private final Waker waker = Waker.fromRaw(new RawWaker(this, VTABLE));

    /** A relay, which has one waker. */
    protected Relay() {}

    /**
     * Its waker, borrowed. Clones are the same waker.
     *
     * @return always the same waker; clone it to keep it
     */
    public final Waker waker() {
        return waker;
    }

    @Override
    public Waker behind() {
        return null;
    }

    @Override
    public Future<?> within() {
        return null;
    }

    @Override
    public boolean isBeside(Object other) {
        return false;
    }

    /**
     * Takes a note of a wake, and returns the waker to wake now, taken out of its place; or null if there is none. Calls no waker.
     *
     * @return the waker, which belongs to the caller; or null
     */
    protected abstract Waker note();

    /**
     * Wakes everything that waits behind {@code first}, and then behind {@code others}.
     *
     * @param first may be null
     * @param others a list of a {@link Fork}, or null
     */
    static void wake(Relay first, Fork.Place others) {
        Relay relay = first;
        Fork.Place places = others;
        boolean several = first == null;
        for (; ; ) {
            Waker next = null;
            if (relay instanceof Fork fork) {
                places = fork.enlist(places);
                several = true;
            } else if (relay != null) {
                next = relay.note();
            } else if (places != null) {
                Fork.Place place = places;
                places = place.leave();
                next = place.take();
            } else {
                return;
            }
            relay = null;
            if (next != null && next.vtable() == VTABLE) {
                relay = (Relay) next.data();
            } else if (next != null) {
                wake(next, several);
            }
        }
    }

    /** @param several whether there are others to be woken, which must not suffer from a waker written by hand that throws */
    private static void wake(Waker waker, boolean several) {
        if (!several) {
            waker.wake();
            return;
        }
        try {
            waker.wake();
        } catch (Throwable thrown) {
            Uncaught.report(thrown);
        }
    }

    private static final class Relaying implements RawWakerVTable {
        @Override
        public RawWaker clone(Object data) {
            return new RawWaker(data, this);
        }

        @Override
        public void wake(Object data) {
            Relay.wake((Relay) data, null);
        }

        @Override
        public void wakeByRef(Object data) {
            Relay.wake((Relay) data, null);
        }

        @Override
        public void drop(Object data) {}

        @Override
        public boolean isAwaiting(Object data, Object awaited) {
            return ((Relay) data).isAwaiting(awaited);
        }

        @Override
        public String taskName(Object data) {
            return ((Relay) data).taskName();
        }
    }
}
