package dev.asyncfn.samples.service;

import dev.asyncfn.AsyncFn;
import java.util.List;
import java.util.Optional;

/** The orders, as one {@linkplain Store#transaction transaction} sees them. */
interface Orders {
    /**
     * Stores an order.
     *
     * @throws Problem if there is one with that reference
     */
    @AsyncFn
    Order add(NewOrder order);

    /** The order with this id. */
    @AsyncFn
    Optional<Order> find(long id);

    /** As {@link #find}, but other transactions that lock the order wait until this one has ended. */
    @AsyncFn
    Optional<Order> lock(long id);

    /** At most {@code limit} orders whose ids are greater than {@code after}, the smallest first. */
    @AsyncFn
    List<Order> list(long after, int limit);

    /** Notes that an order is paid. */
    @AsyncFn
    void setReceipt(long id, String receipt);
}
