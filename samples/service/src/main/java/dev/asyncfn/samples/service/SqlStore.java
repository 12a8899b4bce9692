package dev.asyncfn.samples.service;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.bridge.reactor.ReactorBridge.await;

import dev.asyncfn.AsyncFn;
import io.r2dbc.spi.R2dbcTransientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The orders in a database. */
final class SqlStore implements Store {
    private static final Logger LOG = LoggerFactory.getLogger(SqlStore.class);

    private final Database database;

    SqlStore(Database database) {
        this.database = database;
    }

    @AsyncFn
    @Override
    public <T, E extends Exception> T transaction(Work<T, E> work) throws E {
        try {
            return database.transaction(session -> work.on(new SqlOrders(session)));
        } catch (R2dbcTransientException busy) {
            LOG.warn("a transaction has failed: {}", busy.toString());
            throw Problem.unavailable("the database is too busy: try again later");
        }
    }

    @AsyncFn
    @Override
    public void check() {
        database.transaction(session -> async(() -> await(session.query(row -> 1, "SELECT 1"))));
    }
}
