package dev.asyncfn.samples.service;

import static dev.asyncfn.Async.await;
import static dev.asyncfn.bridge.reactor.ReactorBridge.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import dev.asyncfn.bridge.reactor.ReactorBridge;
import dev.asyncfn.executor.BlockingPool;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A pool of connections, and transactions on them. */
final class Database implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Dialect dialect;
    private final ConnectionPool pool;
    /** Where statements are started: on the calling thread, unless that would block it. */
    private final Scheduler scheduler;

    private final BlockingPool threads;

    private Database(Dialect dialect, ConnectionFactory factory, int connections) {
        this.dialect = dialect;
        this.pool = new ConnectionPool(ConnectionPoolConfiguration.builder(factory)
                .initialSize(1)
                .maxSize(connections)
                .maxAcquireTime(LONGEST_WAIT)
                .build());
        // A statement may wait for another transaction, and behind it the rollback of its own: two threads for each
        // connection.
        this.threads = BlockingPool.builder()
                .name("database")
                .maxThreads(2 * connections)
                .build();
        this.scheduler = dialect.blocks() ? Schedulers.fromExecutor(this::runBlocking, true) : Schedulers.immediate();
    }

    /**
     * A pool for the database of this address. Nothing is connected yet.
     *
     * @param url of R2DBC
     * @param connections how many there are at most
     */
    static Database of(String url, int connections) {
        return new Database(Dialect.of(url), ConnectionFactories.get(url), connections);
    }

    private void runBlocking(Runnable statement) {
        threads.spawnBlocking(() -> {
                    statement.run();
                    return null;
                })
                .drop();
    }

    Dialect dialect() {
        return dialect;
    }

    /** How many connections are in use, idle, and waited for. */
    PoolMetrics metrics() {
        return pool.getMetrics().orElseThrow();
    }

    /** A connection, which the caller closes. One that comes too late, because the request has been given up, goes back to the pool. */
    Future<Session> connect() {
        Mono<Session> session = pool.create().map(connection -> new Session(connection, oneAfterTheOther()));
        return ReactorBridge.future(session.subscribeOn(scheduler), Session::close);
    }

    /** For the statements of one session: a rollback must not overtake a statement that was given up while it ran. */
    private Scheduler oneAfterTheOther() {
        return dialect.blocks() ? Schedulers.single(scheduler) : scheduler;
    }

    /** As {@link Store#transaction}, for work with a session. */
    @AsyncFn
    <T, E extends Exception> T transaction(Work<T, E> work) throws E {
        Session session = await(connect());
        boolean committed = false;
        try {
            await(session.begin());
            T value = await(work.on(session));
            await(session.commit());
            committed = true;
            return value;
        } finally {
            // Also runs to its end if the task is aborted, at whichever await.
            try {
                if (!committed) {
                    await(session.rollback());
                }
            } finally {
                await(session.close());
            }
        }
    }

    /** Closes all connections, and waits for that. */
    @Override
    public void close() {
        pool.dispose();
        threads.close();
    }

    /** What is to be done on a connection. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        /** The future of the work, of which nothing has run yet. */
        TryFuture<T, E> on(Session session);
    }
}
