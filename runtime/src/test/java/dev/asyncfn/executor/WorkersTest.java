package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.future.Futures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The queues of a pool's threads: the order of tasks, and that none waits for a thread while another could run it. */
class WorkersTest {
    /** More than the queue of a thread has places for. */
    private static final int MANY = 3 * RunQueue.CAPACITY;

    private static Future<Void> logging(List<Integer> log, int entry) {
        return Futures.lazy(() -> {
            log.add(entry);
            return null;
        });
    }

    /** Wakes itself until {@code over}. */
    private static Future<Void> busy(AtomicBoolean over, Runnable atEachPoll) {
        return Futures.pollFn(cx -> {
            atEachPoll.run();
            if (over.get()) {
                return Poll.ready(null);
            }
            cx.waker().wakeByRef();
            return Poll.pending();
        });
    }

    private static void awaitTasks(ThreadPool pool) throws InterruptedException {
        assertThat(pool.awaitTasks(Duration.ofSeconds(Long.MAX_VALUE))).isTrue();
    }

    private static void awaitIn(CountDownLatch latch) throws InterruptedException {
        latch.await();
    }

    @Test
    void oneThreadRunsTasksInTheirOrderWhereverTheyAreSpawned() throws Exception {
        List<Integer> log = Collections.synchronizedList(new ArrayList<>());
        ExecutorService outside = Executors.newSingleThreadExecutor();
        try (ThreadPool pool = ThreadPool.of(1)) {
            pool.spawnDetached(Futures.lazy(() -> {
                for (int i = 0; i < MANY; i++) {
                    Future<Void> task = logging(log, i);
                    if (i % 3 == 0) {
                        outside.submit(() -> pool.spawnDetached(task)).get();
                    } else {
                        pool.spawnDetached(task);
                    }
                }
                return null;
            }));
            awaitTasks(pool);
        } finally {
            outside.shutdown();
        }
        assertThat(log)
                .containsExactlyElementsOf(IntStream.range(0, MANY).boxed().collect(Collectors.toList()));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 100, MANY})
    void onOneThreadATaskThatWakesItselfGoesToTheEndOfTheLine(int tasks) throws Exception {
        List<Integer> log = new ArrayList<>();
        try (ThreadPool pool = ThreadPool.of(1)) {
            pool.spawnDetached(Futures.lazy(() -> {
                for (int i = 0; i < tasks; i++) {
                    int task = i;
                    AtomicInteger polls = new AtomicInteger();
                    pool.spawnDetached(Futures.pollFn(cx -> {
                        log.add(task);
                        cx.waker().wakeByRef();
                        return polls.incrementAndGet() < 5 ? Poll.pending() : Poll.ready(null);
                    }));
                }
                return null;
            }));
            awaitTasks(pool);
        }
        assertThat(log).hasSize(5 * tasks);
        for (int i = 0; i < log.size(); i++) {
            assertThat(log.get(i)).isEqualTo(i % tasks);
        }
    }

    /** Each of them ends only when all are polled: so each has a thread. */
    @Test
    void tasksOfOneThreadCallAllThatAreIdle() throws Exception {
        try (ThreadPool pool = ThreadPool.of(4)) {
            for (int round = 0; round < 500; round++) {
                CountDownLatch all = new CountDownLatch(4);
                pool.spawnDetached(Futures.lazy(() -> {
                    for (int i = 0; i < 3; i++) {
                        pool.spawnDetached(Futures.lazy(() -> {
                            all.countDown();
                            awaitIn(all);
                            return null;
                        }));
                    }
                    all.countDown();
                    awaitIn(all);
                    return null;
                }));
                awaitTasks(pool);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, MANY})
    void aPollThatTakesLongDoesNotKeepWhatItHasSpawned(int tasks) throws Exception {
        try (ThreadPool pool = ThreadPool.of(2)) {
            CountDownLatch all = new CountDownLatch(tasks);
            pool.spawnDetached(Futures.lazy(() -> {
                for (int i = 0; i < tasks; i++) {
                    pool.spawnDetached(Futures.lazy(() -> {
                        all.countDown();
                        return null;
                    }));
                }
                awaitIn(all);
                return null;
            }));
            awaitTasks(pool);
        }
    }

    /** The other thread always has tasks of its own. */
    @ParameterizedTest
    @ValueSource(ints = {1, 10, MANY})
    void norWhileNoOtherThreadIsIdle(int tasks) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (ThreadPool pool = ThreadPool.of(2)) {
            CountDownLatch busy = new CountDownLatch(1_000);
            CountDownLatch all = new CountDownLatch(tasks);
            pool.spawnDetached(Futures.lazy(() -> {
                for (int i = 0; i < 3; i++) {
                    pool.spawnDetached(busy(over, busy::countDown));
                }
                awaitIn(busy); // by the other thread
                for (int i = 0; i < tasks; i++) {
                    pool.spawnDetached(Futures.lazy(() -> {
                        all.countDown();
                        return null;
                    }));
                }
                awaitIn(all);
                over.set(true);
                return null;
            }));
            awaitTasks(pool);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void queuesThatAreNeverEmptyLeaveTasksFromOutsideTheirTurn(int threads) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (ThreadPool pool = ThreadPool.of(threads)) {
            for (int i = 0; i < MANY; i++) {
                pool.spawnDetached(busy(over, () -> {}));
            }
            for (int i = 0; i < 20; i++) {
                Async.blockOn(pool.spawn(Futures.yieldNow()));
            }
            over.set(true);
            awaitTasks(pool);
        }
    }

    @Test
    void allQueuesAreCountedAndDumped() throws Exception {
        try (ThreadPool pool = ThreadPool.of(1)) {
            JoinHandle<String> handle = pool.spawn(Futures.lazy(() -> {
                for (int i = 0; i < MANY; i++) {
                    pool.spawnDetached(Future.ready(null));
                }
                long scheduled = pool.dump().tasks().stream()
                        .filter(entry -> entry.status() == TaskDump.Status.SCHEDULED)
                        .count();
                return pool.metrics().queueDepth() + " queued, " + scheduled + " dumped";
            }));
            assertThat(Async.blockOn(handle)).isEqualTo(MANY + " queued, " + MANY + " dumped");
            awaitTasks(pool);
            assertThat(pool.metrics().queueDepth()).isZero();
            assertThat(pool.metrics().polls()).isEqualTo(MANY + 1);
        }
    }

    @Test
    void aShutdownDropsWhatIsInTheQueues() throws Exception {
        List<Leaf<Void>> leaves = new ArrayList<>();
        ThreadPool pool = ThreadPool.of(1);
        pool.spawnDetached(Futures.lazy(() -> {
            for (int i = 0; i < MANY; i++) {
                Leaf<Void> leaf = Leaf.pending();
                leaves.add(leaf);
                pool.spawnDetached(leaf);
            }
            pool.shutdownNow();
            return null;
        }));
        assertThat(pool.awaitTermination(Duration.ofSeconds(Long.MAX_VALUE))).isTrue();
        assertThat(leaves).hasSize(MANY).allMatch(leaf -> leaf.drops.get() == 1 && leaf.polls.get() == 0);
    }

    @Test
    void aFactoryMayHaveItsThreadsRunEachOthersJobs() throws Exception {
        List<Runnable> jobs = Collections.synchronizedList(new ArrayList<>());
        ThreadFactory mixing = job -> {
            int number = jobs.size();
            jobs.add(job);
            return new Thread(() -> jobs.get(1 - number).run());
        };
        AtomicInteger polls = new AtomicInteger();
        try (ThreadPool pool =
                ThreadPool.builder().threads(2).threadFactory(mixing).build()) {
            for (int i = 0; i < MANY; i++) {
                AtomicInteger left = new AtomicInteger(20);
                pool.spawnDetached(Futures.pollFn(cx -> {
                    polls.incrementAndGet();
                    cx.waker().wakeByRef();
                    return left.decrementAndGet() > 0 ? Poll.pending() : Poll.ready(null);
                }));
            }
            awaitTasks(pool);
        }
        assertThat(polls).hasValue(20 * MANY);
    }
}
