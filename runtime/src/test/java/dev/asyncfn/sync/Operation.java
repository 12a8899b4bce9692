package dev.asyncfn.sync;

import dev.asyncfn.Future;

/** One await of an {@link Actor}, and what the model says of it. */
abstract class Operation<T> {
    final Future<T> future;

    Operation(Future<T> future) {
        this.future = future;
    }

    /** Asked right before each poll: whether that will end the wait. At first it is also when the operation begins. */
    abstract boolean endsNow();

    abstract void completed(T value);

    /** The poll threw; by default that is not what the model says. */
    void failed(RuntimeException failure) {
        throw new AssertionError("not what the model says", failure);
    }

    /** Dropped after at least one pending poll. */
    abstract void dropped();
}
