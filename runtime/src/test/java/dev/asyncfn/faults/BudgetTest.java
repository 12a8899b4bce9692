package dev.asyncfn.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.CancellationToken;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.TaskTracker;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.FuturesUnordered;
import dev.asyncfn.future.Pair;
import dev.asyncfn.future.RetryPolicy;
import dev.asyncfn.io.DuplexStream;
import dev.asyncfn.io.FramedReader;
import dev.asyncfn.io.LinesCodec;
import dev.asyncfn.stream.Sink;
import dev.asyncfn.stream.Sinks;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import dev.asyncfn.stream.TimedStreams;
import dev.asyncfn.sync.Barrier;
import dev.asyncfn.sync.Broadcast;
import dev.asyncfn.sync.Mpsc;
import dev.asyncfn.sync.Mutex;
import dev.asyncfn.sync.Notify;
import dev.asyncfn.sync.OnceCell;
import dev.asyncfn.sync.Oneshot;
import dev.asyncfn.sync.RateLimiter;
import dev.asyncfn.sync.RwLock;
import dev.asyncfn.sync.Semaphore;
import dev.asyncfn.sync.Watch;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.time.Sleep;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A unit of the budget is spent where there is progress, and by nothing that waits: else many levels of it use it up in each poll, before the
 * innermost gets one. tokio's {@code RestoreOnPending}.
 */
class BudgetTest {
    private static final int DEEP = 1_000;
    private static final Duration LONG = Duration.ofHours(1);

    private final TaskProbe task = new TaskProbe();

    /** Its outcome, with so much budget in each poll; or how it fails to make progress. */
    private Object drive(Future<?> future, int budget) throws Exception {
        for (int polls = 0; polls < 20 * DEEP; polls++) {
            if (future.poll(Context.withBudget(task.waker(), budget)) instanceof Poll.Ready<?> ready) {
                return ready.value();
            }
            if (!task.takeWoken()) {
                return "waits for ever";
            }
        }
        return "is woken for ever";
    }

    /** The same for so many levels of it, on a stack for as many. */
    private <T> Object driveDeep(T innermost, UnaryOperator<T> level, FutureOf<T> future, int budget) throws Exception {
        FutureTask<Object> deep = new FutureTask<>(() -> {
            T made = innermost;
            for (int i = 0; i < DEEP; i++) {
                made = level.apply(made);
            }
            return drive(future.of(made), budget);
        });
        new Thread(null, deep, "deep", 64 << 20).start();
        return deep.get();
    }

    private interface FutureOf<T> {
        Future<Integer> of(T made);
    }

    /** Something that is ready, and spends a unit of the budget. */
    private static Future<Integer> seven() {
        return Futures.map(new Semaphore(1).acquire(), permit -> 7);
    }

    private static <T> Future<T> never() {
        return Futures.map(new Notify().notified(), nothing -> null);
    }

    private static Future<Integer> first(Stream<Integer> stream) {
        return Futures.map(stream.toList(), items -> items.get(0));
    }

    private static final Map<String, UnaryOperator<Future<Integer>>> FUTURES = futures();
    private static final Map<String, UnaryOperator<Stream<Integer>>> STREAMS = streams();
    private static final Map<String, UnaryOperator<Sink<Integer>>> SINKS = sinks();

