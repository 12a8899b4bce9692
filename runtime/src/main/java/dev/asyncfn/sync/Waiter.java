package dev.asyncfn.sync;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.failure.Uncaught;
import dev.asyncfn.waker.WakerSlot;

/**
 * The leaf future of every operation here, and also the node of the line in which it waits.
 *
 * <p>It leaves the line when it is woken, and joins it again at the end if its next poll finds nothing. What must not be lost in between is
 * granted to it while it is in the line, and given back by {@link #abandon} if it is dropped before it has shown it.
 */
abstract class Waiter<T> extends OwnedFuture<T> implements Traced {
    private enum Stage {
        LIVE,
        COMPLETED,
        DROPPED
    }

    private static final int FAR = 1_000;

    /** Guards the primitive; no waker and no function of a user is called under it. */
    final Object lock;

    private final Waiters<?> home;
    private final String name;
    private final WakerSlot waker = new WakerSlot();
    /** Written by the thread that drives the future; volatile for {@link #state()}. */
    private volatile Stage stage = Stage.LIVE;

    /** The line that it is in, or null, and its neighbours there; guarded by the lock. */
    Waiters<?> line;

    Waiter<?> previous;
    Waiter<?> next;

    /**
     * @param home the line in which it waits
     * @param name the name of the operation, for {@link #state()}
     */
    Waiter(Object lock, Waiters<?> home, String name) {
        this.lock = lock;
        this.home = home;
        this.name = name;
    }

    /** Whether {@link #complete} has something to return. It may take what is free, if it remembers that. Called under the lock. */
    abstract boolean isReady();

    /** Returns the value, or throws the reason why there is none. Called under the lock, once, after {@link #isReady()} was true. */
    abstract T complete(WakeList woken);

    /** Returns what was granted, after this has left the line without having completed. Called under the lock, once. */
    abstract void abandon(WakeList woken);

    @Override
    public final Poll<T> poll(Context cx) {
        checkLive();
        for (; ; ) {
            if (!look()) {
                waker.register(cx.waker());
                if (!lookOrWait()) {
                    return Poll.pending();
                }
            }
            if (!cx.proceed()) {
                return Poll.pending();
            }
            Poll<T> outcome = finish();
            if (outcome.isReady()) {
                return outcome;
            }
        }
    }

    private boolean look() {
        synchronized (lock) {
            return isReady();
        }
    }

    private boolean lookOrWait() {
        synchronized (lock) {
            if (isReady()) {
                return true;
            }
            join();
            return false;
        }
    }

    /** Joins the line if it is not there yet. Called under the lock. */
    final void join() {
        if (line == null) {
            home.add(this);
        }
    }

    /** Completes, unless another was faster since the look. */
    private Poll<T> finish() {
        WakeList woken = new WakeList();
        try {
            synchronized (lock) {
                if (!isReady()) {
                    return Poll.pending();
                }
                end(Stage.COMPLETED);
                return Poll.ready(complete(woken));
            }
        } finally {
            if (stage != Stage.LIVE) {
                letGoOfTheTask();
            }
            woken.wakeAll();
        }
    }

    @Override
    public final void drop() {
        if (stage != Stage.LIVE) {
            return;
        }
        WakeList woken = new WakeList();
        synchronized (lock) {
            end(Stage.DROPPED);
            abandon(woken);
        }
        letGoOfTheTask();
        woken.wakeAll();
    }

    /** A waker written by hand that throws takes neither the value away from this task nor their turn from the others. */
    private void letGoOfTheTask() {
        try {
            waker.drop();
        } catch (Throwable thrown) {
            Uncaught.report(thrown);
        }
    }

    private void end(Stage how) {
        stage = how;
        if (line != null) {
            line.remove(this);
        }
    }

    final boolean isLive() {
        return stage == Stage.LIVE;
    }

    final void checkLive() {
        if (stage != Stage.LIVE) {
            throw new IllegalStateException(
                    stage == Stage.COMPLETED ? "polled after completion" : "polled after it was dropped");
        }
    }

    /** Called outside the lock. */
    final void wake() {
        waker.wake();
    }

    /** What it waits for, and its place in the line: {@code Mutex.lock, 3rd in line}. */
    @Override
    public final String state() {
        if (stage != Stage.LIVE) {
            return "DONE";
        }
        synchronized (lock) {
            return line == null ? name + ", not in line" : name + waiting();
        }
    }

    /** The description of a waiter that is in the line. Called under the lock. */
    String waiting() {
        int place = 1;
        for (Waiter<?> before = previous; before != null && place < FAR; before = before.previous) {
            place++;
        }
        return ", " + ordinal(place) + (place == FAR ? " or later" : "") + " in line";
    }

    private static String ordinal(int place) {
        boolean teen = place / 10 % 10 == 1;
        return place
                + switch (teen ? 0 : place % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    @Override
    public final Future<?> awaited() {
        return null;
    }
}
