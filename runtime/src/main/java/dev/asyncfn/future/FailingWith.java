package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import java.util.Objects;

/** Another future, which is now said to fail with E. */
final class FailingWith<T, E extends Exception> implements TryFuture<T, E>, Traced {
    private final Future<T> future;

    FailingWith(Future<T> future) {
        this.future = Objects.requireNonNull(future, "future");
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        return future.poll(cx);
    }

    @Override
    public void drop() {
        future.drop();
    }

    @Override
    public String state() {
        return "failingWith";
    }

    @Override
    public Future<?> awaited() {
        return future;
    }
}
