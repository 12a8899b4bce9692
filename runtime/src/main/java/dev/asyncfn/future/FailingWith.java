package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.TryFuture;

/** Another future, which is now said to fail with E. */
final class FailingWith<T, E extends Exception> extends Wrapper<Future<T>, T> implements TryFuture<T, E> {
    FailingWith(Future<T> future) {
        super(future);
        OwnedFuture.claim(future, this);
    }

    @Override
    public String state() {
        return ended ? "DONE" : "failingWith";
    }
}
