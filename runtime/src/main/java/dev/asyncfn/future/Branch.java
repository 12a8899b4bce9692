package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.RepeatableFuture;
import dev.asyncfn.Undelivered;
import dev.asyncfn.Waker;
import dev.asyncfn.failure.Drops;

/** One of the futures of a {@link Branches}. A future that is there more than once has a branch for each place. */
final class Branch extends Child<Object> {
    final int index;

    /** Whether it owns its future, and drops it at the end. */
    final boolean owned;

    /** The first branch of the same future, which knows but one waker: that one's. */
    Branch leader = this;

    /** Another branch of the same future. */
    private Branch twin;

    /** How to release its value; null until it has one, and once that was released. */
    Undelivered<Object> undelivered;

    /** Whether the value of this branch, or of a twin, was released. */
    boolean released;

    Branch(ReadyQueue queue, int index, Future<?> future, boolean owned) {
        super(queue, future);
        this.index = index;
        this.owned = owned;
    }

    /** The future has completed with a value. */
    @SuppressWarnings("unchecked") // the value that is passed to it is that of the future
    void keep(Future<?> completed) {
        undelivered = (Undelivered<Object>) completed.undelivered();
    }

    /**
     * The other is of the same future as this.
     *
     * @param name of the combinator, for the message
     * @throws IllegalStateException if the future cannot be there twice
     */
    void share(Branch other, String name) {
        boolean stateless =
                future.getClass().isHidden(); // a lambda: it polls what it captures, or what is new each time
        if (!(future instanceof RepeatableFuture<?>) && !stateless) {
            throw new IllegalStateException("futures " + (index + 1) + " and " + (other.index + 1) + " of a " + name
                    + " are the same, " + future.getClass().getSimpleName()
                    + ", which cannot be driven twice: a future has one owner. Share the future");
        }
        other.leader = this;
        other.twin = twin;
        twin = other;
    }

    /** Lets go of its future, if that has not completed. */
    void drop(Drops drops) {
        Future<?> dropped = future;
        future = null;
        if (owned) {
            drops.drop(dropped);
        }
    }

    /** What the poll throws whose future has dropped all of it, against the rules: the poll would wait forever. */
    IllegalStateException droppedWhilePolled(Object value, Throwable failure) {
        IllegalStateException dropped = new IllegalStateException("dropped during its own poll");
        Drops drops = new Drops(dropped);
        if (failure != null) {
            drops.and(failure);
        }
        if (undelivered != null) {
            drops.release(undelivered, value);
        }
        return dropped;
    }

    /** As the owner of its future. */
    @Override
    public String toString() {
        return queue.owner.getClass().getSimpleName();
    }

    @Override
    protected Waker note() {
        boolean woken = enqueue();
        for (Branch other = twin; other != null; other = other.twin) {
            woken |= other.enqueue();
        }
        return woken ? queue.takeTask() : null;
    }
}
