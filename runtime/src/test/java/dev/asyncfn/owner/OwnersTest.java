package dev.asyncfn.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import dev.asyncfn.executor.CancellationToken;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.JoinSet;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.PollingExecutor;
import dev.asyncfn.executor.TaskScope;
import dev.asyncfn.executor.TaskTracker;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.FuturesUnordered;
import dev.asyncfn.future.Pair;
import dev.asyncfn.future.RetryPolicy;
import dev.asyncfn.future.Selection;
import dev.asyncfn.future.Shared;
import dev.asyncfn.future.Signal;
import dev.asyncfn.io.BufReader;
import dev.asyncfn.io.BufWriter;
import dev.asyncfn.io.ByteStreams;
import dev.asyncfn.io.DuplexStream;
import dev.asyncfn.io.FramedReader;
import dev.asyncfn.io.LinesCodec;
import dev.asyncfn.net.AsyncTcpStream;
import dev.asyncfn.net.Dns;
import dev.asyncfn.stream.Sinks;
import dev.asyncfn.stream.Streams;
import dev.asyncfn.sync.Mutex;
import dev.asyncfn.sync.OnceCell;
import dev.asyncfn.sync.Oneshot;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Interval;
import dev.asyncfn.time.ManualClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A future has one owner; a second one is refused, with the names of both. */
@Tag("one-jdk")
class OwnersTest {
    /** As the processor would generate it: an async fn that awaits one future. */
    private static final class WaitFuture extends StateMachine<String, WaitFuture.State> {
        private enum State {
            START,
            DONE,
            PANICKED,
            DROPPED,
            AWAIT_IT
        }

        private final Future<String> it;

        WaitFuture(Future<String> it) {
            super(State.START);
            this.it = it;
        }

