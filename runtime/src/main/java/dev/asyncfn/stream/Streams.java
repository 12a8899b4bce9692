package dev.asyncfn.stream;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Pair;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Makes streams. Rust's {@code futures::stream}. What is made of one stream is a method of {@link Stream} itself; the most usual of these are
 * here, too.
 */
public final class Streams {
    /** The value of a future of which only the end is of interest. */
    private static final Object DONE = new Object();

    private Streams() {}

    /** These items. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> Stream<T> of(T... items) {
        return fromIterable(List.of(items));
    }

    /**
     * The items of an iterable, which is asked for its iterator at the first poll. Rust's {@code stream::iter}. Each item spends a unit of
     * the {@linkplain dev.asyncfn.Context#proceed() budget}, so that a task that reads on and on still yields. A null among the items is
     * a {@link NullPointerException} of that poll.
     */
    public static <T> Stream<T> fromIterable(Iterable<? extends T> items) {
        Objects.requireNonNull(items, "items");
        return new FuseStream<>(new IteratorStream<T>(items::iterator));
    }

    /** As {@link #fromIterable}; the iterator, which should not block, is used up. */
    public static <T> Stream<T> fromIterator(Iterator<? extends T> items) {
        Objects.requireNonNull(items, "items");
        return new FuseStream<>(new IteratorStream<T>(() -> items));
    }

    /** No items. */
    public static <T> Stream<T> empty() {
        return new FuseStream<>(Spent.ended());
    }

    /** No items, and no end. */
    public static <T> Stream<T> pending() {
        return new FuseStream<>(cx -> Poll.pending());
    }

    /** One item: the value of a future, which must not be null. */
    public static <T> Stream<T> once(Future<? extends T> future) {
        return new FuseStream<>(new OnceStream<T>(future));
    }

    /**
     * What {@code supplier} gives, again and again.
     *
     * @param supplier must not give null
     */
    public static <T> Stream<T> repeatWith(Supplier<? extends T> supplier) {
        Objects.requireNonNull(supplier, "supplier");
        return new FuseStream<>(cx -> cx.proceed() ? item(supplier.get()) : Poll.pending());
    }

    /**
     * What {@code step} makes of a state: a future of the next item and the next state, or of null for the end.
     *
     * @param initial the first state, which may be null, as the later ones may
     */
    public static <S, T> Stream<T> unfold(S initial, Function<? super S, ? extends Future<Pair<T, S>>> step) {
        return new FuseStream<>(new UnfoldStream<>(initial, step));
    }

    /**
     * The values of futures that are asked for one after the other, until one is empty: what a receiver of a channel is as a stream, as in
     * {@code Streams.generate(receiver::recv)}. tokio's {@code ReceiverStream}.
     *
     * @param next is called for each item; the receiver behind it remains the caller's
     */
    public static <T> Stream<T> generate(Supplier<? extends Future<Optional<T>>> next) {
        Objects.requireNonNull(next, "next");
        return unfold(
                null,
                nothing -> Futures.map(
                        next.get(),
                        item -> item.map(value -> new Pair<>(value, null)).orElse(null)));
    }

    /**
     * The stream whose {@code pollNext} is this function: gives a lambda its type, as in
     * {@code Streams.pollFn(interval::pollTick)}. Rust's {@code poll_fn}. After its end, or a throw, the function is not called any more.
     */
    public static <T> Stream<T> pollFn(Stream<T> pollNext) {
        return new FuseStream<>(pollNext);
    }

    /** As {@link Stream#map}. */
    public static <T, R> Stream<R> map(Stream<T> stream, Function<? super T, ? extends R> mapping) {
        return stream.map(mapping);
    }

    /** As {@link Stream#filter}. */
    public static <T> Stream<T> filter(Stream<T> stream, Predicate<? super T> test) {
        return stream.filter(test);
    }

    /**
     * As {@link Stream#chunks}.
     *
     * @throws IllegalArgumentException if {@code size} is not positive
     */
    public static <T> Stream<List<T>> chunks(Stream<T> stream, int size) {
        return stream.chunks(size);
    }

    /** The items of the streams that {@code streams} gives, one after the other. Rust's {@code flatten}. */
    public static <T> Stream<T> flatten(Stream<? extends Stream<? extends T>> streams) {
        return new FlattenStream<>(widen(streams));
    }

    /**
     * The items of all streams, as they come, until the last has ended. Rust's {@code select_all}.
     *
     * <p>A poll polls only the streams that were woken, in the order in which they were; one that has given an item goes to the end of
     * the line, so that none starves the others. A throw of one ends it all: the others are dropped.
     *
     * @param streams is copied
     */
    public static <T> Stream<T> merge(List<? extends Stream<? extends T>> streams) {
        return new FuseStream<>(new MergeStream<T>(streams));
    }

    /** The items of both, as they come, until both have ended. See {@link #merge(List)}. tokio's {@code merge}. */
    public static <T> Stream<T> merge(Stream<? extends T> first, Stream<? extends T> second) {
        return merge(List.of(first, second));
    }

