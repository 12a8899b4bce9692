package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.future.Pair;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collector;

/**
 * Values that come one after the other, each when it is requested: Rust's {@code Stream}. It is to a {@link Future} what an
 * {@link java.util.Iterator} is to a value, and unrelated to {@link java.util.stream.Stream}.
 *
 * <p>In an async fn, a stream is read like a {@link java.io.BufferedReader}: null is the end. Rust's {@code while let}.
 *
 * <pre>{@code
 * try (Stream<String> lines = connection.lines()) {
 *     for (String line; (line = await(lines.next())) != null; ) { ... }
 *     while (await(lines.next()) instanceof String line) { ... }      // the same, from Java 21 on
 * }
 * }</pre>
 *
 * <p>Items are never null, so the end needs no wrapper around each item, and no allocation: where Rust has
 * {@code Poll<Option<T>>}, this has a {@code Poll<T>} that is ready with null.
 *
 * <p>An exception of a poll ends the stream. After its end, each stream of this library returns the end again; after it has thrown or was
 * dropped, polling it throws {@link IllegalStateException}. Other streams may differ, unless {@link #fuse()} is called on them.
 *
 * <p>A stream is driven by one thread at a time, like a future. The combinators here take over the stream they are called on: it is
 * dropped with them, at the latest when they have ended or thrown. Only {@link #next()} borrows it. If a combinator ends or fails before
 * the streams and futures that it owns, it gives them up by {@link #pollDrop}, and waits for their cleanup before the end or the failure is
 * visible.
 *
 * <p>An item belongs to the code that polls from then on. A combinator that keeps items for a while, such as {@link #zip}, {@link #chunks},
 * {@link #buffered} and {@link #toList}, releases those that it can no longer hand on when it is dropped or fails: see
 * {@link dev.asyncfn.Undelivered} and {@link #onUndelivered}. An item that was passed to a function of the user, such as the test of a
 * {@link #filter}, has been delivered; what {@link #skip} leaves out has not.
 *
 * @param <T> the type of the items
 */
@FunctionalInterface
public interface Stream<T> extends AutoCloseable {
    /**
     * Runs towards the next item as far as possible without blocking. Rust's {@code poll_next}.
     *
     * <p>The contract is that of {@link Future#poll}: after pending, the newest waker is woken once it is worth polling again. A stream
     * that produces items without waiting calls {@link Context#proceed()} before each.
     *
     * @param cx the context of this poll, as for {@link dev.asyncfn.Future#poll}
     * @return ready with the next item, or with null at the {@linkplain #end() end}; or pending; never null itself
     * @throws Exception the failure of the computation, which ends the stream; it has then released everything
     */
    Poll<T> pollNext(Context cx) throws Exception;

    /**
     * Gives up a stream that will not be polled again, as {@link Future#drop()} does for a future: it lets go of its waker, and drops what
     * it owns. Idempotent. A stream that has ended or thrown has nothing left to let go of; it must not be polled after this, either. By
     * default it does nothing.
     */
    default void drop() {}

    /**
     * Gives up a stream as {@link #drop()} does, but lets its cleanup wait, as {@link Future#pollDrop} does for a future: called again,
     * and nothing else but {@link #drop()}, which hurries, until it is ready. A stream that has ended or thrown is ready at once.
     *
     * <p>By default this is {@link #drop()}, ready at once. A stream that owns others, or futures, passes it on to all of them.
     *
     * @param cx the context of this call, as for {@link #pollNext}
     * @return ready with null once everything is released, or pending; never null
     * @throws Exception a failure of the cleanup: the first one, with the later ones suppressed in it
     */
    default Poll<Void> pollDrop(Context cx) throws Exception {
        drop();
        return Poll.ready(null);
    }

    /**
     * What becomes of an item of this stream if the code that has taken it can no longer hand it on, as
     * {@link Future#undelivered()} says it for the value of a future. To be asked right after the poll that was ready with the item. By
     * default, {@link Undelivered#close()}.
     *
     * @return how to release the item
     */
    default Undelivered<? super T> undelivered() {
        return Undelivered.close();
    }

    /** {@linkplain #drop() Drops} the stream, for try-with-resources. */
    @Override
    default void close() {
        drop();
    }

    /**
     * The result of {@link #pollNext} at the end: ready with null. Always the same instance, but any ready null is an end.
     *
     * @param <T> the type of the items
     * @return a poll whose value is null
     */
    static <T> Poll<T> end() {
        return Spent.endOfStream();
    }

    /**
     * The next item, or null at the end. Rust's {@code StreamExt::next}.
     *
     * <p>The future borrows the stream: dropping it leaves the stream as it was, and no item is lost.
     *
     * @return a new future for each call; one of them is awaited at a time
     */
    default Future<T> next() {
        return new Next<>(this);
    }

