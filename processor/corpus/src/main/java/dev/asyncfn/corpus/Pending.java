package dev.asyncfn.corpus;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;

/** A future that is pending once, and then ready with a value that was there all along. Not thread-safe, like any future. */
public final class Pending<T> implements Future<T> {
    private static final LongAdder SUSPENSIONS = new LongAdder();

    private final T value;
    private boolean asked;

    private Pending(T value) {
        this.value = value;
    }

    /** What a value call in a body is wrapped in: the call is made first, then the async fn is suspended. */
    public static <T> Future<T> once(T value) {
        return new Pending<>(value);
    }

    /** The same as a stage, with {@code -Dcorpus.stages=true}: javac infers types from it in another way. It is never pending. */
    public static <T> CompletionStage<T> stage(T value) {
        return CompletableFuture.completedFuture(value);
    }

    /** What follows a call of a void method. */
    public static Future<Void> once() {
        return new Pending<>(null);
    }

    /** The body of a method whose own body was moved into an async fn: runs that one's future on the calling thread. */
    public static <T> T run(Future<T> future) {
        return Async.blockOn(future);
    }

    /** How often an async fn was suspended in this JVM. */
    public static long suspensions() {
        return SUSPENSIONS.sum();
    }

    @Override
    public Poll<T> poll(Context cx) {
        if (asked) {
            return Poll.ready(value);
        }
        asked = true;
        SUSPENSIONS.increment();
        cx.waker().wakeByRef();
        return Poll.pending();
    }
}
