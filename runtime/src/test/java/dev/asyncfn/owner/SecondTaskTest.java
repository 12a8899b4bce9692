package dev.asyncfn.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.executor.CancellationToken;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.JoinSet;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.FuturesUnordered;
import dev.asyncfn.future.Pair;
import dev.asyncfn.future.Shared;
import dev.asyncfn.future.Signal;
import dev.asyncfn.io.DuplexStream;
import dev.asyncfn.io.FramedReader;
import dev.asyncfn.io.LinesCodec;
import dev.asyncfn.stream.Sink;
import dev.asyncfn.stream.Sinks;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import dev.asyncfn.stream.TimedStreams;
import dev.asyncfn.sync.Mpsc;
import dev.asyncfn.test.PollTrace;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Interval;
import dev.asyncfn.time.ManualClock;
import dev.asyncfn.time.Sleep;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SubmissionPublisher;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What wakes one task is awaited by two: the second gets an exception, and the first goes on. */
@Tag("one-jdk")
class SecondTaskTest {
    private static final Duration HOUR = Duration.ofHours(1);

    /**
     * Something that wakes one task.
     *
     * @param future a future that waits for it: the same one each time, or a new one
     * @param complete has the first that waits complete
     */
    private record Awaited(Supplier<? extends Future<?>> future, Runnable complete) {
        static Awaited one(Future<?> future, Runnable complete) {
            return new Awaited(() -> future, complete);
        }
    }

    /** A kind of them. */
    private record Kind(String name, Supplier<Awaited> make) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Kind kind(String name, Supplier<Awaited> make) {
        return new Kind(name, make);
    }

    static java.util.stream.Stream<Kind> kinds() {
        return java.util.stream.Stream.of(leaves(), sets(), streams(), sinks()).flatMap(kinds -> kinds);
    }

    private static java.util.stream.Stream<Kind> leaves() {
        return java.util.stream.Stream.of(
                kind("Sleep", () -> {
                    ManualClock clock = ManualClock.create();
                    return Awaited.one(Sleep.of(HOUR, clock), () -> clock.advance(HOUR));
                }),
                kind("CancellationToken.cancelled", () -> {
                    CancellationToken token = new CancellationToken();
                    return Awaited.one(token.cancelled(), token::cancel);
                }),
                kind("Future.from", () -> {
                    CompletableFuture<String> stage = new CompletableFuture<>();
                    return Awaited.one(Future.from(stage), () -> stage.complete("value"));
                }),
                kind("Future.fromShared", () -> {
                    CompletableFuture<String> stage = new CompletableFuture<>();
                    return Awaited.one(Future.fromShared(stage), () -> stage.complete("value"));
                }),
                kind("Shared", () -> {
                    Signal<String> signal = new Signal<>();
                    return Awaited.one(Futures.shared(signal), () -> signal.complete("value"));
                }),
                kind("Shared, of which there is another clone", () -> {
                    Signal<String> signal = new Signal<>();
                    Shared<String> shared = Futures.shared(signal);
                    assertThat(shared.clone()).isNotNull();
                    return Awaited.one(shared, () -> signal.complete("value"));
                }));
    }

    private static java.util.stream.Stream<Kind> sets() {
        return java.util.stream.Stream.of(
                kind("FuturesUnordered.next", () -> {
                    Signal<String> signal = new Signal<>();
                    FuturesUnordered<String> set = FuturesUnordered.of(List.of(signal));
                    return new Awaited(set::next, () -> signal.complete("value"));
                }),
                kind("JoinSet.joinNext", () -> {
                    LocalPool pool = new LocalPool();
                    Signal<String> signal = new Signal<>();
                    JoinSet<String> set = new JoinSet<>(pool);
                    set.spawn(signal);
                    return new Awaited(set::joinNext, () -> {
                        signal.complete("value");
                        pool.runUntilStalled();
                    });
                }),
                kind("JoinSet.shutdown", () -> {
                    LocalPool pool = new LocalPool();
                    JoinSet<String> set = new JoinSet<>(pool);
                    set.spawn(new Signal<>());
                    return new Awaited(set::shutdown, pool::runUntilStalled);
                }),
                kind("Interval.tick", () -> {
                    ManualClock clock = ManualClock.create();
                    Interval interval = Interval.startingAt(HOUR.toNanos(), HOUR, clock);
                    return new Awaited(interval::tick, () -> clock.advance(HOUR));
                }));
    }

