package dev.asyncfn.samples.service;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.sync.Semaphore;
import dev.asyncfn.time.ElapsedException;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can be done with orders. It knows nothing of HTTP, SQL or threads, so its tests run in virtual time. */
final class OrderService {
    private static final Logger LOG = LoggerFactory.getLogger(OrderService.class);

    private final Store store;
    private final Payments payments;
    private final Semaphore paying;

    /**
     * A service over these.
     *
     * @param paying one permit for each payment that may be under way. It holds a connection to the database while the provider takes its time, so
     *     there must be fewer permits than connections: reading then never waits for the provider
     */
    OrderService(Store store, Payments payments, Semaphore paying) {
        this.store = store;
        this.payments = payments;
        this.paying = paying;
    }

    @AsyncFn
    Order create(NewOrder order) {
        return store.transaction(orders -> async(() -> await(orders.add(order))));
    }

    @AsyncFn
    Order find(long id) {
        return store.transaction(orders -> async(() -> await(orders.find(id)).orElseThrow(() -> Problem.notFound(id))));
    }

    @AsyncFn
    List<Order> list(long after, int limit) {
        return store.transaction(orders -> async(() -> await(orders.list(after, limit))));
    }

    /**
     * Pays an order. Two at once for the same order pay it once: the second waits for the row, and then finds the receipt. If this is given up,
     * because the client has gone, so is the call of the provider, and the transaction is rolled back.
     */
    @AsyncFn
    @SuppressWarnings("try") // the permit is only held
    Order pay(long id) {
        try (Semaphore.Permit permit = await(paying.acquire())) {
            return store.transaction(orders -> async(() -> {
                Order order = await(orders.lock(id)).orElseThrow(() -> Problem.notFound(id));
                if (order.isPaid()) {
                    throw Problem.conflict("order " + id + " is paid already");
                }
                String receipt = await(payments.charge(order));
                orders.setReceipt(id, receipt);
                return order.paid(receipt);
            }));
        } catch (IOException | ElapsedException failure) {
            LOG.warn("order {} is not paid: {}", id, failure.toString());
            throw Problem.unavailable("the payment provider does not answer: try again later");
        }
    }
}