    /**
     * The values of the futures that a stream gives, in the order of the stream, with up to {@code limit} of them under way at once.
     * Rust's {@code buffered}.
     *
     * <p>The futures go on only while this stream is polled: a consumer that takes its time with an item keeps them all waiting, and
     * whatever they hold locked. {@link #buffered(Stream, int, Spawner)} does not. What one throws comes at its place in the order, and
     * ends it all: the other futures and the stream are dropped. What the stream throws comes after the values of its futures.
     *
     * @param futures must give futures whose values are not null
     * @throws IllegalArgumentException if {@code limit} is not positive, since it could never get on
     */
    public static <T> Stream<T> buffered(Stream<? extends Future<? extends T>> futures, int limit) {
        return new BufferedStream<>(widen(futures), limit);
    }

    /**
     * As {@link #buffered(Stream, int)}, with the futures as tasks of their own, which go on by themselves: a slow consumer does not stall
     * them. Up to {@code limit} are spawned that the consumer has not taken the value of. In a {@link dev.asyncfn.executor.TaskScope} none
     * of them outlives the scope.
     *
     * <p>When the stream is dropped, or one of them throws, the other tasks are aborted. If a task was aborted by others, the stream
     * throws its {@link dev.asyncfn.executor.JoinException}.
     *
     * @throws IllegalArgumentException if {@code limit} is not positive
     */
    public static <T> Stream<T> buffered(Stream<? extends Future<? extends T>> futures, int limit, Spawner spawner) {
        return buffered(SpawnedChild.spawnEach(widen(futures), spawner), limit);
    }

    /**
     * As {@link #buffered(Stream, int)}, in the order in which the futures complete. Rust's {@code buffer_unordered}.
     *
     * @throws IllegalArgumentException if {@code limit} is not positive
     */
    public static <T> Stream<T> bufferUnordered(Stream<? extends Future<? extends T>> futures, int limit) {
        return new BufferUnorderedStream<>(widen(futures), limit);
    }

    /**
     * As {@link #buffered(Stream, int, Spawner)}, in the order in which the tasks complete.
     *
     * @throws IllegalArgumentException if {@code limit} is not positive
     */
    public static <T> Stream<T> bufferUnordered(
            Stream<? extends Future<? extends T>> futures, int limit, Spawner spawner) {
        return bufferUnordered(SpawnedChild.spawnEach(widen(futures), spawner), limit);
    }

    /**
     * The items of a publisher, of which one is requested each time that one is asked for.
     *
     * @see #fromPublisher(Flow.Publisher, int)
     */
    public static <T> Stream<T> fromPublisher(Flow.Publisher<? extends T> publisher) {
        return fromPublisher(publisher, 1);
    }

    /**
     * The items of a publisher, of which up to {@code prefetch} are requested before they are asked for; more are requested when half of
     * them have been taken. It subscribes at the first poll, and cancels when it is dropped. What the publisher signals as an error, a
     * poll throws as it is, after the items that came before.
     *
     * <p>The rules of Reactive Streams are kept, and the publisher's breaches of them do no harm: what it signals after its end or after
     * a cancel is ignored; if it signals more items than were requested, the subscription is cancelled, and the stream throws
     * {@link IllegalStateException} after those that were.
     *
     * @throws IllegalArgumentException if {@code prefetch} is not positive
     */
    public static <T> Stream<T> fromPublisher(Flow.Publisher<? extends T> publisher, int prefetch) {
        return new FuseStream<>(new PublisherStream<T>(publisher, prefetch));
    }

    /**
     * A publisher of a stream. The stream becomes a task, which polls it while there is demand and no longer, and calls the subscriber.
     * When the subscriber cancels, the task drops the stream.
     *
     * <p>A stream can be read once, so this takes one subscriber; later ones are told of an {@link IllegalStateException}. What the
     * stream throws is signalled as it is. The end is found only when one more item is requested than there are. If the executor is
     * closed, or refuses the task, the subscriber is told of that: of a {@link java.util.concurrent.CancellationException}, or of what the
     * spawner threw, such as a {@link java.util.concurrent.RejectedExecutionException}. What a subscriber's method throws against the rules
     * ends the task, as its failure; the stream is dropped.
     */
    public static <T> Flow.Publisher<T> toPublisher(Stream<? extends T> stream, Spawner spawner) {
        return StreamPublisher.unicast(widen(stream), spawner);
    }

    /**
     * As {@link #toPublisher(Stream, Spawner)}, with a stream of its own for each subscriber.
     *
     * @param streams is called for each subscriber, who is told of what it throws
     */
    public static <T> Flow.Publisher<T> toPublisher(Supplier<? extends Stream<? extends T>> streams, Spawner spawner) {
        return new StreamPublisher<>(() -> widen(streams.get()), spawner);
    }

    /** A stream of T is a stream of what T is. */
    @SuppressWarnings("unchecked") // a stream only ever gives its items
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
        return item -> Futures.map(action.apply(item), value -> DONE);
    }
}
