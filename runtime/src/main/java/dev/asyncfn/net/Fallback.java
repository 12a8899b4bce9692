package dev.asyncfn.net;

import dev.asyncfn.thread.Parker;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * How the thread of a {@link Reactor} and the idle threads of executors change over: the thread has the turn only while no idle thread wants it.
 * What Go's {@code sysmon} is to its network poller. Methods say who calls them; the others are thread-safe.
 *
 * <p>Not to be told of each turn that ends, the thread looks from time to time whether there has been one. If nobody has had the turn for a
 * moment, it looks for events without waiting: who had it may have had no processor. If that goes on, it takes the turn for good. If somebody
 * waits for events and none come, the thread sleeps until that wait ends.
 */
final class Fallback {
    /** How long nobody has to have had the turn before the thread looks for events. */
    private static final long MOMENT_NANOS = 1_000_000;
    /** How often it looks before it takes the turn for good. */
    private static final int LOOKS = 10;

    private final DriverTurn turn;
    private final Served reactor;
    /** An idle thread that has found the turn taken by the thread; unparked when the thread has given it up. */
    private final AtomicReference<Parker> asking = new AtomicReference<>();
    /** Whether the thread sleeps until a turn ends. */
    private volatile boolean asleep;

    /** The {@link Reactor}, as far as its thread and the others have to agree. */
    interface Served {
        /** Ends a wait for events. */
        void wakeup();

        /** Looks for events without waiting. */
        void poll();

        /** Its thread, or null if it has none now. */
        Thread thread();

        /** Whether there is something that only its thread does, or does best. */
        boolean needsThread();
    }

    Fallback(DriverTurn turn, Served reactor) {
        this.turn = turn;
        this.reactor = reactor;
    }

    /**
     * Takes the turn for an idle thread. If only the thread is in its way, that is asked to give the turn up, and returns to the idle one. One that
     * has given it up while it was asked need not return: then the turn is free, and is taken here.
     */
    boolean takeOrAsk(Parker idle) {
        while (!turn.take()) {
            Thread driver = turn.driver();
            if (driver == null) {
                continue; // given up a moment ago
            }
            if (driver != reactor.thread()) {
                return false;
            }
            asking.set(idle);
            if (turn.take()) { // again: the thread may have looked for who asks before that
                asking.compareAndSet(idle, null);
                return true;
            }
            reactor.wakeup();
            if (threadHasTurn()) {
                return false; // it will look
            }
            asking.compareAndSet(idle, null);
        }
        return true;
    }

    private boolean threadHasTurn() {
        Thread driver = turn.driver();
        return driver != null && driver == reactor.thread();
    }

    /** Whether the thread has to give up the turn. One that asks after this was false wakes it. */
    boolean isAsked() {
        return asking.get() != null;
    }

    /** The thread has given up the turn. Returns whether an idle one has asked for it, which knows then. */
    boolean standDown() {
        Parker asked = asking.getAndSet(null);
        if (asked == null) {
            return false;
        }
        asked.unpark();
        return true;
    }

    /** Leaves the turn to others, until the thread is needed. Called by the thread. */
    void watch() {
        int looks = 0;
        while (looks < LOOKS && !reactor.needsThread() || turn.driver() != null) {
            int seen = turn.count();
            rest(seen);
            standDown(); // for one that has asked too late
            if (turn.count() != seen || turn.driver() != null) {
                looks = 0;
            } else {
                looks++;
                reactor.poll();
            }
        }
    }

    private void rest(int seen) {
        if (!reactor.needsThread() || turn.driver() != null) {
            LockSupport.parkNanos(this, MOMENT_NANOS);
        }
        if (fallsAsleep(seen)) {
            LockSupport.park(this);
        }
        asleep = false;
        Thread.interrupted(); // or it would not rest any more
    }

    /** Whether the turn that was seen still waits for events; then the thread may sleep until that has ended. */
    boolean fallsAsleep(int seen) {
        asleep = true; // before it looks: who ends a turn that is seen here, sees this
        return turn.isWaiting() && turn.count() == seen && !reactor.needsThread();
    }

    /** Another thread has given up the turn. */
    void turnEnded() {
        if (asleep || reactor.needsThread()) {
            call();
        }
    }

    /** There is something that needs the thread: see {@link Reactor#needsThread()}. */
    void call() {
        LockSupport.unpark(reactor.thread());
    }
}