    private static Kind stream(String name, Function<Stream<Integer>, Stream<?>> of) {
        return kind("next of " + name, () -> {
            var channel = Mpsc.<Integer>unbounded();
            Stream<?> stream =
                    of.apply(Streams.generate(() -> channel.receiver().recv()));
            return new Awaited(stream::next, () -> {
                channel.sender().send(1);
                channel.sender().close();
            });
        });
    }

    private static java.util.stream.Stream<Kind> streams() {
        return java.util.stream.Stream.of(
                stream("a channel", items -> items),
                stream("map", items -> items.map(item -> item)),
                stream("filter", items -> items.filter(item -> true)),
                stream("then", items -> items.then(Future::ready)),
                stream("chunks", items -> items.chunks(4)),
                stream("merge", items -> items.merge(Streams.pending())),
                stream("zip", items -> items.zip(Streams.of(1, 2, 3))),
                stream("chain", items -> items.chain(Streams.of(1))),
                stream("flatMap", items -> items.flatMap(Streams::of)),
                stream("takeUntil", items -> items.takeUntil(Future.pending())),
                stream("buffered", items -> items.buffered(2, Future::ready)),
                stream("bufferUnordered", items -> items.bufferUnordered(2, Future::ready)),
                stream(
                        "unfold",
                        items -> Streams.unfold(
                                items, left -> Futures.map(left.next(), item -> new Pair<>(item, left)))),
                stream("once", items -> Streams.once(items.next())),
                stream("debounce", items -> TimedStreams.debounce(Duration.ZERO, items)),
                stream("onUndelivered", items -> items.onUndelivered(item -> {})),
                stream("generate", items -> Streams.generate(out -> items.forward(out))),
                kind("next of fromPublisher", () -> {
                    SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>(Runnable::run, 4);
                    return new Awaited(Streams.<Integer>fromPublisher(publisher)::next, () -> publisher.submit(1));
                }),
                kind("next of the stream of a FramedReader", () -> {
                    DuplexStream.Ends ends = DuplexStream.open(64);
                    Stream<String> lines =
                            FramedReader.of(ends.left(), LinesCodec.of(9)).items();
                    return new Awaited(lines::next, () -> {
                        Future<?> line =
                                ends.right().writeAll(ByteBuffer.wrap("line\n".getBytes(StandardCharsets.US_ASCII)));
                        assertThat(new LocalPool().runUntil(line)).isNull();
                    });
                }));
    }

    /** A sink that is busy with its first item until a signal, so that whoever comes next waits. */
    private static Kind sink(
            String name, Function<Sink<Integer>, Sink<Integer>> of, Function<Sink<Integer>, Future<?>> waits) {
        return kind(name, () -> {
            Signal<String> busy = new Signal<>();
            Sink<Integer> sink = of.apply(Sinks.forEachAsync(item -> busy));
            assertThat(new LocalPool().runUntil(sink.feed(0))).isNull();
            return new Awaited(() -> waits.apply(sink), () -> busy.complete("done"));
        });
    }

    private static java.util.stream.Stream<Kind> sinks() {
        return java.util.stream.Stream.of(
                sink("Sink.send", sink -> sink, sink -> sink.send(1)),
                sink("Sink.feed", sink -> sink, sink -> sink.feed(1)),
                sink("Sink.flush", sink -> sink, Sink::flush),
                sink("Sink.close", sink -> sink, Sink::close),
                sink("flush of a buffer", sink -> sink.buffer(2), Sink::flush),
                sink("send to a mapped sink", sink -> sink.with(item -> item), sink -> sink.send(1)));
    }

