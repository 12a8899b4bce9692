package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.SharedFailure;
import dev.asyncfn.failure.Sneaky;
import java.util.List;

/** All values, once the last future has completed; or the first failure, in the order of the futures. */
final class JoinAll<T> extends ValuesOfBranches<T> {
    /** Made when the first branch fails. */
    private Throwable[] failures;

    JoinAll(List<? extends Future<? extends T>> futures) {
        super("join", futures);
    }

    @Override
    Poll<List<T>> completed(int index, Object value, Throwable failure) {
        hold(index, value);
        if (failure != null) {
            if (failures == null) {
                failures = new Throwable[count()];
            }
            failures[index] = failure;
        }
        if (left() > 0) {
            return Poll.pending();
        }
        if (failures != null) {
            throw Sneaky.asIs(firstOf(failures));
        }
        return all();
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
            } else if (failure != null) {
                SharedFailure.suppress(first, failure);
            }
        }
        return first;
    }
}
