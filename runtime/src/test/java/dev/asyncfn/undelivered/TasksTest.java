package dev.asyncfn.undelivered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.executor.Blocking;
import dev.asyncfn.executor.Garbage;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.TaskScope;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Signal;
import dev.asyncfn.interop.Interop;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The value of a task belongs to its handle, until a poll of the handle returns it. */
class TasksTest {
    private final List<Throwable> heard = new ArrayList<>();
    private final LocalPool pool = new LocalPool(heard::add);
    private final Resource resource = new Resource();
    private final Signal<Resource> signal = new Signal<>();

    @Test
    void aHandleThatIsDroppedAfterTheTaskHasFinishedClosesIt() {
        JoinHandle<Resource> handle = pool.spawn(Future.ready(resource));
        pool.run();
        assertThat(resource.closes()).isZero();
        handle.drop();
        handle.drop();
        assertThat(resource.closes()).isOne();
    }

    @Test
    void aHandleThatWasDroppedBeforeClosesIt() {
        pool.spawn(Future.ready(resource)).drop();
        pool.run();
        assertThat(resource.closes()).isOne();
    }

    @Test
    void aDetachedTaskClosesIt() {
        pool.spawnDetached(Future.ready(resource));
        pool.run();
        assertThat(resource.closes()).isOne();
    }

    @Test
    void whatTheHandleHasReturnedIsNotClosed() {
        JoinHandle<Resource> handle = pool.spawn(Future.ready(resource));
        assertThat(pool.runUntil(handle)).isSameAs(resource);
        assertThat(pool.runUntil(handle)).as("again").isSameAs(resource);
        handle.drop();
        assertThat(resource.closes()).isZero();
    }

    @Test
    void whatIsReturnedByTheRunItselfIsNotClosed() {
        assertThat(pool.runUntil(Future.ready(resource))).isSameAs(resource);
        pool.close();
        assertThat(resource.closes()).isZero();
    }

    @Test
    void aValueThatWasReleasedIsNotReturned() {
        JoinHandle<Resource> handle = pool.spawn(Future.ready(resource));
        pool.run();
        handle.drop();
        assertThatIllegalStateException()
                .isThrownBy(() -> Async.blockOn(handle))
                .withMessageContaining("released");
    }

    @Test
    void closingTheExecutorLeavesItToTheHandle() {
        JoinHandle<Resource> handle = pool.spawn(Future.ready(resource));
        pool.run();
        pool.close();
        assertThat(Async.blockOn(handle)).isSameAs(resource);
        assertThat(resource.closes()).isZero();
    }

    @Test
    void aHandleThatWasForgottenClosesItOnceItIsCollected() {
        pool.spawn(Future.ready(resource));
        pool.run();
        Garbage.collectUntil(() -> resource.closes() > 0);
        assertThat(resource.closes()).isOne();
    }

    @Test
    void theWatchForItDoesNotKeepTheTask() {
        WeakReference<JoinHandle<?>> handle =
                new WeakReference<>(pool.spawn(Futures.join(Future.ready(resource), Future.ready(1))));
        pool.run();
        Garbage.collectUntil(() -> handle.get() == null);
        assertThat(handle.get()).isNull();
    }

    @Test
    void aValueThatWinsOverAnAbortIsClosedWithTheHandle() {
        JoinHandle<Resource>[] self = handles();
        self[0] = pool.spawn(Futures.lazy(() -> {
            self[0].abort();
            return resource;
        }));
        pool.run();
        assertThat(resource.closes()).isZero();
        self[0].drop();
        assertThat(resource.closes()).isOne();
    }

    @SuppressWarnings("unchecked") // an array of one
    private static JoinHandle<Resource>[] handles() {
        return (JoinHandle<Resource>[]) new JoinHandle<?>[1];
    }

