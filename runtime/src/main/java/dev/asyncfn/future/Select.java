package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Sneaky;
import java.util.List;

/** The outcome of the first of two to complete; the other one is left unchanged. */
final class Select<L, R> extends Branches<Either<L, R>> {
    Select(Future<L> left, Future<R> right) {
        super("select", List.of(left, right));
    }

    @Override
    @SuppressWarnings("unchecked") // the first branch is the future of L, the second that of R
    Poll<Either<L, R>> completed(int index, Object value, Throwable failure) {
        if (failure != null) {
            throw Sneaky.asIs(failure);
        }
        return Poll.ready(index == 0 ? new Either.Left<>((L) value) : new Either.Right<>((R) value));
    }

    @Override
    boolean dropsTheRest() {
        return false;
    }

    @Override
    public Undelivered<? super Either<L, R>> undelivered() {
        return either -> {
            if (either instanceof Either.Left<L, R> left) {
                undelivered(0).release(left.value());
            } else if (either instanceof Either.Right<L, R> right) {
                undelivered(1).release(right.value());
            }
        };
    }
}
