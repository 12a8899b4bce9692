package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.test.Steps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Locks and channels under tasks of several threads, some of which are aborted: a lost wake-up would hang. For the long form, of five minutes:
 * {@code mvn -pl runtime -am test -Dtest=SyncStressTest -Dstress.seconds=300 -Dsurefire.timeout=0}.
 */
class SyncStressTest {
    /** For each of the five tests. */
    private static final long NANOS =
            Duration.ofSeconds(Long.getLong("stress.seconds", 2)).dividedBy(5).toNanos();

    private static final int TASKS = 24;
    private static final int STEPS = 50;

    private interface Round {
        void run(ThreadPool pool, Random random) throws Exception;
    }

    private static void repeat(Round round) throws Exception {
        try (ThreadPool pool = ThreadPool.of(4)) {
            Random random = new Random(1);
            long start = System.nanoTime();
            do {
                round.run(pool, random);
            } while (System.nanoTime() - start < NANOS);
        }
    }

    /** Aborts some of the tasks while they run, and waits for all. */
    private static void abortSome(ThreadPool pool, Random random, List<JoinHandle<Object>> handles) throws Exception {
        for (JoinHandle<Object> handle : handles) {
            if (random.nextInt(4) == 0) {
                Thread.yield();
                handle.abort();
            }
        }
        assertThat(pool.awaitTasks(Duration.ofMinutes(5))).isTrue();
    }

    @Test
    void aMutexKeepsItsValueConsistentAndIsFreeInTheEnd() throws Exception {
        repeat((pool, random) -> {
            Mutex<Integer> mutex = new Mutex<>(0);
            AtomicInteger increments = new AtomicInteger();
            List<JoinHandle<Object>> handles = new ArrayList<>();
            for (int i = 0; i < TASKS; i++) {
                handles.add(pool.spawn(incrementing(mutex, increments)));
            }
            abortSome(pool, random, handles);
            assertThat(mutex.tryLock().orElseThrow().get()).isEqualTo(increments.get());
        });
    }

    private static Steps incrementing(Mutex<Integer> mutex, AtomicInteger increments) {
        return Steps.of((step, value) -> {
            if (value instanceof Mutex.Guard<?>) {
                @SuppressWarnings("unchecked") // of this mutex
                Mutex.Guard<Integer> guard = (Mutex.Guard<Integer>) value;
                guard.set(guard.get() + 1);
                increments.incrementAndGet();
                guard.close();
            }
            return step < STEPS ? mutex.lock() : null;
        });
    }

    @Test
    void aSemaphoreHasAllItsPermitsInTheEnd() throws Exception {
        repeat((pool, random) -> {
            Semaphore semaphore = new Semaphore(3);
            AtomicInteger taken = new AtomicInteger();
            List<JoinHandle<Object>> handles = new ArrayList<>();
            for (int i = 0; i < TASKS; i++) {
                int count = 1 + i % 3;
                handles.add(pool.spawn(Steps.of((step, value) -> {
                    if (value instanceof Semaphore.Permit permit) {
                        assertThat(taken.addAndGet(count)).isLessThanOrEqualTo(3);
                        taken.addAndGet(-count);
                        permit.close();
                    }
                    return step < STEPS ? semaphore.acquireMany(count) : null;
                })));
            }
            abortSome(pool, random, handles);
            assertThat(semaphore.availablePermits()).isEqualTo(3);
            handles.forEach(SyncStressTest::checkNotFailed);
        });
    }

    private static void checkNotFailed(JoinHandle<Object> handle) {
        try {
            Scene.now(handle);
        } catch (dev.asyncfn.executor.JoinException e) {
            assertThat(e.isCancelled()).as("%s", e.getCause()).isTrue();
        }
    }

    @Test
    void aChannelDeliversWhatWasSentOfEachSenderInOrder() throws Exception {
        repeat((pool, random) -> {
            var channel = Mpsc.<int[]>bounded(3);
            AtomicInteger[] sent = new AtomicInteger[TASKS];
            List<JoinHandle<Object>> handles = new ArrayList<>();
            for (int i = 0; i < TASKS; i++) {
                sent[i] = new AtomicInteger();
                handles.add(pool.spawn(sending(channel.sender().clone(), i, sent[i])));
            }
            channel.sender().close();
            int[] received = new int[TASKS];
            JoinHandle<Object> receiving = pool.spawn(receiving(channel.receiver(), received));
            for (JoinHandle<Object> handle : handles) {
                checkNotFailed(handle);
            }
            Scene.now(receiving);
            for (int i = 0; i < TASKS; i++) {
                assertThat(received[i]).isEqualTo(sent[i].get()).isEqualTo(STEPS);
            }
        });
    }

    private static Steps sending(Mpsc.Sender<int[]> sender, int task, AtomicInteger sent) {
        return Steps.of((step, value) -> {
            if (step == STEPS) {
                sender.close();
                return null;
            }
            return sender.send(new int[] {task, sent.getAndIncrement()});
        });
    }

    private static Steps receiving(Mpsc.Receiver<int[]> receiver, int[] received) {
        return Steps.of((step, value) -> {
            if (value instanceof Optional<?> next) {
                if (next.isEmpty()) {
                    return null;
                }
                int[] of = (int[]) next.get();
                assertThat(of[1]).isEqualTo(received[of[0]]++);
            }
            return receiver.recv();
        });
    }

    @Test
    void sendsThatAreAbortedLoseNoPlace() throws Exception {
        repeat((pool, random) -> {
            var channel = Mpsc.<int[]>bounded(2);
            List<JoinHandle<Object>> handles = new ArrayList<>();
            for (int i = 0; i < TASKS; i++) {
                handles.add(pool.spawn(sending(channel.sender().clone(), i, new AtomicInteger())));
            }
            JoinHandle<Object> receiving =
                    pool.spawn(Steps.of((step, value) -> channel.receiver().recvMany(3)));
            for (JoinHandle<Object> handle : handles) {
                handle.abort();
            }
            handles.forEach(SyncStressTest::checkNotFailed);
            receiving.abort();
            assertThat(pool.awaitTasks(Duration.ofMinutes(5))).isTrue();
            int left = channel.receiver().size();
            assertThat(channel.sender().capacity()).isEqualTo(2 - left);
        });
    }

    @Test
    void everyNotificationIsForSomeone() throws Exception {
        repeat((pool, random) -> {
            Notify notify = new Notify();
            List<JoinHandle<Object>> handles = new ArrayList<>();
            AtomicInteger unfinished = new AtomicInteger(TASKS);
            for (int i = 0; i < TASKS; i++) {
                handles.add(pool.spawn(Steps.of((step, value) -> {
                    if (step == STEPS) {
                        unfinished.decrementAndGet();
                        return null;
                    }
                    return notify.notified();
                })));
            }
            JoinHandle<Object> notifying = pool.spawn(Steps.of((step, value) -> {
                notify.notifyOne();
                return unfinished.get() > 0 ? Futures.yieldNow() : null;
            }));
            handles.forEach(SyncStressTest::checkNotFailed);
            Scene.now(notifying);
        });
    }
}
