package dev.asyncfn.bridge.blockhound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.executor.Blocking;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.net.AsyncTcpListener;
import dev.asyncfn.time.Sleep;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;

/** The agent runs in the JVM of these tests: see the pom. */
class AsyncfnIntegrationTest {
    private static Future<String> sleeping() {
        return Futures.lazy(() -> {
            Thread.sleep(0, 1);
            return "slept";
        });
    }

    // ---- refused

    @Test
    void aTaskOfAThreadPoolMustNotBlock() {
        try (ThreadPool pool = ThreadPool.of(1)) {
            JoinHandle<String> task = pool.spawn(sleeping());

            assertThatThrownBy(() -> Async.blockOn(task)).hasRootCauseInstanceOf(BlockingOperationError.class);
        }
    }

    @Test
    void aTaskInALocalPoolMustNotBlockAndItsThreadMayBeforeAndAfter() throws Exception {
        Thread.sleep(0, 1);
        try (LocalPool pool = new LocalPool()) {
            assertThatThrownBy(() -> pool.runUntil(sleeping())).isInstanceOf(BlockingOperationError.class);
        }
        Thread.sleep(0, 1);
    }

    @Test
    void aTaskOnALentThreadMustNotBlockAndTheThreadMayAfterwards() throws Exception {
        var threads = Executors.newSingleThreadExecutor();
        try (ThreadPool pool = ThreadPool.on(threads)) {
            JoinHandle<String> task = pool.spawn(sleeping());

            assertThatThrownBy(() -> Async.blockOn(task)).hasRootCauseInstanceOf(BlockingOperationError.class);
            threads.submit(() -> {
                        Thread.sleep(0, 1);
                        return null;
                    })
                    .get();
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aTaskMustNotWaitForALock() {
        Object lock = new Object();
        try (ThreadPool pool = ThreadPool.of(1)) {
            JoinHandle<String> task = pool.spawn(Futures.lazy(() -> {
                synchronized (lock) {
                    lock.wait(1);
                }
                return "waited";
            }));

            assertThatThrownBy(() -> Async.blockOn(task)).hasRootCauseInstanceOf(BlockingOperationError.class);
        }
    }

    // ---- allowed

    @Test
    void theThreadsOfBlockingMayBlock() {
        try (ThreadPool pool = ThreadPool.of(1)) {
            JoinHandle<String> task = pool.spawn(Futures.andThen(
                    Blocking.spawnBlocking(() -> {
                        Thread.sleep(0, 1);
                        return "slept";
                    }),
                    Future::ready));

            assertThat(Async.blockOn(task)).isEqualTo("slept");
        }
    }

    /** The lines are in a file, which is read at the first failure, on the thread of the task. */
    @Test
    void theStackTraceOfAnAsyncFnNamesItsLine() {
        CompletableFuture<String> place = new CompletableFuture<>();
        try (ThreadPool pool = ThreadPool.builder()
                .threads(1)
                .uncaughtTaskHandler(failure -> {
                    StackTraceElement thrower = failure.getStackTrace()[0];
                    place.complete(thrower.getFileName() + ":" + thrower.getLineNumber());
                })
                .build()) {
            pool.spawnDetached(FailingAsync.fail());

            assertThat(place.join()).isEqualTo("Failing.java:15");
        }
    }

    @Test
    void aThreadOfAPoolMayWaitForTasks() {
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        List<Thread> threads = new CopyOnWriteArrayList<>();
        try (ThreadPool pool = ThreadPool.builder()
                .threads(1)
                .threadFactory(work -> {
                    threads.add(new Thread(work));
                    return threads.get(0);
                })
                .uncaughtTaskHandler(uncaught::add)
                .build()) {
            CompletableFuture<String> stage = new CompletableFuture<>();
            JoinHandle<String> task = pool.spawn(Future.from(stage));
            while (threads.get(0).getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            stage.complete("x");

            assertThat(Async.blockOn(task)).isEqualTo("x");
        }
        assertThat(uncaught).isEmpty();
    }

    @Test
    void aLocalPoolMayWaitForTasks() {
        try (LocalPool pool = new LocalPool()) {
            String value = pool.runUntil(Futures.map(Sleep.of(Duration.ofMillis(1)), nothing -> "x"));

            assertThat(value).isEqualTo("x");
        }
    }

    @Test
    void aTaskMayBindThePortThatItHasClosed() {
        try (ThreadPool pool = ThreadPool.of(1)) {
            JoinHandle<String> task = pool.spawn(Futures.lazy(() -> {
                AsyncTcpListener first =
                        AsyncTcpListener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                first.close();
                AsyncTcpListener.bind(first.localAddress()).close(); // waits until the socket is gone, if it is not yet
                return "bound";
            }));

            assertThat(Async.blockOn(task)).isEqualTo("bound");
        }
    }

    @Test
    void aLocalPoolMayWaitForABoundedTime() {
        LocalPool pool = new LocalPool();
        pool.spawnDetached(Sleep.of(Duration.ofDays(1)));

        assertThatCode(() -> pool.close(Duration.ofMillis(1))).doesNotThrowAnyException();
    }

    @Test
    void theMethodsThatMayWaitAreThere() throws Exception {
        for (Map.Entry<String, String> waiting : AsyncfnIntegration.WAITING.entrySet()) {
            assertThat(Class.forName(waiting.getKey()).getDeclaredMethods())
                    .as(waiting.toString())
                    .anyMatch(declared -> declared.getName().equals(waiting.getValue()));
        }
    }
}
