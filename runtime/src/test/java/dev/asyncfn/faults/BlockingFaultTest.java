package dev.asyncfn.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.BlockingPool;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.TaskHooks;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.test.TaskProbe;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads for code that blocks: interrupts that are too late, and factories that do not keep to their contract. */
class BlockingFaultTest {
    private final CountDownLatch inCode = new CountDownLatch(1);
    private final List<Boolean> interrupted = new CopyOnWriteArrayList<>();
    private final TaskProbe task = new TaskProbe();

    private void note() {
        interrupted.add(Thread.currentThread().isInterrupted());
    }

    private BlockingPool pool() {
        return BlockingPool.builder()
                .hooks(new TaskHooks() {
                    @Override
                    public void ended(int id, End end) {
                        note();
                    }
                })
                .uncaughtTaskHandler(failure -> note())
                .build();
    }

    private <T> T awaitInterrupt(T result) {
        inCode.countDown();
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        return result;
    }

    /** The interrupt was for the code, which did not heed it, and not for what becomes of its value. */
    @Test
    void whatReleasesAValueIsNotInterruptedByTheGiveUp() throws Exception {
        Closable value = new Closable();
        try (BlockingPool pool = pool()) {
            Future<Closable> call = pool.interruptible(() -> awaitInterrupt(value));
            task.poll(call);
            inCode.await();
            call.drop();
        }
        assertThat(value.closes).isOne();
        assertThat(value.closedByAnInterruptedThread).isFalse();
        assertThat(interrupted).containsExactly(false);
    }

    @Test
    void norIsAHandlerOrAWaker() throws Exception {
        CountDownLatch waited = new CountDownLatch(1);
        try (BlockingPool pool = pool()) {
            Future<String> call = pool.interruptible(() -> {
                AssertionError failure = awaitInterrupt(new AssertionError("not heeded"));
                while (waited.getCount() > 0) {
                    Thread.onSpinWait(); // else the failure could be there before anyone waits for it
                }
                throw failure;
            });
            task.poll(call);
            inCode.await();
            CountDownLatch woken = new CountDownLatch(1);
            Poll<Void> end = call.pollDrop(Context.fromWaker(Waker.of(() -> {
                note();
                woken.countDown();
            })));
            assertThat(end.isPending()).isTrue();
            waited.countDown();
            woken.await();
        }
        assertThat(interrupted).hasSize(2).containsOnly(false);
    }

    private static Thread started(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** It cannot be started again, so it does not count; and it must not take what is for others. */
    @Test
    void aThreadThatItsFactoryHasStartedEndsAtOnce() throws Exception {
        List<Thread> made = new CopyOnWriteArrayList<>();
        try (BlockingPool pool = BlockingPool.builder()
                .threadFactory(work -> {
                    made.add(started(work));
                    return made.get(made.size() - 1);
                })
                .build()) {
            for (int i = 0; i < 3; i++) {
                JoinHandle<String> handle = pool.spawnBlocking(() -> "never");
                assertThatThrownBy(() -> Async.blockOn(handle))
                        .isInstanceOf(JoinException.class)
                        .hasCauseInstanceOf(IllegalThreadStateException.class);
                made.get(i).join(); // not only when it has been idle for long
                assertThat(pool.metrics().threads()).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "throws", "started"})
    void aPoolIsNotMadeOfSuchThreads(String how) throws Exception {
        List<Thread> made = new CopyOnWriteArrayList<>();
        ThreadFactory factory = work -> {
            if (how.equals("throws")) {
                throw new IllegalStateException("no thread");
            }
            if (how.equals("started")) {
                made.add(started(work));
                return made.get(made.size() - 1);
            }
            return null;
        };
        ThreadPool.Builder builder = ThreadPool.builder().threads(2).threadFactory(factory);
        assertThatThrownBy(builder::build).isInstanceOf(RuntimeException.class);
        for (Thread thread : made) {
            thread.join();
        }
    }

    @Test
    void aKeepAliveMayBeAsLongAsADurationIs() {
        try (BlockingPool pool = BlockingPool.builder()
                .keepAlive(Duration.ofSeconds(Long.MAX_VALUE))
                .build()) {
            assertThat(Async.blockOn(pool.spawnBlocking(() -> 1))).isOne();
            assertThat(Async.blockOn(pool.spawnBlocking(() -> 2))).isEqualTo(2);
        }
    }
}
