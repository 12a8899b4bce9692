package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Sneaky;

/** The future of a task that is polled and dropped with thread-bound context. */
@SuppressWarnings("try") // nothing uses the resource but its close
final class WithContext<T> implements Future<T>, Traced {
    private final Future<T> future;
    private final TaskContext context;

    WithContext(Future<T> future, TaskContext context) {
        this.future = future;
        this.context = context;
    }

    /** The future that was spawned. */
    static Future<?> within(Future<?> future) {
        return future instanceof WithContext<?> wrapped ? wrapped.future : future;
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        try (AutoCloseable entered = context.enter()) {
            return future.poll(cx);
        }
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        try (AutoCloseable entered = context.enter()) {
            return future.pollDrop(cx);
        }
    }

    /** However the context fails, the future is dropped. */
    @Override
    public void drop() {
        boolean dropped = false;
        try (AutoCloseable entered = context.enter()) {
            dropped = true;
            future.drop();
        } catch (Throwable failure) {
            if (!dropped) {
                dropAfter(failure);
            }
            throw Sneaky.asIs(failure);
        }
    }

    private void dropAfter(Throwable failure) {
        try {
            future.drop();
        } catch (Throwable another) {
            failure.addSuppressed(another);
        }
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return future.undelivered();
    }

    @Override
    public String state() {
        return "with the context of the task";
    }

    @Override
    public Future<?> awaited() {
        return future;
    }
}
