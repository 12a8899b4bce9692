package dev.asyncfn.samples.service;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.sync.Mutex;
import dev.asyncfn.time.Sleep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Orders in memory, for tests in virtual time: each call takes a millisecond, and what a transaction has written is there once it is committed. */
final class FakeStore implements Store {
    private static final Duration CALL = Duration.ofMillis(1);

    final List<String> log = new ArrayList<>();
    private final Map<Long, Order> stored = new TreeMap<>();
    private final Map<Long, Mutex<Void>> rows = new TreeMap<>();

    void put(Order order) {
        stored.put(order.id(), order);
        rows.put(order.id(), new Mutex<>(null));
    }

    Order get(long id) {
        return stored.get(id);
    }

    @AsyncFn
    @Override
    public <T, E extends Exception> T transaction(Work<T, E> work) throws E {
        FakeOrders orders = new FakeOrders();
        String end = "rollback";
        try {
            T value = await(work.on(orders));
            await(Sleep.of(CALL));
            orders.written.forEach((id, order) -> put(order));
            end = "commit";
            return value;
        } finally {
            log.add(end);
            orders.locks.forEach(Mutex.Guard::close);
        }
    }

    @AsyncFn
    @Override
    public void check() {
        await(Sleep.of(CALL));
    }

    private final class FakeOrders implements Orders {
        private final Map<Long, Order> written = new TreeMap<>();
        private final List<Mutex.Guard<Void>> locks = new ArrayList<>();

        @AsyncFn
        @Override
        public Order add(NewOrder order) {
            await(Sleep.of(CALL));
            Order added = new Order(stored.size() + 1, order.reference(), order.item(), order.cents(), null);
            written.put(added.id(), added);
            return added;
        }

        @AsyncFn
        @Override
        public Optional<Order> find(long id) {
            await(Sleep.of(CALL));
            return Optional.ofNullable(stored.get(id));
        }

        @AsyncFn
        @Override
        public Optional<Order> lock(long id) {
            Mutex<Void> row = rows.get(id);
            if (row != null) {
                locks.add(await(row.lock()));
            }
            return await(find(id));
        }

        @AsyncFn
        @Override
        public List<Order> list(long after, int limit) {
            await(Sleep.of(CALL));
            return stored.values().stream()
                    .filter(order -> order.id() > after)
                    .limit(limit)
                    .toList();
        }

        @AsyncFn
        @Override
        public void setReceipt(long id, String receipt) {
            await(Sleep.of(CALL));
            written.put(id, stored.get(id).paid(receipt));
        }
    }
}
