package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.future.Futures;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * Wakes that race with polls, aborts, and shutdowns of both kinds, on each executor: no wake is lost, which would hang; a future is polled
 * by one thread at a time, and dropped once, after its last poll; handles show the right outcome, and failures are heard once.
 *
 * <p>Each test runs a few dozen rounds, or as many as fit in the given number of seconds:
 *
 * <pre>
 * mvn -pl runtime -am test -Dtest=ExecutorStressTest -Dsurefire.failIfNoSpecifiedTests=false -Dstress.seconds=60 \
 *     -Djunit.jupiter.execution.timeout.mode=disabled -Dsurefire.timeout=0
 * </pre>
 */
class ExecutorStressTest {
    private static final int SECONDS = Integer.getInteger("stress.seconds", 0);
    private static final int ROUNDS = 40;
    private static final List<String> REPORT = new CopyOnWriteArrayList<>();

    private int rounds;

    private interface Round {
        void run(Random random) throws Exception;
    }

    /** Rounds with seeds from 0; the seed decides which tasks fail and are aborted, and the threads the rest. */
    private void storm(Round round) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (SECONDS == 0 ? rounds < ROUNDS : System.nanoTime() < end) {
            round.run(new Random(rounds));
            rounds++;
        }
    }

    @AfterEach
    void note(TestInfo test) {
        REPORT.add(test.getTestMethod().orElseThrow().getName() + ": " + rounds + " rounds");
    }

    @AfterAll
    static void publish() {
        if (SECONDS > 0) {
            System.getLogger(ExecutorStressTest.class.getName())
                    .log(System.Logger.Level.INFO, String.join(System.lineSeparator(), REPORT));
        }
    }

    /** How a round ends: by itself, by a graceful, or by an immediate shutdown. */
    private static void onePool(ThreadPool pool, Storm storm, Random random) throws Exception {
        int end = random.nextInt(3);
        storm.start(() -> storm.spawn(pool));
        storm.begin(end != 0);
        if (end == 1) {
            storm.startLater(pool::shutdown);
        } else if (end == 2) {
            storm.startLater(pool::shutdownNow);
        }
        storm.join();
        if (end != 2) {
            assertThat(pool.awaitTasks(Duration.ofSeconds(Long.MAX_VALUE))).isTrue();
        }
        pool.close();
        assertThat(pool.isTerminated()).isTrue();
    }

    @Test
    void ownThreads() throws Exception {
        storm(random -> {
            Storm storm = new Storm(random.nextLong());
            onePool(
                    ThreadPool.builder()
                            .threads(1 + random.nextInt(4))
                            .uncaughtTaskHandler(storm.handler)
                            .build(),
                    storm,
                    random);
            storm.verify();
        });
    }

    private void onThreadsOf(ExecutorService lender) throws Exception {
        storm(random -> {
            Storm storm = new Storm(random.nextLong());
            onePool(ThreadPool.builder().uncaughtTaskHandler(storm.handler).build(lender), storm, random);
            storm.verify();
        });
        lender.shutdown();
    }

    @Test
    void lentThreads() throws Exception {
        onThreadsOf(Executors.newFixedThreadPool(3));
    }

    @Test
    void lentThreadsThatStealFromEachOther() throws Exception {
        onThreadsOf(new ForkJoinPool(3));
    }

    @Test
    void lentVirtualThreads() throws Throwable {
        assumeTrue(Runtime.version().feature() >= 21, "the JDK has virtual threads");
        onThreadsOf((ExecutorService) MethodHandles.publicLookup()
                .findStatic(
                        Executors.class,
                        "newVirtualThreadPerTaskExecutor",
                        MethodType.methodType(ExecutorService.class))
                .invoke());
    }

    @Test
    void theThreadsThatSubmit() throws Exception {
        storm(random -> {
            Storm storm = new Storm(random.nextLong());
            onePool(ThreadPool.builder().uncaughtTaskHandler(storm.handler).build(Runnable::run), storm, random);
            storm.verify();
        });
    }

    @Test
    void aLenderThatStopsAndForgetsItsJobs() throws Exception {
        storm(random -> {
            Storm storm = new Storm(random.nextLong());
            ExecutorService lender = Executors.newFixedThreadPool(2);
            ThreadPool pool =
                    ThreadPool.builder().uncaughtTaskHandler(storm.handler).build(lender);
            storm.start(() -> storm.spawn(pool));
            storm.begin(true);
            storm.startLater(lender::shutdownNow);
            storm.join();
            pool.close();
            assertThat(lender.awaitTermination(1, TimeUnit.DAYS)).isTrue();
            storm.verify();
        });
    }

    @Test
    void localPool() throws Exception {
        storm(random -> {
            Storm storm = new Storm(random.nextLong());
            LocalPool pool = new LocalPool(storm.handler);
            boolean abrupt = random.nextBoolean();
            AtomicBoolean spawned = new AtomicBoolean();
            storm.start(() -> {
                storm.spawn(pool);
                spawned.set(true);
            });
            storm.begin(abrupt);
            if (abrupt) {
                storm.startLater(pool::shutdownNow);
            }
            while (!spawned.get()) {
                pool.runUntilStalled();
                pool.tryRunOne();
            }
            pool.run();
            storm.join();
            pool.close();
            storm.verify();
        });
    }

    @Test
    void pollingExecutor() throws Exception {
        storm(random -> {
            Storm storm = new Storm(random.nextLong());
            PollingExecutor executor = new PollingExecutor(storm.handler);
            storm.spawn(executor);
            boolean abrupt = random.nextBoolean();
            storm.begin(abrupt);
            for (int tick = 0; executor.size() > 0; tick++) {
                executor.tick();
                if (abrupt && tick == 20) {
                    executor.shutdownNow();
                }
            }
            executor.close();
            storm.verify();
        });
    }

    @Test
    void blockingThreads() throws Exception {
        BlockingThreads threads = new BlockingThreads(3, 50_000);
        storm(random -> {
            List<AtomicInteger> runs = new ArrayList<>();
            List<JoinHandle<Integer>> handles = new ArrayList<>();
            Queue<JoinHandle<Integer>> shared = new ConcurrentLinkedQueue<>();
            Thread aborting = new Thread(() -> {
                for (int i = 0; i < 200; i++) {
                    JoinHandle<Integer> handle = shared.poll();
                    if (handle != null) {
                        handle.abort();
                    }
                }
            });
            aborting.start();
            for (int i = 0; i < 100; i++) {
                AtomicInteger ran = new AtomicInteger();
                runs.add(ran);
                handles.add(threads.spawn(Futures.pollFn(cx -> Poll.ready(ran.incrementAndGet()))));
                shared.add(handles.get(i));
            }
            for (int i = 0; i < 100; i++) {
                assertThat(runs.get(i)).hasValue(valueOrZero(handles.get(i)));
            }
            aborting.join();
        });
    }

    private static int valueOrZero(JoinHandle<Integer> handle) {
        try {
            return Async.blockOn(handle);
        } catch (JoinException e) {
            assertThat(e.isCancelled()).isTrue();
            return 0;
        }
    }

    /** Children that race, one of which fails; when the scope ends, however it does, no child is left. */
    @Test
    void taskScope() throws Exception {
        try (ThreadPool pool = ThreadPool.of(3)) {
            storm(random -> {
                Queue<Leaf<Void>> children = new ConcurrentLinkedQueue<>();
                IllegalStateException failure = new IllegalStateException("of one child");
                int failing = random.nextInt(40);
                Future<String> scope = TaskScope.run(pool, outer -> {
                    outer.spawn(TaskScope.run(outer, inner -> {
                        for (int i = 0; i < 20; i++) {
                            spawnFamily(inner, children, i == failing ? failure : null);
                        }
                        return Futures.yieldNow();
                    }));
                    for (int i = 20; i < 30; i++) {
                        spawnFamily(outer, children, i == failing ? failure : null);
                    }
                    return Future.ready("all went well");
                });
                try {
                    assertThat(Async.blockOn(scope)).isEqualTo("all went well");
                    assertThat(failing).isGreaterThanOrEqualTo(30);
                } catch (IllegalStateException e) {
                    assertThat(e).isSameAs(failure);
                }
                assertThat(children).allMatch(child -> child.drops.get() == 1);
            });
        }
    }

    /** A child that yields, spawns another, and then ends. */
    private static void spawnFamily(TaskScope scope, Queue<Leaf<Void>> children, Throwable failure) {
        AtomicInteger polls = new AtomicInteger();
        Leaf<Void> child = Leaf.doing(cx -> {
            if (polls.incrementAndGet() == 1) {
                cx.waker().wakeByRef();
                return Poll.pending();
            }
            Leaf<Void> grandchild = Leaf.doing(inner -> Poll.ready(null));
            children.add(grandchild);
            scope.spawn(grandchild);
            return failure == null
                    ? Poll.ready(null)
                    : Future.<Void>failed(failure).poll(cx);
        });
        children.add(child);
        scope.spawn(child);
    }

    @Test
    void cancellationToken() throws Exception {
        try (ThreadPool pool = ThreadPool.of(3)) {
            storm(random -> {
                CancellationToken root = new CancellationToken();
                List<JoinHandle<Void>> handles = new ArrayList<>();
                for (int i = 0; i < 60; i++) {
                    CancellationToken token = i % 3 == 0 ? root : root.child().child();
                    handles.add(pool.spawn(token.cancelled()));
                    if (i % 7 == 0) {
                        token.child().cancelled().drop();
                        handles.get(random.nextInt(handles.size())).abort();
                    }
                    if (i == 40) {
                        pool.spawn(Leaf.doing(cx -> {
                            root.cancel();
                            return Poll.ready(null);
                        }));
                    }
                }
                for (JoinHandle<Void> handle : handles) {
                    try {
                        Async.blockOn(handle);
                    } catch (JoinException e) {
                        assertThat(e.isCancelled()).isTrue();
                    }
                }
                assertThat(root.known()).isZero();
            });
        }
    }

    /** The body may see the handle's outcome as soon as it is there; the scope has to know of the failure before. */
    @Test
    void aBodyThatWatchesTheFailingChildDoesNotReplaceItsFailure() throws Exception {
        try (ThreadPool pool = ThreadPool.of(1)) {
            storm(random -> {
                IOException failure = new IOException("of the child");
                for (int i = 0; i < 50; i++) {
                    Future<String> scope = TaskScope.run(pool, inside -> {
                        JoinHandle<String> child = inside.spawn(Future.failed(failure));
                        return Futures.pollFn(cx -> {
                            cx.waker().wakeByRef();
                            return child.poll(cx);
                        });
                    });
                    assertThatThrownBy(() -> Async.blockOn(scope)).isSameAs(failure);
                }
            });
        }
    }

    /** A child whose spawn is refused because its pool is going down, and the like, must not leave the scope waiting. */
    @Test
    void taskScopeOnAPoolThatIsShutDown() throws Exception {
        storm(random -> {
            ThreadPool pool = ThreadPool.of(2);
            Queue<Leaf<Void>> children = new ConcurrentLinkedQueue<>();
            Thread closing = new Thread(pool::close);
            closing.start();
            try {
                Async.blockOn(TaskScope.run(pool, scope -> {
                    for (int i = 0; i < 50; i++) {
                        spawnFamily(scope, children, null);
                    }
                    return Future.ready(null);
                }));
            } catch (RejectedExecutionException | JoinException e) {
                assertThat(e).hasMessageContaining("shut down");
            }
            closing.join();
            assertThat(children).allMatch(child -> child.drops.get() <= 1);
        });
    }
}
