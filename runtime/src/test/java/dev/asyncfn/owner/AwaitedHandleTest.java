package dev.asyncfn.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.FuturesUnordered;
import dev.asyncfn.future.Selection;
import dev.asyncfn.future.Shared;
import dev.asyncfn.future.Signal;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Timeouts;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A handle wakes one task. A second task that awaits it at the same time gets an exception, and the first goes on. */
class AwaitedHandleTest {
    private final LocalPool pool = new LocalPool(ignored -> {});
    private final Signal<String> signal = new Signal<>();
    private final JoinHandle<String> handle = pool.spawn(signal);

    @AfterEach
    void close() {
        pool.close();
    }

    /** Awaits a handle, itself or by other futures. */
    private record Waiter(String name, Function<JoinHandle<String>, Future<?>> of) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Waiter> waiters() {
        Duration hour = Duration.ofHours(1);
        return Stream.of(
                new Waiter("the handle", handle -> handle),
                new Waiter("map", handle -> Futures.map(handle, value -> value)),
                new Waiter("andThen", handle -> Futures.andThen(handle, Future::ready)),
                new Waiter("timeout", handle -> Timeouts.timeout(hour, handle)),
                new Waiter("join", handle -> Futures.join(Future.ready(1), handle)),
                new Waiter("joinAll", handle -> Futures.joinAll(List.of(handle))),
                new Waiter("tryJoin", handle -> Futures.tryJoin(handle, Future.pending())),
                new Waiter("race", handle -> Futures.race(handle, Future.pending())),
                new Waiter("select", handle -> Futures.select(Future.pending(), handle)),
                new Waiter(
                        "Selection",
                        handle -> Selection.biased()
                                .on(handle, value -> value)
                                .on(Future.<String>pending(), value -> value)
                                .first()),
                new Waiter(
                        "FuturesUnordered",
                        handle -> FuturesUnordered.of(List.of(handle)).next()),
                new Waiter(
                        "a join within a race",
                        handle -> Futures.race(
                                Futures.map(Futures.join(handle, Future.ready(1)), both -> both.first()),
                                Future.pending())),
                new Waiter("abortAndJoin", handle -> handle.abortAndJoin(hour)));
    }

    private static Throwable failureOf(JoinHandle<?> failed) {
        try {
            Async.blockOn(failed);
            return null;
        } catch (JoinException e) {
            return e.getCause();
        }
    }

