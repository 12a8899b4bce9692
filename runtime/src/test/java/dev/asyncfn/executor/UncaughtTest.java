package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The failures of tasks that nobody awaits: heard once, by the handler, whatever that does. */
class UncaughtTest {
    private final IOException failure = new IOException("unheard");
    private final LinkedBlockingQueue<Throwable> heard = new LinkedBlockingQueue<>();
    private final LocalPool pool = new LocalPool(heard::add);

    @Test
    void aHandleThatWasDroppedBeforeTheFailure() {
        pool.spawn(Future.failed(failure)).drop();
        pool.run();
        assertThat(heard).containsExactly(failure);
    }

    @Test
    void aHandleThatIsDroppedAfterTheFailure() {
        JoinHandle<String> handle = pool.spawn(Future.failed(failure));
        pool.run();
        assertThat(heard).isEmpty();
        handle.drop();
        handle.drop();
        assertThat(heard).containsExactly(failure);
    }

    @Test
    void aFailureThatTheHandleHasShownIsNotUncaught() {
        JoinHandle<String> handle = pool.spawn(Future.failed(failure));
        pool.run();
        assertThatThrownBy(() -> Async.blockOn(handle)).isInstanceOf(JoinException.class);
        handle.drop();
        assertThatThrownBy(() -> pool.runUntil(Future.failed(failure))).isSameAs(failure);
        assertThat(heard).isEmpty();
    }

    @Test
    void anAbortedTaskAndOneThatIsShutDownHaveNotFailed() {
        JoinHandle<String> aborted = pool.spawn(Future.pending());
        aborted.drop();
        aborted.abort();
        pool.runUntilStalled();
        pool.spawn(Future.pending()).drop();
        pool.close();
        assertThat(heard).isEmpty();
    }

    @Test
    void aTaskThatATokenEndsHasNotFailedUnlessItsDropHas() {
        IllegalStateException fromDrop = new IllegalStateException("from drop");
        CancellationToken token = new CancellationToken();
        pool.spawn(token.runUntilCancelled(Future.pending())).drop();
        pool.spawn(token.runUntilCancelled(Leaf.pending().onDrop(() -> {
                    throw fromDrop;
                })))
                .drop();
        pool.runUntilStalled();
        token.cancel();
        pool.run();
        assertThat(heard).singleElement().matches(thrown -> thrown.getSuppressed()[0] == fromDrop);
    }

    @Test
    void aForeignCancellationIsAFailureAsAnyOther() {
        CancellationException foreign = new CancellationException("of something it awaited");
        pool.spawn(Future.failed(foreign)).drop();
        pool.run();
        assertThat(heard).containsExactly(foreign);
    }

    @Test
    void aHandleThatWasForgotten() {
        pool.spawn(Future.failed(failure));
        pool.run();
        Garbage.collectUntil(() -> !heard.isEmpty());
        assertThat(heard).containsExactly(failure);
    }

    @Test
    void aHandleThatWasForgottenWhileTheWorkerHasNothingElseToDo() {
        try (ThreadPool threads =
                ThreadPool.builder().threads(1).uncaughtTaskHandler(heard::add).build()) {
            threads.spawn(Future.failed(failure));
            Garbage.collectUntil(() -> !heard.isEmpty());
            assertThat(heard).containsExactly(failure);
        }
    }

    @Test
    void aTaskThatIsRejectedWithNobodyToAwaitIt() {
        RejectedExecutionException rejection = new RejectedExecutionException("full");
        List<Runnable> jobs = new ArrayList<>();
        ThreadPool rejecting = ThreadPool.builder()
                .uncaughtTaskHandler(heard::add)
                .build(job -> {
                    if (jobs.size() == 1) {
                        throw rejection;
                    }
                    jobs.add(job);
                });
        Leaf<String> leaf = Leaf.pending();
        JoinHandle<String> aborted = rejecting.spawn(leaf);
        jobs.get(0).run();
        rejecting.spawn(Future.ready("never")).drop();
        assertThat(heard)
                .singleElement()
                .isInstanceOf(JoinException.class)
                .extracting(Throwable::getCause)
                .isSameAs(rejection);
        aborted.drop();
        aborted.abort(); // is rejected, too, but was to end
        assertThat(leaf.drops).hasValue(1);
        assertThat(heard).hasSize(1);
    }

