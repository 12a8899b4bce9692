package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import java.util.Objects;

/** A future of the user's that a stream or a sink polls. */
final class ChildFuture {
    private ChildFuture() {}

    /** Polls it. The caller lets go of it when it throws, so its part of the stack trace is restored first. */
    static <T> Poll<T> poll(Future<T> child, Context cx) throws Exception {
        try {
            return Objects.requireNonNull(child.poll(cx), "poll returned null");
        } catch (Throwable thrown) {
            Traced.restore(thrown, child);
            throw thrown;
        }
    }

    /** What becomes of the value that it is ready with. */
    @SuppressWarnings("unchecked") // the value is that of the future
    static <T> Undelivered<? super T> undelivered(Future<? extends T> child) {
        return (Undelivered<? super T>) child.undelivered();
    }

    /** Drops it, unless it is null. */
    static void drop(Future<?> child) {
        if (child != null) {
            child.drop();
        }
    }
}
