package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Poll;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Line 5 of the contract: aborting a task in each of its states. */
class AbortTest {
    private final LocalPool pool = new LocalPool();

    @Test
    void abortBeforeTheFirstPollDropsUnpolled() {
        Leaf<String> leaf = Leaf.pending();
        JoinHandle<String> handle = pool.spawn(leaf);
        handle.abort();
        assertThat(leaf.drops).hasValue(0);
        pool.run();
        assertThat(leaf.polls).hasValue(0);
        assertThat(leaf.drops).hasValue(1);
        assertCancelled(handle);
    }

    @Test
    void abortWhileIdleSchedulesTheTaskAndTheExecutorsThreadDropsTheFuture() {
        AtomicReference<Thread> dropping = new AtomicReference<>();
        Leaf<String> leaf = Leaf.<String>pending().onDrop(() -> dropping.set(Thread.currentThread()));
        JoinHandle<String> handle = pool.spawn(leaf);
        pool.runUntilStalled();
        Threads.run(handle::abort);
        assertThat(handle.isFinished()).isFalse();
        assertThat(leaf.drops).hasValue(0);
        pool.run();
        assertThat(dropping).hasValue(Thread.currentThread());
        assertThat(leaf.polls).hasValue(1);
        assertThat(leaf.drops).hasValue(1);
        assertCancelled(handle);
    }

    @Test
    void abortWhileScheduledDropsInsteadOfPolling() {
        Leaf<String> leaf = Leaf.pending();
        JoinHandle<String> handle = pool.spawn(leaf);
        pool.runUntilStalled();
        leaf.waker.wakeByRef();
        handle.abort();
        handle.abort();
        pool.run();
        assertThat(leaf.polls).hasValue(1);
        assertThat(leaf.drops).hasValue(1);
        assertCancelled(handle);
    }

    @Test
    void abortWhileRunningTakesEffectAfterThePoll() {
        List<String> events = new ArrayList<>();
        AtomicReference<JoinHandle<String>> handle = new AtomicReference<>();
        Leaf<String> leaf = Leaf.<String>doing(cx -> {
                    Threads.run(() -> handle.get().abort());
                    events.add("poll ends");
                    return Poll.pending();
                })
                .onDrop(() -> events.add("dropped"));
        handle.set(pool.spawn(leaf));
        pool.run();
        assertThat(events).containsExactly("poll ends", "dropped");
        assertThat(leaf.polls).hasValue(1);
        assertCancelled(handle.get());
    }

    @Test
    void aValueThatIsReadyWinsOverAnAbort() {
        AtomicReference<JoinHandle<String>> handle = new AtomicReference<>();
        Leaf<String> leaf = Leaf.doing(cx -> {
            handle.get().abort();
            return Poll.ready("value");
        });
        handle.set(pool.spawn(leaf));
        pool.run();
        assertThat(Async.blockOn(handle.get())).isEqualTo("value");
        assertThat(leaf.drops).hasValue(1);
    }

    @Test
    void aThrowWinsOverAnAbort() {
        AtomicReference<JoinHandle<String>> handle = new AtomicReference<>();
        handle.set(pool.spawn(Leaf.doing(cx -> {
            handle.get().abort();
            throw new IllegalArgumentException("thrown");
        })));
        pool.run();
        assertThatThrownBy(() -> Async.blockOn(handle.get()))
                .isInstanceOf(JoinException.class)
                .hasRootCauseMessage("thrown");
    }

    @Test
    void aWakeAndAnAbortWhileRunningDropOnce() {
        AtomicReference<JoinHandle<String>> handle = new AtomicReference<>();
        Leaf<String> leaf = Leaf.doing(cx -> {
            cx.waker().wakeByRef();
            handle.get().abort();
            cx.waker().wakeByRef();
            return Poll.pending();
        });
        handle.set(pool.spawn(leaf));
        pool.run();
        leaf.waker.wakeByRef();
        pool.runUntilStalled();
        assertThat(leaf.polls).hasValue(1);
        assertThat(leaf.drops).hasValue(1);
    }

    @Test
    void abortAfterCompletionDoesNothing() {
        Leaf<String> leaf = Leaf.pending();
        leaf.complete("value");
        JoinHandle<String> handle = pool.spawn(leaf);
        pool.run();
        handle.abort();
        pool.runUntilStalled();
        assertThat(Async.blockOn(handle)).isEqualTo("value");
        assertThat(leaf.drops).hasValue(1);
    }

    @Test
    void abortFromWithinTheDropDoesNothing() {
        AtomicReference<JoinHandle<String>> handle = new AtomicReference<>();
        Leaf<String> leaf = Leaf.<String>pending().onDrop(() -> handle.get().abort());
        handle.set(pool.spawn(leaf));
        pool.runUntilStalled();
        handle.get().abort();
        pool.run();
        assertThat(leaf.drops).hasValue(1);
        assertCancelled(handle.get());
    }

    @Test
    void onAThreadPoolTheFutureIsDroppedByAWorker() throws Exception {
        CountDownLatch polled = new CountDownLatch(1);
        AtomicReference<String> dropping = new AtomicReference<>();
        Leaf<String> leaf = Leaf.<String>doing(cx -> {
                    polled.countDown();
                    return Poll.pending();
                })
                .onDrop(() -> dropping.set(Thread.currentThread().getName()));
        try (ThreadPool threads = ThreadPool.of(1)) {
            JoinHandle<String> handle = threads.spawn(leaf);
            polled.await();
            handle.abort();
            assertCancelled(handle);
        }
        assertThat(dropping.get()).contains("worker");
        assertThat(leaf.drops).hasValue(1);
    }

    private static void assertCancelled(JoinHandle<?> handle) {
        assertThatThrownBy(() -> Async.blockOn(handle))
                .hasNoCause()
                .asInstanceOf(InstanceOfAssertFactories.type(JoinException.class))
                .matches(JoinException::isCancelled);
    }
}
