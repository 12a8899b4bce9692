package dev.asyncfn;

/** A future that names an exception with which the one that it passes on never fails. */
final class Fallible<T, E extends Exception> extends OwnedFuture<T> implements TryFuture<T, E>, Traced {
    private final Future<T> future;

    Fallible(Future<T> future) {
        this.future = future;
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
    public Poll<Void> pollDrop(Context cx) throws Exception {
        return future.pollDrop(cx);
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return future.undelivered();
    }

    @Override
    public String state() {
        return future instanceof Traced traced ? traced.state() : "START";
    }

    @Override
    public Future<?> awaited() {
        return future;
    }
}
