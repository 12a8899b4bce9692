package dev.asyncfn.sync;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Waker;
import dev.asyncfn.failure.Drops;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The leaf future of every operation here, and also the node of the line in which it waits.
 *
 * <p>It leaves the line when it is woken, and joins it again if its next poll finds nothing, at the end or at its own place. What must not be lost
 * in between is granted to it while it is in the line, and given back by {@link #abandon} if it is dropped before it has shown it.
 *
 * <p>As there is one of it for each operation, it keeps nothing that its class can tell.
 */
abstract class Waiter<T> extends OwnedFuture<T> implements Traced {
    private static final byte LIVE = 0;
    private static final byte COMPLETED = 1;
    private static final byte DROPPED = 2;

    private static final VarHandle END;
    private static final int FAR = 1_000;

    static {
        try {
            END = MethodHandles.lookup().findVarHandle(Waiter.class, "end", byte.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Written by the thread that drives the future; volatile for {@link #state()}. */
    private volatile byte end;

    /** Whether it is in its line, and its neighbours there; guarded by the lock of the line, as is what follows. */
    boolean inLine;

    /** Whether it has left the line for a list that is about to wake it; then {@code next} is the one behind it there. */
    boolean inWakeList;

    Waiter<?> previous;
    Waiter<?> next;

    /** That of the newest poll that had to wait, until it is woken. */
    private Waker waker;

    /** The line in which it waits: always the same. */
    abstract Waiters<?> line();

    /** The name of the operation, for {@link #state()}. */
    abstract String name();

    /** Whether {@link #complete} has something to return. It may take what is free, if it remembers that. Called under the lock. */
    abstract boolean isReady();

    /**
     * Ready with the value, or throws the reason why there is none. Called under the lock, once, after {@link #isReady()} was true.
     *
     * <p>It makes what it returns before it takes something for it: if there is no memory for that, {@link #abandon} gives back what was granted.
     */
    abstract Poll<T> complete(WakeList woken);

    /** Returns what was granted, after this has left the line without having completed. Called under the lock, once. */
    abstract void abandon(WakeList woken);

    /** Completes without the lock, or returns null: where that is not possible, or would pass those in line. */
    Poll<T> completeAtOnce() {
        return null;
    }

    @Override
    public final Poll<T> poll(Context cx) {
        checkLive();
        try {
            return tryPoll(cx);
        } catch (Throwable thrown) {
            letGo(thrown);
            throw thrown;
        }
    }

    /** Something else than the operation has thrown, such as a waker written by hand: a future that has ended must not keep its place. */
    private void letGo(Throwable thrown) {
        if (end == LIVE) {
            new Drops(thrown).drop(this);
        }
    }

    private Poll<T> tryPoll(Context cx) {
        if (!cx.hasBudgetRemaining()) {
            return keepForLater(cx);
        }
        Poll<T> outcome = completeAtOnce();
        if (outcome == null) {
            return completeOrWait(cx);
        }
        END.setRelease(this, COMPLETED);
        cx.proceed();
        return outcome;
    }

    private Poll<T> completeOrWait(Context cx) {
        WakeList woken = new WakeList();
        try {
            Poll<T> outcome = completeOrKeep(cx.waker(), false, woken);
            // Cloned without the lock: a waker may do anything.
            return outcome != null ? outcome : completeOrKeep(cx.waker().clone(), true, woken);
        } catch (Throwable thrown) {
            giveUp(woken); // with this list: there may be no memory for another
            throw thrown;
        } finally {
            if (end != LIVE) {
                cx.proceed(); // only now: waiting must not use up the budget of other leaves
            }
            woken.wakeAll();
        }
    }

    /**
     * Completes or waits.
     *
     * @param owned whether {@code task} is to be kept, or only to be compared with the waker that is
     * @return null if a waker has to be kept first
     */
    private Poll<T> completeOrKeep(Waker task, boolean owned, WakeList woken) {
        synchronized (line().lock) {
            if (isReady()) {
                woken.drop(owned ? task : null);
                leaveLine(woken);
                return completeOrRefuse(woken);
            }
            if (owned) {
                keep(task, woken);
            } else if (waker == null || !waker.willWake(task)) {
                return null;
            }
            join();
            return Poll.pending();
        }
    }

    /** An {@link Error} is none of the operation: {@link #letGo} follows. */
    private Poll<T> completeOrRefuse(WakeList woken) {
        try {
            Poll<T> outcome = complete(woken);
            end = COMPLETED;
            return outcome;
        } catch (RuntimeException refusal) {
            end = COMPLETED;
            throw refusal;
        }
    }

    /** The budget is spent: it takes its place in the line or what it is granted, but completes in a later poll. */
    private Poll<T> keepForLater(Context cx) {
        Waker task = cx.waker().clone();
        WakeList woken = new WakeList();
        boolean ready;
        synchronized (line().lock) {
            ready = isReady();
            if (ready) {
                woken.drop(task);
            } else {
                keep(task, woken);
                join();
            }
        }
        if (ready) {
            cx.proceed(); // which has the task polled again
        }
        woken.wakeAll();
        return Poll.pending();
    }

    /** Called under the lock, as are those below. */
    private void keep(Waker newer, WakeList woken) {
        woken.drop(waker);
        waker = newer;
    }

    /** The waker, which is then the caller's, or null. */
    final Waker takeWaker() {
        Waker taken = waker;
        waker = null;
        return taken;
    }

    /** Joins the line if it is not there yet. If it is about to be woken, the poll after that does so. */
    final void join() {
        if (!inLine && !inWakeList) {
            enterLine();
        }
    }

    /** Takes its place in the line: the last. Called under the lock. */
    void enterLine() {
        line().add(this);
    }

    private void leaveLine(WakeList woken) {
        woken.drop(takeWaker());
        if (inLine) {
            line().remove(this);
        }
    }

    @Override
    public final void drop() {
        if (end != LIVE) {
            return;
        }
        WakeList woken = WakeList.toRelease();
        giveUp(woken);
        woken.wakeAll();
    }

    /** Ends it, unless it has ended. */
    private void giveUp(WakeList woken) {
        if (end == LIVE) {
            synchronized (line().lock) {
                end = DROPPED;
                leaveLine(woken);
                abandon(woken);
            }
        }
    }

    final boolean isLive() {
        return end == LIVE;
    }

    final void checkLive() {
        if (end != LIVE) {
            throw new IllegalStateException(
                    end == COMPLETED ? "polled after completion" : "polled after it was dropped");
        }
    }

    /** What it waits for, and its place in the line: {@code Mutex.lock, 3rd in line}. */
    @Override
    public final String state() {
        if (end != LIVE) {
            return "DONE";
        }
        synchronized (line().lock) {
            return inLine ? name() + waiting() : name() + ", not in line";
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
