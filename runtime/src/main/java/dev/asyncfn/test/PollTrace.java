package dev.asyncfn.test;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Undelivered;
import dev.asyncfn.Waker;
import dev.asyncfn.failure.Drops;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Wraps a future and reports what happens to it, as an indented tree or as {@linkplain TraceEvent events}: each poll and where it resumes, the
 * inner futures created and ended, their state changes, the leaf that the future waits for, and the source of each wake.
 *
 * <pre>
 * user 3
 *   created getUser: START
 *   poll 1
 *     getUser: START -&gt; AWAIT_READ_DATA
 *       created readData: AWAIT_SOCKET
 *         created socket: pending
 *     pending, waits for socket
 *   woken by ManualFuture.ready
 *   poll 2, continues from
 *     getUser: AWAIT_READ_DATA
 *       readData: AWAIT_SOCKET
 *         socket: ready
 *         let go of socket
 *       readData: AWAIT_SOCKET -&gt; DONE
 *     getUser: AWAIT_READ_DATA -&gt; DONE
 *     ready User[id=3]
 * </pre>
 *
 * <p>In a poll, the lines go down from the root to the leaf, as the poll does, and the lines of ended futures come back up. Inner futures show
 * their {@link Traced} states; all generated futures have one. Others, such as lambdas, show their class.
 * See {@link TraceEvent} for what cannot be seen from outside; to see the polls of an inner future, wrap it, too: its lines are indented
 * below those of the poll in which it was wrapped, and the outer trace shows its name only.
 *
 * <p>Only the first wake after each poll is reported, because wakes coalesce; a wake during a poll is reported at the end of that poll. Its
 * source is the class and method that was called: the leaf's, or the library's method that led to it, such as {@code ManualFuture.ready}.
 *
 * <p>In a {@linkplain dev.asyncfn.executor.TaskDump dump}, the wrapped future is shown below it. The trace owns the future, and is driven like
 * it: one thread at a time.
 *
 * @param <T> the type of the value
 * @param <E> the checked exception that polls may throw
 */
public final class PollTrace<T, E extends Exception> extends OwnedFuture<T> implements TryFuture<T, E>, Traced {
    private static final RawWakerVTable VTABLE = new Telling();

    /** How far the lines of a trace that is made now are indented: below those of the polls that are running in this thread. */
    private static final ThreadLocal<String> INDENT = ThreadLocal.withInitial(() -> "");

    private final String name;
    private final Future<T> traced;
    private final Watch watch;
    private final String indentInside = INDENT.get() + "    ";

    /** The waker of the task, and ours around it. */
    private Waker told;

    private Waker telling;

    private PollTrace(String name, Future<T> traced, Consumer<? super TraceEvent> events) {
        this.name = name;
        this.traced = traced;
        this.watch = new Watch(name, traced, new AtomicInteger()::incrementAndGet, events);
        OwnedFuture.claim(traced, this);
        watch.created();
    }

    String name() {
        return name;
    }

    private static <T, E extends Exception> PollTrace<T, E> create(
            String name, Future<T> future, Consumer<? super TraceEvent> events) {
        return new PollTrace<>(Objects.requireNonNull(name, "name"), Objects.requireNonNull(future, "future"), events);
    }

    /**
     * Wraps {@code future}, and prints what happens to it. The first lines come at once: the name, and that the future is there.
     *
     * @param <T> the type of the value
     * @param name the first line
     * @param future the future, which the trace owns from now on
     * @param lines receives each line, on the thread that polls or wakes, never from two threads at a time. An exception that it throws
     *     is thrown by the poll or the wake; the task is woken all the same
     * @return the future to drive instead
     * @throws IllegalStateException if the future is driven by something else
     */
    @SuppressWarnings("overloads") // meant: TryFuture is the more specific of the two
    public static <T> Future<T> of(String name, Future<T> future, Consumer<String> lines) {
        return PollTrace.<T, Exception>create(name, future, printing(lines));
    }

    /**
     * As {@link #of(String, Future, Consumer)}, and keeps the type of the checked exception.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that polls may throw
     * @param name the first line
     * @param future the future, which the trace owns from now on
     * @param lines receives each line, as in {@link #of(String, Future, Consumer)}
     * @return the future to drive instead
     * @throws IllegalStateException if the future is driven by something else
     */
    @SuppressWarnings("overloads")
    public static <T, E extends Exception> TryFuture<T, E> of(
            String name, TryFuture<T, E> future, Consumer<String> lines) {
        return create(name, future, printing(lines));
    }