    @Test
    void aFailureRacingWithTheDropOfTheHandleIsHeardOnce() throws Exception {
        AtomicInteger count = new AtomicInteger();
        try (ThreadPool threads = ThreadPool.builder()
                .threads(1)
                .uncaughtTaskHandler(thrown -> count.incrementAndGet())
                .build()) {
            for (int i = 0; i < 5_000; i++) {
                threads.spawn(Future.failed(failure)).drop();
            }
            Async.blockOn(threads.spawn(Future.ready("behind them")));
        }
        assertThat(count).hasValue(5_000);
    }

    @Test
    void eachExecutorTellsItsOwnHandler() throws Exception {
        PollingExecutor polling = new PollingExecutor(heard::add);
        polling.spawn(Future.failed(failure)).drop();
        polling.tick();
        assertThat(heard.take()).isSameAs(failure);
        try (ThreadPool threads =
                ThreadPool.builder().uncaughtTaskHandler(heard::add).build()) {
            threads.spawn(Future.failed(failure)).drop();
            assertThat(heard.take()).isSameAs(failure);
        }
        ExecutorService lender = Executors.newSingleThreadExecutor();
        try (ThreadPool threads =
                ThreadPool.builder().uncaughtTaskHandler(heard::add).build(lender)) {
            threads.spawn(Future.failed(failure)).drop();
            assertThat(heard.take()).isSameAs(failure);
        } finally {
            lender.shutdown();
        }
    }

    @Test
    void whoWaitsForTheTasksFindsThatTheHandlerHasHeard() throws Exception {
        ExecutorService lender = Executors.newSingleThreadExecutor();
        CountDownLatch hearing = new CountDownLatch(1);
        try (ThreadPool threads = ThreadPool.builder()
                .uncaughtTaskHandler(thrown -> {
                    hearing.countDown();
                    Thread.yield();
                    heard.add(thrown);
                })
                .build(lender)) {
            spawnAndDropBeforeItFails(threads);
            hearing.await();
            assertThat(threads.awaitTasks(Duration.ofSeconds(Long.MAX_VALUE))).isTrue();
            assertThat(heard).containsExactly(failure);
        } finally {
            lender.shutdown();
        }
    }

    @Test
    void aRejectionWhoseDropThrowsIsAFailure() {
        RejectedExecutionException rejection = new RejectedExecutionException("never");
        IllegalStateException fromDrop = new IllegalStateException("from drop");
        ThreadPool rejecting = ThreadPool.builder()
                .uncaughtTaskHandler(heard::add)
                .build(job -> {
                    throw rejection;
                });
        JoinHandle<String> handle = rejecting.spawn(Leaf.<String>pending().onDrop(() -> {
            throw fromDrop;
        }));
        handle.drop();
        assertThat(heard).containsExactly(fromDrop);
        assertThat(fromDrop).hasSuppressedException(rejection);
    }

    @Test
    void byDefaultTheThreadsUncaughtExceptionHandlerHears() throws Exception {
        AtomicReference<Thread> in = new AtomicReference<>();
        try (ThreadPool threads = ThreadPool.builder()
                .threads(1)
                .threadFactory(work -> {
                    Thread thread = new Thread(work);
                    thread.setUncaughtExceptionHandler((where, thrown) -> {
                        in.set(where);
                        heard.add(thrown);
                    });
                    return thread;
                })
                .build()) {
            spawnAndDropBeforeItFails(threads);
            assertThat(heard.take()).isSameAs(failure);
            assertThat(in.get()).isNotNull().isNotSameAs(Thread.currentThread());
        }
    }

    private void spawnAndDropBeforeItFails(ThreadPool threads) {
        CountDownLatch dropped = new CountDownLatch(1);
        threads.spawn(Leaf.doing(cx -> {
                    dropped.await();
                    throw failure;
                }))
                .drop();
        dropped.countDown();
    }