    private static Throwable failureOf(JoinHandle<?> handle) {
        assertThat(handle.isFinished()).isTrue();
        try {
            Async.blockOn(handle);
            return null;
        } catch (JoinException e) {
            return e.getCause();
        }
    }

    /** Ways to await it. */
    private record Way(String name, Function<Future<?>, Future<?>> of) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static java.util.stream.Stream<Way> ways() {
        return java.util.stream.Stream.of(
                new Way("itself", future -> future),
                new Way("mapped", future -> Futures.map(future, value -> value)),
                new Way("in a race", future -> Futures.race(anyOf(future), Future.pending())),
                new Way(
                        "in a set",
                        future -> FuturesUnordered.of(List.of(anyOf(future))).next()),
                new Way("traced", future -> PollTrace.of("traced", anyOf(future), line -> {})));
    }

    @SuppressWarnings("unchecked") // a future only returns its values
    private static Future<Object> anyOf(Future<?> future) {
        return (Future<Object>) future;
    }

    static java.util.stream.Stream<Arguments> kindsAndWays() {
        return kinds().flatMap(kind -> ways().map(way -> Arguments.of(kind, way)));
    }

    private static void assertRefused(Throwable failure, String first, String second) {
        assertThat(failure)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(" is awaited by " + first + ", so " + second
                        + " cannot await it, too: it wakes one task. Share it, or make one for each");
    }

    @ParameterizedTest
    @MethodSource("kindsAndWays")
    void aSecondTaskIsRefusedAndTheFirstGoesOn(Kind kind, Way way) {
        Awaited awaited = kind.make().get();
        LocalPool pool = new LocalPool(ignored -> {});
        JoinHandle<?> first = pool.spawn(way.of().apply(awaited.future().get()));
        pool.runUntilStalled();
        JoinHandle<?> second = pool.spawn(Futures.map(awaited.future().get(), value -> value));
        pool.runUntilStalled();
        assertRefused(failureOf(second), "task 1", "task 2");
        assertThat(first.isFinished()).isFalse();
        awaited.complete().run();
        pool.runUntilStalled();
        assertThat(failureOf(first)).isNull();
    }

