package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.sync.Notify;
import java.util.Objects;

/**
 * Waits for the end of tasks that nothing else waits for: a graceful shutdown. tokio-util's {@code TaskTracker}. Thread-safe.
 *
 * <pre>{@code
 * TaskTracker connections = new TaskTracker(pool);
 * connections.spawnDetached(ServerAsync.serve(client, token));      // for each client
 *
 * token.cancel();                                                  // at the end: asks them to stop
 * connections.close();
 * await(Timeouts.timeout(Duration.ofSeconds(30), connections.drained()));
 * }</pre>
 *
 * <p>It keeps no outcomes and no handles, only a number, so it does not grow while it lives. To end tasks, it needs the help of a
 * {@link CancellationToken}, or the executor's.
 */
public final class TaskTracker implements Spawner {
    private final Spawner spawner;
    private final Notify drained = new Notify();

    // Guarded by this.
    private int running;
    private boolean closed;

    /**
     * A tracker that is not closed, without tasks.
     *
     * @param spawner where {@link #spawn} spawns
     */
    public TaskTracker(Spawner spawner) {
        this.spawner = Objects.requireNonNull(spawner, "spawner");
    }

    /** {@inheritDoc} The task counts until its future has completed, thrown or been dropped. */
    @Override
    public <T> JoinHandle<T> spawn(Future<T> future) {
        Tracked<T, Exception> tracked = counted(future);
        try {
            return Objects.requireNonNull(spawner.spawn(tracked), "the spawner returned null");
        } catch (Throwable refused) {
            tracked.letGo();
            throw refused;
        }
    }

    /**
     * The same future, which counts from now on, wherever it runs. tokio-util's {@code track_future}.
     *
     * @param <T> the type of the value
     * @param future its outcome passes through unchanged
     * @return a future that owns {@code future}, and counts until it has completed, thrown or been dropped: it must not be forgotten
     * @throws IllegalStateException if something else drives the future
     */
    @SuppressWarnings("overloads") // meant: TryFuture is the more specific of the two
    public <T> Future<T> track(Future<T> future) {
        return this.<T, Exception>counted(future);
    }

    /**
     * As {@link #track(Future)}, for a future that names its checked exception.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that {@code future} may fail with
     * @param future its outcome passes through unchanged
     * @return a future that names the same exception, owns {@code future}, and counts until it has completed, thrown or been dropped
     * @throws IllegalStateException if something else drives the future
     */
    @SuppressWarnings("overloads")
    public <T, E extends Exception> TryFuture<T, E> track(TryFuture<T, E> future) {
        return counted(future);
    }

    private <T, E extends Exception> Tracked<T, E> counted(Future<T> future) {
        Tracked<T, E> tracked = new Tracked<>(this, future);
        synchronized (this) {
            running++;
        }
        return tracked;
    }

    /**
     * From now on, {@link #drained()} is ready when nothing runs. More may be spawned nevertheless. May be called again.
     */
    public void close() {
        boolean none;
        synchronized (this) {
            closed = true;
            none = running == 0;
        }
        if (none) {
            drained.notifyWaiters();
        }
    }

    /** Undoes {@link #close()}: {@link #drained()} waits again, even if nothing runs. */
    public synchronized void reopen() {
        closed = false;
    }

    /**
     * Whether it has been closed, and not reopened.
     *
     * @return false at first
     */
    public synchronized boolean isClosed() {
        return closed;
    }

    /**
     * How many futures count.
     *
     * @return a number that may be out of date as soon as it is returned
     */
    public synchronized int size() {
        return running;
    }

    /**
     * Waits until this has been closed and nothing runs. tokio-util's {@code wait}.
     *
     * @return a new future, whose value is null; ready even if more was spawned by the time it is polled
     */
    public Future<Void> drained() {
        return new Drained(this);
    }

    private synchronized boolean isDrained() {
        return closed && running == 0;
    }

    void ended() {
        boolean last;
        synchronized (this) {
            running--;
            last = isDrained();
        }
        if (last) {
            drained.notifyWaiters();
        }
    }

    private static final class Drained extends OwnedFuture<Void> implements Traced {
        private final TaskTracker tracker;
        /** Null after the end. It hears of all that happens from now on. */
        private Notify.Notified signal;

        Drained(TaskTracker tracker) {
            this.tracker = tracker;
            this.signal = tracker.drained.notified();
        }

        @Override
        public Poll<Void> poll(Context cx) {
            if (signal == null) {
                throw new IllegalStateException("polled after completion");
            }
            if (tracker.isDrained() ? !cx.proceed() : signal.poll(cx).isPending()) {
                return Poll.pending();
            }
            drop();
            return Poll.ready(null);
        }

        @Override
        public void drop() {
            Notify.Notified left = signal;
            signal = null;
            if (left != null) {
                left.drop();
            }
        }

        @Override
        public String state() {
            return signal == null ? "DONE" : "TaskTracker.drained, " + tracker.size() + " left";
        }

        @Override
        public Future<?> awaited() {
            return null;
        }
    }
}