        @Override
        public Poll<String> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED);
            if (awaited != null) {
                Poll<?> polled = awaited.poll(cx);
                if (!(polled instanceof Poll.Ready<?>)) {
                    return suspend(next);
                }
                return complete(State.DONE, (String) take(polled));
            }
            if (next != State.START) {
                throw ended(next);
            }
            if (!(it.poll(cx) instanceof Poll.Ready<?> ready)) {
                return suspend(State.AWAIT_IT, it);
            }
            return complete(State.DONE, (String) ready.value());
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }

    private static WaitFuture fn() {
        return new WaitFuture(Future.pending());
    }

    private record Owner(String name, Consumer<Future<String>> takes) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Owner owner(String name, Consumer<Future<String>> takes) {
        return new Owner(name, takes);
    }

    static Stream<Owner> owners() {
        Future<String> never = Future.pending();
        Duration hour = Duration.ofHours(1);
        return Stream.of(
                owner("LocalPool", z -> new LocalPool().spawn(z)),
                owner("a task that is detached", z -> new LocalPool().spawnDetached(z)),
                owner("PollingExecutor", z -> new PollingExecutor().spawn(z)),
                owner("ThreadPool", z -> ThreadPool.on(job -> {}).spawn(z)),
                owner("TestExecutor", z -> new TestExecutor(0).spawn("test", z)),
                owner(
                        "TaskScope",
                        z -> probe(TaskScope.run(new LocalPool(), scope -> {
                            scope.spawn(z);
                            return never;
                        }))),
                owner("body of a TaskScope", z -> probe(TaskScope.run(new LocalPool(), scope -> z))),
                owner("body of a supervising scope", z -> probe(TaskScope.supervise(new LocalPool(), scope -> z))),
                owner("JoinSet", z -> new JoinSet<String>(new LocalPool()).spawn(z)),
                owner("TaskTracker", z -> new TaskTracker(new LocalPool()).spawn(z)),
                owner(
                        "Selection",
                        z -> Selection.biased().on(never, n -> n).on(z, v -> v).first()),
                owner("runUntilCancelled", z -> new CancellationToken().runUntilCancelled(z)),
                owner("join", z -> Futures.join(z, never)),
                owner("joinAll", z -> Futures.joinAll(List.of(z, never))),
                owner("tryJoin", z -> Futures.tryJoin(never, z)),
                owner("race", z -> Futures.race(z, never)),
                owner("raceOk", z -> Futures.raceOk(List.of(z))),
                owner("select", z -> Futures.select(z, never)),
                owner("selectAll", z -> Futures.selectAll(List.of(z))),
                owner("alongside", z -> Futures.alongside(z)),
                owner("map", z -> Futures.map(z, value -> value)),
                owner("andThen", z -> Futures.andThen(z, value -> never)),
                owner("andThen, second", z -> probe(Futures.andThen(Future.ready(1), one -> z))),
                owner("orElse", z -> Futures.<String>orElse(z, failure -> never)),
                owner("orElse, second", z -> probe(Futures.<String>orElse(Future.failed(new Exception()), f -> z))),
                owner("timeout", z -> Futures.timeout(hour, z)),
                owner("fuse", z -> Futures.fuse(z)),
                owner("shielded", z -> Futures.shielded(z)),
                owner("shared", z -> Futures.shared(z)),
                owner("failingWith", z -> Futures.failingWith(z, Exception.class)),
                owner("onUndelivered", z -> Futures.onUndelivered(z, value -> {})),
                owner("FuturesUnordered", z -> new FuturesUnordered<String>().push(z)),
                owner("FuturesUnordered.of", z -> FuturesUnordered.of(List.of(z))),
                owner("retry", z -> probe(Futures.retry(1, () -> z))),
                owner(
                        "retry with a policy",
                        z -> probe(RetryPolicy.immediate().maxAttempts(1).retry(() -> z))),
                owner("OnceCell", z -> probe(new OnceCell<String>().getOrInit(() -> z))),
                owner("once", z -> Streams.once(z)),
                owner("unfold", z -> probe(Streams.unfold(z, OwnersTest::step).count())),
                owner("generate", z -> probe(Streams.generate(out -> z).count())),
                owner("forward to forEachAsync", z -> probe(Streams.of(1).forward(Sinks.forEachAsync(one -> z)))),
                owner(
                        "buffered tasks",
                        z -> probe(Streams.of(1)
                                .buffered(1, new LocalPool(), one -> z)
                                .count())),
                owner("then", z -> probe(Streams.of(1).then(one -> z).count())),
                owner("takeUntil", z -> Streams.of(1).takeUntil(z)),
                owner("buffered", z -> probe(Streams.of(1).buffered(1, one -> z).count())),
                owner(
                        "bufferUnordered",
                        z -> probe(Streams.of(1).bufferUnordered(1, one -> z).count())),
                owner("forEachAsync", z -> probe(Streams.of(1).forEachAsync(one -> z))),
                owner("another async fn", z -> probe(new WaitFuture(z))));
    }

    /** The future itself, though it is none of a pair: what matters is that something else drives it. */
    @SuppressWarnings("unchecked") // it is not polled
    private static Future<Pair<String, Future<String>>> step(Future<String> future) {
        return (Future<Pair<String, Future<String>>>) (Future<?>) future;
    }

    /** Polls it once. */
    private static void probe(Future<?> future) {
        try {
            new TaskProbe().poll(future);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Arguments> pairs() {
        return owners().flatMap(first -> owners().filter(second ->
                        !second.name().startsWith("TaskScope") || first.name().length() < 8)
                .map(second -> Arguments.of(first, second)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aSecondOwnerIsRefused(Owner first, Owner second) {
        WaitFuture z = fn();
        first.takes().accept(z);
        assertThatIllegalStateException()
                .isThrownBy(() -> second.takes().accept(z))
                .withMessageContaining("WaitFuture is driven by ")
                .withMessageContaining(" cannot drive it, too: a future has one owner");
    }

    @ParameterizedTest
    @MethodSource("owners")
    void blockOnIsAnOwnerToo(Owner first) {
        WaitFuture z = fn();
        first.takes().accept(z);
        assertThatIllegalStateException().isThrownBy(() -> Async.blockOn(z)).withMessageContaining("Thread[");
    }

    @Test
    void theMessageNamesBothTasks() {
        LocalPool pool = new LocalPool();
        WaitFuture z = fn();
        pool.spawn(z);
        assertThatIllegalStateException()
                .isThrownBy(() -> pool.spawn(z))
                .withMessage("WaitFuture is driven by task 1, so task 2 cannot drive it, too: a future has one owner."
                        + " Await the handle of the task, or share the future");
        assertThat(pool.size()).as("the second is no task").isOne();
        pool.close();
    }

    @Test
    void theMessageNamesTheTestsTask() {
        TestExecutor executor = new TestExecutor(0);
        WaitFuture z = fn();
        executor.spawn("first", z);
        assertThatIllegalStateException()
                .isThrownBy(() -> executor.spawn("second", z))
                .withMessageContaining("driven by first, so second");
        executor.close();
    }

    @Test
    void aRefusalByAPoolThatWasShutDownMeanwhileEndsIt() {
        WaitFuture z = fn();
        OwnedFuture.claim(z, "someone");
        LocalPool pool = new LocalPool();
        assertThatIllegalStateException().isThrownBy(() -> pool.spawn(z)).withMessageContaining("someone");
        pool.run();
        pool.close();
    }

    @Test
    void anExecutorThatTakesNoMoreTasksDoesNotTouchIt() {
        LocalPool closed = new LocalPool();
        closed.close();
        WaitFuture z = new WaitFuture(Future.ready("value"));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> closed.spawn(z)))
                .isInstanceOf(RejectedExecutionException.class);
        assertThat(new LocalPool().runUntil(z)).isEqualTo("value");
    }

    @Test
    void theSameFutureTwiceInOneCombinatorIsRefused() {
        WaitFuture y = fn();
        assertThatIllegalStateException()
                .isThrownBy(() -> Futures.join(y, y))
                .withMessageContaining("futures 1 and 2 of a join are the same, WaitFuture");
        Signal<String> byHand = new Signal<>();
        assertThatIllegalStateException().isThrownBy(() -> Futures.race(List.of(fn(), byHand, byHand)));
        assertThatIllegalStateException().isThrownBy(() -> Futures.select(byHand, byHand));
        Future<Mutex.Guard<Object>> lock = new Mutex<>().lock();
        assertThatIllegalStateException().isThrownBy(() -> Futures.tryJoin(lock, lock));
        FuturesUnordered<String> set = new FuturesUnordered<>();
        set.push(y);
        assertThatIllegalStateException().isThrownBy(() -> set.push(y));
    }

    @Test
    void aRefusedCombinatorLeavesTheOthersToTheCaller() {
        WaitFuture taken = fn();
        OwnedFuture.claim(taken, "someone");
        WaitFuture free = new WaitFuture(Future.ready("free"));
        assertThatIllegalStateException().isThrownBy(() -> Futures.join(free, taken));
        assertThat(Async.blockOn(free)).isEqualTo("free");
    }

    /** It is not dropped, either. */
    @ParameterizedTest
    @MethodSource("owners")
    void aRefusedFutureGoesOnForItsOwner(Owner second) {
        Signal<String> signal = new Signal<>();
        WaitFuture z = new WaitFuture(signal);
        OwnedFuture.claim(z, "someone");
        assertThatIllegalStateException()
                .isThrownBy(() -> second.takes().accept(z))
                .withMessageContaining("WaitFuture is driven by someone");
        OwnedFuture.disclaim(z, "someone");
        signal.complete("value");
        assertThat(Async.blockOn(z)).isEqualTo("value");
    }

    @Test
    void aSetIsMadeOfAllFuturesOrOfNone() {
        WaitFuture taken = fn();
        OwnedFuture.claim(taken, "someone");
        WaitFuture first = new WaitFuture(Future.ready("first"));
        WaitFuture second = new WaitFuture(Future.ready("second"));
        assertThatIllegalStateException().isThrownBy(() -> FuturesUnordered.of(List.of(first, second, taken)));
        assertThatIllegalStateException().isThrownBy(() -> FuturesUnordered.of(List.of(first, second, first)));
        assertThatNullPointerException().isThrownBy(() -> FuturesUnordered.of(Arrays.asList(first, second, null)));
        assertThat(new LocalPool().runUntil(Futures.join(first, second)).second())
                .isEqualTo("second");
    }

    @Test
    void aSetWhoseIterableFailsLeavesTheFuturesToTheCaller() {
        WaitFuture first = new WaitFuture(Future.ready("first"));
        IllegalArgumentException failure = new IllegalArgumentException("no more");
        Iterator<Future<String>> failing = new Iterator<>() {
            private boolean begun;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Future<String> next() {
                if (begun) {
                    throw failure;
                }
                begun = true;
                return first;
            }
        };
        Iterable<Future<String>> futures = () -> failing;
        assertThatIllegalArgumentException().isThrownBy(() -> FuturesUnordered.of(futures));
        assertThat(new LocalPool().runUntil(first)).isEqualTo("first");
    }

    @Test
    void thoseThatCanBePolledAgainMayStandTwice() {
        LocalPool pool = new LocalPool();
        JoinHandle<String> handle = pool.spawn(Future.ready("value"));
        Shared<String> shared = Futures.shared(Future.ready("value"));
        Future<String> ready = Future.ready("value");
        assertThat(pool.runUntil(Futures.join(handle, handle)).second()).isEqualTo("value");
        assertThat(pool.runUntil(Futures.join(shared, shared)).second()).isEqualTo("value");
        assertThat(pool.runUntil(Futures.join(ready, ready)).second()).isEqualTo("value");
    }

    @Test
    void theLoserOfASelectBelongsToTheCallerAgain() {
        Signal<String> signal = new Signal<>();
        WaitFuture loser = new WaitFuture(signal);
        LocalPool pool = new LocalPool();
        for (int i = 0; i < 3; i++) {
            pool.runUntil(Futures.select(loser, Future.ready(i)));
        }
        JoinHandle<String> task = pool.spawn(loser);
        signal.complete("later");
        assertThat(pool.runUntil(task)).isEqualTo("later");
    }

    @Test
    void aFutureThatHasEndedKeepsNoOwner() {
        WaitFuture done = new WaitFuture(Future.ready("value"));
        LocalPool pool = new LocalPool();
        pool.spawn(done);
        pool.run();
        JoinHandle<String> again = pool.spawn(done);
        pool.run();
        assertThatIllegalStateException()
                .isThrownBy(() -> {
                    try {
                        pool.runUntil(again);
                    } catch (dev.asyncfn.executor.JoinException e) {
                        throw (IllegalStateException) e.getCause();
                    }
                })
                .withMessageContaining("resumed after completion");
    }

    @Test
    void locksAndReceiversAreOwnedToo() {
        LocalPool pool = new LocalPool();
        Future<Mutex.Guard<Object>> lock = new Mutex<>().lock();
        pool.spawn(lock);
        assertThatIllegalStateException().isThrownBy(() -> pool.spawn(lock));
        Oneshot.Receiver<String> receiver = Oneshot.<String>channel().receiver();
        pool.spawn((Future<String>) receiver);
        assertThatIllegalStateException()
                .isThrownBy(() -> Futures.timeout(Duration.ofHours(1), (Future<String>) receiver));
        pool.close();
    }

    private record Leaf(String name, Future<?> future) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Leaf> leaves() throws IOException {
        DuplexStream end = DuplexStream.open(8).left();
        ByteBuffer buffer = ByteBuffer.allocate(4);
        InetSocketAddress nobody = InetSocketAddress.createUnresolved("nobody.invalid", 1);
        return Stream.of(
                new Leaf("read", end.read(buffer)),
                new Leaf("write", end.write(buffer)),
                new Leaf("shutdown", end.shutdown()),
                new Leaf("readExactly", end.readExactly(buffer)),
                new Leaf("readToEnd", end.readToEnd(1)),
                new Leaf("writeAll", end.writeAll(buffer)),
                new Leaf("BufReader", BufReader.of(end).fill()),
                new Leaf("BufWriter", BufWriter.of(end).flush()),
                new Leaf("FramedReader", FramedReader.of(end, LinesCodec.of(9)).next()),
                new Leaf("copy", ByteStreams.copy(end, end)),
                new Leaf("connect", AsyncTcpStream.connect(nobody)),
                new Leaf("connect by name", AsyncTcpStream.connect("nobody.invalid", 1)),
                new Leaf("lookup", Dns.lookup("nobody.invalid")),
                new Leaf(
                        "tick",
                        Interval.of(Duration.ofHours(1), ManualClock.create()).tick()));
    }

    /** Of two tasks, one would never be woken. */
    @ParameterizedTest
    @MethodSource("leaves")
    void anOperationIsNotSpawnedTwice(Leaf leaf) {
        LocalPool pool = new LocalPool();
        pool.spawn(leaf.future());
        assertThatIllegalStateException()
                .isThrownBy(() -> pool.spawn(leaf.future()))
                .withMessageContaining("a future has one owner");
    }
}
