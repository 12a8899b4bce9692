package dev.asyncfn.samples.service;

import static dev.asyncfn.bridge.reactor.ReactorBridge.await;

import dev.asyncfn.AsyncFn;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Optional;

/**
 * The orders as one transaction sees them.
 *
 * @param session has begun the transaction
 */
record SqlOrders(Session session) implements Orders {
    private static final String COLUMNS = "SELECT id, reference, item, cents, receipt FROM orders ";

    private static Order order(Readable row) {
        return new Order(
                row.get("id", Long.class),
                row.get("reference", String.class),
                row.get("item", String.class),
                row.get("cents", Long.class),
                row.get("receipt", String.class));
    }

    @AsyncFn
    @Override
    public Order add(NewOrder order) {
        try {
            List<Long> ids = await(session.insert(
                    row -> row.get("id", Long.class),
                    "id",
                    "INSERT INTO orders (reference, item, cents) VALUES ($1, $2, $3)",
                    order.reference(),
                    order.item(),
                    order.cents()));
            return new Order(ids.get(0), order.reference(), order.item(), order.cents(), null);
        } catch (R2dbcDataIntegrityViolationException taken) {
            throw Problem.conflict("there is an order with the reference " + order.reference());
        }
    }

    @AsyncFn
    @Override
    public Optional<Order> find(long id) {
        return first(await(session.query(SqlOrders::order, COLUMNS + "WHERE id = $1", id)));
    }

    @AsyncFn
    @Override
    public Optional<Order> lock(long id) {
        return first(await(session.query(SqlOrders::order, COLUMNS + "WHERE id = $1 FOR UPDATE", id)));
    }

    private static Optional<Order> first(List<Order> found) {
        return found.stream().findFirst();
    }

    @AsyncFn
    @Override
    public List<Order> list(long after, int limit) {
        return await(session.query(
                SqlOrders::order, COLUMNS + "WHERE id > $1 ORDER BY id FETCH FIRST " + limit + " ROWS ONLY", after));
    }

    @AsyncFn
    @Override
    public void setReceipt(long id, String receipt) {
        await(session.update("UPDATE orders SET receipt = $1 WHERE id = $2", receipt, id));
    }
}
