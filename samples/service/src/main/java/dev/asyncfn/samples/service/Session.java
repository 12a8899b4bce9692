package dev.asyncfn.samples.service;

import dev.asyncfn.Future;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.util.List;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * A connection of the pool: R2DBC's publishers as monos, of which an async fn awaits one after the other.
 *
 * @param connection belongs to one task
 * @param scheduler where its statements are started
 */
record Session(Connection connection, Scheduler scheduler) {
    Mono<Void> begin() {
        return started(connection.beginTransaction());
    }

    Mono<Void> commit() {
        return started(connection.commitTransaction());
    }

    /** Does nothing if there is no transaction. */
    Mono<Void> rollback() {
        return started(connection.rollbackTransaction());
    }

    /**
     * Begins to give the connection back to the pool. That is not a mono, which would be cancelled if the task was aborted just while it waits: begun is
     * finished, whoever waits.
     */
    Future<Void> close() {
        return Future.fromShared(started(connection.close()).toFuture());
    }

    /** Runs a statement with these values for {@code $1}, {@code $2} and so on, and counts the rows that it has changed. */
    Mono<Long> update(String sql, Object... values) {
        return started(Flux.from(statement(sql, values).execute())
                .flatMap(Result::getRowsUpdated)
                .reduce(0L, Long::sum));
    }

    /** Runs a query with these values for {@code $1}, {@code $2} and so on. */
    <T> Mono<List<T>> query(Function<Readable, T> row, String sql, Object... values) {
        return started(Flux.from(statement(sql, values).execute())
                .flatMap(result -> result.map(row))
                .collectList());
    }

    /** As {@link #query}, for a statement that inserts: its row is the generated value of the column. */
    <T> Mono<List<T>> insert(Function<Readable, T> row, String generated, String sql, Object... values) {
        return started(Flux.from(
                        statement(sql, values).returnGeneratedValues(generated).execute())
                .flatMap(result -> result.map(row))
                .collectList());
    }

    private Statement statement(String sql, Object... values) {
        Statement statement = connection.createStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.bind("$" + (i + 1), values[i]);
        }
        return statement;
    }

    private <T> Mono<T> started(Publisher<T> publisher) {
        return Mono.from(publisher).subscribeOn(scheduler);
    }
}
