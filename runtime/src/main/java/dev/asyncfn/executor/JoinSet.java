package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.collection.Members;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.future.FuturesUnordered;
import dev.asyncfn.waker.SingleWait;
import java.util.List;
import java.util.Objects;

/**
 * Tasks whose outcomes are taken in the order in which they end. tokio's {@code JoinSet}.
 *
 * <pre>{@code
 * try (JoinSet<Page> fetches = new JoinSet<>(pool)) {
 *     for (String url : urls) {
 *         fetches.spawn(CrawlerAsync.fetch(url));
 *     }
 *     for (Joined<Page> next = await(fetches.joinNext()); next != null; next = await(fetches.joinNext())) {
 *         if (next.failure() == null) {
 *             pages.add(next.value());
 *         }
 *     }
 * } // those that have not ended are aborted
 * }</pre>
 *
 * <p>A task that fails, or is aborted, is an outcome like any other, and ends no other task; in a {@link TaskScope}, it does. The set keeps
 * the outcome of each task until it is taken, so a set that lives long has to be emptied. The difference to
 * {@link FuturesUnordered} is that these are tasks: they run concurrently, whether the set is polled or not.
 *
 * <p>It is used by one thread at a time; tasks may end on any.
 *
 * @param <T> the type of the values
 */
public final class JoinSet<T> implements AutoCloseable {
    private final Spawner spawner;
    private final FuturesUnordered<Joined<T>> outcomes = new FuturesUnordered<>();
    private final Members<Joining<T>> members = new Members<>();
    private final SingleWait shutdowns = new SingleWait();
    private boolean closed;

    /**
     * An empty set.
     *
     * @param spawner where the tasks run, such as an executor or a {@link TaskScope}
     */
    public JoinSet(Spawner spawner) {
        this.spawner = Objects.requireNonNull(spawner, "spawner");
    }

    /**
     * Spawns a task, which belongs to the set.
     *
     * @param future as for {@link Spawner#spawn}
     * @return a handle that aborts the task, and has the number by which {@link #joinNext()} names it
     * @throws IllegalStateException if the set has been closed, or something else drives the future; the future is not touched then
     * @throws java.util.concurrent.RejectedExecutionException if the executor has been shut down; the future is not touched then
     */
    public AbortHandle spawn(Future<? extends T> future) {
        Objects.requireNonNull(future, "future");
        if (closed) {
            throw new IllegalStateException("the set has been closed");
        }
        @SuppressWarnings("unchecked") // a future only returns its values
        Joining<T> joining = new Joining<>(
                (Task<T>) Objects.requireNonNull(spawner.spawn((Future<T>) future), "the spawner returned null"),
                members);
        members.add(joining);
        try {
            outcomes.push(joining);
        } catch (Throwable closedMeanwhile) { // by the task itself, which an executor may run within the spawn
            new Drops(closedMeanwhile).drop(joining);
            throw closedMeanwhile;
        }
        return new AbortHandle(joining.task());
    }

    /**
     * The outcome of the next task to end, which leaves the set; at once null if the set is empty. tokio's {@code join_next_with_id}. Cancel-safe:
     * dropping the future loses no outcome.
     *
     * @return a new future, which does not throw what a task has thrown. One is awaited at a time. It throws {@link IllegalStateException} if the set
     *     has been closed
     */
    public Future<Joined<T>> joinNext() {
        return outcomes.next();
    }

    /**
     * Aborts each task that has not ended, without waiting for that. They stay in the set, and {@link #joinNext()} returns how they ended.
     */
    public void abortAll() {
        members.copy().forEach(member -> member.task().abort());
    }

    /** Lets the tasks run on without the set, which is empty then. As for handles that are dropped, failures go to the {@link UncaughtTaskHandler}. */
    public void detachAll() {
        members.copy().forEach(Joining::detach);
        outcomes.clear();
    }

    /**
     * How many tasks are in the set: those that run, and those whose outcome was not taken.
     *
     * @return zero or more
     */
    public int size() {
        return members.size();
    }

    /**
     * Whether no task is in the set.
     *
     * @return true at first, and once all outcomes have been taken
     */
    public boolean isEmpty() {
        return members.isEmpty();
    }

    /**
     * Aborts all tasks, and waits until each has cleaned up and ended. Values that were not taken are released. The set is closed from the first
     * poll on. Ready at once if it has been closed before.
     *
     * @return a new future. One is awaited at a time, and that of a second task throws {@link IllegalStateException}. Once all tasks have
     *     ended, it throws the failure of one of them or of its cleanup, with those of the others suppressed in it; tasks that merely were
     *     aborted have not failed. A {@linkplain dev.asyncfn.time.Timeouts#timeout timeout} around it is not enough for a bound, as
     *     that waits for cleanup: drop it, and the tasks get no more time
     */
    public Future<Void> shutdown() {
        return new Shutdown();
    }

    /**
     * Aborts all tasks, without waiting for them. Values that were not taken are released, and failures go to the {@link UncaughtTaskHandler}. May be
     * called again.
     */
    @Override
    public void close() {
        closed = true;
        outcomes.drop();
    }

    @Override
    public String toString() {
        return "JoinSet, " + members.size() + " left";
    }

    private final class Shutdown extends OwnedFuture<Void> implements Traced {
        private boolean ended;

        @Override
        public Poll<Void> poll(Context cx) throws Exception {
            if (ended) {
                throw new IllegalStateException("polled after completion");
            }
            ended = true; // if it throws
            SingleWait.enter(shutdowns, this, cx);
            closed = true;
            try {
                Poll<Void> poll = outcomes.pollDrop(cx);
                ended = poll.isReady();
                return poll;
            } finally {
                if (ended) {
                    SingleWait.leave(shutdowns, this);
                } else {
                    SingleWait.suspend(shutdowns, this, cx);
                }
            }
        }

        @Override
        public Poll<Void> pollDrop(Context cx) throws Exception {
            return ended ? Poll.ready(null) : poll(cx);
        }

        @Override
        public void drop() {
            if (!ended) {
                ended = true;
                SingleWait.leave(shutdowns, this);
                close();
            }
        }

        @Override
        public String toString() {
            return "JoinSet.shutdown";
        }

        @Override
        public String state() {
            return ended ? "DONE" : "JoinSet.shutdown, " + members.size() + " left";
        }

        @Override
        public Future<?> awaited() {
            return null;
        }

        @Override
        public List<Future<?>> awaitedAll() {
            return ended ? List.of() : List.copyOf(members.copy());
        }
    }
}