    @Test
    void aHandlerThatThrowsIsReportedAndTheExecutorGoesOn() throws Exception {
        IllegalStateException ofHandler = new IllegalStateException("a bad handler");
        CountDownLatch last = new CountDownLatch(1);
        try (ThreadPool threads = ThreadPool.builder()
                .threads(1)
                .threadFactory(work -> {
                    Thread thread = new Thread(work);
                    thread.setUncaughtExceptionHandler((where, thrown) -> {
                        heard.add(thrown);
                        last.countDown();
                        throw new IllegalArgumentException("bad as well");
                    });
                    return thread;
                })
                .uncaughtTaskHandler(thrown -> {
                    throw ofHandler;
                })
                .build()) {
            spawnAndDropBeforeItFails(threads);
            last.await();
            assertThat(Async.blockOn(threads.spawn(Future.ready("goes on")))).isEqualTo("goes on");
        }
        assertThat(heard).containsExactly(ofHandler);
        assertThat(ofHandler).hasSuppressedException(failure);
    }

    @Test
    void aHandlerMaySpawnFailAgainAndShutDown() {
        List<Throwable> reported = new ArrayList<>();
        AtomicReference<LocalPool> self = new AtomicReference<>();
        LocalPool reentered = new LocalPool(thrown -> {
            reported.add(thrown);
            if (reported.size() < 3) {
                self.get().spawn(Future.failed(thrown)).drop();
            } else {
                self.get().shutdownNow();
            }
        });
        self.set(reentered);
        JoinHandle<String> other = reentered.spawn(Future.pending());
        reentered.spawn(Future.failed(failure)).drop();
        reentered.run();
        assertThat(reported).containsExactly(failure, failure, failure);
        assertThatThrownBy(() -> Async.blockOn(other)).hasMessageContaining("shut down");
    }

    @Test
    void aThrowFromTheDropOfADetachedTaskIsHeard() {
        IllegalStateException fromDrop = new IllegalStateException("from drop");
        JoinHandle<String> handle = pool.spawn(Leaf.<String>pending().onDrop(() -> {
            throw fromDrop;
        }));
        handle.drop();
        handle.abort();
        pool.run();
        assertThat(heard).containsExactly(fromDrop);
    }

    /** An executor that reports to {@link #heard}, how it runs what was spawned, and how it is ended. */
    private record Ending(String name, Spawner spawner, Runnable runs, Runnable ends) {
        @Override
        public String toString() {
            return name;
        }
    }

    private Stream<Ending> endings() {
        LocalPool closed = new LocalPool(heard::add);
        LocalPool stopped = new LocalPool(heard::add);
        PollingExecutor polling = new PollingExecutor(heard::add);
        PollingExecutor stoppedPolling = new PollingExecutor(heard::add);
        ThreadPool threads =
                ThreadPool.builder().threads(2).uncaughtTaskHandler(heard::add).build();
        ThreadPool shut =
                ThreadPool.builder().threads(2).uncaughtTaskHandler(heard::add).build();
        ThreadPool now =
                ThreadPool.builder().threads(2).uncaughtTaskHandler(heard::add).build();
        ThreadPool inline = ThreadPool.builder().uncaughtTaskHandler(heard::add).build(Runnable::run);
        return Stream.of(
                new Ending("LocalPool.close", closed, closed::run, closed::close),
                new Ending("LocalPool.shutdownNow", stopped, stopped::run, stopped::shutdownNow),
                new Ending("PollingExecutor.close", polling, polling::tick, polling::close),
                new Ending(
                        "PollingExecutor.shutdownNow",
                        stoppedPolling,
                        stoppedPolling::tick,
                        stoppedPolling::shutdownNow),
                new Ending("ThreadPool.close", threads, () -> awaitTasks(threads), threads::close),
                new Ending("ThreadPool.shutdown", shut, () -> awaitTasks(shut), shut::shutdown),
                new Ending("ThreadPool.shutdownNow", now, () -> awaitTasks(now), now::shutdownNow),
                new Ending("ThreadPool on an executor", inline, () -> awaitTasks(inline), inline::close));
    }

