package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;

/** The future of a task that is polled and dropped with thread-bound context. */
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
        AutoCloseable entered = context.enter();
        Drops drops = new Drops(null);
        Poll<T> poll = null;
        try {
            poll = future.poll(cx);
        } catch (Throwable thrown) {
            drops.and(thrown);
        }
        leave(entered, drops);
        if (drops.failure() != null && poll instanceof Poll.Ready<T> ready) { // which has no way out now
            drops.release(future.undelivered(), ready.value());
        }
        drops.rethrow();
        return poll;
    }

    /** If the context fails, the future has no more time: a task does not ask again. */
    @Override
    public Poll<Void> pollDrop(Context cx) {
        Drops drops = new Drops(null);
        AutoCloseable entered = enter(drops);
        boolean ended = drops.failure() == null; // if it throws
        try {
            ended = ended && future.pollDrop(cx).isReady();
        } catch (Throwable thrown) {
            drops.and(thrown);
        }
        leave(entered, drops);
        if (drops.failure() != null && !ended) {
            drops.drop(future);
        }
        drops.rethrow();
        return ended ? Poll.ready(null) : Poll.pending();
    }

    /** However the context fails, the future is dropped. */
    @Override
    public void drop() {
        Drops drops = new Drops(null);
        AutoCloseable entered = enter(drops);
        drops.drop(future);
        leave(entered, drops);
        drops.rethrow();
    }

    private AutoCloseable enter(Drops drops) {
        try {
            return context.enter();
        } catch (Throwable thrown) {
            drops.and(thrown);
            return null;
        }
    }

    private static void leave(AutoCloseable entered, Drops drops) {
        try {
            if (entered != null) {
                entered.close();
            }
        } catch (Throwable thrown) {
            drops.and(thrown);
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
