package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Sneaky;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** All values, once the last future has completed; or the first failure, in the order of the futures. */
final class JoinAll<T> extends Branches<List<T>> {
    private final Object[] values;
    /** Made when the first branch fails. */
    private Throwable[] failures;

    JoinAll(List<? extends Future<? extends T>> futures) {
        super("join", futures);
        values = new Object[futures.size()];
    }

    @Override
    Poll<List<T>> completed(int index, Object value, Throwable failure) {
        values[index] = value;
        if (failure != null) {
            if (failures == null) {
                failures = new Throwable[values.length];
            }
            failures[index] = failure;
        }
        if (left() > 0) {
            return Poll.pending();
        }
        if (failures != null) {
            throw Sneaky.asIs(firstOf(failures));
        }
        @SuppressWarnings("unchecked") // they come from futures of T
        List<T> all = (List<T>) Collections.unmodifiableList(Arrays.asList(values));
        return Poll.ready(all);
    }

    @Override
    boolean dropsTheRest() {
        return false; // there is none
    }

    static Throwable firstOf(Throwable[] failures) {
        Throwable first = null;
        for (Throwable failure : failures) {
            if (first == null) {
                first = failure;
            } else if (failure != null && failure != first) {
                first.addSuppressed(failure);
            }
        }
        return first;
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