    private static void awaitTasks(ThreadPool threads) {
        try {
            threads.awaitTasks(Duration.ofSeconds(Long.MAX_VALUE));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> theFailuresOfForgottenHandlesAreHeardAtTheEndOfTheExecutor() {
        return endings()
                .map(ending -> DynamicTest.dynamicTest(ending.name(), () -> {
                    heard.clear();
                    List<JoinHandle<?>> kept = List.of( // so that no collection of garbage reports them
                            ending.spawner().spawn(Future.failed(failure)),
                            ending.spawner().spawn(Future.ready("no failure")));
                    ending.runs().run();
                    assertThat(heard).isEmpty();
                    ending.ends().run();
                    ending.ends().run();
                    assertThat(heard).containsExactly(failure);
                    assertThatThrownBy(() -> Async.blockOn(kept.get(0)))
                            .as("a handle that is awaited nevertheless")
                            .hasCause(failure);
                    kept.get(0).drop();
                    assertThat(heard).hasSize(1);
                }));
    }

    @TestFactory
    Stream<DynamicTest> aFailureThatWasHeardIsNotHeardAgainAtTheEnd() {
        return endings()
                .map(ending -> DynamicTest.dynamicTest(ending.name(), () -> {
                    heard.clear();
                    JoinHandle<?> awaited = ending.spawner().spawn(Future.failed(failure));
                    JoinHandle<?> dropped = ending.spawner().spawn(Future.failed(failure));
                    ending.runs().run();
                    assertThatThrownBy(() -> Async.blockOn(awaited)).hasCause(failure);
                    dropped.drop();
                    assertThat(heard).containsExactly(failure);
                    ending.ends().run();
                    assertThat(heard).containsExactly(failure);
                }));
    }

    @TestFactory
    Stream<DynamicTest> aDetachedTaskReportsItsFailureAtOnce() {
        return endings()
                .map(ending -> DynamicTest.dynamicTest(ending.name(), () -> {
                    heard.clear();
                    ending.spawner().spawnDetached(Future.failed(failure));
                    ending.runs().run();
                    assertThat(heard).containsExactly(failure);
                    ending.ends().run();
                    assertThat(heard).containsExactly(failure);
                }));
    }

    @Test
    void aTaskThatFailsAfterTheShutdownIsHeardBeforeTheEnd() throws Exception {
        CountDownLatch shutDown = new CountDownLatch(1);
        ThreadPool threads =
                ThreadPool.builder().threads(1).uncaughtTaskHandler(heard::add).build();
        JoinHandle<?> kept = threads.spawn(Leaf.doing(cx -> {
            shutDown.await();
            throw failure;
        }));
        threads.shutdown();
        shutDown.countDown();
        assertThat(threads.awaitTermination(Duration.ofSeconds(Long.MAX_VALUE))).isTrue();
        assertThat(heard).containsExactly(failure);
        assertThat(kept.isFinished()).isTrue();
    }

    @Test
    void aHandleThatATaskAwaitsIsNotForgotten() {
        JoinHandle<String> failing = pool.spawn(Future.failed(failure));
        LocalPool other = new LocalPool(heard::add);
        JoinHandle<String> awaiting = other.spawn(failing);
        other.runUntilStalled();
        pool.run();
        pool.close();
        assertThat(heard).isEmpty();
        assertThatThrownBy(() -> other.runUntil(awaiting)).hasRootCause(failure);
        other.close();
        assertThat(heard).isEmpty();
    }

    @Test
    void theyAreHeardInTheOrderInWhichTheyHappened() {
        List<IOException> failures = new ArrayList<>();
        List<JoinHandle<?>> kept = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            failures.add(new IOException("failure " + i));
            kept.add(pool.spawn(Future.failed(failures.get(i))));
        }
        pool.run();
        pool.close();
        assertThat(heard).containsExactlyElementsOf(failures);
        assertThat(kept).hasSize(100);
    }

    @Test
    void inAScopeTheFailureOfADetachedTaskIsTheScopes() {
        Future<Object> scope = TaskScope.run(pool, inner -> {
            inner.spawnDetached(Future.failed(failure));
            return Future.pending();
        });
        assertThatThrownBy(() -> pool.runUntil(scope)).isSameAs(failure);
        pool.close();
        assertThat(heard).isEmpty();
    }
}
