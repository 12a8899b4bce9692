package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.failure.Sneaky;
import java.util.List;

/** All values, once the last future has completed; or the first failure, in time, which drops the others. */
final class TryJoinAll<T, E extends Exception> extends ValuesOfBranches<T> implements TryFuture<List<T>, E> {
    TryJoinAll(List<? extends Future<? extends T>> futures) {
        super("tryJoin", futures);
    }

    @Override
    Poll<List<T>> completed(int index, Object value, Throwable failure) {
        if (failure != null) {
            throw Sneaky.asIs(failure);
        }
        hold(index, value);
        if (left() > 0) {
            return Poll.pending();
        }
        return all();
    }

    @Override
    boolean dropsTheRest() {
        return true;
    }
}
