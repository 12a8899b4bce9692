package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import java.util.Objects;
import java.util.concurrent.Callable;

/** The result of a function that is called in the first poll. */
final class Lazy<T> extends OwnedFuture<T> implements Traced {
    /** Null once it has been called or dropped. */
    private Callable<? extends T> function;

    Lazy(Callable<? extends T> function) {
        this.function = Objects.requireNonNull(function, "function");
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        Callable<? extends T> called = function;
        if (called == null) {
            throw new IllegalStateException("polled after completion");
        }
        if (!cx.proceed()) {
            return Poll.pending();
        }
        function = null;
        return Poll.ready(called.call());
    }

    @Override
    public void drop() {
        function = null;
    }

    @Override
    public String state() {
        return function == null ? "DONE" : "lazy";
    }

    @Override
    public Future<?> awaited() {
        return null;
    }
}
