package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockingPoolTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void noMoreRunsAtOnceThanTheLimitAllows() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (BlockingPool pool =
                BlockingPool.builder().maxThreads(2).keepAlive(HOUR).name("db").build()) {
            List<JoinHandle<Object>> handles = IntStream.range(0, 50)
                    .mapToObj(i -> pool.spawnBlocking(() -> {
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        Thread.yield();
                        running.decrementAndGet();
                        return null;
                    }))
                    .toList();
            handles.forEach(Async::blockOn);
            assertThat(most.get()).isBetween(1, 2);
            assertThat(pool.metrics().tasksSpawned()).isEqualTo(50);
            assertThat(pool.metrics().threads()).isBetween(1, 2);
            assertThat(pool.metrics().name()).isEqualTo("db");
        }
    }

    @Test
    void threadsAreNamedAfterThePoolOrMadeByAFactory() {
        try (BlockingPool pool = BlockingPool.builder().name("db").build()) {
            assertThat(Async.blockOn(pool.spawnBlocking(Thread::currentThread)).getName())
                    .isEqualTo("db-thread-1");
        }
        try (BlockingPool pool = BlockingPool.builder()
                .threadFactory(work -> new Thread(work, "mine"))
                .build()) {
            assertThat(Async.blockOn(pool.spawnBlocking(Thread::currentThread)).getName())
                    .isEqualTo("mine");
        }
    }

    @Test
    void anIdleThreadEndsAfterItsTime() throws InterruptedException {
        try (BlockingPool pool =
                BlockingPool.builder().keepAlive(Duration.ofNanos(1)).build()) {
            Thread thread = Async.blockOn(pool.spawnBlocking(Thread::currentThread));
            thread.join();
            assertThat(pool.metrics().threads()).isZero();
            assertThat(Async.blockOn(pool.spawnBlocking(() -> "again"))).isEqualTo("again");
        }
    }

    @Test
    void closingDropsWhatIsInLineWaitsForWhatRunsAndEndsTheThreads() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        BlockingPool pool = BlockingPool.builder().maxThreads(1).keepAlive(HOUR).build();
        JoinHandle<Thread> running = pool.spawnBlocking(() -> {
            started.countDown();
            go.await();
            return Thread.currentThread();
        });
        JoinHandle<String> inLine = pool.spawnBlocking(() -> "never");
        started.await();
        Thread closing = new Thread(pool::close);
        closing.start();
        while (closing.getState() != Thread.State.TIMED_WAITING && closing.getState() != Thread.State.WAITING) {
            Thread.yield();
        }
        go.countDown();
        closing.join();
        Async.blockOn(running).join();
        assertThatThrownBy(() -> Async.blockOn(inLine)).isInstanceOf(JoinException.class);
        assertThatThrownBy(() -> pool.spawnBlocking(() -> 1)).isInstanceOf(RejectedExecutionException.class);
        pool.close();
    }

    @Test
    void aShutdownRunsWhatIsInLine() throws InterruptedException {
        BlockingPool pool = BlockingPool.builder().maxThreads(1).build();
        List<JoinHandle<Integer>> handles =
                IntStream.range(0, 5).mapToObj(i -> pool.spawnBlocking(() -> i)).toList();
        pool.shutdown();
        assertThat(pool.awaitTermination(HOUR)).isTrue();
        assertThat(handles).extracting(Async::blockOn).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void nonsenseIsRefused() {
        BlockingPool.Builder builder = BlockingPool.builder();
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxThreads(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.keepAlive(Duration.ZERO));
    }

    // ---- interruptible code

    /** What interrupted code has seen. */
    private final List<String> seen = new CopyOnWriteArrayList<>();

    private final CountDownLatch started = new CountDownLatch(1);

    private String untilInterrupted() throws InterruptedException {
        started.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            seen.add("interrupted");
            throw e;
        }
        return "never";
    }

    @Test
    void itsValueAndItsExceptionAreThoseOfTheCode() {
        assertThat(Async.blockOn(Blocking.interruptible(() -> "value"))).isEqualTo("value");
        IOException failure = new IOException();
        assertThatThrownBy(() -> Async.blockOn(Blocking.interruptible(() -> {
                    throw failure;
                })))
                .isSameAs(failure);
    }

    @Test
    void aTimeoutInterruptsItAndWaitsForItsEnd() {
        try (BlockingPool pool = BlockingPool.builder().build()) {
            Future<String> late = Timeouts.timeout(Duration.ofMillis(1), pool.interruptible(this::untilInterrupted));
            assertThatThrownBy(() -> Async.blockOn(late)).isInstanceOf(ElapsedException.class);
            assertThat(seen).hasSizeLessThanOrEqualTo(1); // it may not even have been started
        }
    }

    @Test
    void anAbortInterruptsWhatRuns() throws InterruptedException {
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        try (ThreadPool tasks =
                        ThreadPool.builder().uncaughtTaskHandler(uncaught::add).build();
                BlockingPool pool = BlockingPool.builder()
                        .uncaughtTaskHandler(uncaught::add)
                        .build()) {
            JoinHandle<String> task = tasks.spawn(pool.interruptible(this::untilInterrupted));
            started.await();
            task.abort();
            assertThatThrownBy(() -> Async.blockOn(task)).isInstanceOf(JoinException.class);
            assertThat(seen).containsExactly("interrupted");
        }
        assertThat(uncaught).isEmpty();
    }

    @Test
    void aDropInterruptsItAndNobodyHearsOfThat() throws Exception {
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        BlockingPool pool =
                BlockingPool.builder().uncaughtTaskHandler(uncaught::add).build();
        Future<String> dropped = pool.interruptible(this::untilInterrupted);
        dropped.poll(dev.asyncfn.Context.fromWaker(dev.asyncfn.Waker.noop()));
        started.await();
        dropped.drop();
        pool.close();
        assertThat(seen).containsExactly("interrupted");
        assertThat(uncaught).isEmpty();
    }

    @Test
    void theThreadIsNotInterruptedForTheNext() throws Exception {
        try (BlockingPool pool = BlockingPool.builder().maxThreads(1).build()) {
            Future<String> dropped = pool.interruptible(this::untilInterrupted);
            dropped.poll(dev.asyncfn.Context.fromWaker(dev.asyncfn.Waker.noop()));
            started.await();
            dropped.drop();
            assertThat(Async.blockOn(
                            pool.spawnBlocking(() -> Thread.currentThread().isInterrupted())))
                    .isFalse();
        }
    }

    @Test
    void whatWasNotPolledNeverRuns() {
        Future<String> future = Blocking.interruptible(() -> {
            seen.add("ran");
            return "value";
        });
        future.drop();
        assertThat(seen).isEmpty();
    }

    /** Given up after its thread has taken the task, and before that is in the code: there is no thread to interrupt yet. */
    @Test
    void whatIsGivenUpOnItsWayIntoTheCodeNeverRuns() throws Exception {
        CountDownLatch onItsWay = new CountDownLatch(1);
        CountDownLatch givenUp = new CountDownLatch(1);
        BlockingPool pool = BlockingPool.builder()
                .hooks(new TaskHooks() {
                    @Override
                    public void pollBegins(int id) {
                        onItsWay.countDown();
                        try {
                            givenUp.await();
                        } catch (InterruptedException e) {
                            seen.add("interrupted too early");
                        }
                    }
                })
                .build();
        Future<String> future = pool.interruptible(this::untilInterrupted);
        future.poll(dev.asyncfn.Context.fromWaker(dev.asyncfn.Waker.noop()));
        onItsWay.await();
        future.drop();
        givenUp.countDown();
        pool.close();
        assertThat(seen).isEmpty();
    }

    @Test
    void aFailureBeforeItWasGivenUpIsThrownByTheCleanup() throws Exception {
        IOException failure = new IOException("of the code");
        CountDownLatch polled = new CountDownLatch(1);
        BlockingPool pool = BlockingPool.builder().build();
        Future<String> future = pool.interruptible(() -> {
            polled.await(); // or that very poll might throw the failure
            throw failure;
        });
        future.poll(dev.asyncfn.Context.fromWaker(dev.asyncfn.Waker.noop()));
        polled.countDown();
        pool.shutdown();
        assertThat(pool.awaitTermination(Duration.ofMinutes(1))).isTrue();
        assertThatThrownBy(() -> future.pollDrop(dev.asyncfn.Context.fromWaker(dev.asyncfn.Waker.noop())))
                .isSameAs(failure);
    }

    /** It would wait for itself. */
    @Test
    @SuppressWarnings("try") // the pool is closed too early on purpose
    void codeOfThePoolDoesNotWaitForItsEnd() {
        BlockingPool pool = BlockingPool.builder().build();
        assertThatThrownBy(() -> Async.blockOn(pool.spawnBlocking(() -> {
                    pool.close();
                    return "closed";
                })))
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage(
                        "BlockingPool.close was called by code of the pool itself, whose end it waits for");
        assertThatThrownBy(() -> Async.blockOn(pool.spawnBlocking(() -> pool.awaitTermination(Duration.ofDays(1)))))
                .hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(Async.blockOn(pool.spawnBlocking(() -> "goes on"))).isEqualTo("goes on");
        pool.close();
    }

    @Test
    void codeOfOnePoolMayCloseAnother() {
        try (BlockingPool pool = BlockingPool.builder().build()) {
            BlockingPool other = BlockingPool.builder().build();
            assertThat(Async.blockOn(pool.spawnBlocking(() -> {
                        other.close();
                        return "closed";
                    })))
                    .isEqualTo("closed");
        }
    }
}