    /** What is made of something that gives a seven, and gives one, too. */
    private static Map<String, UnaryOperator<Future<Integer>>> futures() {
        Map<String, UnaryOperator<Future<Integer>>> made = new LinkedHashMap<>();
        made.put("map", inner -> Futures.map(inner, n -> n));
        made.put("andThen", inner -> Futures.andThen(seven(), n -> inner));
        made.put("orElse", inner -> Futures.orElse(Future.failed(new IllegalStateException()), failure -> inner));
        made.put("lazy", inner -> Futures.andThen(Futures.lazy(() -> 1), n -> inner));
        made.put("join", inner -> Futures.map(Futures.join(seven(), inner), Pair::second));
        made.put("joinAll", inner -> Futures.map(Futures.joinAll(List.of(inner, seven())), all -> all.get(0)));
        made.put("race", inner -> Futures.race(List.of(Futures.andThen(inner, n -> seven()), never())));
        made.put("raceOk", inner -> Futures.raceOk(List.of(Futures.andThen(inner, n -> seven()), never())));
        made.put("tryJoin", inner -> Futures.map(Futures.tryJoin(seven(), inner), Pair::second));
        made.put("alongside", inner -> Futures.alongside(inner, Futures.shared(never())));
        made.put("fuse", Futures::fuse);
        made.put("onUndelivered", inner -> Futures.onUndelivered(inner, left -> {}));
        made.put("select", inner -> Futures.map(Futures.select(never(), inner), either -> 7));
        made.put("shared", inner -> Futures.shared(Futures.andThen(Futures.yieldNow(), n -> inner)));
        made.put("shielded", Futures::shielded);
        made.put("timeout", inner -> Futures.timeout(LONG, inner));
        made.put(
                "retry",
                inner -> RetryPolicy.immediate().maxAttempts(2).retry(() -> Futures.andThen(seven(), n -> inner)));
        made.put("retry of a failure", inner -> {
            int[] attempts = {0};
            return RetryPolicy.immediate()
                    .maxAttempts(2)
                    .retry(() -> attempts[0]++ == 0 ? Future.failed(new IllegalStateException()) : inner);
        });
        made.put("getOrInit", inner -> new OnceCell<Integer>().getOrInit(() -> inner));
        made.put("runUntilCancelled", inner -> new CancellationToken().runUntilCancelled(inner));
        made.put("FuturesUnordered", inner -> {
            FuturesUnordered<Integer> set = new FuturesUnordered<>();
            set.push(inner);
            return set.next();
        });
        return made;
    }

    /** The same of streams. */
    private static Map<String, UnaryOperator<Stream<Integer>>> streams() {
        Map<String, UnaryOperator<Stream<Integer>>> made = new LinkedHashMap<>();
        made.put("generate, sendAll", inner -> Streams.generate((Sink<Integer> out) -> out.sendAll(inner)));
        made.put("generate, forward", inner -> Streams.generate((Sink<Integer> out) -> inner.forward(out)));
        made.put(
                "generate, send",
                inner -> Streams.generate(
                        (Sink<Integer> out) -> Futures.andThen(seven(), n -> inner.forEachAsync(out::send))));
        made.put("map", inner -> inner.map(n -> n));
        made.put("filter", inner -> Streams.of(1).chain(inner).filter(n -> n == 7));
        made.put("takeWhile", inner -> inner.takeWhile(n -> n == 7));
        made.put("skip", inner -> Streams.of(1).chain(inner).skip(1));
        made.put("scan", inner -> inner.scan(0, Integer::sum));
        made.put("then", inner -> inner.then(n -> seven()));
        made.put("flatMap", inner -> Streams.of(1).flatMap(n -> inner));
        made.put("once", inner -> Streams.once(first(inner)));
        made.put("chunks", inner -> inner.chunks(2).map(chunk -> chunk.get(0)));
        made.put("readyChunks", inner -> inner.readyChunks(2).map(chunk -> chunk.get(0)));
        made.put("zip", inner -> inner.zip(Streams.of(1)).map(Pair::first));
        made.put("merge", inner -> Streams.merge(List.of(inner, Streams.empty())));
        made.put("buffered", inner -> inner.buffered(2, n -> seven()));
        made.put("bufferUnordered", inner -> inner.bufferUnordered(2, n -> seven()));
        made.put("takeUntil", inner -> inner.takeUntil(never()));
        made.put("timeout", inner -> TimedStreams.timeout(LONG, inner));
        made.put("debounce", inner -> TimedStreams.debounce(LONG, inner));
        made.put(
                "unfold",
                inner -> Streams.unfold(
                        inner, left -> Futures.map(left.next(), n -> n == null ? null : new Pair<>(n, left))));
        return made;
    }

