package dev.asyncfn.future;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.TaskDump;
import dev.asyncfn.executor.ThreadPool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sub-executors within each other: a wake passes through any number of them, and a stack that is too small is reported. */
@Tag("one-jdk")
class DeepWakeTest {
    private static final int MILLION = 1_000_000;
    /** As small as a thread's stack can be; some thousand calls. */
    private static final long SMALL_STACK = 256 * 1024;

    /** The sub-executors, each with one future, which is polled at the first poll. */
    enum Level {
        RACE(future -> Futures.race(future, Future.pending())),
        JOIN(future -> Futures.join(future, Future.ready(null))),
        JOIN_ALL(future -> Futures.joinAll(List.of(future))),
        TRY_JOIN(future -> Futures.tryJoin(future, Future.ready(null))),
        SELECT(future -> Futures.select(future, Future.pending())),
        SHARED(Futures::shared),
        CLONED(future -> {
            Shared<?> shared = Futures.shared(future);
            return Futures.join(shared, shared.clone());
        }),
        SHARED_AND_MAPPED(future -> Futures.map(Futures.shared(future), value -> value)),
        UNORDERED(future -> FuturesUnordered.of(List.of(future)).next());

        private final Function<Future<Object>, Future<?>> around;

        Level(Function<Future<Object>, Future<?>> around) {
            this.around = around;
        }

        @SuppressWarnings("unchecked") // a value is an object
        Future<?> around(Future<?> future) {
            return around.apply((Future<Object>) future);
        }
    }

    /** Keeps the waker of its newest poll, and is pending. */
    private static final class Keeper implements Future<Object> {
        Waker waker;

        @Override
        public Poll<Object> poll(Context cx) {
            waker = cx.waker().clone();
            return Poll.pending();
        }
    }

    /** The waker of the innermost of so many levels. Each is polled by itself, with the waker that it would have in the others. */
    private static Waker innermost(Level level, int levels, Waker task, List<Future<?>> kept) throws Exception {
        Waker waker = task;
        for (int i = 0; i < levels; i++) {
            Keeper inner = new Keeper();
            Future<?> around = level.around(inner);
            assertThat(around.poll(Context.fromWaker(waker)).isPending()).isTrue();
            waker = inner.waker;
            kept.add(around);
        }
        return waker;
    }

