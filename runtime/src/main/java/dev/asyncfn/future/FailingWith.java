package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Undelivered;
import java.util.Objects;

/** Another future, which is now said to fail with E. */
final class FailingWith<T, E extends Exception> extends OwnedFuture<T> implements TryFuture<T, E>, Traced {
    private final Future<T> future;

    FailingWith(Future<T> future) {
        this.future = Objects.requireNonNull(future, "future");
        OwnedFuture.claim(future, this);
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        return future.poll(cx);
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        return future.pollDrop(cx);
    }

    @Override
    public void drop() {
        future.drop();
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return future.undelivered();
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
