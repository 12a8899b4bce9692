package dev.asyncfn.stream;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.future.Pair;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Creates streams. Rust's {@code futures::stream}. Operations on one stream are methods of {@link Stream}; the most common ones are also
 * here.
 */
public final class Streams {
    private Streams() {}

    /**
     * These items.
     *
     * @param <T> the type of the items
     * @param items copied; none of them may be null
     * @return a new stream
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> Stream<T> of(T... items) {
        return fromIterable(List.of(items));
    }

    /**
     * The items of an iterable, which is asked for its iterator at the first poll. Rust's {@code stream::iter}. Each item spends a unit of
     * the {@linkplain dev.asyncfn.Context#proceed() budget}, so that a task that keeps reading still yields. A null among the items is
     * a {@link NullPointerException} of that poll.
     *
     * @param <T> the type of the items
     * @param items read by the thread that polls; its iterator should not block
     * @return a new stream
     */
    public static <T> Stream<T> fromIterable(Iterable<? extends T> items) {
        Objects.requireNonNull(items, "items");
        return new FuseStream<>(new IteratorStream<T>(items::iterator));
    }

    /**
     * As {@link #fromIterable}; the iterator, which should not block, is used up.
     *
     * @param <T> the type of the items
     * @param items belongs to the stream; it is not touched before the first poll
     * @return a new stream
     */
    public static <T> Stream<T> fromIterator(Iterator<? extends T> items) {
        Objects.requireNonNull(items, "items");
        return new FuseStream<>(new IteratorStream<T>(() -> items));
    }

    /**
     * No items.
     *
     * @param <T> the type of the items
     * @return a new stream
     */
    public static <T> Stream<T> empty() {
        return new FuseStream<>(Spent.ended());
    }

    /**
     * No items, and no end.
     *
     * @param <T> the type of the items
     * @return a new stream, whose polls are pending and keep no waker
     */
    public static <T> Stream<T> pending() {
        return new FuseStream<>(cx -> Poll.pending());
    }

    /**
     * One item: the value of a future, which must not be null.
     *
     * @param <T> the type of the item
     * @param future belongs to the stream; its exception is that of the stream
     * @return a new stream, which ends after the item
     */
    public static <T> Stream<T> once(Future<? extends T> future) {
        return new FuseStream<>(new OnceStream<T>(future));
    }

    /**
     * The values of {@code supplier}, without end.
     *
     * @param <T> the type of the items
     * @param supplier called in a poll, when an item is requested; must not return null, and should not block. Its exception ends the
     *     stream
     * @return a new stream, which spends a unit of the budget for each item
     */
    public static <T> Stream<T> repeatWith(Supplier<? extends T> supplier) {
        Objects.requireNonNull(supplier, "supplier");
        return new FuseStream<>(cx -> cx.proceed() ? item(supplier.get()) : Poll.pending());
    }

    /**
     * The items that {@code step} derives from a state: it returns a future of the next item and the next state, or of null for the end.
     *
     * @param <S> the type of the state
     * @param <T> the type of the items
     * @param initial the first state, which may be null, like the later ones
     * @param step called in a poll, once the item before was taken; must not return null. An exception of a step ends the stream. A
     *     state that it has returned, and that no other step gets, since the stream is dropped, is released with a pair whose item is null, by the
     *     {@link Future#undelivered()} of that step: by default, it is closed if it is {@link AutoCloseable}. To keep one that has other owners, see
     *     {@link dev.asyncfn.future.Futures#onUndelivered}. The initial state is the caller's until the first poll
     * @return a new stream, which owns the step that is running
     */
    public static <S, T> Stream<T> unfold(S initial, Function<? super S, ? extends Future<Pair<T, S>>> step) {
        return new FuseStream<>(new UnfoldStream<>(initial, step));
    }

    /**
     * The values of futures that are requested one after the other, until one is empty: a receiver of a channel as a stream, as in
     * {@code Streams.generate(receiver::recv)}. tokio's {@code ReceiverStream}.
     *
     * @param <T> the type of the items
     * @param next is called for each item; the receiver behind it remains the caller's
     * @return a new stream, which owns the future that is running
     */
    public static <T> Stream<T> generate(Supplier<? extends Future<Optional<T>>> next) {
        Objects.requireNonNull(next, "next");
        return unfold(null, nothing -> new ReceivedPair<>(next.get()));
    }

