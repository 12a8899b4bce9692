package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import java.util.function.Function;

/**
 * Takes values, one after the other, as fast as it can: the other end of a {@link Stream}. Rust's {@code futures::sink::Sink}.
 *
 * <p>In an async fn it is used through the futures: {@code await(sink.send(item))}. Those who make sinks implement the four methods that
 * poll. An item is handed over only after {@link #pollReady} has been ready, which is how a sink holds back who sends.
 *
 * <p>What any of the methods throws breaks the sink, which lets go of everything; using it afterwards, or after it was closed or dropped,
 * is an {@link IllegalStateException}. A sink is driven by one thread at a time. The values of its futures are null; they borrow the
 * sink, so that dropping one of them leaves the sink as it is.
 *
 * @param <T> the type of the items
 */
public interface Sink<T> {
    /** Ready when the sink can take one item. Rust's {@code poll_ready}. */
    Poll<Void> pollReady(Context cx) throws Exception;

    /**
     * Takes an item. Called once after each time that {@link #pollReady} was ready; what it starts goes on in the other polls. Rust's
     * {@code start_send}.
     *
     * @throws IllegalStateException if the sink is not ready
     */
    void startSend(T item) throws Exception;

    /** Ready when all items have been dealt with that were taken so far. Rust's {@code poll_flush}. */
    Poll<Void> pollFlush(Context cx) throws Exception;

    /** Ready when all items have been dealt with, and the sink has let go of everything. Rust's {@code poll_close}. */
    Poll<Void> pollClose(Context cx) throws Exception;

    /**
     * Gives up a sink that was not closed: it lets go of its waker, and drops what it owns; items that it has not dealt with are lost.
     * Idempotent; does nothing to a sink that is closed or broken. By default it does nothing.
     */
    default void drop() {}

    /** Waits until the sink is ready, gives it the item, and flushes. Rust's {@code SinkExt::send}. */
    default Future<Void> send(T item) {
        return new SendItem<>(this, item, true);
    }

    /** Waits until the sink is ready, and gives it the item. It may sit in a buffer then. Rust's {@code SinkExt::feed}. */
    default Future<Void> feed(T item) {
        return new SendItem<>(this, item, false);
    }

    /** Waits until all items have been dealt with that were taken so far. Rust's {@code SinkExt::flush}. */
    default Future<Void> flush() {
        return new Settle(this, false);
    }

    /** Waits until all items have been dealt with, and closes the sink. Rust's {@code SinkExt::close}. */
    default Future<Void> close() {
        return new Settle(this, true);
    }

    /**
     * {@linkplain #feed Feeds} all items of {@code items}, then flushes; while it waits for an item it flushes, too. Rust's
     * {@code SinkExt::send_all}. The sink stays open.
     *
     * @param items belongs to the future, and is dropped with it
     * @see Stream#forward
     */
    default Future<Void> sendAll(Stream<? extends T> items) {
        return new SendAll<>(Streams.widen(items), this, false);
    }

    /** A sink that gives this one what {@code mapping} makes of its items. Rust's {@code SinkExt::with}. This sink belongs to it. */
    default <S> Sink<S> with(Function<? super S, ? extends T> mapping) {
        return new MappedSink<>(this, mapping);
    }

    /**
     * A sink that takes up to {@code capacity} items before this one does. Rust's {@code SinkExt::buffer}. This sink belongs to it. The
     * buffer is emptied while the new sink is polled: by what is sent to it, or flushed.
     *
     * @throws IllegalArgumentException if {@code capacity} is not positive
     */
    default Sink<T> buffer(int capacity) {
        return new BufferedSink<>(this, capacity);
    }
}