    /**
     * Wraps {@code future}, and passes on what happens to it. The first events come at once: the future is there.
     *
     * @param <T> the type of the value
     * @param name the name of the root in the events
     * @param future the future, which the trace owns from now on
     * @param events receives each event, on the thread that polls or wakes, never from two threads at a time
     * @return the future to drive instead
     * @throws IllegalStateException if the future is driven by something else
     */
    @SuppressWarnings("overloads")
    public static <T> Future<T> ofEvents(String name, Future<T> future, Consumer<? super TraceEvent> events) {
        return PollTrace.<T, Exception>create(name, future, Objects.requireNonNull(events, "events"));
    }

    /**
     * As {@link #ofEvents(String, Future, Consumer)}, and keeps the type of the checked exception.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that polls may throw
     * @param name the name of the root in the events
     * @param future the future, which the trace owns from now on
     * @param events receives each event, as in {@link #ofEvents(String, Future, Consumer)}
     * @return the future to drive instead
     * @throws IllegalStateException if the future is driven by something else
     */
    @SuppressWarnings("overloads")
    public static <T, E extends Exception> TryFuture<T, E> ofEvents(
            String name, TryFuture<T, E> future, Consumer<? super TraceEvent> events) {
        return create(name, future, Objects.requireNonNull(events, "events"));
    }

    /**
     * Prints events as the tree that {@link #of(String, Future, Consumer)} prints. With {@link TestExecutor#eventsTo}, it is one tree for all
     * tasks, where each change of the task begins with its name.
     *
     * @param lines receives each line
     * @return receives the events of one trace, or of one executor, one at a time
     */
    public static Consumer<TraceEvent> printing(Consumer<String> lines) {
        return new TraceText(INDENT.get(), Objects.requireNonNull(lines, "lines"));
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        Poll<T> poll = null;
        boolean asked = false;
        try {
            renewWaker(cx.waker());
            watch.polled();
            asked = true;
            poll = pollInside(cx.withWaker(telling));
            tell(poll);
            return poll;
        } catch (Throwable thrown) {
            endAfter(thrown, asked, poll);
            throw thrown;
        }
    }

    private void tell(Poll<T> poll) {
        if (poll instanceof Poll.Ready<T> ready) {
            dropWaker();
            watch.ready(ready.value());
        } else {
            watch.pending();
        }
    }

    /** The future has thrown; or else the listener, and then nobody asks the future again, or takes its value. */
    private void endAfter(Throwable thrown, boolean asked, Poll<T> poll) {
        Drops drops = new Drops(thrown);
        drops.run(this::dropWaker);
        if (asked && poll == null) {
            drops.run(() -> watch.threw(thrown));
        } else if (poll instanceof Poll.Ready<T> ready) {
            drops.release(traced.undelivered(), ready.value());
        } else {
            drops.drop(traced);
        }
    }

    private Poll<T> pollInside(Context cx) throws Exception {
        String outside = INDENT.get();
        INDENT.set(indentInside);
        try {
            return traced.poll(cx);
        } finally {
            INDENT.set(outside);
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
        Drops drops = tellDrop();
        try {
            traced.drop();
        } catch (Throwable thrown) {
            drops.and(thrown);
            drops.run(() -> watch.dropThrew(thrown));
        }
        drops.rethrow();
    }

    private Drops tellDrop() {
        Drops drops = new Drops(null);
        drops.run(watch::dropped);
        drops.run(this::dropWaker);
        return drops;
    }

    /** Tells of the drop when it begins, and of its failure; the cleanup in between is not shown. If the listener throws, there is none. */
    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        Drops drops = tellDrop();
        if (drops.failure() != null) {
            drops.drop(traced);
            drops.rethrow();
        }
        try {
            return traced.pollDrop(cx);
        } catch (Throwable thrown) {
            new Drops(thrown).run(() -> watch.dropThrew(thrown));
            throw thrown;
        }
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return traced.undelivered();
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

    private void tellWake() {
        if (watch.isFirstWake()) {
            watch.woken(WakeCall.name());
        }
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

        @Override
        public boolean isAwaiting(Object data, Object awaited) {
            return ((Told) data).waker.isAwaiting(awaited);
        }

        @Override
        public String taskName(Object data) {
            Waker passedOn = ((Told) data).waker;
            return passedOn.vtable().taskName(passedOn.data());
        }
    }
}
