package dev.asyncfn.test;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Waker;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Sneaky;
import java.util.Locale;
import java.util.Objects;

/**
 * A leaf that is driven by hand: it is pending until a test, a lesson or a debugger says how it ends. It stands for whatever a program really
 * waits for, such as a socket or a timer, as {@link dev.asyncfn.time.ManualClock} stands for the time.
 *
 * <pre>{@code
 * ManualFuture<String> user = ManualFuture.named("user");
 * Future<String> page = ShopAsync.page(user);
 * assertTrue(task.poll(page).isPending());
 * assertTrue(user.holdsWaker());
 * user.ready("Ada");
 * assertTrue(task.takeWoken());
 * }</pre>
 *
 * <p>It follows all rules of a leaf: it keeps the waker of the newest poll only, wakes it once, spends a unit of the
 * {@linkplain Context#proceed() budget} when it is ready, and lets go of everything when it is dropped. {@link #ready}, {@link #fail} and
 * the methods that only look may be called by any thread, before or after the first poll.
 *
 * @param <T> the type of the value
 */
public final class ManualFuture<T> extends OwnedFuture<T> implements Traced {
    /** How it stands with the outcome; in lower case, it is a part of {@link #state()}. */
    private enum Phase {
        UNPOLLED,
        PENDING,
        READY,
        FAILED,
        DONE,
        DROPPED;

        boolean isOpen() {
            return this == UNPOLLED || this == PENDING;
        }
    }

    private final String name;

    /** Guards what is below; no waker is called, and no value released, while it is held. */
    private final Object lock = new Object();

    private Phase phase = Phase.UNPOLLED;
    private T value;
    private Throwable failure;
    private Waker waker;

    private ManualFuture(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    /**
     * A future that nobody has polled, and whose outcome is open.
     *
     * @param <T> the type of the value
     * @param name the name in traces, dumps and messages; it need not be unique
     * @return a new future
     */
    public static <T> ManualFuture<T> named(String name) {
        return new ManualFuture<>(name);
    }

    /**
     * The name that it was made with.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Makes the next poll ready, and wakes the task of the newest poll, if that was pending. The value then belongs to the future, which
     * {@linkplain #undelivered() releases} it if it is dropped before a poll takes it.
     *
     * @param value the value, which may be null
     * @return false if the future had been dropped: nothing has happened, and the value still belongs to the caller
     * @throws IllegalStateException if its outcome was decided before
     */
    public boolean ready(T value) {
        return decide(Phase.READY, value, null);
    }

    /**
     * Makes the next poll throw, and wakes the task of the newest poll, if that was pending.
     *
     * @param failure the exception, which the poll throws unchanged, checked or not
     * @return false if the future had been dropped: nothing has happened
     * @throws IllegalStateException if its outcome was decided before
     */
    public boolean fail(Throwable failure) {
        return decide(Phase.FAILED, null, Objects.requireNonNull(failure, "failure"));
    }

    private boolean decide(Phase how, T newValue, Throwable newFailure) {
        Waker woken;
        synchronized (lock) {
            if (phase == Phase.DROPPED) {
                return false;
            }
            if (!phase.isOpen()) {
                throw new IllegalStateException("the outcome of `" + name + "` was decided before");
            }
            phase = how;
            value = newValue;
            failure = newFailure;
            woken = takeWaker();
        }
        if (woken != null) {
            woken.wake();
        }
        return true;
    }

    /**
     * Whether it keeps the waker of a task. It does from a pending poll on, until it wakes that task, or is dropped.
     *
     * @return whether somebody is woken by {@link #ready} or {@link #fail}
     */
    public boolean holdsWaker() {
        synchronized (lock) {
            return waker != null;
        }
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        return isPending(cx.waker()) || !cx.proceed() ? Poll.pending() : take();
    }

    /** Keeps a clone of the waker if the outcome is open. Another thread may decide it while the clone is made. */
    private boolean isPending(Waker polling) {
        synchronized (lock) {
            if (phase == Phase.DONE || phase == Phase.DROPPED) {
                throw new IllegalStateException(
                        "`" + name + "` was polled after " + (phase == Phase.DONE ? "completion" : "being dropped"));
            }
            if (!phase.isOpen() || waker != null && waker.willWake(polling)) {
                return phase.isOpen();
            }
        }
        Waker clone = polling.clone();
        Waker dropped = clone;
        boolean open;
        synchronized (lock) {
            open = phase.isOpen();
            if (open) {
                phase = Phase.PENDING;
                dropped = waker;
                waker = clone;
            }
        }
        if (dropped != null) {
            dropped.drop();
        }
        return open;
    }

    private Poll<T> take() {
        synchronized (lock) {
            Throwable thrown = failure;
            T taken = value;
            phase = Phase.DONE;
            failure = null;
            value = null;
            if (thrown != null) {
                throw Sneaky.asIs(thrown);
            }
            return Poll.ready(taken);
        }
    }

    /** Lets go of the waker, and releases a value that no poll has taken. */
    @Override
    public void drop() {
        Waker dropped;
        T undelivered;
        synchronized (lock) {
            if (phase == Phase.DONE || phase == Phase.DROPPED) {
                return;
            }
            phase = Phase.DROPPED;
            dropped = takeWaker();
            undelivered = value;
            value = null;
            failure = null;
        }
        Drops drops = new Drops(null);
        if (dropped != null) {
            drops.run(dropped::drop);
        }
        drops.release(undelivered(), undelivered);
        drops.rethrow();
    }

    private Waker takeWaker() {
        Waker taken = waker;
        waker = null;
        return taken;
    }

    /** The name, and {@code unpolled}, {@code pending}, {@code ready} or {@code failed} with the outcome not yet taken, {@code done}, or {@code dropped}. */
    @Override
    public String state() {
        synchronized (lock) {
            return name + ", " + phase.name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Future<?> awaited() {
        return null;
    }

    @Override
    public String toString() {
        return state();
    }
}
