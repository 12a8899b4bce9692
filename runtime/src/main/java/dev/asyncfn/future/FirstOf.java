package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Sneaky;
import java.util.List;

/** The outcome of the first of many to complete, and which one it is; the others are dropped. */
final class FirstOf extends Branches<Selected<Object>> {
    FirstOf(List<? extends Future<?>> futures) {
        super("selection", futures);
    }

    @Override
    Poll<Selected<Object>> completed(int index, Object value, Throwable failure) {
        if (failure != null) {
            throw Sneaky.asIs(failure);
        }
        return Poll.ready(new Selected<>(index, value));
    }

    @Override
    boolean dropsTheRest() {
        return true;
    }

    @Override
    public Undelivered<? super Selected<Object>> undelivered() {
        return selected -> undelivered(selected.index()).release(selected.value());
    }
}
