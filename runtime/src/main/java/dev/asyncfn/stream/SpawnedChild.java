package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.failure.Sneaky;
import java.util.Objects;

/** A future that runs as a separate task, but is still owned: it throws the exception of the future, and dropping it aborts the task. */
final class SpawnedChild<T> extends OwnedFuture<T> implements Traced {
    private final JoinHandle<? extends T> task;
    /** Whether it was aborted, and its end is waited for. */
    private boolean aborting;

    private boolean ended;

    private SpawnedChild(JoinHandle<? extends T> task) {
        this.task = task;
    }

    /** The futures of a stream, each spawned as it comes by. */
    static <T> Stream<Future<T>> spawnEach(Stream<Future<? extends T>> futures, Spawner spawner) {
        Objects.requireNonNull(spawner, "spawner");
        return futures.map(future -> spawn(future, spawner));
    }

    private static <T> SpawnedChild<T> spawn(Future<? extends T> future, Spawner spawner) {
        Object claimant = "a buffered stream";
        OwnedFuture.claim(future, claimant); // if something else drives it, it must not be dropped here
        OwnedFuture.disclaim(future, claimant);
        try {
            return new SpawnedChild<>(Objects.requireNonNull(spawner.spawn(future), "the spawner returned null"));
        } catch (Throwable rejected) {
            future.drop();
            throw rejected;
        }
    }

    @Override
    public Poll<T> poll(Context cx) {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        ended = true;
        try {
            if (task.poll(cx) instanceof Poll.Ready<? extends T> ready) {
                return Poll.ready(ready.value());
            }
        } catch (JoinException e) {
            throw e.isCancelled() ? e : Sneaky.asIs(e.getCause());
        }
        ended = false;
        return Poll.pending();
    }

    /** Aborts the task, and waits for its end. */
    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        if (ended) {
            return Poll.ready(null);
        }
        if (!aborting) {
            aborting = true;
            task.abort();
        }
        ended = true;
        try {
            ended = ChildFuture.completes(task, cx); // or it was ready before the abort
        } catch (JoinException e) {
            if (!e.isCancelled()) {
                throw Sneaky.asIs(e.getCause());
            }
        }
        return ended ? Poll.ready(null) : Poll.pending();
    }

    /** Aborts the task, which ends by itself; if that was tried before, it gets no more time. */
    @Override
    public void drop() {
        if (!ended) {
            ended = true;
            if (aborting) {
                task.abortNow();
            } else {
                task.abort();
            }
            task.drop();
        }
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ChildFuture.undelivered(task);
    }

    @Override
    public String state() {
        return task.isFinished() ? "DONE" : "spawned";
    }

    @Override
    public Future<?> awaited() {
        return task;
    }
}
