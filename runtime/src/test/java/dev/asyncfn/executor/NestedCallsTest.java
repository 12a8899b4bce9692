package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.future.Futures;
import dev.asyncfn.sync.Channel;
import dev.asyncfn.sync.Mpsc;
import dev.asyncfn.sync.Mpsc.Receiver;
import dev.asyncfn.sync.Mpsc.Sender;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Sleep;
import dev.asyncfn.time.Timeouts;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Tasks whose async fns call others: after a few wakes, those that only wait for another one are passed over. */
class NestedCallsTest {
    private final AtomicInteger live = new AtomicInteger();

    private Calls nested(int depth, int times, Supplier<Future<Integer>> awaited) {
        return Calls.nested(depth, live, Collections.nCopies(times, awaited));
    }

    private static Future<Integer> one() {
        return Futures.map(Futures.yieldNow(), nothing -> 1);
    }

    private static Future<Integer> receive(Receiver<Integer> receiver) {
        return Futures.map(receiver.recv(), received -> received.orElseThrow());
    }

    private static Future<Integer> send(Sender<Integer> sender, int value) {
        return Futures.map(sender.send(value), nothing -> 0);
    }

    @Test
    void inEachScheduleAllThatIsSentArrives() {
        TestExecutor.explore(200, executor -> {
            Channel<Sender<Integer>, Receiver<Integer>> there = Mpsc.bounded(1);
            Channel<Sender<Integer>, Receiver<Integer>> back = Mpsc.bounded(1);
            var answers = executor.spawn(nested(
                    4, 5, () -> Futures.andThen(receive(there.receiver()), value -> send(back.sender(), value + 1))));
            var sum = executor.spawn(nested(
                    5, 5, () -> Futures.andThen(send(there.sender(), 1), sent -> receive(back.receiver()))));
            assertThat(executor.run(sum)).isEqualTo(10);
            assertThat(executor.run(answers)).isZero();
        });
    }

    @Test
    void joinedChainsAreEachResumed() {
        TestExecutor.explore(50, executor -> {
            Future<Integer> joined = Futures.map(
                    Futures.join(nested(4, 7, NestedCallsTest::one), nested(3, 4, NestedCallsTest::one)),
                    pair -> pair.first() + pair.second());
            assertThat(executor.run(nested(4, 1, () -> joined))).isEqualTo(11);
        });
    }

    @Test
    void aTimeoutBetweenCallsIsHeldByTheTimer() throws Exception {
        try (TestExecutor executor = new TestExecutor(1)) {
            Supplier<Future<Integer>> sleeps = () -> Futures.map(Sleep.of(Duration.ofMillis(4)), nothing -> 1);
            assertThat(executor.run(nested(4, 1, () -> limited(nested(4, 2, sleeps)))))
                    .isEqualTo(2);
            assertThatThrownBy(() -> executor.run(nested(4, 1, () -> limited(nested(4, 3, sleeps)))))
                    .isInstanceOf(TimeoutException.class);
            assertThat(executor.elapsed()).isEqualTo(Duration.ofMillis(18));
        }
    }

    private static Future<Integer> limited(Future<Integer> future) {
        return Timeouts.timeout(Duration.ofMillis(10), future);
    }

    @Test
    void anAbortAfterAnyNumberOfWakesEndsAllCalls() {
        TestExecutor.explore(100, executor -> {
            for (int wakes = 0; wakes < 8; wakes++) {
                live.set(0);
                JoinHandle<Integer> task = executor.spawn(nested(5, 6, NestedCallsTest::one));
                executor.run(nested(1, wakes, NestedCallsTest::one));
                task.abort();
                executor.runUntilStalled();
                assertThat(task.isFinished()).isTrue();
                assertThat(live).hasValue(0);
            }
        });
    }

    @Test
    void wakesOfOtherThreadsMeetTheUnwinding() throws Exception {
        int rounds = 3_000;
        try (ThreadPool pool = ThreadPool.builder().threads(2).build()) {
            Channel<Sender<Integer>, Receiver<Integer>> there = Mpsc.bounded(1);
            Channel<Sender<Integer>, Receiver<Integer>> back = Mpsc.bounded(1);
            JoinHandle<Integer> answers = pool.spawn(nested(
                    3,
                    rounds / 3,
                    () -> nested(
                            4,
                            3,
                            () -> Futures.andThen(receive(there.receiver()), value -> send(back.sender(), value)))));
            JoinHandle<Integer> sum = pool.spawn(nested(
                    3,
                    rounds / 3,
                    () -> nested(
                            5, 3, () -> Futures.andThen(send(there.sender(), 1), sent -> receive(back.receiver())))));
            assertThat(Async.blockOn(sum)).isEqualTo(rounds);
            assertThat(Async.blockOn(answers)).isZero();
        }
    }

    @Test
    void aTaskLocalBetweenCallsIsSetBelowIt() throws Exception {
        TaskLocal<Integer> local = TaskLocal.of("local");
        try (LocalPool pool = new LocalPool()) {
            Calls below = nested(4, 5, () -> Futures.map(Futures.yieldNow(), nothing -> local.get()));
            Calls above = Calls.nested(
                    4,
                    live,
                    List.of(
                            () -> local.where(7, below),
                            () -> Futures.map(Futures.yieldNow(), nothing -> local.isBound() ? 1 : 0)));
            assertThat(pool.runUntil(above)).isEqualTo(35);
        }
    }
}
