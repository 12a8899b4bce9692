package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Sneaky;
import java.util.List;

/** The value of the first to complete with one; the others are dropped. */
final class RaceOk<T> extends Branches<T> {
    private final Throwable[] failures;
    private int winner;

    RaceOk(List<? extends Future<? extends T>> futures) {
        super("raceOk", futures);
        failures = new Throwable[futures.size()];
    }

    @Override
    @SuppressWarnings("unchecked") // it comes from a future of T
    Poll<T> completed(int index, Object value, Throwable failure) {
        if (failure == null) {
            winner = index;
            return Poll.ready((T) value);
        }
        failures[index] = failure;
        if (left() == 0) {
            throw Sneaky.asIs(JoinAll.firstOf(failures));
        }
        return Poll.pending();
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
