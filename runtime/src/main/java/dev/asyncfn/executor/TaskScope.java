package dev.asyncfn.executor;

import dev.asyncfn.Future;
import dev.asyncfn.SharedFailure;
import dev.asyncfn.TryFuture;
import dev.asyncfn.collection.Members;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.waker.WakerSlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * Spawns tasks that do not outlive an await: structured concurrency. Kotlin's {@code coroutineScope}; close to tokio's {@code JoinSet}
 * and the JDK's {@code StructuredTaskScope}. Thread-safe.
 *
 * <p>The body of a scope is a future that is created from the scope, for instance by an async fn with the scope as a parameter. It is polled as
 * part of the task that awaits the scope, and spawns children, which run concurrently on the executor.
 *
 * <pre>{@code
 * @AsyncFn
 * static Page page(Spawner pool, int id) throws IOException {
 *     return await(TaskScope.tryRun(pool, scope -> PagesAsync.load(scope, id)));
 * }
 *
 * @AsyncFn
 * static Page load(TaskScope scope, int id) throws IOException {
 *     JoinHandle<User> user = scope.spawn(UsersAsync.getUser(id));
 *     JoinHandle<List<Order>> orders = scope.spawn(OrdersAsync.ofUser(id));
 *     return new Page(await(user), await(orders));
 * }
 * }</pre>
 *
 * <p>The scope ends when the body and all children have ended; children and other threads may spawn more children until then. Its value
 * is the body's. When the body or a child throws, the body is dropped, the other children are aborted, and the scope waits for all of
 * them to clean up and end. Then it throws the first exception unchanged, with later ones suppressed in it. A child that was aborted by its
 * handle has not failed. A child that its executor shut down or rejected has failed, with a {@link JoinException} that says so. To keep
 * a child's failure from ending the others, {@link #supervise supervise} them.
 *
 * <p>When the scope fails or is dropped, its own value and the values of the children that nobody has taken from their handles are
 * {@linkplain dev.asyncfn.Undelivered released}: a child that has opened a socket leaves none open.
 *
 * <p>Dropping the scope's future drops the body and aborts the children, but cannot wait for them: threads of their executor drop them
 * soon after, or after a poll that is running. If the scope was waiting for their cleanup, the drop ends that. If the spawner of the scope is another scope, the outer scope still waits for them. It has
 * no other connection to children of the inner scope: the inner scope's failure reaches the outer body where it awaits the inner scope,
 * and can be caught there.
 */
public final class TaskScope implements Spawner {
    private enum Stage {
        /** Children may be spawned. */
        OPEN,
        /** The body or a child has failed, or the scope's future is being dropped. The children are aborted, and waited for. */
        FAILED,
        /** No children are left; or the scope's future was dropped, and it does not wait for those that are. */
        ENDED
    }

    /** Where the children run: the spawner of the outermost scope. */
    private final Spawner spawner;
    /** The scope around this one, or null. */
    private final TaskScope outer;
    /** Whether children fail alone. */
    final boolean supervises;

    /** The waker of the task that awaits the scope. */
    private final WakerSlot awaiting = new WakerSlot();

    // The fields below are guarded by this.
    private final Members<Task<?>> children = new Members<>();
    /** How many children have not finished: those in {@link #children}, those being spawned, and those of scopes within this one. */
    private int unfinished;

    /** The values of children that have finished, which nobody may have taken. */
    private final List<TaskValue<?>> values = new ArrayList<>();

    private Stage stage = Stage.OPEN;
    /** The first exception, or null. */
    private Throwable failure;
    /** Notified of the failure if the scope's future is dropped before it has thrown it. */
    private UncaughtTaskHandler handler = UncaughtTaskHandler.ofThread();

    TaskScope(Spawner spawner, boolean supervises) {
        this.supervises = supervises;
        this.outer = Objects.requireNonNull(spawner, "spawner") instanceof TaskScope scope ? scope : null;
        this.spawner = outer == null ? spawner : outer.spawner;
    }

    /**
     * Runs a body with a new scope, when polled.
     *
     * @param <R> the type of the body's value
     * @param spawner where children are spawned: an executor, or the scope around this one
     * @param body creates the body's future, which must not be null; it is called in the first poll, and its exceptions count as thrown
     *     by the body
     * @return a future of the body's value, which may be null, ready once all children have ended; or it throws the first failure unchanged
     */
    public static <R> Future<R> run(Spawner spawner, Function<? super TaskScope, ? extends Future<R>> body) {
        return new ScopeFuture<R, Exception>(new TaskScope(spawner, false), body);
    }