    @Test
    void theFailureOfItsCloseGoesToTheHandler() {
        IOException ofClose = new IOException("of the close");
        pool.spawnDetached(Future.ready(new Resource(ofClose)));
        pool.run();
        assertThat(heard).containsExactly(ofClose);
    }

    @Test
    void theHookOfItsFutureGetsItInstead() {
        List<Resource> left = new ArrayList<>();
        JoinHandle<Resource> handle = pool.spawn(Futures.onUndelivered(Future.ready(resource), left::add));
        pool.run();
        handle.drop();
        assertThat(left).containsExactly(resource);
        assertThat(resource.closes()).isZero();
    }

    @Test
    void aFutureWhoseDropThrowsHasItReleased() {
        IOException fromDrop = new IOException("from drop");
        JoinHandle<Resource> handle = pool.spawn(new Future<>() {
            @Override
            public dev.asyncfn.Poll<Resource> poll(dev.asyncfn.Context cx) {
                return dev.asyncfn.Poll.ready(resource);
            }

            @Override
            public void drop() {
                throw new IllegalStateException(fromDrop);
            }
        });
        pool.run();
        assertThat(resource.closes()).isOne();
        assertThatThrownBy(() -> pool.runUntil(handle)).hasRootCause(fromDrop);
    }

    @Test
    void codeThatBlocksIsATaskAsWell() throws Exception {
        CountDownLatch dropped = new CountDownLatch(1);
        Blocking.spawnBlocking(() -> {
                    dropped.await();
                    return resource;
                })
                .drop();
        dropped.countDown();
        while (resource.closes() == 0) {
            Thread.yield();
        }
        assertThat(resource.closes()).isOne();
    }

    @Test
    void aScopeThatFailsClosesTheValuesOfItsChildren() {
        IOException failure = new IOException("of the body");
        Future<Object> scope = TaskScope.run(pool, inner -> {
            inner.spawn(Future.ready(resource));
            return Futures.andThen(Futures.yieldNow(), then -> Future.failed(failure));
        });
        assertThatThrownBy(() -> pool.runUntil(scope)).isSameAs(failure);
        assertThat(resource.closes()).isOne();
    }

    @Test
    void aScopeThatIsDroppedClosesThoseThatFinishLaterToo() throws Exception {
        Future<Object> scope = TaskScope.run(pool, inner -> {
            inner.spawn(Future.ready(resource));
            return Future.pending();
        });
        new TaskProbe().poll(scope); // the child is scheduled
        scope.drop();
        pool.run();
        assertThat(resource.closes()).isZero(); // aborted before its first poll: it was never taken

        Resource ready = new Resource();
        Future<Object> second = TaskScope.run(pool, inner -> {
            inner.spawn(Future.ready(ready));
            return Future.pending();
        });
        new TaskProbe().poll(second);
        pool.runUntilStalled();
        assertThat(ready.closes()).isZero();
        second.drop();
        assertThat(ready.closes()).isOne();
    }

    @Test
    void aScopeThatSucceedsLeavesThemToTheirHandles() {
        List<JoinHandle<Resource>> handles = new ArrayList<>();
        pool.runUntil(TaskScope.run(pool, inner -> {
            handles.add(inner.spawn(Future.ready(resource)));
            return Future.ready(null);
        }));
        assertThat(resource.closes()).isZero();
        assertThat(Async.blockOn(handles.get(0))).isSameAs(resource);
    }

    @Test
    void aScopeForgetsThoseThatWereTaken() {
        Future<Integer> scope = TaskScope.run(pool, inner -> children(inner, 1_000));
        assertThat(pool.runUntil(scope)).isEqualTo(1_000);
        assertThat(resource.closes()).isZero();
    }

    private Future<Integer> children(TaskScope scope, int count) {
        Future<Integer> all = Future.ready(0);
        for (int i = 0; i < count; i++) {
            all = Futures.andThen(all, sum -> Futures.map(scope.spawn(Future.ready(resource)), value -> sum + 1));
        }
        return all;
    }

