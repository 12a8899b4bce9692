package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Ending;
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

    /** Polls it to its end: whether it is there. Its value, which nobody takes, is released. */
    static <T> boolean completes(Future<T> child, Context cx) throws Exception {
        if (!(poll(child, cx) instanceof Poll.Ready<T> ready)) {
            return false;
        }
        child.undelivered().release(ready.value());
        return true;
    }

    /** A future that the user has made, which gets an owner. If it has one already, it is left to that. */
    static <T> Future<T> claimed(Future<T> made, Object owner, String ifNull) {
        OwnedFuture.claim(Objects.requireNonNull(made, ifNull), owner);
        return made;
    }

    /** Gives it up, unless it is null; whether it needs more time. */
    static boolean isPendingAfterDrop(Future<?> child, Context cx) throws Exception {
        try {
            return child != null && child.pollDrop(cx).isPending();
        } catch (Throwable thrown) {
            Traced.restore(thrown, child);
            throw thrown;
        }
    }

    /** The same, where a failure is noted; whether it has ended. */
    static boolean letsGo(Future<?> child, Ending<?> ending, Context cx) {
        try {
            return !isPendingAfterDrop(child, cx);
        } catch (Throwable thrown) {
            ending.failed(thrown);
            return true;
        }
    }

    /** Drops it, unless it is null. */
    static void drop(Future<?> child) {
        if (child != null) {
            child.drop();
        }
    }
}