    @ParameterizedTest
    @MethodSource("waiters")
    void aSecondTaskIsRefusedAndTheFirstGoesOn(Waiter waiter) {
        JoinHandle<String> first = pool.spawn(handle);
        pool.runUntilStalled();
        JoinHandle<?> second = pool.spawn(waiter.of().apply(handle));
        pool.runUntilStalled();
        assertThat(failureOf(second))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("task 1 is awaited by task 2, so ")
                .hasMessageContaining(" cannot await it, too");
        assertThat(first.isFinished()).isEqualTo(waiter.name().equals("abortAndJoin"));
        signal.complete("value");
        pool.run();
        assertThat(first.isFinished()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("waiters")
    void howeverTheFirstAwaitsIt(Waiter waiter) {
        JoinHandle<?> first = pool.spawn(waiter.of().apply(handle));
        pool.runUntilStalled();
        JoinHandle<String> second = pool.spawn(handle);
        pool.runUntilStalled();
        if (waiter.name().equals("abortAndJoin")) {
            assertThat(second.isFinished()).isTrue(); // the task has ended in the meantime
            return;
        }
        assertThat(failureOf(second))
                .hasMessageContaining("task 1 is awaited by task 2, so task 3 cannot await it, too");
        assertThat(first.isFinished()).isFalse();
        signal.complete("value");
        pool.runUntilStalled();
        assertThat(handle.isFinished()).isTrue();
        assertThat(first.isFinished()).isEqualTo(!waiter.name().equals("tryJoin"));
    }

    @Test
    void theTasksOfATestAreCalledByTheirNames() {
        try (TestExecutor executor = new TestExecutor(0)) {
            JoinHandle<String> awaited = executor.spawn("awaited", new Signal<>());
            executor.spawn("first", Futures.map(awaited, value -> value));
            executor.runUntilStalled();
            JoinHandle<String> second = executor.spawn("second", Futures.map(awaited, value -> value));
            assertThatThrownBy(() -> executor.run(second))
                    .cause()
                    .hasMessageContaining("is awaited by first, so second cannot await it, too");
        }
    }

    @Test
    void twoFuturesOfOneCombinatorAreRefused() {
        JoinHandle<?> joining = pool.spawn(
                Futures.join(Futures.map(handle, value -> 1), Timeouts.timeout(Duration.ofHours(1), handle)));
        pool.runUntilStalled();
        signal.complete("value"); // the first of them goes on, and the join waits for it
        pool.runUntilStalled();
        assertThat(failureOf(joining))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("task 1 is awaited by two of the futures of a combinator");
    }

    @Test
    void theSameHandleTwiceInACombinatorIsOne() {
        JoinHandle<?> joining = pool.spawn(Futures.join(handle, handle));
        pool.runUntilStalled();
        signal.complete("value");
        pool.runUntilStalled();
        assertThat(joining.isFinished()).isTrue();
        assertThat(failureOf(joining)).isNull();
    }

    @Test
    void aSharedHandleHasAnyNumberOfTasks() {
        Shared<String> shared = Futures.shared(handle);
        JoinHandle<String> first = pool.spawn(shared.clone());
        JoinHandle<String> second = pool.spawn(shared);
        pool.runUntilStalled();
        signal.complete("value");
        assertThat(pool.runUntil(Futures.join(first, second)).second()).isEqualTo("value");
    }

    @Test
    void theLoserOfASelectMayBeAwaitedElsewhere() {
        for (int i = 0; i < 3; i++) {
            pool.runUntil(Futures.select(handle, Futures.yieldNow()));
        }
        JoinHandle<String> elsewhere = pool.spawn(Futures.map(handle, value -> value));
        pool.runUntilStalled();
        signal.complete("value");
        assertThat(pool.runUntil(elsewhere)).isEqualTo("value");
    }

    @Test
    void aTaskThatHasGivenItAwayDoesNotKeepItFromOthers() {
        JoinHandle<Void> giving = pool.spawn(new Future<>() {
            private boolean polled;

            @Override
            public Poll<Void> poll(Context cx) throws Exception {
                if (!polled) {
                    polled = true;
                    assertThat(handle.poll(cx).isPending()).isTrue();
                }
                return Poll.pending(); // waits for something else now
            }
        });
        pool.runUntilStalled();
        JoinHandle<String> taking = pool.spawn(Futures.map(handle, value -> value));
        pool.runUntilStalled();
        signal.complete("value");
        assertThat(pool.runUntil(taking)).isEqualTo("value");
        giving.abort();
    }

    @Test
    void anAbortedTaskDoesNotKeepItFromOthers() {
        Shared<String> shared = Futures.shared(handle);
        JoinHandle<String> first = pool.spawn(Futures.map(shared.clone(), value -> value));
        pool.runUntilStalled();
        first.abort();
        pool.runUntilStalled();
        JoinHandle<String> second = pool.spawn(shared);
        pool.runUntilStalled();
        signal.complete("value");
        assertThat(pool.runUntil(second)).isEqualTo("value");
    }

    @Test
    void aDropByAnotherDoesNotKeepTheTaskFromItsWake() {
        JoinHandle<String> awaiting = pool.spawn(Futures.map(handle, value -> value));
        pool.runUntilStalled();
        handle.drop();
        signal.complete("value");
        assertThat(pool.runUntil(awaiting)).isEqualTo("value");
    }

    /** A future that cannot say what it awaits is not known to await it: the newest poll is woken, as before. */
    @Test
    void aFutureThatFailsWhenItIsAskedHoldsUpNothing() {
        record Faulty(Future<String> inner) implements Future<String>, Traced {
            @Override
            public Poll<String> poll(Context cx) throws Exception {
                return inner.poll(cx);
            }

            @Override
            public String state() {
                return "faulty";
            }

            @Override
            public Future<?> awaited() {
                throw new IllegalArgumentException("asked");
            }
        }
        JoinHandle<String> first = pool.spawn(new Faulty(handle));
        pool.runUntilStalled();
        JoinHandle<String> second = pool.spawn(Futures.map(handle, value -> value));
        pool.runUntilStalled();
        signal.complete("value");
        assertThat(pool.runUntil(second)).isEqualTo("value");
        first.abort();
    }

    @Test
    void aFutureThatWakesItsTaskWhenItIsAskedHoldsUpNothing() {
        record Waking(Future<String> inner, Runnable wake) implements Future<String>, Traced {
            @Override
            public Poll<String> poll(Context cx) throws Exception {
                return inner.poll(cx);
            }

            @Override
            public String state() {
                return "waking";
            }

            @Override
            public Future<?> awaited() {
                wake.run();
                return inner;
            }
        }
        try (ThreadPool inline =
                ThreadPool.builder().uncaughtTaskHandler(ignored -> {}).build(Runnable::run)) {
            Signal<String> also = new Signal<>();
            JoinHandle<String> first =
                    inline.spawn(new Waking(Futures.race(handle, also), also::wake)); // whose job is run by the wake
            assertThatIllegalStateException()
                    .isThrownBy(() -> new TaskProbe().poll(Futures.map(handle, value -> value)))
                    .withMessageContaining("task 1 is awaited by task 1, so another future cannot await it, too");
            signal.complete("value");
            pool.runUntilStalled();
            assertThat(first.isFinished()).isTrue();
        }
    }
}