    /**
     * As {@link #run}, for a body that names its checked exception.
     *
     * @param <R> the type of the body's value
     * @param <E> the checked exception that the body may fail with
     * @param spawner where children are spawned: an executor, or the scope around this one
     * @param body creates the body's future, as for {@link #run}
     * @return a future that also throws the exceptions of children, which are not declared
     */
    public static <R, E extends Exception> TryFuture<R, E> tryRun(
            Spawner spawner, Function<? super TaskScope, ? extends TryFuture<R, E>> body) {
        return new ScopeFuture<>(new TaskScope(spawner, false), body);
    }

    /**
     * As {@link #run}, but each child fails alone: the failure of a child ends neither the body nor other children, nor is it the scope's. Kotlin's
     * {@code supervisorScope}. It belongs to the child's handle: it is thrown where that is awaited, or passed to the {@link UncaughtTaskHandler}.
     * When the body fails, the children are aborted as usual.
     *
     * @param <R> the type of the body's value
     * @param spawner where children are spawned: an executor, or the scope around this one
     * @param body creates the body's future, as for {@link #run}
     * @return a future of the body's value, which may be null, ready once all children have ended; or it throws the body's failure unchanged
     */
    public static <R> Future<R> supervise(Spawner spawner, Function<? super TaskScope, ? extends Future<R>> body) {
        return new ScopeFuture<R, Exception>(new TaskScope(spawner, true), body);
    }

    /**
     * As {@link #supervise}, for a body that names its checked exception.
     *
     * @param <R> the type of the body's value
     * @param <E> the checked exception that the body may fail with
     * @param spawner where children are spawned: an executor, or the scope around this one
     * @param body creates the body's future, as for {@link #run}
     * @return a future that is otherwise as that of {@link #supervise}
     */
    public static <R, E extends Exception> TryFuture<R, E> trySupervise(
            Spawner spawner, Function<? super TaskScope, ? extends TryFuture<R, E>> body) {
        return new ScopeFuture<>(new TaskScope(spawner, true), body);
    }

    /**
     * Spawns a child. If the children are being aborted, because the scope has failed or its future was dropped, the new one is dropped
     * before its first poll, and its handle reports that it was aborted.
     *
     * @throws RejectedExecutionException if the scope has ended, or its executor takes no more tasks; the future is not touched then
     */
    @Override
    public <T> JoinHandle<T> spawn(Future<T> future) {
        Objects.requireNonNull(future, "future");
        if (!enter()) {
            return new AbortingScheduler().spawn(future);
        }
        Task<T> child;
        try {
            child = (Task<T>) Objects.requireNonNull(spawner.spawn(future), "the spawner returned null");
        } catch (Throwable rejected) {
            leave();
            throw rejected;
        }
        boolean late;
        synchronized (this) {
            children.add(child);
            late = stage != Stage.OPEN;
        }
        child.enterScope(this);
        if (late) {
            child.abort();
        }
        return child;
    }

    /** Aborts the children that have not finished. The body continues, and may spawn others. tokio's {@code JoinSet::abort_all}. */
    public void abortAll() {
        childrenNow().forEach(Task::abort);
    }

    /**
     * How many children have not finished.
     *
     * @return a number that may be out of date as soon as it is returned; children of scopes within this one do not count
     */
    public synchronized int size() {
        return children.size();
    }

    private synchronized List<Task<?>> childrenNow() {
        return children.copy();
    }

    /**
     * Makes this scope, and those around it, wait for one more child, before that is spawned: otherwise the scope could end in between.
     *
     * @return false if the children are being aborted; no scope waits for one more then
     * @throws RejectedExecutionException if the scope, or one around it, has ended
     */
    private boolean enter() {
        synchronized (this) {
            if (stage == Stage.ENDED && unfinished == 0) {
                throw new RejectedExecutionException("the scope has ended");
            }
            if (stage != Stage.OPEN) {
                return false;
            }
            unfinished++;
        }
        if (outer != null && !outerWaits()) {
            leaveThis();
            return false;
        }
        return true;
    }

    /** Makes the scopes around this one wait, or undoes what was done here if one has ended. */
    private boolean outerWaits() {
        try {
            return outer.enter();
        } catch (Throwable ended) {
            leaveThis();
            throw ended;
        }
    }

    /** Undoes {@link #enter}: this scope, and those around it, wait for one child less. */
    private void leave() {
        for (TaskScope left = this; left != null; left = left.outer) {
            left.leaveThis();
        }
    }