    /**
     * The items, mapped.
     *
     * @param <R> the type of the new items
     * @param mapping called in a poll, once for each item; must not return null
     * @return a stream that owns this one
     */
    default <R> Stream<R> map(Function<? super T, ? extends R> mapping) {
        return new MapStream<>(this, mapping);
    }

    /**
     * The items that pass the test.
     *
     * @param test called in a poll, once for each item
     * @return a stream that owns this one
     */
    default Stream<T> filter(Predicate<? super T> test) {
        return new FilterStream<>(this, test);
    }

    /**
     * The items, mapped, without those that map to null. Rust's {@code filter_map}.
     *
     * @param <R> the type of the new items
     * @param mapping called in a poll, once for each item; returns null to leave the item out
     * @return a stream that owns this one
     */
    default <R> Stream<R> filterMap(Function<? super T, ? extends R> mapping) {
        return new FilterMapStream<>(this, mapping);
    }

    /**
     * The same items, each passed to {@code look} first. The {@code peek} of a {@link java.util.stream.Stream}.
     *
     * @param look called in a poll, right before the item is returned; its exception ends the stream
     * @return a stream that owns this one
     */
    default Stream<T> inspect(Consumer<? super T> look) {
        Objects.requireNonNull(look, "look");
        return filter(item -> {
            look.accept(item);
            return true;
        });
    }

    /**
     * The items, each with its number, from 0 on.
     *
     * @return a stream that owns this one
     */
    default Stream<Pair<Long, T>> enumerate() {
        return new EnumeratedStream<>(this);
    }

    /**
     * The results of {@code step} for the state and each item; each result is also the next state. Unlike Rust's {@code scan}, it cannot end
     * early; {@link #takeWhile} can.
     *
     * @param <S> the type of the state
     * @param initial the first state, which is not itself an item; may be null
     * @param step called in a poll with the state and the item; must not return null
     * @return a stream that owns this one
     */
    default <S> Stream<S> scan(S initial, BiFunction<? super S, ? super T, ? extends S> step) {
        return map(new Scan<>(initial, step));
    }

    /**
     * The values of the futures made of the items, one after the other: the next item is requested when the future of the last is ready.
     * Rust's {@code then}.
     *
     * @param <R> the type of the new items
     * @param mapping called in a poll, once for each item; must not return null, and the values of its futures must not be null
     * @return a stream that owns this one and the future that is running
     */
    default <R> Stream<R> then(Function<? super T, ? extends Future<? extends R>> mapping) {
        return new ThenStream<>(this, mapping);
    }

    /**
     * The first {@code count} items. After the last of them the stream is dropped, and not polled again.
     *
     * @param count if it is zero, the stream is dropped in the first poll, without being polled
     * @return a stream that owns this one
     * @throws IllegalArgumentException if {@code count} is negative
     */
    default Stream<T> take(long count) {
        return new TakeStream<>(this, count);
    }

    /**
     * The items before the first one that fails the test, which is lost.
     *
     * @param test called in a poll, once for each item, until it fails; this stream is dropped then
     * @return a stream that owns this one
     */
    default Stream<T> takeWhile(Predicate<? super T> test) {
        return new TakeWhileStream<>(this, test);
    }

    /**
     * The items until {@code stop} is ready, which is polled before each item. Rust's {@code take_until}.
     *
     * @param stop belongs to the result; its value, which may be null, is released, as {@link dev.asyncfn.Undelivered} says, and its
     *     exception ends the stream
     * @return a stream that owns this one
     */
    default Stream<T> takeUntil(Future<?> stop) {
        return new TakeUntilStream<>(this, stop);
    }

    /**
     * The items after the first {@code count}.
     *
     * @param count zero skips nothing. Skipped items are released: see {@link #undelivered()}
     * @return a stream that owns this one
     * @throws IllegalArgumentException if {@code count} is negative
     */
    default Stream<T> skip(long count) {
        return new FilterStream<>(this, new Skip<>(count), true);
    }

    /**
     * The items from the first on that fails the test.
     *
     * @param test called in a poll for the first items, up to the first for which it returns false
     * @return a stream that owns this one
     */
    default Stream<T> skipWhile(Predicate<? super T> test) {
        return filter(new SkipWhile<>(test));
    }

    /**
     * The items of this stream, then those of the next.
     *
     * @param next polled only once this stream has ended; belongs to the result from now on
     * @return a stream that owns both
     */
    default Stream<T> chain(Stream<? extends T> next) {
        return new ChainStream<>(this, Streams.widen(next));
    }

