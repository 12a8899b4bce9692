package dev.asyncfn.executor;

import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;

/** A future with a value bound to one task local, beside those that are bound where it is polled. */
final class WithLocal<T, E extends Exception> extends WithBindings<T, E> {
    /** The value, with the others of the newest poll: mostly the same each time. */
    private Bindings bindings;

    WithLocal(TaskLocal<?> local, Object value, Future<T> future) {
        super(future);
        this.bindings = new Bindings(local, value, null);
        OwnedFuture.claim(future, this);
    }

    @Override
    Bindings over(Bindings current) {
        if (bindings.outer() != current) {
            bindings = new Bindings(bindings.local(), bindings.value(), current);
        }
        return bindings;
    }

    @Override
    public String state() {
        return "with " + bindings.local();
    }
}
