package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Sneaky;
import java.util.ArrayList;
import java.util.List;

/** The outcome of the first future; the others are polled in the meantime, keep their outcomes, and still belong to the caller. */
final class Alongside<T> extends Branches<T> {
    Alongside(Future<T> main, List<? extends Shared<?>> others) {
        super("alongside", all(main, others));
    }

    private static List<Future<?>> all(Future<?> main, List<? extends Shared<?>> others) {
        List<Future<?>> all = new ArrayList<>();
        all.add(main);
        all.addAll(others);
        return all;
    }

    @Override
    @SuppressWarnings("unchecked") // the first branch is the future of T
    Poll<T> completed(int index, Object value, Throwable failure) {
        if (index != 0) {
            return Poll.pending();
        }
        if (failure != null) {
            throw Sneaky.asIs(failure);
        }
        return Poll.ready((T) value);
    }

    @Override
    boolean dropsTheRest() {
        return false;
    }

    @Override
    boolean owns(int index) {
        return index == 0;
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return undelivered(0);
    }
}