    /**
     * Pairs of the items of both. Ends when either does, and then drops the other, and releases the item that it may already have returned.
     *
     * @param <U> the type of the other items
     * @param other belongs to the result; polled even while an item of this stream is still to come
     * @return a stream that owns both
     */
    default <U> Stream<Pair<T, U>> zip(Stream<U> other) {
        return new ZipStream<>(this, other);
    }

    /**
     * The items of both, as they come. See {@link Streams#merge}.
     *
     * @param other belongs to the result
     * @return a stream that owns both
     */
    default Stream<T> merge(Stream<? extends T> other) {
        return Streams.merge(List.of(this, other));
    }

    /**
     * The items of the streams made of the items, one stream after the other. Rust's {@code flat_map}.
     *
     * @param <R> the type of the new items
     * @param mapping called in a poll, when the stream before has ended; must not return null
     * @return a stream that owns this one and the stream whose items it returns
     */
    default <R> Stream<R> flatMap(Function<? super T, ? extends Stream<? extends R>> mapping) {
        return Streams.flatten(map(mapping));
    }

    /**
     * The values of the futures made of the items, in the order of the items, with up to {@code limit} of them under way at once.
     *
     * @param <R> the type of the new items
     * @param limit how many futures may run, or wait with their values for earlier ones
     * @param mapping called in a poll; must not return null, and the values of its futures must not be null
     * @return a stream that owns this one and the futures
     * @throws IllegalArgumentException if {@code limit} is not positive
     * @see Streams#buffered(Stream, int)
     */
    default <R> Stream<R> buffered(int limit, Function<? super T, ? extends Future<? extends R>> mapping) {
        return Streams.buffered(map(mapping), limit);
    }

    /**
     * The values of the futures made of the items, in the order of the items, with up to {@code limit} of them as tasks at once.
     *
     * @param <R> the type of the new items
     * @param limit how many tasks may run, or wait with their values for earlier ones
     * @param spawner starts the tasks, in a poll of the result; if it rejects one, the stream throws that after the values of the tasks
     *     before
     * @param mapping called in a poll; must not return null, and the values of its futures must not be null
     * @return a stream that owns this one, and aborts its tasks when it is dropped
     * @throws IllegalArgumentException if {@code limit} is not positive
     * @see Streams#buffered(Stream, int, Spawner)
     */
    default <R> Stream<R> buffered(
            int limit, Spawner spawner, Function<? super T, ? extends Future<? extends R>> mapping) {
        return Streams.buffered(map(mapping), limit, spawner);
    }

    /**
     * The values of the futures made of the items, as they complete, with up to {@code limit} of them under way at once.
     *
     * @param <R> the type of the new items
     * @param limit how many futures may run
     * @param mapping called in a poll; must not return null, and the values of its futures must not be null
     * @return a stream that owns this one and the futures
     * @throws IllegalArgumentException if {@code limit} is not positive
     * @see Streams#bufferUnordered(Stream, int)
     */
    default <R> Stream<R> bufferUnordered(int limit, Function<? super T, ? extends Future<? extends R>> mapping) {
        return Streams.bufferUnordered(map(mapping), limit);
    }

    /**
     * The values of the futures made of the items, as they complete, with up to {@code limit} of them as tasks at once.
     *
     * @param <R> the type of the new items
     * @param limit how many tasks may run, or have values that nobody has taken
     * @param spawner starts the tasks, in a poll of the result; if it rejects one, the stream throws that after the values of the tasks
     *     before
     * @param mapping called in a poll; must not return null, and the values of its futures must not be null
     * @return a stream that owns this one, and aborts its tasks when it is dropped
     * @throws IllegalArgumentException if {@code limit} is not positive
     * @see Streams#bufferUnordered(Stream, int, Spawner)
     */
    default <R> Stream<R> bufferUnordered(
            int limit, Spawner spawner, Function<? super T, ? extends Future<? extends R>> mapping) {
        return Streams.bufferUnordered(map(mapping), limit, spawner);
    }

    /**
     * Lists of {@code size} items each; the last may be shorter. An exception comes after a list of the items before it.
     *
     * @param size how many items each list has, except the last
     * @return a stream that owns this one. Each list is new, not empty, and belongs to the code that takes it
     * @throws IllegalArgumentException if {@code size} is not positive
     */
    default Stream<List<T>> chunks(int size) {
        return new ChunksStream<>(this, size, false);
    }

    /**
     * Lists of the items that are there without waiting, {@code most} at most, and one at least: it waits for the first only. Rust's
     * {@code ready_chunks}. An exception comes after a list of the items before it.
     *
     * @param most how many items a list has at most
     * @return a stream that owns this one. Each list is new, not empty, and belongs to the code that takes it
     * @throws IllegalArgumentException if {@code most} is not positive
     */
    default Stream<List<T>> readyChunks(int most) {
        return new ChunksStream<>(this, most, true);
    }

