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

    private SpawnedChild(JoinHandle<? extends T> task) {
        this.task = task;
    }

    /** The futures of a stream, each spawned as it comes by. */
    static <T> Stream<Future<T>> spawnEach(Stream<Future<? extends T>> futures, Spawner spawner) {
        Objects.requireNonNull(spawner, "spawner");
        return futures.map(future -> spawn(future, spawner));
    }

    private static <T> SpawnedChild<T> spawn(Future<? extends T> future, Spawner spawner) {
        try {
            return new SpawnedChild<>(spawner.spawn(future));
        } catch (Throwable rejected) {
            future.drop();
            throw rejected;
        }
    }

    @Override
    public Poll<T> poll(Context cx) {
        try {
            return task.poll(cx) instanceof Poll.Ready<? extends T> ready ? Poll.ready(ready.value()) : Poll.pending();
        } catch (JoinException e) {
            throw e.isCancelled() ? e : Sneaky.asIs(e.getCause());
        }
    }

    @Override
    public void drop() {
        task.abort();
        task.drop();
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
