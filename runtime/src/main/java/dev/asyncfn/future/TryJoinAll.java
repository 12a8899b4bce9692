package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Sneaky;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** All values, once the last future has completed; or the first failure, in time, which drops the others. */
final class TryJoinAll<T, E extends Exception> extends Branches<List<T>> implements TryFuture<List<T>, E> {
    private final Object[] values;

    TryJoinAll(List<? extends Future<? extends T>> futures) {
        super("tryJoin", futures);
        values = new Object[futures.size()];
    }

    @Override
    Poll<List<T>> completed(int index, Object value, Throwable failure) {
        if (failure != null) {
            throw Sneaky.asIs(failure);
        }
        values[index] = value;
        if (left() > 0) {
            return Poll.pending();
        }
        @SuppressWarnings("unchecked") // they come from futures of T
        List<T> all = (List<T>) Collections.unmodifiableList(Arrays.asList(values));
        return Poll.ready(all);
    }

    @Override
    boolean dropsTheRest() {
        return true;
    }

    @Override
    Object takeHeld(int index) {
        Object value = values[index];
        values[index] = null;
        return value;
    }

    @Override
    public Undelivered<? super List<T>> undelivered() {
        return new ListOfValues<>(this);
    }
}