    @ParameterizedTest
    @MethodSource("kindsAndWays")
    void soIsOneThatAwaitsItInAnyWay(Kind kind, Way way) {
        Awaited awaited = kind.make().get();
        LocalPool pool = new LocalPool(ignored -> {});
        JoinHandle<?> first = pool.spawn(Futures.map(awaited.future().get(), value -> value));
        pool.runUntilStalled();
        JoinHandle<?> second = pool.spawn(way.of().apply(awaited.future().get()));
        pool.runUntilStalled();
        boolean named = !way.name().startsWith("in a "); // a combinator that is polled first does not know its task yet
        assertRefused(failureOf(second), "task 1", named ? "task 2" : "another future");
        awaited.complete().run();
        pool.runUntilStalled();
        assertThat(failureOf(first)).isNull();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aTaskThatIsAbortedWhileItWaitsMakesRoom(Kind kind) {
        Awaited awaited = kind.make().get();
        if (kind.name().startsWith("Shared")
                || kind.name().startsWith("Future.from")
                || kind.name().equals("JoinSet.shutdown")) {
            return; // the drop is that of the future itself, which has ended
        }
        LocalPool pool = new LocalPool(ignored -> {});
        JoinHandle<?> first = pool.spawn(Futures.map(awaited.future().get(), value -> value));
        pool.runUntilStalled();
        first.abort();
        pool.runUntilStalled();
        JoinHandle<?> second = pool.spawn(Futures.map(awaited.future().get(), value -> value));
        pool.runUntilStalled();
        awaited.complete().run();
        pool.runUntilStalled();
        assertThat(failureOf(second)).isNull();
    }

    /** Polls a future once, and then waits for something else, as a task that has passed on what it held. */
    private static final class Leaving implements Future<Void>, Traced {
        private final Future<?> left;
        private boolean polled;

        Leaving(Future<?> left) {
            this.left = left;
        }

        @Override
        public Poll<Void> poll(Context cx) throws Exception {
            if (!polled) {
                polled = true;
                assertThat(left.poll(cx).isPending()).isTrue();
            }
            return Poll.pending();
        }

        @Override
        public String state() {
            return "left it";
        }

        @Override
        public Future<?> awaited() {
            return null;
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void itMayMoveFromATaskToAnother(Kind kind) {
        Awaited awaited = kind.make().get();
        LocalPool pool = new LocalPool(ignored -> {});
        Future<?> moved = awaited.future().get();
        JoinHandle<Void> leaving = pool.spawn(new Leaving(moved));
        pool.runUntilStalled();
        JoinHandle<?> taking = pool.spawn(Futures.map(moved, value -> value));
        pool.runUntilStalled();
        awaited.complete().run();
        pool.runUntilStalled();
        assertThat(failureOf(taking)).isNull();
        leaving.abort();
        pool.runUntilStalled();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theLoserOfASelectMayGoThroughAChannel(Kind kind) {
        Awaited awaited = kind.make().get();
        LocalPool pool = new LocalPool(ignored -> {});
        var channel = Mpsc.<Future<?>>unbounded();
        Future<?> loser = awaited.future().get();
        JoinHandle<?> giving =
                pool.spawn(Futures.andThen(Futures.select(anyOf(loser), Futures.yieldNow()), selected -> {
                    channel.sender().send(loser);
                    return Future.pending();
                }));
        JoinHandle<?> taking =
                pool.spawn(Futures.andThen(channel.receiver().recv(), received -> anyOf(received.orElseThrow())));
        pool.runUntilStalled();
        awaited.complete().run();
        pool.runUntilStalled();
        assertThat(failureOf(taking)).isNull();
        giving.abort();
        pool.runUntilStalled();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void oneTaskMayAwaitItInOneCombinatorAfterAnother(Kind kind) {
        Awaited awaited = kind.make().get();
        LocalPool pool = new LocalPool(ignored -> {});
        Future<?> it = awaited.future().get();
        for (int i = 0; i < 3; i++) {
            pool.runUntil(Futures.select(anyOf(it), Futures.yieldNow()));
        }
        JoinHandle<?> task = pool.spawn(Futures.andThen(
                Futures.select(anyOf(it), Futures.yieldNow()),
                selected -> Futures.map(Futures.race(anyOf(it), Future.pending()), value -> value)));
        pool.runUntilStalled();
        awaited.complete().run();
        pool.runUntilStalled();
        assertThat(failureOf(task)).isNull();
    }

    /** A future that drives another and does not say so, as one written by hand may. */
    private record Silent(Future<?> inner) implements Future<Object> {
        @Override
        public Poll<Object> poll(Context cx) throws Exception {
            return anyOf(inner).poll(cx);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsNotKnownIsNotRefused(Kind kind) throws Exception {
        Awaited awaited = kind.make().get();
        LocalPool pool = new LocalPool(ignored -> {});
        JoinHandle<?> silent = pool.spawn(new Silent(awaited.future().get()));
        pool.runUntilStalled();
        assertThat(new TaskProbe().poll(anyOf(awaited.future().get())).isPending())
                .isTrue();
        assertThat(new TaskProbe().poll(anyOf(awaited.future().get())).isPending())
                .isTrue();
        JoinHandle<?> last = pool.spawn(Futures.map(awaited.future().get(), value -> value));
        pool.runUntilStalled();
        assertThat(last.isFinished()).isFalse();
        last.abort();
        pool.runUntilStalled();
        silent.abort();
        pool.runUntilStalled();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theTasksOfATestAreCalledByTheirNames(Kind kind) {
        Awaited awaited = kind.make().get();
        TestExecutor executor = new TestExecutor(0);
        JoinHandle<?> first =
                executor.spawn("first", Futures.map(awaited.future().get(), value -> value));
        executor.runUntilStalled();
        JoinHandle<?> second =
                executor.spawn("second", Futures.map(awaited.future().get(), value -> value));
        try {
            executor.run(second);
        } catch (JoinException e) {
            assertRefused(e.getCause(), "first", "second");
        }
        awaited.complete().run();
        executor.runUntilStalled();
        assertThat(first.isFinished()).isTrue();
        executor.close();
    }

    /** Jobs wait in a queue, so that the order is known though the pool could have threads. */
    @ParameterizedTest
    @MethodSource("kinds")
    void tasksOfTwoPoolsToo(Kind kind) {
        Awaited awaited = kind.make().get();
        ArrayDeque<Runnable> jobs = new ArrayDeque<>();
        LocalPool local = new LocalPool(ignored -> {});
        try (ThreadPool lent =
                ThreadPool.builder().uncaughtTaskHandler(ignored -> {}).build(jobs::add)) {
            JoinHandle<?> first = lent.spawn(Futures.map(awaited.future().get(), value -> value));
            runAll(jobs);
            JoinHandle<?> second = local.spawn(Futures.map(awaited.future().get(), value -> value));
            local.runUntilStalled();
            assertRefused(failureOf(second), "task 1", "task 1");
            awaited.complete().run();
            runAll(jobs);
            assertThat(failureOf(first)).isNull();
        }
        runAll(jobs);
    }

    private static void runAll(ArrayDeque<Runnable> jobs) {
        for (Runnable job = jobs.poll(); job != null; job = jobs.poll()) {
            job.run();
        }
    }

    /** In every order of three tasks that take turns with one future, held by a lock: none is refused. */
    @Test
    void tasksThatPassItOnAreNeverRefused() {
        TestExecutor.explore(200, executor -> {
            var turns = Mpsc.<Interval>bounded(1);
            List<JoinHandle<?>> tasks = new ArrayList<>();
            Interval interval = Interval.of(Duration.ofSeconds(1), executor.clock());
            Spawner spawner = executor;
            for (int task = 0; task < 3; task++) {
                tasks.add(spawner.spawn(turn(turns, 4)));
            }
            tasks.add(spawner.spawn(turns.sender().send(interval)));
            for (JoinHandle<?> task : tasks) {
                executor.run(task);
            }
        });
    }

    private static Future<Object> turn(
            dev.asyncfn.sync.Channel<Mpsc.Sender<Interval>, Mpsc.Receiver<Interval>> turns, int times) {
        if (times == 0) {
            return Future.ready("done");
        }
        return Futures.andThen(
                turns.receiver().recv(),
                taken -> Futures.andThen(
                        Futures.select(taken.orElseThrow().tick(), Futures.yieldNow()),
                        either -> Futures.andThen(
                                taken.orElseThrow().tick(),
                                tick -> Futures.andThen(
                                        turns.sender().send(taken.orElseThrow()), sent -> turn(turns, times - 1)))));
    }

    @Test
    void aSetMayBeShutDownWhileATaskWaitsForItsNext() {
        LocalPool pool = new LocalPool(ignored -> {});
        JoinSet<String> set = new JoinSet<>(pool);
        set.spawn(new Signal<>());
        JoinHandle<?> next = pool.spawn(Futures.map(set.joinNext(), value -> value));
        pool.runUntilStalled();
        JoinHandle<?> shutdown = pool.spawn(set.shutdown());
        pool.runUntilStalled();
        assertThat(failureOf(shutdown)).isNull();
        assertThat(failureOf(next)).isInstanceOf(IllegalStateException.class).hasMessageContaining("dropped");
    }

    @Test
    void anOrderlyCloseHasOneOwner() {
        LocalPool pool = new LocalPool(ignored -> {});
        Future<Boolean> close = DuplexStream.open(8).left().close(HOUR);
        pool.spawn(close);
        assertThatIllegalStateException()
                .isThrownBy(() -> pool.spawn(close))
                .withMessageContaining("a future has one owner");
        pool.runUntilStalled();
    }
}
