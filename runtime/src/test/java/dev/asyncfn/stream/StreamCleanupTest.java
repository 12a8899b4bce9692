package dev.asyncfn.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.FuturesUnordered;
import dev.asyncfn.future.Pair;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Flow;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams, sinks and the futures over them give up their futures by {@link Future#pollDrop}, and wait for their cleanup. */
@Tag("one-jdk")
class StreamCleanupTest {
    /** Never ready; its cleanup waits to be told. */
    private final class Careful<T> implements TryFuture<T, RuntimeException> {
        private boolean mayEnd;
        private RuntimeException failure;
        private Waker waker = Waker.noop();

        @Override
        public Poll<T> poll(Context cx) {
            return Poll.pending();
        }

        @Override
        public Poll<Void> pollDrop(Context cx) {
            log.add("cleans up");
            waker = cx.waker().clone();
            if (!mayEnd) {
                return Poll.pending();
            }
            log.add("has cleaned up");
            if (failure != null) {
                throw failure;
            }
            return Poll.ready(null);
        }

        @Override
        public void drop() {
            log.add("is dropped");
        }

        void end() {
            mayEnd = true;
            waker.wakeByRef();
        }
    }

    /** A future over a stream, a sink or a set that waits for a child. */
    private static final Map<String, BiFunction<LocalPool, Future<String>, Future<?>>> OWNERS = new TreeMap<>();

    private static void owner(String name, Function<Future<String>, Future<?>> of) {
        OWNERS.put(name, (pool, child) -> of.apply(child));
    }

    /** A stream that waits for a child. */
    private static void stream(String name, Function<Future<String>, Stream<?>> of) {
        owner(name, child -> of.apply(child).forEach(item -> {}));
    }

    static {
        owner("fold", child -> Streams.once(child).fold("", String::concat));
        owner("collect", child -> Streams.once(child).collect(Collectors.toList()));
        owner("toList", child -> Streams.once(child).toList());
        owner("count", child -> Streams.once(child).count());
        owner("forEach", child -> Streams.once(child).forEach(item -> {}));
        owner("forEachAsync", child -> Streams.of(1).forEachAsync(one -> child));
        owner("forEachConcurrent", child -> Streams.of(1).forEachConcurrent(2, one -> child));
        owner("forward, the stream", child -> Streams.once(child).forward(Sinks.drain()));
        owner("forward, the sink", child -> Streams.of(1).forward(Sinks.forEachAsync(one -> child)));
        owner(
                "forward, the mapped sink",
                child -> Streams.of(1).forward(Sinks.forEachAsync(one -> child).with(one -> one)));
        owner(
                "forward, the buffered sink",
                child -> Streams.of(1).forward(Sinks.forEachAsync(one -> child).buffer(2)));
        owner("sendAll", child -> Sinks.<String>drain().sendAll(Streams.once(child)));
        stream("map", child -> Streams.once(child).map(item -> item));
        stream("filter", child -> Streams.once(child).filter(item -> true));
        stream("filterMap", child -> Streams.once(child).filterMap(item -> item));
        stream("inspect", child -> Streams.once(child).inspect(item -> {}));
        stream("enumerate", child -> Streams.once(child).enumerate());
        stream("scan", child -> Streams.once(child).scan("", String::concat));
        stream("then", child -> Streams.of(1).then(one -> child));
        stream("then, the stream", child -> Streams.once(child).then(Future::ready));
        stream("take", child -> Streams.once(child).take(2));
        stream("takeWhile", child -> Streams.once(child).takeWhile(item -> true));
        stream("takeUntil", child -> Streams.once(child).takeUntil(Future.pending()));
        stream("takeUntil, the stop", child -> Streams.pending().takeUntil(child));
        stream("skip", child -> Streams.once(child).skip(1));
        stream("skipWhile", child -> Streams.once(child).skipWhile(item -> true));
        stream("chain, first", child -> Streams.once(child).chain(Streams.of("x")));
        stream("chain, second", child -> Streams.<String>empty().chain(Streams.once(child)));
        stream("chain, not yet", child -> Streams.<String>pending().chain(Streams.once(child)));
        stream("zip, first", child -> Streams.once(child).zip(Streams.of("x")));
        stream("zip, second", child -> Streams.of("x").zip(Streams.once(child)));
        stream("merge", child -> Streams.<String>pending().merge(Streams.once(child)));
        stream("flatten", child -> Streams.flatten(Streams.of(Streams.once(child))));
        stream("flatMap", child -> Streams.of(1).flatMap(one -> Streams.once(child)));
        stream("buffered", child -> Streams.of(1).buffered(2, one -> child));
        stream("buffered, the stream", child -> Streams.once(child).buffered(2, Future::ready));
        stream("bufferUnordered", child -> Streams.of(1).bufferUnordered(2, one -> child));
        stream("chunks", child -> Streams.once(child).chunks(2));
        stream("readyChunks", child -> Streams.once(child).readyChunks(2));
        stream("timeout", child -> TimedStreams.timeout(Duration.ofHours(1), Streams.once(child)));
        stream("debounce", child -> TimedStreams.debounce(Duration.ofHours(1), Streams.once(child)));
        stream("fuse", child -> Streams.once(child).fuse());
        stream("onUndelivered", child -> Streams.once(child).onUndelivered(item -> {}));
        stream("pollFn", child -> Streams.pollFn(Streams.once(child)));
        stream("unfold", child -> Streams.unfold(1, one -> Futures.map(child, item -> new Pair<>(item, 1))));
        stream("generate, a receiver", child -> Streams.generate(() -> Futures.map(child, Optional::of)));
        stream("generate, a body", child -> Streams.generate(out -> child));
        owner("retry", child -> Futures.retry(2, () -> child));
        owner("failingWith", child -> Futures.failingWith(child, IOException.class));
        owner("onUndelivered, of a future", child -> Futures.onUndelivered(child, value -> {}));
        OWNERS.put(
                "buffered tasks",
                (pool, child) -> Streams.of(1).buffered(2, pool, one -> child).toList());
        OWNERS.put(
                "buffered tasks as they complete",
                (pool, child) ->
                        Streams.of(1).bufferUnordered(2, pool, one -> child).toList());
        owner("FuturesUnordered", child -> new Future<String>() {
            private final FuturesUnordered<String> set = FuturesUnordered.of(List.of(Future.pending(), child));

            @Override
            public Poll<String> poll(Context cx) throws Exception {
                return set.pollNext(cx);
            }

            @Override
            public Poll<Void> pollDrop(Context cx) throws Exception {
                return set.pollDrop(cx);
            }

            @Override
            public void drop() {
                set.drop();
            }
        });
    }

    private final LocalPool pool = new LocalPool();
    private final List<String> log = new ArrayList<>();
    private final Careful<String> child = new Careful<>();
    private final Context cx = Context.fromWaker(Waker.noop());

    static Set<String> owners() {
        return OWNERS.keySet();
    }

    private Future<?> over(String owner) {
        return OWNERS.get(owner).apply(pool, child);
    }

    @ParameterizedTest
    @MethodSource("owners")
    void abortedTaskEndsOnceTheChildHasCleanedUp(String owner) {
        JoinHandle<?> handle = pool.spawn(over(owner));
        pool.runUntilStalled();
        handle.abort();
        pool.runUntilStalled();
        assertThat(handle.isFinished()).isFalse();
        assertThat(log).containsExactly("cleans up");
        child.end();
        pool.runUntilStalled();
        assertThat(handle.isFinished()).isTrue();
        assertThat(log).containsExactly("cleans up", "cleans up", "has cleaned up");
    }

    @ParameterizedTest
    @MethodSource("owners")
    void dropEndsTheCleanup(String owner) throws Exception {
        Future<?> future = over(owner);
        assertThat(future.poll(cx).isPending()).isTrue();
        pool.runUntilStalled();
        assertThat(future.pollDrop(cx).isPending()).isTrue();
        pool.runUntilStalled();
        assertThat(log).containsExactly("cleans up");
        future.drop();
        pool.runUntilStalled();
        assertThat(log).containsExactly("cleans up", "is dropped");
        future.drop();
        assertThat(future.pollDrop(cx).isReady()).isTrue();
        assertThat(log).containsExactly("cleans up", "is dropped");
    }

    @ParameterizedTest
    @MethodSource("owners")
    void failureOfTheCleanupIsThrownOnce(String owner) throws Exception {
        child.failure = new IllegalStateException("of the cleanup");
        child.mayEnd = true;
        Future<?> future = over(owner);
        assertThat(future.poll(cx).isPending()).isTrue();
        pool.runUntilStalled();
        Throwable thrown = null;
        for (int i = 0; i < 3 && thrown == null; i++) { // a task needs a turn of its executor
            thrown = catchThrowable(() -> future.pollDrop(cx));
            pool.runUntilStalled();
        }
        assertThat(thrown).isSameAs(child.failure).hasNoSuppressedExceptions();
        assertThat(future.pollDrop(cx).isReady()).isTrue();
        assertThat(log).containsExactly("cleans up", "has cleaned up");
    }

    @ParameterizedTest
    @MethodSource("owners")
    void dropAloneGivesNoTime(String owner) throws Exception {
        Future<?> future = over(owner);
        assertThat(future.poll(cx).isPending()).isTrue();
        future.drop();
        assertThat(log).isEqualTo(owner.startsWith("buffered tasks") ? List.of() : List.of("is dropped"));
        pool.close();
        assertThat(log).contains("is dropped");
    }

    // ---- streams that end before what they own

    private Stream<String> waiting() {
        return Streams.once(child);
    }

    private static final Map<String, Function<StreamCleanupTest, Stream<String>>> ENDING = new TreeMap<>();

    static {
        ENDING.put("takeUntil", test -> test.waiting().takeUntil(Future.ready("stop")));
        ENDING.put(
                "takeWhile",
                test -> Streams.of("x")
                        .chain(Streams.pending())
                        .merge(test.waiting())
                        .takeWhile(item -> false));
        ENDING.put("zip", test -> test.waiting().zip(Streams.empty()).map(Pair::first));
        ENDING.put(
                "takeUntil, which is not needed any more",
                test -> Streams.<String>empty().takeUntil(test.child));
        ENDING.put("take none", test -> test.waiting().take(0));
    }

    static Set<String> ending() {
        return ENDING.keySet();
    }

    @ParameterizedTest
    @MethodSource("ending")
    void endIsVisibleOnceTheRestHasCleanedUp(String name) throws Exception {
        Stream<String> stream = ENDING.get(name).apply(this);
        assertThat(stream.pollNext(cx)).isSameAs(Poll.pending());
        assertThat(stream.pollNext(cx)).isSameAs(Poll.pending());
        assertThat(log).contains("cleans up").doesNotContain("is dropped");
        child.end();
        assertThat(stream.pollNext(cx)).isEqualTo(Stream.end());
        assertThat(stream.pollNext(cx)).isEqualTo(Stream.end());
        assertThat(log).containsOnlyOnce("has cleaned up").doesNotContain("is dropped");
    }

    @ParameterizedTest
    @MethodSource("ending")
    void dropMeanwhileHurries(String name) throws Exception {
        Stream<String> stream = ENDING.get(name).apply(this);
        assertThat(stream.pollNext(cx)).isSameAs(Poll.pending());
        stream.drop();
        assertThat(log).containsExactly("cleans up", "is dropped");
    }

    @ParameterizedTest
    @MethodSource("ending")
    void failureOfTheCleanupTakesThePlaceOfTheEnd(String name) throws Exception {
        child.failure = new IllegalStateException("of the cleanup");
        Stream<String> stream = ENDING.get(name).apply(this);
        assertThat(stream.pollNext(cx)).isSameAs(Poll.pending());
        child.end();
        assertThat(catchThrowable(() -> stream.pollNext(cx))).isSameAs(child.failure);
        assertThat(catchThrowable(() -> stream.pollNext(cx))).hasMessage("stream polled after it has thrown");
    }

    @Test
    void lastItemIsReturnedOnceTheRestHasCleanedUp() throws Exception {
        Stream<String> stream = Streams.of("x").merge(waiting()).take(1);
        assertThat(stream.pollNext(cx)).isSameAs(Poll.pending());
        child.end();
        assertThat(stream.pollNext(cx)).isEqualTo(Poll.ready("x"));
        assertThat(stream.pollNext(cx)).isEqualTo(Stream.end());
    }

    @Test
    void lastItemIsReleasedIfTheStreamIsDroppedMeanwhile() throws Exception {
        List<String> heard = new ArrayList<>();
        Stream<String> stream =
                Streams.of("x").merge(waiting()).onUndelivered(heard::add).take(1);
        assertThat(stream.pollNext(cx)).isSameAs(Poll.pending());
        stream.drop();
        assertThat(heard).containsExactly("x");
        assertThat(log).containsExactly("cleans up", "is dropped");
    }

    // ---- failures

    private static final Map<String, Function<StreamCleanupTest, Future<?>>> FAILING = new TreeMap<>();

    /** A new one each time: one that is kept would be shared. */
    private static IOException failure() {
        return new IOException("of the other");
    }

    private static <T> Future<T> failed() {
        return Future.failed(failure());
    }

    static {
        FAILING.put(
                "forEachConcurrent",
                test -> Streams.of(1, 2).forEachConcurrent(2, item -> item == 1 ? test.child : failed()));
        FAILING.put(
                "buffered",
                test -> Streams.of(1, 2)
                        .buffered(2, item -> item == 2 ? test.child : StreamCleanupTest.<String>failed())
                        .toList());
        FAILING.put(
                "bufferUnordered",
                test -> Streams.of(1, 2)
                        .bufferUnordered(2, item -> item == 1 ? test.child : StreamCleanupTest.<String>failed())
                        .toList());
        FAILING.put(
                "merge", test -> test.waiting().merge(Streams.once(failed())).toList());
        FAILING.put("zip", test -> test.waiting().zip(Streams.once(failed())).toList());
        FAILING.put("takeUntil", test -> test.waiting().takeUntil(failed()).toList());
        FAILING.put(
                "then",
                test -> Streams.of("x")
                        .merge(test.waiting())
                        .then(item -> StreamCleanupTest.<String>failed())
                        .toList());
        FAILING.put(
                "fold",
                test -> Streams.of("x").merge(test.waiting()).fold(0, (count, item) -> {
                    throw dev.asyncfn.failure.Sneaky.asIs(failure());
                }));
        FAILING.put(
                "forward, the stream",
                test -> Streams.of("x").merge(test.waiting()).forward(Sinks.forEachAsync(item -> failed())));
        FAILING.put(
                "forward, the sink",
                test -> Streams.of("x")
                        .chain(Streams.once(Futures.andThen(Futures.yieldNow(), nothing -> failed())))
                        .forward(Sinks.<String>forEachAsync(item -> test.child).buffer(3)));
    }

    static {
        FAILING.put(
                "chain",
                test -> Streams.once(StreamCleanupTest.<String>failed())
                        .chain(test.waiting())
                        .toList());
        FAILING.put(
                "flatMap",
                test -> Streams.of("x")
                        .merge(test.waiting())
                        .flatMap(item -> Streams.once(StreamCleanupTest.<String>failed()))
                        .count());
    }

    static Set<String> failing() {
        return FAILING.keySet();
    }

    @ParameterizedTest
    @MethodSource("failing")
    void failureIsThrownOnceTheRestHasCleanedUp(String name) {
        child.failure = new IllegalStateException("of the cleanup");
        JoinHandle<?> handle = pool.spawn(FAILING.get(name).apply(this));
        pool.runUntilStalled();
        assertThat(handle.isFinished()).isFalse();
        assertThat(log).containsExactly("cleans up");
        child.end();
        pool.runUntilStalled();
        assertThat(handle.isFinished()).isTrue();
        assertThat(log).containsExactly("cleans up", "cleans up", "has cleaned up");
        Throwable thrown = catchThrowable(() -> pool.runUntil(handle)).getCause();
        assertThat(thrown.getMessage()).isEqualTo("of the other");
        assertThat(thrown.getSuppressed()).contains(child.failure);
    }

    // ---- the rest

    @Test
    void valueOfATaskThatEndedBeforeItsAbortIsReleased() throws Exception {
        List<String> heard = new ArrayList<>();
        Stream<String> stream = Streams.of(1, 2)
                .buffered(2, pool, item -> item == 1 ? child : Futures.onUndelivered(Future.ready("2"), heard::add));
        assertThat(stream.pollNext(cx)).isSameAs(Poll.pending());
        pool.runUntilStalled();
        child.mayEnd = true;
        for (int i = 0; i < 3; i++) {
            stream.pollDrop(cx);
            pool.runUntilStalled();
        }
        assertThat(stream.pollDrop(cx).isReady()).isTrue();
        assertThat(heard).containsExactly("2");
        assertThat(pool.size()).isZero();
        assertThat(log).containsExactly("cleans up", "has cleaned up");
    }

    @Test
    void generatorMaySendInItsCleanup() throws Exception {
        Stream<String> stream = Streams.generate(out -> new Future<String>() {
            private Future<Void> sending;

            @Override
            public Poll<String> poll(Context cx) {
                return Poll.pending();
            }

            @Override
            public Poll<Void> pollDrop(Context cx) throws Exception {
                if (sending == null) {
                    sending = Futures.andThen(out.send("summary"), sent -> out.send("end"));
                }
                return sending.poll(cx);
            }
        });
        assertThat(stream.pollNext(cx)).isSameAs(Poll.pending());
        assertThat(stream.pollDrop(cx).isReady()).isTrue();
    }

    @Test
    void droppingASendLeavesTheSinkAsItIs() throws Exception {
        Sink<String> sink = Sinks.forEachAsync(item -> child);
        Future<Void> sending = sink.send("x");
        assertThat(sending.poll(cx).isPending()).isTrue();
        assertThat(sending.pollDrop(cx).isReady()).isTrue();
        assertThat(log).isEmpty();
        assertThat(sink.pollDrop(cx).isPending()).isTrue();
        child.end();
        assertThat(sink.pollDrop(cx).isReady()).isTrue();
        assertThat(log).containsExactly("cleans up", "cleans up", "has cleaned up");
    }

    @Test
    void allFuturesOfASetCleanUpAtOnce() throws Exception {
        Careful<String> other = new Careful<>();
        FuturesUnordered<String> set = FuturesUnordered.of(List.of(child, other));
        assertThat(set.pollNext(cx)).isSameAs(Poll.pending());
        assertThat(set.pollDrop(cx).isPending()).isTrue();
        assertThat(log).containsExactly("cleans up", "cleans up");
        assertThat(set.pollDrop(cx).isPending()).isTrue();
        assertThat(log).as("those that were not woken are left alone").hasSize(2);
        other.end();
        assertThat(set.pollDrop(cx).isPending()).isTrue();
        assertThat(set.size()).isOne();
        child.end();
        assertThat(set.pollDrop(cx).isReady()).isTrue();
        assertThat(set.isEmpty()).isTrue();
    }

    @Test
    void itemsOfABufferThatWereNotTakenAreReleasedAfterTheCleanup() throws Exception {
        List<String> heard = new ArrayList<>();
        Stream<String> stream = Streams.of(1, 2)
                .buffered(2, item -> item == 1 ? child : Futures.onUndelivered(Future.ready("2"), heard::add));
        assertThat(stream.pollNext(cx)).isSameAs(Poll.pending());
        assertThat(stream.pollDrop(cx).isPending()).isTrue();
        child.end();
        assertThat(stream.pollDrop(cx).isReady()).isTrue();
        assertThat(heard).containsExactly("2");
        assertThat(log).doesNotContain("is dropped");
    }

    @Test
    void publishersTaskWaitsForTheCleanup() {
        Recorder<String> subscriber = new Recorder<>();
        waiting().toPublisher(pool).subscribe(subscriber);
        subscriber.subscription.request(1);
        pool.runUntilStalled();
        subscriber.subscription.cancel();
        pool.runUntilStalled();
        assertThat(log).containsExactly("cleans up");
        assertThat(pool.size()).isOne();
        child.end();
        pool.runUntilStalled();
        assertThat(pool.size()).isZero();
        assertThat(log).containsExactly("cleans up", "cleans up", "has cleaned up");
    }

    @Test
    void closingAnExecutorWithABoundWaitsForTheCleanupOfAPublisher() {
        child.mayEnd = true;
        Recorder<String> subscriber = new Recorder<>();
        Flow.Publisher<String> publisher = waiting().toPublisher(pool);
        publisher.subscribe(subscriber);
        subscriber.subscription.request(1);
        pool.runUntilStalled();
        pool.close(Duration.ofMinutes(1));
        assertThat(log).containsExactly("cleans up", "has cleaned up");
    }
}
