package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Sneaky;
import java.util.List;

/** The outcome of the first to complete; the others are dropped. */
final class Race<T> extends Branches<T> {
    private int winner;

    Race(List<? extends Future<? extends T>> futures) {
        super("race", futures);
    }

    @Override
    @SuppressWarnings("unchecked") // it comes from a future of T
    Poll<T> completed(int index, Object value, Throwable failure) {
        if (failure != null) {
            throw Sneaky.asIs(failure);
        }
        winner = index;
        return Poll.ready((T) value);
    }

    @Override
    boolean dropsTheRest() {
        return true;
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return undelivered(winner);
    }
}