    /**
     * The items that a future sends, until it completes: a generator.
     *
     * <pre>{@code
     * Stream<Integer> squares = Streams.generate(out -> async(() -> {
     *     for (int i = 0; i < 10; i++) {
     *         await(out.send(i * i));
     *     }
     * }));
     * }</pre>
     *
     * <p>The future is made in the first poll, and makes progress only while the stream is polled. There is no buffer: {@code send} completes
     * when the item has been taken, and the next one is requested. Its failure is that of the stream, after the item that it may have
     * sent before; its value is released, as {@link dev.asyncfn.Undelivered} says. Dropping the stream drops the future. What the
     * future then sends in its cleanup is released, too, and {@code send} does not wait.
     *
     * @param <T> the type of the items
     * @param body makes the future, given the sink to send the items to; must not return null. The sink is closed when the future has ended, and of no use
     *     outside of it
     * @return a new stream, which owns the future
     */
    public static <T> Stream<T> generate(Function<? super Sink<T>, ? extends Future<?>> body) {
        return new FuseStream<>(new GeneratedStream<>(body));
    }

    /**
     * The stream whose {@code pollNext} is this function: gives a lambda its type, as in
     * {@code Streams.pollFn(interval::pollTick)}. Rust's {@code poll_fn}. After the end or an exception, the function is not called any more.
     *
     * @param <T> the type of the items
     * @param pollNext belongs to the result; called under the contract of {@link Stream#pollNext}
     * @return a new stream
     */
    public static <T> Stream<T> pollFn(Stream<T> pollNext) {
        return new FuseStream<>(pollNext);
    }

    /**
     * As {@link Stream#map}.
     *
     * @param <T> the type of the items
     * @param <R> the type of the new items
     * @param stream belongs to the result
     * @param mapping called in a poll; must not return null
     * @return a stream that owns {@code stream}
     */
    public static <T, R> Stream<R> map(Stream<T> stream, Function<? super T, ? extends R> mapping) {
        return stream.map(mapping);
    }

    /**
     * As {@link Stream#filter}.
     *
     * @param <T> the type of the items
     * @param stream belongs to the result
     * @param test called in a poll, once for each item
     * @return a stream that owns {@code stream}
     */
    public static <T> Stream<T> filter(Stream<T> stream, Predicate<? super T> test) {
        return stream.filter(test);
    }

    /**
     * As {@link Stream#chunks}.
     *
     * @param <T> the type of the items
     * @param stream belongs to the result
     * @param size how many items each list has, except the last
     * @return a stream that owns {@code stream}. Each list is new, not empty, and belongs to the code that takes it
     * @throws IllegalArgumentException if {@code size} is not positive
     */
    public static <T> Stream<List<T>> chunks(Stream<T> stream, int size) {
        return stream.chunks(size);
    }

    /**
     * The items of the streams in {@code streams}, one stream after the other. Rust's {@code flatten}.
     *
     * @param <T> the type of the items
     * @param streams belongs to the result, and so does each stream in it, from when its turn comes
     * @return a stream that owns {@code streams} and the stream whose items it returns
     */
    public static <T> Stream<T> flatten(Stream<? extends Stream<? extends T>> streams) {
        return new FlattenStream<>(widen(streams));
    }

    /**
     * The items of all streams, as they come, until the last has ended. Rust's {@code select_all}.
     *
     * <p>A poll polls only the streams that were woken, in that order; a stream that has returned an item goes to the end of the line, so that
     * none starves the others. An exception of one ends everything: it is thrown once the others, which are given up, have cleaned up.
     *
     * @param <T> the common type of the items
     * @param streams is copied
     * @return a stream that owns all of them; of an empty list, one that ends at once
     */
    public static <T> Stream<T> merge(List<? extends Stream<? extends T>> streams) {
        return new FuseStream<>(new MergeStream<T>(streams));
    }

    /**
     * The items of both, as they come, until both have ended. See {@link #merge(List)}. tokio's {@code merge}.
     *
     * @param <T> the common type of the items
     * @param first belongs to the result
     * @param second belongs to the result
     * @return a stream that owns both
     */
    public static <T> Stream<T> merge(Stream<? extends T> first, Stream<? extends T> second) {
        return merge(List.of(first, second));
    }

