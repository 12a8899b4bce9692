package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.RepeatableFuture;
import java.time.Duration;

/**
 * Owns the outcome of a spawned task, and is itself a future of it. tokio's {@code JoinHandle}. Thread-safe.
 *
 * <p>One task at a time can await it, because only the waker of the newest poll is woken. A second task that polls it while the first
 * still waits, itself or by combinators, is refused, as is a second future of the same combinator. That costs nothing, and is noticed
 * where it can be: not if the first waits within a future that does not {@linkplain dev.asyncfn.Traced say} so, or is running at that
 * very moment, or is a thread that {@linkplain dev.asyncfn.Async#blockOn blocks}. {@code Futures.shared} makes a future for several
 * tasks.
 *
 * <p>Once the outcome is there it stays, and each poll returns it again. A value that no poll has returned belongs to the handle, and is
 * {@linkplain dev.asyncfn.Undelivered released} when the handle is dropped, also if the task finishes later, or when it is collected.
 *
 * @param <T> the type of the task's value
 */
public sealed interface JoinHandle<T> extends RepeatableFuture<T> permits Task {
    /**
     * Ready with the task's value once the task has finished.
     *
     * @throws JoinException if the task's future threw, with its exception as the cause; or if the task was aborted, or its executor was
     *     shut down or could not run it
     * @throws IllegalStateException if the value was released, because the handle was dropped or the scope of the task has failed; or if
     *     another task awaits it, which goes on
     */
    @Override
    Poll<T> poll(Context cx);

    /**
     * Asks the task to end: its future is given up by {@link Future#pollDrop}, on a thread of its executor, instead of being polled
     * again. So {@code finally} blocks of async fns run to their end, also where they await; the task ends after that. An await in a
     * {@code finally} block that runs already, because the body has ended by itself, is given up like any other, unless what it awaits is
     * {@linkplain dev.asyncfn.future.Futures#shielded(Future) shielded}. A poll that is running ends first, and if it is ready or throws, that is
     * still the outcome. Has no effect on a finished task, or on one that was aborted before.
     */
    void abort();

    /**
     * As {@link #abort()}, but the future gets no time to clean up: it is {@linkplain Future#drop() dropped} at once. Also ends a cleanup
     * that an earlier abort has begun.
     */
    void abortNow();

    /**
     * Aborts the task and waits for its end. Kotlin's {@code cancelAndJoin}, with a bound.
     *
     * @param bound how long the cleanup may take, from the abort on, measured by the {@linkplain dev.asyncfn.time.Clock#current() current}
     *     clock of that poll; after that {@link #abortNow()} ends it
     * @return a future, which awaits the handle, that aborts the task in its first poll, and is ready once the task has ended, whether it
     *     was aborted or came to its end before. A value that it had before stays with this handle. It throws a {@link JoinException} if
     *     the task, or its cleanup, failed
     */
    default Future<Void> abortAndJoin(Duration bound) {
        return new AbortAndJoin(this, bound);
    }

    /**
     * The number of the task: how many its executor had been given when it was spawned, from 1, as in a {@link TaskDump}. tokio's
     * {@code id}.
     *
     * @return a number that no other task of the executor has, unless there are more than four billion
     */
    int id();

    /**
     * Whether the outcome is there: the future has completed, thrown or been dropped.
     *
     * @return true from then on, also after the outcome was taken; false may be out of date as soon as it is returned
     */
    boolean isFinished();

    /**
     * Detaches the task: it continues, but is no longer awaited. If it fails, now or later, the executor's {@link UncaughtTaskHandler} is
     * notified, unless a poll of this handle has already thrown the failure. The same applies to a handle that is forgotten instead of
     * dropped: once it has been garbage collected, or its executor has ended. A value is released. Has no effect while another task is
     * known to await the handle.
     */
    @Override
    void drop();
}
