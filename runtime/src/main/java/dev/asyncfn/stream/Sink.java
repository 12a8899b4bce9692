package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import java.util.function.Function;

/**
 * Accepts values, one after the other, as fast as it can: the opposite of a {@link Stream}. Rust's {@code futures::sink::Sink}.
 *
 * <p>In an async fn it is used through the futures: {@code await(sink.send(item))}. To write a sink, implement the four methods
 * that poll. An item is passed only after {@link #pollReady} has been ready, which is how a sink applies backpressure.
 *
 * <p>An exception of any method breaks the sink, which lets go of everything; using it afterwards, or after it was closed or dropped,
 * throws {@link IllegalStateException}. A sink is driven by one thread at a time. The values of its futures are null; they borrow the
 * sink, so that dropping one of them leaves the sink unchanged.
 *
 * <p>An item belongs to the future of {@code send} or {@code feed} until the sink has taken it. If it cannot be passed on, because that
 * future is dropped or the sink fails before, it is closed if it is {@link AutoCloseable}: see {@link dev.asyncfn.Undelivered}.
 *
 * @param <T> the type of the items
 */
public interface Sink<T> {
    /**
     * Ready when the sink can take one item. Rust's {@code poll_ready}.
     *
     * @param cx the context of this poll, as for {@link dev.asyncfn.Future#poll}
     * @return ready with null, or pending: then the newest waker is woken when it is worth polling again
     * @throws Exception the failure of the sink, which is broken then
     */
    Poll<Void> pollReady(Context cx) throws Exception;

    /**
     * Takes an item. Called once after each time that {@link #pollReady} was ready; what it starts continues in the other polls. Rust's
     * {@code start_send}.
     *
     * @param item belongs to the sink from now on, unless this throws an {@link IllegalStateException}
     * @throws IllegalStateException if the sink is not ready
     * @throws Exception the failure of the sink, which is broken then
     */
    void startSend(T item) throws Exception;

    /**
     * Ready when all items accepted so far have been processed. Rust's {@code poll_flush}.
     *
     * @param cx as for {@link #pollReady}
     * @return ready with null, or pending
     * @throws Exception the failure of the sink, which is broken then
     */
    Poll<Void> pollFlush(Context cx) throws Exception;

    /**
     * Ready when all items have been processed, and the sink has let go of everything. Rust's {@code poll_close}.
     *
     * @param cx as for {@link #pollReady}
     * @return ready with null, also when the sink is closed already; or pending
     * @throws Exception the failure of the sink, which is broken then
     */
    Poll<Void> pollClose(Context cx) throws Exception;

    /**
     * Gives up a sink that was not closed: it lets go of its waker, and drops what it owns. Items in its buffer are undelivered: they are
     * closed if they are {@link AutoCloseable}.
     * Idempotent; has no effect on a sink that is closed or broken. By default it does nothing.
     */
    default void drop() {}

    /**
     * Gives up a sink as {@link #drop()} does, but lets its cleanup wait, as {@link Future#pollDrop} does for a future: called again, and
     * nothing else but {@link #drop()}, which hurries, until it is ready. It has no effect on a sink that is closed or broken.
     *
     * <p>By default this is {@link #drop()}, ready at once. A sink that owns another, or a future, passes it on.
     *
     * @param cx the context of this call, as for {@link #pollReady}
     * @return ready with null once everything is released, or pending; never null
     * @throws Exception a failure of the cleanup: the first one, with the later ones suppressed in it
     */
    default Poll<Void> pollDrop(Context cx) throws Exception {
        drop();
        return Poll.ready(null);
    }

    /**
     * Waits until the sink is ready, passes it the item, and flushes. Rust's {@code SinkExt::send}.
     *
     * @param item belongs to the future until the sink takes it
     * @return a future that borrows this sink. Once it is ready, the item has been processed
     */
    default Future<Void> send(T item) {
        return new SendItem<>(this, item, true);
    }

    /**
     * Waits until the sink is ready, and passes it the item, which may stay in a buffer. Rust's {@code SinkExt::feed}.
     *
     * @param item belongs to the future until the sink takes it
     * @return a future that borrows this sink. Once it is ready, the sink has the item
     */
    default Future<Void> feed(T item) {
        return new SendItem<>(this, item, false);
    }

    /**
     * Waits until all items accepted so far have been processed. Rust's {@code SinkExt::flush}.
     *
     * @return a future that borrows this sink
     */
    default Future<Void> flush() {
        return new Settle(this, false);
    }

    /**
     * Waits until all items have been processed, and closes the sink. Rust's {@code SinkExt::close}.
     *
     * @return a future that borrows this sink; if it is dropped early, the sink has to be closed again or {@linkplain #drop() dropped}
     */
    default Future<Void> close() {
        return new Settle(this, true);
    }

    /**
     * {@linkplain #feed Feeds} all items of {@code items}, then flushes; while it waits for an item it flushes, too. Rust's
     * {@code SinkExt::send_all}. The sink stays open.
     *
     * @param items belongs to the future, and is dropped with it
     * @return a future that borrows this sink
     * @see Stream#forward
     */
    default Future<Void> sendAll(Stream<? extends T> items) {
        return new SendAll<>(Streams.widen(items), this, false);
    }

    /**
     * A sink that maps its items with {@code mapping}, and passes them to this one. Rust's {@code SinkExt::with}. This sink belongs to it.
     *
     * @param <S> the type of the new items
     * @param mapping called when an item is sent; must not return null. If it throws, both sinks are broken
     * @return a sink that closes and drops this one with itself
     */
    default <S> Sink<S> with(Function<? super S, ? extends T> mapping) {
        return new MappedSink<>(this, mapping);
    }

    /**
     * A sink that buffers up to {@code capacity} items for this one. Rust's {@code SinkExt::buffer}. This sink belongs to it. The
     * buffer is emptied while the new sink is polled, by sending or flushing.
     *
     * @param capacity how many items it holds at most
     * @return a sink that closes and drops this one with itself
     * @throws IllegalArgumentException if {@code capacity} is not positive
     */
    default Sink<T> buffer(int capacity) {
        return new BufferedSink<>(this, capacity);
    }
}