    private static void onSmallStack(Runnable action) throws InterruptedException {
        List<Throwable> thrown = new ArrayList<>();
        Thread thread = new Thread(null, action, "small stack", SMALL_STACK);
        thread.setUncaughtExceptionHandler((small, unheard) -> thrown.add(unheard));
        thread.start();
        thread.join();
        assertThat(thrown).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void aWakePassesThroughManyLevelsOnASmallStack(Level level) throws Exception {
        AtomicInteger wakes = new AtomicInteger();
        List<Future<?>> kept = new ArrayList<>();
        Waker innermost = innermost(level, 100_000, Waker.of(wakes::incrementAndGet), kept);
        onSmallStack(innermost::wake);
        assertThat(wakes).hasValue(1);
    }

    @Test
    void aWakePassesThroughAMillionLevelsOnASmallStack() throws Exception {
        AtomicInteger wakes = new AtomicInteger();
        List<Future<?>> kept = new ArrayList<>();
        Waker innermost = innermost(Level.SHARED, MILLION, Waker.of(wakes::incrementAndGet), kept);
        onSmallStack(innermost::wake);
        assertThat(wakes).hasValue(1);
    }

    /** At each level another clone waits, in a task of its own. */
    @Test
    void allTasksOfAllLevelsAreWokenOnce() throws Exception {
        int levels = 10_000;
        AtomicInteger wakes = new AtomicInteger();
        AtomicInteger others = new AtomicInteger();
        List<Future<?>> kept = new ArrayList<>();
        Waker waker = Waker.of(wakes::incrementAndGet);
        for (int i = 0; i < levels; i++) {
            Keeper inner = new Keeper();
            Shared<Object> shared = Futures.shared(inner);
            shared.poll(Context.fromWaker(waker));
            Shared<Object> other = shared.clone();
            other.poll(Context.fromWaker(Waker.of(others::incrementAndGet)));
            kept.add(other);
            kept.add(shared);
            waker = inner.waker;
        }
        onSmallStack(waker::wake);
        assertThat(wakes).hasValue(1);
        assertThat(others).hasValue(levels);
    }

    /** In the issue: 1,000 of shared and mapped, 1,500 of race and the others. */
    @ParameterizedTest
    @EnumSource(Level.class)
    void aTaskWithAFewThousandLevelsIsWoken(Level level) throws Exception {
        Signal<Object> leaf = new Signal<>();
        Future<?> nested = leaf;
        for (int i = 0; i < 2_000; i++) {
            nested = level == Level.CLONED ? Level.SHARED.around(nested) : level.around(nested);
        }
        Future<?> deep = nested;
        LocalPool pool = new LocalPool();
        Thread runner = new Thread(
                null,
                () -> {
                    JoinHandle<?> handle = pool.spawn(deep);
                    pool.runUntilStalled();
                    assertThat(handle.isFinished()).isFalse();
                    wakeElsewhere(leaf);
                    assertThat(pool.dump().tasks().get(0).status()).isEqualTo(TaskDump.Status.SCHEDULED);
                    pool.close();
                },
                "deep",
                1L << 28);
        List<Throwable> thrown = new ArrayList<>();
        runner.setUncaughtExceptionHandler((thread, unheard) -> thrown.add(unheard));
        runner.start();
        runner.join();
        assertThat(thrown).isEmpty();
        assertThat(pool.size()).isZero();
    }

    private static void wakeElsewhere(Signal<Object> leaf) {
        try {
            onSmallStack(leaf::wake);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Polls are calls within each other, as are drops: too many are a StackOverflowError of the task, and of nothing else. */
    @ParameterizedTest
    @EnumSource(Level.class)
    void aTaskWithTooManyLevelsForTheStackFails(Level level) {
        Future<?> nested = new Signal<>();
        for (int i = 0; i < 100_000; i++) {
            nested = level == Level.CLONED ? Level.SHARED.around(nested) : level.around(nested);
        }
        try (ThreadPool pool = ThreadPool.of(2)) {
            JoinHandle<?> handle = pool.spawn(nested);
            assertThat(overflowOf(handle)).isInstanceOf(StackOverflowError.class);
            assertThat(Async.blockOn(pool.spawn(Future.ready("goes on")))).isEqualTo("goes on");
        }
    }

    /** The clones in other tasks are not forgotten: they fail, or drive the future themselves and fail. */
    @Test
    void noCloneIsForgottenByAnOverflow() {
        List<Shared<?>> clones = new ArrayList<>();
        Future<?> nested = new Signal<>();
        for (int i = 0; i < 20_000; i++) {
            Shared<?> shared = Futures.shared(nested);
            if (i % 500 == 499) {
                clones.add(shared.clone());
            }
            nested = Level.SHARED_AND_MAPPED.around(shared);
        }
        try (ThreadPool pool = ThreadPool.of(2)) {
            List<JoinHandle<?>> waiting = new ArrayList<>();
            for (Shared<?> clone : clones.subList(clones.size() - 10, clones.size())) {
                waiting.add(pool.spawn(clone));
            }
            assertThat(overflowOf(pool.spawn(nested))).isInstanceOf(StackOverflowError.class);
            for (JoinHandle<?> handle : waiting) {
                assertThat(overflowOf(handle)).isInstanceOf(StackOverflowError.class);
            }
        }
    }

    private static Throwable overflowOf(JoinHandle<?> handle) {
        try {
            Async.blockOn(handle);
            return null;
        } catch (JoinException e) {
            return e.getCause();
        }
    }
}