    @Test
    void aStageThatWasCancelledClosesTheValueThatComesNevertheless() {
        CompletableFuture<Resource> stage = Interop.toCompletableFuture(signal, pool);
        pool.runUntilStalled();
        signal.onPoll(() -> stage.cancel(false));
        signal.complete(resource);
        pool.runUntilStalled();
        assertThat(stage).isCancelled();
        assertThat(resource.closes()).isOne();
    }

    @Test
    void aStageHandsTheValueOn() {
        CompletableFuture<Resource> stage = Interop.toCompletableFuture(signal, pool);
        signal.complete(resource);
        pool.runUntilStalled();
        assertThat(stage).isCompletedWithValue(resource);
        assertThat(resource.closes()).isZero();
    }

    @Test
    void onThreadsEachValueIsTakenOrReleasedButNeverBoth() throws Exception {
        try (ThreadPool threads = ThreadPool.of(2)) {
            for (int i = 0; i < 500; i++) {
                Resource raced = new Resource();
                JoinHandle<Resource> handle = threads.spawn(Future.ready(raced));
                if (i % 2 == 0) {
                    Thread.yield();
                }
                handle.drop();
                while (!handle.isFinished()) {
                    Thread.yield();
                }
                while (raced.closes() == 0) {
                    Thread.yield();
                }
                assertThat(raced.closes()).isOne();
            }
        }
    }

    @Test
    void abortAndJoinLeavesAValueThatCameBeforeToTheHandle() throws Exception {
        Resource resource = new Resource();
        LocalPool pool = new LocalPool();
        JoinHandle<Resource> handle = pool.spawn(Future.ready(resource));
        pool.run();
        assertThat(new TaskProbe()
                        .poll(handle.abortAndJoin(Duration.ofHours(1)))
                        .isReady())
                .isTrue();
        assertThat(resource.closes()).isZero();
        handle.drop();
        assertThat(resource.closes()).isOne();
    }

    @Test
    void abortAndJoinDoesNotTakeTheValueFromWhoeverAwaitsTheHandle() throws Exception {
        Resource resource = new Resource();
        LocalPool pool = new LocalPool();
        JoinHandle<Resource> handle = pool.spawn(Future.ready(resource));
        pool.run();
        new TaskProbe().poll(handle.abortAndJoin(Duration.ofHours(1)));
        assertThat(pool.runUntil(handle)).isSameAs(resource);
        handle.drop();
        assertThat(resource.closes()).isZero();
    }

    /** A tree of combinators with values on their way, which is dropped, fails or ends after any number of steps. */
    @Test
    void everythingThatWasOpenedIsTakenOrClosedWheneverItEnds() {
        TestExecutor.explore(600, executor -> {
            Random random = new Random(executor.seed());
            List<Resource> opened = new ArrayList<>();
            List<Resource> taken = new ArrayList<>();
            Future<?> tree = new RandomTree(random, executor, opened).grow(4);
            JoinHandle<?> task = executor.spawn(Futures.orElse(
                    Futures.map(tree, value -> {
                        RandomTree.collect(value, taken);
                        return null;
                    }),
                    failure -> Future.ready(null)));
            executor.spawn(abortAfter(task, random.nextInt(12))).drop();
            executor.runUntilStalled();
            task.abort();
            executor.runUntilStalled();
            assertThat(task.isFinished()).isTrue();
            catchThrowable(() -> Async.blockOn(task)); // aborted, or with a failure that was waiting for cleanup
            task.drop();
            executor.close();
            for (Resource each : opened) {
                assertThat(each.closes()).isEqualTo(taken.contains(each) ? 0 : 1);
            }
        });
    }

    private static Future<Void> abortAfter(JoinHandle<?> task, int steps) {
        if (steps == 0) {
            return Futures.lazy(() -> {
                task.abort();
                return null;
            });
        }
        return Futures.andThen(Futures.yieldNow(), then -> abortAfter(task, steps - 1));
    }
}