    /** And of sinks that pass it on. */
    private static Map<String, UnaryOperator<Sink<Integer>>> sinks() {
        Map<String, UnaryOperator<Sink<Integer>>> made = new LinkedHashMap<>();
        made.put("with", inner -> inner.with(n -> n));
        made.put("buffer", inner -> inner.buffer(1));
        made.put("forEachAsync", inner -> Sinks.forEachAsync(inner::send));
        made.put("forEachAsync that pays", inner -> Sinks.forEachAsync(n -> Futures.andThen(seven(), inner::send)));
        return made;
    }

    static Set<String> futureNames() {
        return FUTURES.keySet();
    }

    static Set<String> streamNames() {
        return STREAMS.keySet();
    }

    static Set<String> sinkNames() {
        return SINKS.keySet();
    }

    private static Future<Integer> sentTo(UnaryOperator<Sink<Integer>> level) {
        List<Integer> seen = new ArrayList<>();
        Sink<Integer> sink = Sinks.forEach(seen::add);
        for (int i = 0; i < DEEP; i++) {
            sink = level.apply(sink);
        }
        return Futures.map(Streams.of(7).forward(sink), nothing -> seen.get(0));
    }

    @ParameterizedTest
    @MethodSource("futureNames")
    void aThousandLevelsOfFuturesMakeProgress(String name) throws Exception {
        for (int budget : new int[] {1, Context.DEFAULT_BUDGET}) {
            assertThat(driveDeep(seven(), FUTURES.get(name), made -> made, budget))
                    .isEqualTo(7);
        }
    }

    @ParameterizedTest
    @MethodSource("streamNames")
    void aThousandLevelsOfStreamsMakeProgress(String name) throws Exception {
        for (int budget : new int[] {1, Context.DEFAULT_BUDGET}) {
            assertThat(driveDeep(Streams.of(7), STREAMS.get(name), BudgetTest::first, budget))
                    .isEqualTo(7);
        }
    }

    @ParameterizedTest
    @MethodSource("sinkNames")
    void aThousandLevelsOfSinksMakeProgress(String name) throws Exception {
        UnaryOperator<Future<Integer>> once = made -> made;
        for (int budget : new int[] {1, Context.DEFAULT_BUDGET}) {
            assertThat(driveDeep(sentTo(SINKS.get(name)), once, made -> made, budget))
                    .isEqualTo(7);
        }
    }

    /** What waits, by name. */
    private static Map<String, Future<?>> waiting() throws Exception {
        Map<String, Future<?>> made = new LinkedHashMap<>();
        Mutex<Integer> mutex = new Mutex<>(1);
        mutex.tryLock().orElseThrow();
        made.put("Mutex", mutex.lock());
        RwLock<Integer> locked = new RwLock<>(1);
        locked.tryWrite().orElseThrow();
        made.put("RwLock.read", locked.read());
        made.put("RwLock.write", locked.write());
        made.put("Semaphore", new Semaphore(0).acquire());
        made.put("Notify", new Notify().notified());
        made.put("Barrier", new Barrier(2).arrive());
        made.put("Oneshot", Oneshot.channel().receiver());
        made.put("Mpsc", Mpsc.bounded(1).receiver().recv());
        made.put("Broadcast", Broadcast.channel(1).receiver().recv());
        made.put("Watch.changed", Watch.channel(1).receiver().changed());
        made.put("Watch.waitFor", Watch.channel(1).receiver().waitFor(n -> n > 1));
        made.put("Sleep", Sleep.of(LONG));
        made.put("cancelled", new CancellationToken().cancelled());
        made.put("DuplexStream", DuplexStream.open(1).left().read(ByteBuffer.allocate(1)));
        made.put(
                "FramedReader",
                FramedReader.of(DuplexStream.open(1).left(), LinesCodec.of(9)).next());
        made.put("shared", Futures.shared(never()));
        made.put("retry", RetryPolicy.immediate().maxAttempts(2).retry(() -> never()));
        made.put("generate", Streams.generate((Sink<Integer> out) -> never()).toList());
        made.put("forward", Streams.pending().forward(Sinks.drain()));
        return made;
    }

