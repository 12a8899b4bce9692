package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.future.AtomicWaker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Racing wakes and aborts: no wake-up is lost, which would hang, and every future is dropped exactly once. */
class StressTest {
    private static final int TASKS = 200;
    private static final int ROUNDS = 50;

    /** A counter that another thread counts up, and that is ready at a limit: a leaf as the contract's line 3 wants it. */
    private static final class Countdown implements Future<Integer> {
        private final AtomicInteger left = new AtomicInteger(ROUNDS);
        private final AtomicWaker waker = new AtomicWaker();
        final AtomicInteger drops = new AtomicInteger();

        void count() {
            left.decrementAndGet();
            waker.wake();
        }

        @Override
        public Poll<Integer> poll(Context cx) {
            waker.register(cx.waker());
            int now = left.get();
            return now <= 0 ? Poll.ready(now) : Poll.pending();
        }

        @Override
        public void drop() {
            drops.incrementAndGet();
            waker.drop();
        }
    }

    @Test
    void racingWakesAreNeverLostOnOwnThreads() throws Exception {
        try (ThreadPool pool = ThreadPool.of(4)) {
            racingWakes(pool);
        }
    }

    @Test
    void racingWakesAreNeverLostOnLentThreads() throws Exception {
        ExecutorService lender = Executors.newFixedThreadPool(4);
        try (ThreadPool pool = ThreadPool.on((Executor) lender)) {
            racingWakes(pool);
        } finally {
            lender.shutdownNow();
        }
    }

    private static void racingWakes(Spawner pool) throws Exception {
        List<Countdown> leaves = new ArrayList<>();
        List<JoinHandle<Integer>> handles = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            leaves.add(new Countdown());
            handles.add(pool.spawn(leaves.get(i)));
        }
        Thread[] counting = new Thread[2];
        for (int t = 0; t < counting.length; t++) {
            counting[t] = new Thread(() -> {
                for (int round = 0; round < ROUNDS / 2; round++) {
                    leaves.forEach(Countdown::count);
                }
            });
            counting[t].start();
        }
        for (JoinHandle<Integer> handle : handles) {
            assertThat(Async.blockOn(handle)).isZero();
        }
        for (Thread thread : counting) {
            thread.join();
        }
        assertThat(leaves).allMatch(leaf -> leaf.drops.get() == 1);
    }

    @Test
    void aLocalPoolIsWokenByOtherThreadsWithoutLoss() throws Exception {
        List<Countdown> leaves = new ArrayList<>();
        try (LocalPool pool = new LocalPool()) {
            for (int i = 0; i < TASKS; i++) {
                leaves.add(new Countdown());
                pool.spawn(leaves.get(i));
            }
            Thread counting = new Thread(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    leaves.forEach(Countdown::count);
                }
            });
            counting.start();
            pool.run();
            counting.join();
        }
        assertThat(leaves).allMatch(leaf -> leaf.drops.get() == 1);
    }

    @Test
    void racingAbortsDropEveryFutureExactlyOnce() throws Exception {
        List<Countdown> leaves = new ArrayList<>();
        List<JoinHandle<Integer>> handles = new ArrayList<>();
        AtomicInteger values = new AtomicInteger();
        AtomicInteger cancelled = new AtomicInteger();
        try (ThreadPool pool = ThreadPool.of(4)) {
            for (int i = 0; i < TASKS * 10; i++) {
                leaves.add(new Countdown());
                handles.add(pool.spawn(leaves.get(i)));
            }
            Thread counting = new Thread(() -> {
                for (Countdown leaf : leaves) {
                    for (int round = 0; round < ROUNDS; round++) {
                        leaf.count();
                    }
                }
            });
            Thread aborting = new Thread(() -> handles.forEach(JoinHandle::abort));
            counting.start();
            aborting.start();
            for (JoinHandle<Integer> handle : handles) {
                try {
                    Async.blockOn(handle);
                    values.incrementAndGet();
                } catch (JoinException e) {
                    assertThat(e.isCancelled()).isTrue();
                    cancelled.incrementAndGet();
                }
            }
            counting.join();
            aborting.join();
        }
        assertThat(values.get() + cancelled.get()).isEqualTo(TASKS * 10);
        assertThat(leaves).allMatch(leaf -> leaf.drops.get() == 1);
    }

    @Test
    void aCloseThatRacesWithWakesAndSpawnsDropsEveryFutureExactlyOnce() throws Exception {
        for (int i = 0; i < 50; i++) {
            List<Countdown> leaves = new ArrayList<>();
            ThreadPool pool = ThreadPool.of(2);
            for (int task = 0; task < TASKS; task++) {
                leaves.add(new Countdown());
            }
            AtomicInteger spawned = new AtomicInteger();
            Thread spawning = new Thread(() -> {
                for (Countdown leaf : leaves) {
                    try {
                        pool.spawn(leaf);
                    } catch (RejectedExecutionException e) {
                        return;
                    }
                    spawned.incrementAndGet();
                }
            });
            Thread counting = new Thread(() -> leaves.forEach(Countdown::count));
            spawning.start();
            counting.start();
            while (spawned.get() < TASKS / 2) {
                Thread.yield();
            }
            pool.close();
            spawning.join();
            counting.join();
            for (int task = 0; task < TASKS; task++) {
                assertThat(leaves.get(task).drops).hasValue(task < spawned.get() ? 1 : 0);
            }
        }
    }
}