    /**
     * The same items, with the guarantee that after the end there is only the end. Rust's {@code fuse}.
     *
     * @return a stream that owns this one, and may be polled after its end, whatever this one does then
     */
    default Stream<T> fuse() {
        return new FuseStream<>(this);
    }

    /**
     * The same items, with a hook for those that are delivered to nobody, because a combinator has taken them over and cannot hand them on. As
     * {@link dev.asyncfn.future.Futures#onUndelivered(Future, Consumer)}. Combinators that return the same items pass the hook on.
     *
     * @param hook called at most once for each item. To keep items open that have other owners, it does nothing
     * @return a stream that owns this one
     */
    default Stream<T> onUndelivered(Consumer<? super T> hook) {
        return new OnUndeliveredStream<>(this, hook);
    }

    /**
     * The items, reduced. {@code initial}, the results of {@code step}, and so the value may be null. A drop releases no result, as that may be
     * {@code initial}, which is the caller's; {@link #toList()} owns its items.
     *
     * @param <R> the type of the value
     * @param initial the value if there are no items
     * @param step called in a poll with the result so far and the next item
     * @return a future that owns this stream; an exception of the stream or of {@code step} is its own
     */
    default <R> Future<R> fold(R initial, BiFunction<? super R, ? super T, ? extends R> step) {
        return new Fold<>(this, () -> initial, step, result -> result);
    }

    /**
     * The items, collected, as in {@link java.util.stream.Stream#collect(Collector)}; the collector is not used before the first poll.
     * What it has collected is not released by a drop; {@link #toList()} owns its items.
     *
     * @param <R> the type of the value
     * @param collector called by one thread at a time, and without its combiner
     * @return a future that owns this stream; an exception of the stream or of the collector is its own
     */
    default <R> Future<R> collect(Collector<? super T, ?, R> collector) {
        return Fold.collect(this, collector);
    }

    /**
     * All items, in an unmodifiable list.
     *
     * @return a future that owns this stream, and releases the items so far if it is dropped or the stream throws
     */
    default Future<List<T>> toList() {
        return new ToList<>(this);
    }

    /**
     * How many items there are. They are released, since nobody takes them: see {@link #undelivered()}.
     *
     * @return a future that owns this stream
     */
    default Future<Long> count() {
        return new Count<>(this);
    }

    /**
     * Passes each item to {@code action}. The future's value is null.
     *
     * @param action called in a poll; if it throws, that is the exception of the future
     * @return a future that owns this stream
     */
    default Future<Void> forEach(Consumer<? super T> action) {
        Objects.requireNonNull(action, "action");
        return this.<Void>fold(null, (nothing, item) -> {
            action.accept(item);
            return null;
        });
    }

    /**
     * Makes a future of each item, and awaits it before it requests the next. Rust's {@code for_each}. The future's value is null.
     *
     * @param action called in a poll; must not return null. The values of its futures, which may be null, are released, as
     *     {@link dev.asyncfn.Undelivered} says
     * @return a future that owns this stream and the future that is running
     */
    default Future<Void> forEachAsync(Function<? super T, ? extends Future<?>> action) {
        return then(Streams.untilDone(action)).forEach(done -> {});
    }

    /**
     * Makes a future of each item, and awaits up to {@code limit} of them at once. Rust's {@code for_each_concurrent}. The future's value
     * is null. The first failure ends everything: the stream and the other futures are given up, and it is thrown once they have cleaned up.
     *
     * @param limit how many futures may run
     * @param action called in a poll; must not return null. The values of its futures, which may be null, are released, as
     *     {@link dev.asyncfn.Undelivered} says
     * @return a future that owns this stream and the futures
     * @throws IllegalArgumentException if {@code limit} is not positive
     */
    default Future<Void> forEachConcurrent(int limit, Function<? super T, ? extends Future<?>> action) {
        return bufferUnordered(limit, Streams.untilDone(action)).forEach(done -> {});
    }

    /**
     * {@linkplain Sink#feed Feeds} all items to {@code sink}, then closes it. Rust's {@code forward}. The future's value is null.
     *
     * @param sink belongs to the future, which drops it if it fails or is dropped
     * @return a future that owns this stream and the sink
     */
    default Future<Void> forward(Sink<? super T> sink) {
        return new SendAll<>(this, sink, true);
    }

    /**
     * This stream for one {@link Flow.Subscriber}.
     *
     * @param spawner runs the task that polls this stream, once there is a subscriber
     * @return a publisher that any thread may use. It does not touch this stream before there is a subscriber
     * @see Streams#toPublisher(Stream, Spawner)
     */
    default Flow.Publisher<T> toPublisher(Spawner spawner) {
        return Streams.toPublisher(this, spawner);
    }
}