    @Test
    void whatWaitsUsesUpNothingOfTheBudget() throws Exception {
        for (Map.Entry<String, Future<?>> leaf : waiting().entrySet()) {
            assertThat(leaf.getValue().poll(task.context())).isSameAs(Poll.pending()); // what it begins may be paid for
            task.takeWoken();
            Context tight = Context.withBudget(task.waker(), 1);
            assertThat(leaf.getValue().poll(tight)).as(leaf.getKey()).isSameAs(Poll.pending());
            assertThat(tight.hasBudgetRemaining()).as(leaf.getKey()).isTrue();
            assertThat(task.takeWoken()).as(leaf.getKey()).isFalse();
            leaf.getValue().drop();
        }
    }

    @Test
    void drainedTrackerThatWaitsUsesUpNothingOfTheBudget() throws Exception {
        try (LocalPool pool = new LocalPool()) {
            TaskTracker tracker = new TaskTracker(pool);
            Context tight = Context.withBudget(task.waker(), 1);
            assertThat(tracker.drained().poll(tight)).isSameAs(Poll.pending());
            assertThat(tight.hasBudgetRemaining()).isTrue();
        }
    }

    @Test
    void tokensThatAreAwaitedUseUpNothingOfTheBudget() throws Exception {
        RateLimiter limiter = RateLimiter.of(1, LONG);
        assertThat(limiter.tryAcquire(1)).isTrue();
        Future<Void> acquire = limiter.acquire();
        acquire.poll(task.context());
        Context tight = Context.withBudget(task.waker(), 1);
        assertThat(acquire.poll(tight)).isSameAs(Poll.pending());
        assertThat(tight.hasBudgetRemaining()).isTrue();
        acquire.drop();
    }

    @Test
    void sinkThatIsAskedSeveralTimesSpendsOneUnitForTheItem() throws Exception {
        Sink<Integer> sink = Sinks.forEach(n -> {});
        Context two = Context.withBudget(task.waker(), 2);
        for (int i = 0; i < 3; i++) {
            assertThat(sink.pollReady(two).isReady()).isTrue();
        }
        assertThat(two.hasBudgetRemaining()).isTrue();
        sink.startSend(1);
        assertThat(sink.pollReady(two).isReady()).isTrue();
        assertThat(two.hasBudgetRemaining()).isFalse();
        sink.startSend(2);
        assertThat(sink.pollReady(two)).isSameAs(Poll.pending());
        assertThat(task.takeWoken()).isTrue();
    }

    @Test
    void generatorWithoutEndYields() throws Exception {
        Stream<Integer> items = Streams.pollFn(cx -> Poll.ready(1)); // which spends nothing
        Future<Long> count =
                Streams.generate((Sink<Integer> out) -> out.sendAll(items)).count();
        assertThat(count.poll(Context.withBudget(task.waker(), 3))).isSameAs(Poll.pending());
        assertThat(task.takeWoken()).isTrue();
        count.drop();
    }

    @Test
    void retryThatFailsForEverYields() throws Exception {
        Future<Integer> retry = RetryPolicy.immediate()
                .maxAttempts(Integer.MAX_VALUE)
                .retry(() -> Future.failed(new IllegalStateException()));
        assertThat(retry.poll(Context.withBudget(task.waker(), 3))).isSameAs(Poll.pending());
        assertThat(task.takeWoken()).isTrue();
        retry.drop();
    }

    @Test
    void watchThatHasWhatIsWaitedForYields() throws Exception {
        var channel = Watch.channel(1);
        Context one = Context.withBudget(task.waker(), 1);
        assertThat(channel.receiver().waitFor(n -> true).poll(one)).isEqualTo(Poll.ready(1));
        assertThat(channel.receiver().waitFor(n -> true).poll(one)).isSameAs(Poll.pending());
        assertThat(task.takeWoken()).isTrue();
    }
}
