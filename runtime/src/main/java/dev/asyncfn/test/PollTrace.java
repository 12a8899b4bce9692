package dev.asyncfn.test;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Waker;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Wraps a future, and prints what happens to it as an indented tree: each poll, the chain of states from the future down to the leaf it
 * waits for, before and after, the poll's outcome, and the wake that leads to the next poll.
 *
 * <pre>
 * user 3
 *   poll 1
 *     state before
 *       getUser START
 *     state after
 *       getUser AWAIT_READ_DATA
 *         readData AWAIT_SLEEP
 *           Sleep
 *     pending
 *   woken
 *   poll 2 (polled again)
 *     state before
 *       ...
 *     ready User[id=3]
 * </pre>
 *
 * <p>States are those of {@link Traced} futures, which all generated ones are; others show their class. Only the first wake after each
 * poll is printed, because wakes coalesce; if it comes during the poll, it is printed at the end of the poll.
 *
 * <p>In a {@linkplain dev.asyncfn.executor.TaskDump dump}, the wrapped future is shown below it.
 *
 * @param <T> the type of the value
 * @param <E> the checked exception that the future may fail with
 */
public final class PollTrace<T, E extends Exception> implements TryFuture<T, E>, Traced {
    private static final RawWakerVTable VTABLE = new Telling();

    private final String name;
    private final Future<T> traced;
    private final Consumer<String> lines;

    /** Guards the lines and what is below: wakes come from other threads. */
    private final Object lock = new Object();

    private int polls;
    private boolean polling;
    private boolean woken;
    private boolean ended;

    /** The waker of the task, and ours around it. */
    private Waker told;

    private Waker telling;

    private PollTrace(String name, Future<T> traced, Consumer<String> lines) {
        this.name = Objects.requireNonNull(name, "name");
        this.traced = Objects.requireNonNull(traced, "future");
        this.lines = Objects.requireNonNull(lines, "lines");
    }

    /**
     * Wraps {@code future}.
     *
     * @param <T> the type of the value
     * @param name the first line, above the first poll
     * @param future its outcome passes through unchanged; belongs to the result
     * @param lines receives each line, on the thread that polls or wakes, never from two threads at a time
     * @return a future that prints nothing before its first poll or its drop
     */
    @SuppressWarnings("overloads") // meant: TryFuture is the more specific of the two
    public static <T> Future<T> of(String name, Future<T> future, Consumer<String> lines) {
        return new PollTrace<T, Exception>(name, future, lines);
    }

    /**
     * As {@link #of(String, Future, Consumer)}, and keeps the type of the checked exception.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that {@code future} may fail with
     * @param name the first line, above the first poll
     * @param future its outcome passes through unchanged; belongs to the result
     * @param lines receives each line, on the thread that polls or wakes, never from two threads at a time
     * @return a future that prints nothing before its first poll or its drop
     */
    @SuppressWarnings("overloads")
    public static <T, E extends Exception> TryFuture<T, E> of(
            String name, TryFuture<T, E> future, Consumer<String> lines) {
        return new PollTrace<>(name, future, lines);
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        renewWaker(cx.waker());
        begin();
        String outcome = null;
        try {
            Poll<T> poll = traced.poll(cx.withWaker(telling));
            outcome = poll instanceof Poll.Ready<T> ready ? "ready " + ready.value() : "pending";
            end(outcome, poll.isReady());
            return poll;
        } catch (Throwable thrown) {
            if (outcome == null) {
                end("failed " + thrown, true);
            }
            throw thrown;
        }
    }

    private void begin() {
        synchronized (lock) {
            if (polls == 0) {
                lines.accept(name);
            }
            polls++;
            lines.accept("  poll " + polls + (polls == 1 ? "" : " (polled again)"));
            states("before");
            polling = true;
            woken = false;
        }
    }

    private void end(String outcome, boolean last) {
        synchronized (lock) {
            states("after");
            lines.accept("    " + outcome);
            polling = false;
            ended = last;
            if (woken && !last) {
                lines.accept("  woken");
            }
        }
        if (last) {
            dropWaker();
        }
    }

    private void states(String when) {
        lines.accept("    state " + when);
        StateTree.ofStates(lines).tell(traced, "      ");
    }

    private void tellWake() {
        synchronized (lock) {
            if (!woken && !polling && !ended) {
                lines.accept("  woken");
            }
            woken = true;
        }
    }

    /** Keeps our waker as long as the task's is the same, so that leaves see that theirs is unchanged. */
    private void renewWaker(Waker task) {
        if (telling == null || !told.willWake(task)) {
            dropWaker();
            told = task.clone();
            telling = Waker.fromRaw(new RawWaker(new Told(this, told), VTABLE));
        }
    }

    private void dropWaker() {
        if (telling != null) {
            telling.drop();
            telling = null;
            told = null;
        }
    }

    @Override
    public void drop() {
        synchronized (lock) {
            if (!ended) {
                ended = true;
                if (polls == 0) {
                    lines.accept(name);
                }
                lines.accept("  dropped");
            }
        }
        dropWaker();
        traced.drop();
    }

    @Override
    public String state() {
        return "PollTrace " + name;
    }

    /** The wrapped future, in any state. */
    @Override
    public Future<?> awaited() {
        return traced;
    }

    /** Data of our wakers: the waker to pass on to. */
    private record Told(PollTrace<?, ?> trace, Waker waker) {}

    private static final class Telling implements RawWakerVTable {
        @Override
        public RawWaker clone(Object data) {
            Told told = (Told) data;
            Waker clone = told.waker.clone();
            return new RawWaker(clone == told.waker ? told : new Told(told.trace, clone), this);
        }

        @Override
        public void wake(Object data) {
            Told told = (Told) data;
            try {
                told.trace.tellWake();
            } finally {
                told.waker.wake(); // even if the line is not accepted
            }
        }

        @Override
        public void wakeByRef(Object data) {
            Told told = (Told) data;
            try {
                told.trace.tellWake();
            } finally {
                told.waker.wakeByRef();
            }
        }

        @Override
        public void drop(Object data) {
            ((Told) data).waker.drop();
        }
    }
}
