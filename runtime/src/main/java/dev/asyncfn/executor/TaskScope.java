package dev.asyncfn.executor;

import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import dev.asyncfn.waker.WakerSlot;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * Spawns tasks that do not outlive an await: structured concurrency. Kotlin's {@code coroutineScope}, and near to what a tokio user
 * does with a {@code JoinSet}, or the JDK with {@code StructuredTaskScope}. Thread-safe.
 *
 * <p>The body of a scope is a future that is given the scope, such as an async fn with a parameter for it; it is polled as part of who
 * awaits the scope, and spawns children, which run concurrently, on the executor.
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
 * <p>The scope ends when the body and all children have; children and other threads may spawn more until then. Its value is the
 * body's. When the body or a child throws, the body is dropped, the other children are aborted, the scope waits for all of them
 * to be gone, and then throws what was thrown first, as it is, with what was thrown after it suppressed in it. A child that was aborted
 * by its handle has not failed; one that its executor has shut down or rejected has, with the {@link JoinException} that tells so.
 * Who wants a child's failure to spare the others catches it within the child.
 *
 * <p>Dropping the scope's future drops the body, and aborts the children, but cannot wait: they are dropped by threads of their
 * executor soon after, those being polled after that poll. If the scope was run within another scope, that is given as its
 * spawner, then the outer scope waits for them, also then. Otherwise a child of the inner scope is nothing to the outer one: the inner
 * scope's failure reaches the outer body where that awaits it, and can be caught there.
 */
public final class TaskScope implements Spawner {
    private enum Stage {
        OPEN,
        /** Children are aborted, and waited for. */
        FAILED,
        /** No children are left; or the scope's future was dropped, and nobody waits for those that are. */
        ENDED
    }

    private final Spawner spawner;
    /** The scope around this one, or null. */
    private final TaskScope outer;

    private final WakerSlot awaiting = new WakerSlot();

    // What follows is guarded by this.
    private final Set<Task<?>> children = new LinkedHashSet<>();
    /** Children that have not finished, those being spawned included, and those of scopes in here. */
    private int unfinished;

    private Stage stage = Stage.OPEN;
    private Throwable failure;
    /** Hears of the failure if the scope's future is dropped before it throws it. */
    private UncaughtTaskHandler handler = UncaughtTaskHandler.ofThread();

    TaskScope(Spawner spawner) {
        this.outer = spawner instanceof TaskScope scope ? scope : null;
        this.spawner = outer == null ? spawner : outer.spawner;
    }

    /**
     * Runs a body with a scope of its own, when polled.
     *
     * @param spawner where children are spawned: an executor, or the scope around this one
     * @param body makes the body's future; called in the first poll, and what it throws counts as thrown by the body
     * @return gives the body's value, once all children have ended, or throws the first failure as it is
     */
    public static <R> Future<R> run(Spawner spawner, Function<? super TaskScope, ? extends Future<R>> body) {
        return new ScopeFuture<R, Exception>(spawner, body);
    }

    /**
     * As {@link #run}, for a body that names its checked exception.
     *
     * @return also throws, undeclared, what children throw
     */
    public static <R, E extends Exception> TryFuture<R, E> tryRun(
            Spawner spawner, Function<? super TaskScope, ? extends TryFuture<R, E>> body) {
        return new ScopeFuture<>(spawner, body);
    }

    /**
     * Spawns a child. If the children are being aborted, as the scope has failed or its future was dropped, then this future is dropped
     * unpolled, and its handle says that it was aborted.
     *
     * @throws RejectedExecutionException if the scope has ended, or its executor takes no more tasks; the future is not touched then
     */
    @Override
    public <T> JoinHandle<T> spawn(Future<T> future) {
        Objects.requireNonNull(future, "future");
        if (!enter()) {
            return new Aborting().spawn(future);
        }
        Task<T> child;
        try {
            child = (Task<T>) Objects.requireNonNull(spawner.spawn(future), "the spawner gave null");
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

    /** Aborts the children that have not finished. The body goes on, and may spawn others. tokio's {@code JoinSet::abort_all}. */
    public void abortAll() {
        childrenNow().forEach(Task::abort);
    }

    /** How many children have not finished. */
    public synchronized int size() {
        return children.size();
    }

    private synchronized List<Task<?>> childrenNow() {
        return List.copyOf(children);
    }

    /** Makes this scope, and those around it, wait for one more; false if its children are being aborted. */
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

    private boolean outerWaits() {
        try {
            return outer.enter();
        } catch (Throwable ended) {
            leaveThis();
            throw ended;
        }
    }

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

    /** A child has finished; if it failed, {@link #failed} was called before. */
    void finished(Task<?> child) {
        synchronized (this) {
            children.remove(child);
        }
        leave();
    }

    /** A child has failed, of which nobody has heard yet; may be told again. */
    void failed(Task<?> child, TaskFailure why) {
        Throwable cause = why.forScope();
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

    /** Ends all that is in the scope on account of {@code cause}. */
    void fail(Throwable cause, UncaughtTaskHandler ofCause) {
        Stage before;
        synchronized (this) {
            before = stage;
            if (before != Stage.ENDED) {
                note(cause, ofCause);
                stage = Stage.FAILED;
            }
        }
        if (before == Stage.OPEN) {
            abortAll();
            wake();
        } else if (before == Stage.ENDED) {
            TaskFailure.report(cause, ofCause); // its future was dropped just now
        }
    }

    private void note(Throwable cause, UncaughtTaskHandler ofCause) {
        if (failure == null) {
            failure = cause;
            handler = ofCause;
        } else if (cause != failure && !(cause instanceof JoinException join && tellsNothingNew(join))) {
            failure.addSuppressed(cause);
        }
    }

    private boolean tellsNothingNew(JoinException join) {
        return join.isCancelled() || join.getCause() == failure;
    }

    private void wake() {
        try {
            awaiting.wake();
        } catch (Throwable thrown) { // by a waker made by hand: no reason for the executor that runs this to stop
            TaskFailure.report(thrown, UncaughtTaskHandler.ofThread());
        }
    }

    WakerSlot awaiting() {
        return awaiting;
    }

    synchronized boolean hasFailed() {
        return stage == Stage.FAILED;
    }

    /** What is to be thrown, or null. */
    synchronized Throwable failure() {
        return failure;
    }

    /** Ends the scope if it has no children left. */
    synchronized boolean tryEnd() {
        if (unfinished > 0) {
            return false;
        }
        stage = Stage.ENDED;
        return true;
    }

    /** Ends the scope, whose future has been dropped, and aborts the children. */
    void abandon() {
        Throwable unheard;
        UncaughtTaskHandler hears;
        synchronized (this) {
            stage = Stage.ENDED;
            unheard = failure;
            hears = handler;
        }
        abortAll();
        if (unheard != null) {
            TaskFailure.report(unheard, hears);
        }
    }

    /** Aborts whatever it is given, in place of an executor. */
    private static final class Aborting extends Scheduler {
        Aborting() {
            super(UncaughtTaskHandler.ofThread());
        }

        @Override
        void schedule(Task<?> task) {
            task.abort();
            task.runOnce();
        }
    }
}