    private void leaveThis() {
        boolean last;
        synchronized (this) {
            unfinished--;
            last = unfinished == 0;
        }
        if (last) {
            wake();
        }
    }

    /**
     * A child has finished. Called once for each; if it failed, after {@link #failed}.
     *
     * @param value to be released if the scope fails before it is taken; or null
     */
    void finished(Task<?> child, TaskValue<?> value) {
        boolean late;
        synchronized (this) {
            children.remove(child);
            late = stage == Stage.ENDED;
            if (value != null && !late) {
                keep(value);
            }
        }
        if (value != null && late) {
            value.release(child.uncaught());
        }
        leave();
    }

    /** Also forgets those that were taken, seldom enough to cost little for each. */
    private void keep(TaskValue<?> value) {
        if (values.size() >= 16 && Integer.bitCount(values.size()) == 1) {
            values.removeIf(kept -> !kept.isUntaken());
        }
        values.add(value);
    }

    private synchronized List<TaskValue<?>> takeValues() {
        List<TaskValue<?>> taken = List.copyOf(values);
        values.clear();
        return taken;
    }

    /** The scope has failed, so its handles are of no use any more. */
    void releaseValues(Drops drops) {
        takeValues().forEach(value -> value.release(drops));
    }

    /** A child has failed. May be called more than once for each; only the first call counts, if the failure has not been reported before. */
    void failed(Task<?> child, TaskFailure why) {
        Throwable cause = supervises ? null : why.forScope();
        if (cause == null) {
            return;
        }
        synchronized (this) {
            if (stage == Stage.ENDED || !why.hear()) {
                return;
            }
        }
        fail(cause, child.uncaught());
    }

    /**
     * Aborts the children, as the body or a child has thrown.
     *
     * @param cause the exception
     * @param ofCause the handler that is notified of the cause if the scope can no longer throw it
     */
    void fail(Throwable cause, UncaughtTaskHandler ofCause) {
        Stage before;
        boolean heard = false;
        synchronized (this) {
            before = stage;
            if (before != Stage.ENDED) {
                heard = isNoted(cause, ofCause);
                stage = Stage.FAILED;
            }
        }
        if (before == Stage.OPEN) {
            abortAll();
            wake();
        }
        if (!heard) { // its future was dropped in the meantime, or its failure is not its own
            TaskFailure.report(cause, ofCause);
        }
    }

    /** Aborts the children, as the scope's future is being dropped and waits for them. */
    void giveUp() {
        boolean wasOpen;
        synchronized (this) {
            wasOpen = stage == Stage.OPEN;
            stage = wasOpen ? Stage.FAILED : stage;
        }
        if (wasOpen) {
            abortAll();
        }
    }

    /** Keeps {@code cause} as the failure of the scope, or suppressed in that. False if it cannot, as that is shared. */
    private boolean isNoted(Throwable cause, UncaughtTaskHandler ofCause) {
        if (failure == null) {
            failure = cause;
            handler = ofCause;
        } else if (cause != failure && !(cause instanceof JoinException join && join.addsNothingTo(failure))) {
            if (SharedFailure.isShared(failure)) {
                return false;
            }
            failure.addSuppressed(cause);
        }
        return true;
    }

    private void wake() {
        try {
            awaiting.wake();
        } catch (Throwable thrown) { // by a waker written by hand: the executor whose thread runs this goes on
            TaskFailure.report(thrown, UncaughtTaskHandler.ofThread());
        }
    }

    WakerSlot awaiting() {
        return awaiting;
    }

    synchronized boolean hasFailed() {
        return stage == Stage.FAILED;
    }

    /** The exception that the scope's future throws once all children have ended, or null. */
    synchronized Throwable failure() {
        return failure;
    }

    /** Ends the scope if it has no children left, and returns whether it has ended. */
    synchronized boolean tryEnd() {
        if (unfinished > 0) {
            return false;
        }
        stage = Stage.ENDED;
        return true;
    }

    /**
     * Ends the scope, whose future has been dropped, and aborts the children. If it was waiting for their cleanup, that has no more time. A
     * failure goes to the handler of the task that threw it.
     */
    void abandon() {
        Throwable unheard;
        UncaughtTaskHandler hears;
        boolean hurries;
        synchronized (this) {
            hurries = stage == Stage.FAILED;
            stage = Stage.ENDED;
            unheard = failure;
            hears = handler;
        }
        childrenNow().forEach(hurries ? Task::abortNow : Task::abort);
        Drops drops = new Drops(unheard);
        releaseValues(drops);
        if (drops.failure() != null) {
            TaskFailure.report(drops.failure(), hears);
        }
    }
}
