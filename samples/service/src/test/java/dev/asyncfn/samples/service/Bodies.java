package dev.asyncfn.samples.service;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;
import static dev.asyncfn.bridge.reactor.ReactorBridge.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.List;
import java.util.Optional;

/** Transactions of the tests. */
final class Bodies {
    private Bodies() {}

    @AsyncFn
    static Order add(Store store, NewOrder order) {
        return store.transaction(orders -> async(() -> await(orders.add(order))));
    }

    /** Adds an order, and fails with what {@code then} fails with; or waits for it. */
    @AsyncFn
    static Order addThen(Store store, NewOrder order, Future<?> then) {
        return store.transaction(orders -> async(() -> {
            Order added = await(orders.add(order));
            await(then);
            return added;
        }));
    }

    /** Pays an order by itself, with the lock held until {@code then} is ready. */
    @AsyncFn
    static Order lockThen(Store store, long id, Runnable locked, Future<?> then) {
        return store.transaction(orders -> async(() -> {
            Order order = await(orders.lock(id)).orElseThrow();
            locked.run();
            await(then);
            orders.setReceipt(id, "receipt");
            return order;
        }));
    }

    @AsyncFn
    static Optional<Order> find(Store store, long id) {
        return store.transaction(orders -> async(() -> await(orders.find(id))));
    }

    @AsyncFn
    static List<Order> list(Store store, long after, int limit) {
        return store.transaction(orders -> async(() -> await(orders.list(after, limit))));
    }

    /** Holds a connection until {@code then} is ready. */
    @AsyncFn
    static void hold(Database database, Runnable held, Future<?> then) {
        database.transaction(session -> async(() -> {
            held.run();
            await(then);
        }));
    }

    @AsyncFn
    static long count(Database database, String table) {
        return database.transaction(session -> async(() -> {
            List<Long> counted = await(session.query(row -> row.get(0, Long.class), "SELECT count(*) FROM " + table));
            return counted.get(0);
        }));
    }
}
