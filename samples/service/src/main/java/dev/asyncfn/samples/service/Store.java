package dev.asyncfn.samples.service;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.TryFuture;

/** Where the orders are. */
interface Store {
    /**
     * Runs {@code work} in a transaction, which is committed if the work completes, and rolled back if it fails or is given up.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that the work may fail with
     * @param work called once
     * @return the value of the work
     * @throws E if the work does
     */
    @AsyncFn
    <T, E extends Exception> T transaction(Work<T, E> work) throws E;

    /** Fails unless the store answers. */
    @AsyncFn
    void check();

    /** What is to be done in a transaction: usually {@code orders -> async(() -> ...)} in an async fn. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        /** The future of the work, of which nothing has run yet. */
        TryFuture<T, E> on(Orders orders);
    }
}
