package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Waker;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.RetryPolicy;
import dev.asyncfn.future.Selection;
import dev.asyncfn.sync.OnceCell;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Clock;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.ManualClock;
import dev.asyncfn.time.Sleep;
import dev.asyncfn.time.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What gives up a future lets its cleanup wait: by {@link Future#pollDrop}. */
class CleanupTest {
    private final LocalPool pool = new LocalPool();
    private final List<String> log = new ArrayList<>();

    /** Never ready; its cleanup waits to be told. */
    private final class Careful<T> implements TryFuture<T, RuntimeException> {
        private final String name;
        private boolean mayEnd;
        private RuntimeException failure;
        private Waker waker;

        Careful(String name) {
            this.name = name;
        }

        @Override
        public Poll<T> poll(Context cx) {
            return Poll.pending();
        }

        @Override
        public Poll<Void> pollDrop(Context cx) {
            log.add(name + " cleans up");
            waker = cx.waker().clone();
            if (!mayEnd) {
                return Poll.pending();
            }
            log.add(name + " has cleaned up");
            if (failure != null) {
                throw failure;
            }
            return Poll.ready(null);
        }

        @Override
        public void drop() {
            log.add(name + " is dropped");
        }

        void end() {
            mayEnd = true;
            waker.wakeByRef();
        }
    }

    private final Careful<String> careful = new Careful<>("it");

    // ---- tasks

    @Test
    void abortedTaskEndsAfterItsCleanup() {
        JoinHandle<String> handle = pool.spawn(careful);
        pool.runUntilStalled();
        handle.abort();
        pool.runUntilStalled();
        assertThat(handle.isFinished()).isFalse();
        careful.end();
        pool.runUntilStalled();
        assertThat(handle.isFinished()).isTrue();
        assertThat(log).containsExactly("it cleans up", "it cleans up", "it has cleaned up");
        assertThatThrownBy(() -> Async.blockOn(handle))
                .isInstanceOfSatisfying(
                        JoinException.class,
                        end -> assertThat(end.isCancelled()).isTrue());
    }

    @Test
    void failureOfTheCleanupIsThatOfTheTask() {
        careful.failure = new IllegalStateException("cleanup");
        careful.mayEnd = true;
        JoinHandle<String> handle = pool.spawn(careful);
        pool.runUntilStalled();
        handle.abort();
        pool.runUntilStalled();
        assertThatThrownBy(() -> Async.blockOn(handle))
                .isInstanceOf(JoinException.class)
                .hasCause(careful.failure);
        assertThat(log).doesNotContain("it is dropped");
    }

    @Test
    void abortNowEndsACleanup() {
        JoinHandle<String> handle = pool.spawn(careful);
        pool.runUntilStalled();
        handle.abort();
        pool.runUntilStalled();
        handle.abortNow();
        pool.runUntilStalled();
        assertThat(handle.isFinished()).isTrue();
        assertThat(log).containsExactly("it cleans up", "it is dropped");
    }

    @Test
    void abortNowLeavesNoTimeFromTheStart() {
        JoinHandle<String> handle = pool.spawn(careful);
        pool.runUntilStalled();
        handle.abortNow();
        pool.runUntilStalled();
        assertThat(log).containsExactly("it is dropped");
    }

    @Test
    void shutdownEndsACleanup() {
        JoinHandle<String> handle = pool.spawn(careful);
        pool.runUntilStalled();
        handle.abort();
        pool.runUntilStalled();
        pool.close();
        assertThat(handle.isFinished()).isTrue();
        assertThat(log).containsExactly("it cleans up", "it is dropped");
    }

    @Test
    void abortAndJoinWaitsForTheCleanup() {
        TestExecutor executor = new TestExecutor(1);
        List<String> seen = new ArrayList<>();
        executor.run(Futures.andThen(Futures.yieldNow(), nothing -> {
            JoinHandle<String> handle = executor.spawn(cleaningFor(Duration.ofSeconds(1), seen));
            return Futures.andThen(
                    Sleep.of(Duration.ofSeconds(5)), slept -> handle.abortAndJoin(Duration.ofSeconds(2)));
        }));
        assertThat(seen).containsExactly("cleaned up");
        executor.close();
    }

    @Test
    void abortAndJoinEndsACleanupThatTakesTooLong() {
        TestExecutor executor = new TestExecutor(1);
        List<String> seen = new ArrayList<>();
        executor.run(Futures.andThen(Futures.yieldNow(), nothing -> {
            JoinHandle<String> handle = executor.spawn(cleaningFor(Duration.ofDays(1), seen));
            return Futures.andThen(
                    Sleep.of(Duration.ofSeconds(5)), slept -> handle.abortAndJoin(Duration.ofSeconds(2)));
        }));
        assertThat(seen).containsExactly("hurried");
        executor.close();
    }

    @Test
    void abortAndJoinTakesItsTimeFromTheAbortOn() {
        TestExecutor executor = new TestExecutor(1);
        List<String> seen = new ArrayList<>();
        executor.run(Futures.andThen(Futures.yieldNow(), nothing -> {
            JoinHandle<String> handle = executor.spawn(cleaningFor(Duration.ofSeconds(1), seen));
            Future<Void> joining = handle.abortAndJoin(Duration.ofSeconds(2));
            return Futures.andThen(Sleep.of(Duration.ofSeconds(5)), slept -> joining);
        }));
        assertThat(seen).containsExactly("cleaned up");
        assertThat(executor.elapsed()).isEqualTo(Duration.ofSeconds(6));
        executor.close();
    }

    @Test
    void abortAndJoinTakesItsTimeByTheClockOfTheAbort() {
        TestExecutor executor = new TestExecutor(1);
        List<String> seen = new ArrayList<>();
        JoinHandle<String> handle = executor.spawn(cleaningFor(Duration.ofDays(1), seen));
        executor.run(handle.abortAndJoin(Duration.ofSeconds(2)));
        assertThat(seen).containsExactly("hurried");
        assertThat(executor.elapsed()).isEqualTo(Duration.ofSeconds(2));
        executor.close();
    }

    @Test
    void abortAndJoinThatHasEndedOrWasDroppedIsNotPolledAgain() {
        TaskProbe task = new TaskProbe();
        JoinHandle<String> handle = pool.spawn(Future.pending());
        Future<Void> joining = handle.abortAndJoin(Duration.ofHours(1));
        assertThat(((Traced) joining).awaited()).isSameAs(handle);
        assertThatIllegalStateException()
                .isThrownBy(() -> {
                    assertThat(task.poll(joining).isPending()).isTrue();
                    pool.run();
                    assertThat(task.poll(joining).isReady()).isTrue();
                    task.poll(joining);
                })
                .withMessage("polled after completion");
        assertThat(((Traced) joining).awaited()).isNull();
        assertThat(((Traced) joining).state()).isEqualTo("DONE");
        Future<Void> dropped = handle.abortAndJoin(Duration.ofHours(1));
        dropped.drop();
        dropped.drop();
        assertThatIllegalStateException().isThrownBy(() -> task.poll(dropped));
        assertThat(task.held()).isZero();
    }

    @Test
    void abortAndJoinThatFailsLeavesNoTimer() throws Exception {
        ManualClock clock = ManualClock.create();
        careful.mayEnd = true;
        careful.failure = new IllegalStateException("cleanup");
        JoinHandle<String> handle = pool.spawn(careful);
        pool.runUntilStalled();
        Future<Void> joining = handle.abortAndJoin(Duration.ofHours(1));
        Context cx = Context.fromWaker(Waker.noop());
        Clock.Scope scope = Clock.enter(clock);
        assertThat(joining.poll(cx).isPending()).isTrue();
        scope.close();
        assertThat(clock.untilNextTimer()).isPresent();
        pool.runUntilStalled();
        assertThatThrownBy(() -> joining.poll(cx)).hasCause(careful.failure);
        assertThat(clock.untilNextTimer()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> joining.poll(cx));
    }

    /** Waits for ever, and then takes a while to clean up. */
    private static Future<String> cleaningFor(Duration duration, List<String> seen) {
        return new Future<>() {
            private Sleep sleep;
            private Waker waker;

            @Override
            public Poll<String> poll(Context cx) {
                waker = waker == null ? cx.waker().clone() : waker;
                return Poll.pending();
            }

            @Override
            public Poll<Void> pollDrop(Context cx) throws Exception {
                sleep = sleep == null ? Sleep.of(duration) : sleep;
                if (sleep.poll(cx).isPending()) {
                    return Poll.pending();
                }
                seen.add("cleaned up");
                return Poll.ready(null);
            }

            @Override
            public void drop() {
                seen.add("hurried");
                if (sleep != null) {
                    sleep.drop();
                }
            }
        };
    }

    // ---- the ends of executors

    @Test
    void closeWithABoundWaitsForTheCleanupOfALocalPool() {
        careful.mayEnd = true;
        pool.spawn(careful);
        pool.runUntilStalled();
        pool.close(Duration.ofMinutes(1));
        assertThat(log).containsExactly("it cleans up", "it has cleaned up");
    }

    @Test
    void closeWithABoundDropsWhatTakesLonger() {
        pool.spawn(careful);
        pool.runUntilStalled();
        pool.close(Duration.ofMillis(1));
        log.remove("it cleans up"); // the time may be over before that, on a machine that is very slow
        assertThat(log).containsExactly("it is dropped");
    }

    @Test
    void closeWithABoundWaitsForTheCleanupOfAThreadPool() {
        ThreadPool threads = ThreadPool.of(1);
        List<String> seen = new ArrayList<>();
        JoinHandle<String> handle = threads.spawn(cleaningFor(Duration.ofMillis(5), seen));
        threads.close(Duration.ofMinutes(1));
        assertThat(handle.isFinished()).isTrue();
        assertThat(seen).containsExactly("cleaned up");
    }

    // ---- combinators

    private enum Owner {
        MAP(child -> Futures.map(child, value -> value)),
        AND_THEN(child -> Futures.andThen(child, Future::ready)),
        OR_ELSE(child -> Futures.orElse(child, failure -> Future.ready("other"))),
        FUSE(Futures::fuse),
        SHIELDED_NO_LONGER(child -> Futures.shielded(child, Duration.ZERO)),
        SHARED(Futures::shared),
        JOIN(child -> Futures.join(child, Future.pending())),
        TRY_JOIN(child -> Futures.tryJoin(child, Future.pending())),
        SELECT(child -> Futures.select(Future.pending(), child)),
        RACE(child -> Futures.race(List.of(child, Future.pending()))),
        SELECTION(child -> Selection.biased()
                .on(child, value -> value)
                .on(Future.pending(), value -> value)
                .first()),
        ONCE_CELL(child -> new OnceCell<String>().getOrInit(() -> child)),
        TRACKED(child -> new TaskTracker(new LocalPool()).track(child)),
        RETRY(child -> RetryPolicy.immediate().maxAttempts(2).retry(() -> child)),
        SUPERVISING(child -> TaskScope.supervise(new LocalPool(), scope -> child)),
        TIMEOUT(child -> Timeouts.timeout(Duration.ofHours(1), child)),
        TOKEN(child -> new CancellationToken().runUntilCancelled(child)),
        TASK_LOCAL(child -> TaskLocal.of("local").where(1, child)),
        JOIN_ALL(child -> Futures.joinAll(List.of(Future.ready("first"), child)));

        private final Function<Future<String>, Future<?>> of;

        Owner(Function<Future<String>, Future<?>> of) {
            this.of = of;
        }
    }

    @ParameterizedTest
    @EnumSource
    void combinatorIsDroppedOnceItsFutureHasCleanedUp(Owner owner) {
        JoinHandle<?> handle = pool.spawn(owner.of.apply(careful));
        pool.runUntilStalled();
        handle.abort();
        pool.runUntilStalled();
        assertThat(handle.isFinished()).isFalse();
        assertThat(log).containsExactly("it cleans up");
        careful.end();
        pool.runUntilStalled();
        assertThat(handle.isFinished()).isTrue();
        assertThat(log).containsExactly("it cleans up", "it cleans up", "it has cleaned up");
    }

    @ParameterizedTest
    @EnumSource
    void dropOfACombinatorEndsTheCleanup(Owner owner) throws Exception {
        Future<?> future = owner.of.apply(careful);
        Context cx = Context.fromWaker(Waker.noop());
        assertThat(future.poll(cx).isPending()).isTrue();
        assertThat(future.pollDrop(cx).isPending()).isTrue();
        future.drop();
        assertThat(log).containsExactly("it cleans up", "it is dropped");
    }

    @Test
    void allBranchesCleanUpAtOnce() throws Exception {
        Careful<String> other = new Careful<>("other");
        Future<?> join = Futures.join(careful, other);
        Context cx = Context.fromWaker(Waker.noop());
        join.poll(cx);
        assertThat(join.pollDrop(cx).isPending()).isTrue();
        assertThat(log).containsExactly("it cleans up", "other cleans up");
        other.end();
        assertThat(join.pollDrop(cx).isPending()).isTrue();
        careful.end();
        assertThat(join.pollDrop(cx).isReady()).isTrue();
        assertThat(log)
                .containsExactly(
                        "it cleans up",
                        "other cleans up",
                        "other cleans up",
                        "other has cleaned up",
                        "it cleans up",
                        "it has cleaned up");
    }

    @Test
    void raceIsReadyOnceTheLosersHaveCleanedUp() {
        JoinHandle<String> handle = pool.spawn(Futures.race(List.of(careful, Future.ready("winner"))));
        pool.runUntilStalled();
        assertThat(handle.isFinished()).isFalse();
        assertThat(log).containsExactly("it cleans up");
        careful.end();
        assertThat(pool.runUntil(handle)).isEqualTo("winner");
    }

    @Test
    void valueOfARaceIsReleasedIfItIsDroppedBeforeTheLosersHaveCleanedUp() throws Exception {
        List<String> closed = new ArrayList<>();
        Future<AutoCloseable> winner = Future.ready(() -> closed.add("closed"));
        Future<AutoCloseable> race = Futures.race(List.of(winner, new Careful<AutoCloseable>("loser")));
        assertThat(race.poll(Context.fromWaker(Waker.noop())).isPending()).isTrue();
        race.drop();
        assertThat(log).containsExactly("loser cleans up", "loser is dropped");
        assertThat(closed).containsExactly("closed");
    }

    @Test
    void failureOfATryJoinIsThrownOnceTheOthersHaveCleanedUp() {
        JoinHandle<?> handle = pool.spawn(Futures.tryJoin(careful, Future.failed(new IOException("failed"))));
        pool.runUntilStalled();
        assertThat(handle.isFinished()).isFalse();
        careful.failure = new IllegalStateException("cleanup");
        careful.end();
        assertThatThrownBy(() -> pool.runUntil(handle))
                .hasCauseInstanceOf(IOException.class)
                .cause()
                .satisfies(failure -> assertThat(failure.getSuppressed()).containsExactly(careful.failure));
    }

    @Test
    void timeoutIsThrownOnceTheLateFutureHasCleanedUp() {
        TestExecutor executor = new TestExecutor(1);
        List<String> seen = new ArrayList<>();
        Future<String> late = Futures.andThen(
                Futures.yieldNow(),
                nothing -> Timeouts.timeout(Duration.ofSeconds(1), cleaningFor(Duration.ofSeconds(3), seen)));
        assertThatThrownBy(() -> executor.run(late)).isInstanceOf(ElapsedException.class);
        assertThat(seen).containsExactly("cleaned up");
        executor.close();
    }

    @Test
    void cancellationIsThrownOnceTheFutureHasCleanedUp() {
        CancellationToken token = new CancellationToken();
        JoinHandle<String> handle = pool.spawn(token.runUntilCancelled(careful));
        pool.runUntilStalled();
        token.cancel();
        pool.runUntilStalled();
        assertThat(handle.isFinished()).isFalse();
        careful.end();
        assertThatThrownBy(() -> pool.runUntil(handle)).hasCauseInstanceOf(CancellationException.class);
    }

    // ---- scopes

    @Test
    void failedScopeWaitsForTheCleanupOfItsChildrenAndItsBody() {
        Careful<String> child = new Careful<>("child");
        JoinHandle<String> handle = pool.spawn(TaskScope.run(pool, scope -> {
            scope.spawn(child);
            scope.spawn(Future.failed(new IOException("failed")));
            return careful;
        }));
        pool.runUntilStalled();
        assertThat(handle.isFinished()).isFalse();
        careful.end();
        pool.runUntilStalled();
        assertThat(handle.isFinished()).isFalse();
        child.end();
        pool.runUntilStalled();
        assertThat(handle.isFinished()).isTrue();
        assertThat(log).contains("it has cleaned up", "child has cleaned up").doesNotContain("it is dropped");
        assertThatThrownBy(() -> pool.runUntil(handle)).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void abortedScopeWaitsForTheCleanupOfItsChildrenAndItsBody() {
        Careful<String> child = new Careful<>("child");
        JoinHandle<String> handle = pool.spawn(TaskScope.run(pool, scope -> {
            scope.spawn(child);
            return careful;
        }));
        pool.runUntilStalled();
        handle.abort();
        pool.runUntilStalled();
        assertThat(log).containsExactlyInAnyOrder("it cleans up", "child cleans up");
        child.end();
        careful.end();
        pool.runUntilStalled();
        assertThat(handle.isFinished()).isTrue();
        assertThat(log).contains("it has cleaned up", "child has cleaned up");
        assertThat(pool.size()).isZero();
    }

    @Test
    void lastCloneOfASharedFutureWaitsForItsCleanup() throws Exception {
        Context cx = Context.fromWaker(Waker.noop());
        var one = Futures.shared(careful);
        var two = one.clone();
        one.poll(cx);
        assertThat(one.pollDrop(cx).isReady()).isTrue();
        assertThat(log).isEmpty();
        assertThat(two.pollDrop(cx).isPending()).isTrue();
        careful.end();
        assertThat(two.pollDrop(cx).isReady()).isTrue();
        assertThat(Arrays.asList(log.get(0), log.get(2))).containsExactly("it cleans up", "it has cleaned up");
    }
}