    /**
     * The values of the futures in a stream, in the order of the stream, with up to {@code limit} of them under way at once.
     * Rust's {@code buffered}.
     *
     * <p>The futures make progress only while this stream is polled: a consumer that is slow with an item keeps all of them waiting, and any
     * locks that they hold. {@link #buffered(Stream, int, Spawner)} does not. An exception of a future comes at its place in the order, and
     * ends everything: the other futures and the stream are given up, and it is thrown once they have cleaned up. An exception of the stream comes after the values of its futures.
     *
     * @param <T> the type of the items
     * @param futures must return futures whose values are not null
     * @param limit how many futures may run, or wait with their values for earlier ones
     * @return a stream that owns {@code futures} and the futures that are running
     * @throws IllegalArgumentException if {@code limit} is not positive: there could be no progress
     */
    public static <T> Stream<T> buffered(Stream<? extends Future<? extends T>> futures, int limit) {
        return new BufferedStream<>(widen(futures), limit);
    }

    /**
     * As {@link #buffered(Stream, int)}, with each future as a task, which makes progress by itself: a slow consumer does not stall it. Up to
     * {@code limit} tasks are spawned whose values the consumer has not taken. In a {@link dev.asyncfn.executor.TaskScope} none
     * of them outlives the scope.
     *
     * <p>When the stream is dropped, or one of them throws, the other tasks are aborted; the exception is thrown once they have ended. If a task was aborted from elsewhere, the stream
     * throws its {@link dev.asyncfn.executor.JoinException}.
     *
     * @param <T> the type of the items
     * @param futures must return futures whose values are not null; belongs to the result
     * @param limit how many tasks may run, or wait with their values for earlier ones
     * @param spawner starts the tasks, in a poll of the result; if it rejects one, the stream throws that after the values of the tasks
     *     before
     * @return a stream that owns {@code futures}, and aborts its tasks when it is dropped
     * @throws IllegalArgumentException if {@code limit} is not positive
     */
    public static <T> Stream<T> buffered(Stream<? extends Future<? extends T>> futures, int limit, Spawner spawner) {
        return buffered(SpawnedChild.spawnEach(widen(futures), spawner), limit);
    }

    /**
     * As {@link #buffered(Stream, int)}, in the order in which the futures complete. Rust's {@code buffer_unordered}.
     *
     * @param <T> the type of the items
     * @param futures must return futures whose values are not null; belongs to the result
     * @param limit how many futures may run
     * @return a stream that owns {@code futures} and the futures that are running
     * @throws IllegalArgumentException if {@code limit} is not positive
     */
    public static <T> Stream<T> bufferUnordered(Stream<? extends Future<? extends T>> futures, int limit) {
        return new BufferUnorderedStream<>(widen(futures), limit);
    }

    /**
     * As {@link #buffered(Stream, int, Spawner)}, in the order in which the tasks complete.
     *
     * @param <T> the type of the items
     * @param futures must return futures whose values are not null; belongs to the result
     * @param limit how many tasks may run, or have values that nobody has taken
     * @param spawner starts the tasks, in a poll of the result; if it rejects one, the stream throws that after the values of the tasks
     *     before
     * @return a stream that owns {@code futures}, and aborts its tasks when it is dropped
     * @throws IllegalArgumentException if {@code limit} is not positive
     */
    public static <T> Stream<T> bufferUnordered(
            Stream<? extends Future<? extends T>> futures, int limit, Spawner spawner) {
        return bufferUnordered(SpawnedChild.spawnEach(widen(futures), spawner), limit);
    }

    /**
     * The items of a publisher, requested one at a time.
     *
     * @param <T> the type of the items
     * @param publisher subscribed to at the first poll, and not before
     * @return a new stream, which cancels the subscription when it is dropped
     * @see #fromPublisher(Flow.Publisher, int)
     */
    public static <T> Stream<T> fromPublisher(Flow.Publisher<? extends T> publisher) {
        return fromPublisher(publisher, 1);
    }

