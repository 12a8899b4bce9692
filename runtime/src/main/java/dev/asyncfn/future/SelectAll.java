package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Sneaky;
import java.util.List;

/** The outcome of the first of many to complete; the others are left as they are. */
final class SelectAll<T> extends Branches<Selected<T>> {
    SelectAll(List<? extends Future<? extends T>> futures) {
        super("selectAll", futures);
    }

    @Override
    @SuppressWarnings("unchecked") // it comes from a future of T
    Poll<Selected<T>> completed(int index, Object value, Throwable failure) {
        if (failure != null) {
            throw Sneaky.asIs(failure);
        }
        return Poll.ready(new Selected<>(index, (T) value));
    }

    @Override
    boolean dropsTheRest() {
        return false;
    }

    @Override
    public Undelivered<? super Selected<T>> undelivered() {
        return selected -> undelivered(selected.index()).release(selected.value());
    }
}