    /**
     * The items of a publisher, of which up to {@code prefetch} are requested in advance; more are requested when half of them have been
     * taken. It subscribes at the first poll, and cancels when it is dropped. An error of the publisher is thrown by a poll, unchanged, after
     * the items before it.
     *
     * <p>The rules of Reactive Streams are kept, and a publisher that breaks them does no harm: signals after its end or after a
     * cancel are ignored; if it signals more items than were requested, the subscription is cancelled, and the stream throws
     * {@link IllegalStateException} after those that were.
     *
     * @param <T> the type of the items
     * @param publisher subscribed to at the first poll, and not before; it may signal on any thread
     * @param prefetch how many items may be queued
     * @return a new stream, which cancels the subscription when it is dropped
     * @throws IllegalArgumentException if {@code prefetch} is not positive
     */
    public static <T> Stream<T> fromPublisher(Flow.Publisher<? extends T> publisher, int prefetch) {
        return new FuseStream<>(new PublisherStream<T>(publisher, prefetch));
    }

    /**
     * As {@link #fromPublisher(Flow.Publisher, int)}, with a hook for the items that were requested and are not taken: those in the queue when
     * the stream is dropped, those that come later, and those that a combinator has taken and cannot hand on. Without it, they are left
     * alone, even if they are {@link AutoCloseable}, because other subscribers may have them, too.
     *
     * @param <T> the type of the items
     * @param publisher subscribed to at the first poll, and not before; it may signal on any thread
     * @param prefetch how many items may be queued
     * @param onUndelivered called for each such item, once, by any thread, outside all locks
     * @return a new stream, which cancels the subscription when it is dropped
     * @throws IllegalArgumentException if {@code prefetch} is not positive
     */
    public static <T> Stream<T> fromPublisher(
            Flow.Publisher<? extends T> publisher, int prefetch, Consumer<? super T> onUndelivered) {
        Objects.requireNonNull(onUndelivered, "onUndelivered");
        return new FuseStream<>(new PublisherStream<T>(publisher, prefetch, onUndelivered::accept));
    }

    /**
     * A publisher of a stream. The stream becomes a task, which polls it while there is demand and no longer, and calls the subscriber.
     * When the subscriber cancels, the task drops the stream.
     *
     * <p>A stream can be read once, so this takes one subscriber; later ones receive an {@link IllegalStateException}. An
     * exception of the stream is signalled unchanged. The end is found only when more items are requested than there are. If the executor is
     * closed or rejects the task, the subscriber receives a {@link java.util.concurrent.CancellationException}, or the exception of the
     * spawner, such as a {@link java.util.concurrent.RejectedExecutionException}. An exception of a subscriber's method, which the rules
     * forbid, ends the task as its failure, and the stream is dropped.
     *
     * @param <T> the type of the items
     * @param stream belongs to the publisher, and to the task once there is a subscriber; not touched before
     * @param spawner called by the thread that subscribes
     * @return a publisher that any thread may use
     */
    public static <T> Flow.Publisher<T> toPublisher(Stream<? extends T> stream, Spawner spawner) {
        return StreamPublisher.unicast(widen(stream), spawner);
    }

    /**
     * As {@link #toPublisher(Stream, Spawner)}, with a new stream for each subscriber.
     *
     * @param <T> the type of the items
     * @param streams is called for each subscriber, which receives its exceptions
     * @param spawner called by the thread that subscribes
     * @return a publisher that any thread may use. It calls {@code streams} for several subscribers at once if they subscribe at once
     */
    public static <T> Flow.Publisher<T> toPublisher(Supplier<? extends Stream<? extends T>> streams, Spawner spawner) {
        return new StreamPublisher<>(() -> widen(streams.get()), spawner);
    }

    /** A stream of T is also a stream of every supertype of T. */
    @SuppressWarnings("unchecked") // a stream only returns items
    static <T> Stream<T> widen(Stream<? extends T> stream) {
        return (Stream<T>) Objects.requireNonNull(stream, "stream");
    }

    /** Ready with an item, which must be one. */
    static <T> Poll<T> item(T item) {
        return Poll.ready(Objects.requireNonNull(item, "null is not an item"));
    }

    /** The futures, with an item for their value, whatever that is. */
    static <T> Function<T, Future<Object>> untilDone(Function<? super T, ? extends Future<?>> action) {
        Objects.requireNonNull(action, "action");
        return item -> new Completion(action.apply(item));
    }
}
