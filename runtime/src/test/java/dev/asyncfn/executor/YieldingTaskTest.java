package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * A task that wakes itself in each poll. While it is the only one, its executor keeps its lock from poll to poll, and yet everything else must
 * have the effect that it has on a task in the queue.
 */
class YieldingTaskTest {
    /** Yields in each poll until it may end, and does something before that. */
    private static final class Yielding implements Future<Integer> {
        private final BooleanSupplier end;
        private int polls;
        private int drops;

        Yielding(BooleanSupplier end) {
            this.end = end;
        }

        @Override
        public Poll<Integer> poll(Context cx) {
            polls++;
            if (end.getAsBoolean()) {
                return Poll.ready(polls);
            }
            cx.waker().wakeByRef();
            cx.waker().wakeByRef(); // a second wake in the same poll asks for no second one
            return Poll.pending();
        }

        @Override
        public void drop() {
            drops++;
        }
    }

    private static Yielding times(int polls) {
        int[] left = {polls};
        return new Yielding(() -> --left[0] == 0);
    }

    private final LocalPool pool = new LocalPool();

    /** Runs on another thread while a poll lasts. */
    private static void elsewhere(Runnable action) {
        Thread thread = new Thread(action);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void eachOfItsPollsIsCounted() {
        assertThat(pool.runUntil(times(1_000))).isEqualTo(1_000);
        assertThat(pool.metrics().polls()).isEqualTo(1_000);
    }

    @Test
    void theTasksThatItWakesOrSpawnsHaveTheirTurns() {
        List<String> order = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            int[] left = {3};
            pool.spawn(new Yielding(() -> {
                order.add(name);
                if (name.equals("a") && left[0] == 3) {
                    pool.spawn(new Yielding(() -> order.add("c")));
                }
                return --left[0] == 0;
            }));
        }
        pool.run();
        assertThat(order).containsExactly("a", "b", "c", "a", "b", "a", "b");
    }

    @Test
    void aTaskThatAnotherThreadSpawnsHasItsTurnAfterOneMorePoll() {
        boolean[] ran = new boolean[1];
        int[] polls = new int[1];
        int needed = pool.runUntil(new Yielding(() -> {
            if (++polls[0] == 1) {
                elsewhere(() -> pool.spawn(new Yielding(() -> ran[0] = true)));
            }
            return ran[0];
        }));
        assertThat(needed).isEqualTo(3);
    }

    @Test
    void anAbortByAnotherThreadDuringItsPollIsItsEnd() {
        AtomicReference<JoinHandle<Integer>> handle = new AtomicReference<>();
        Yielding endless = new Yielding(() -> {
            elsewhere(() -> handle.get().abort());
            return false;
        });
        handle.set(pool.spawn(endless));
        pool.run();
        assertThat(endless.polls).isOne();
        assertThat(endless.drops).isOne();
        assertThat(handle.get().isFinished()).isTrue();
    }

    @Test
    void aShutdownDuringItsPollIsItsEnd() {
        Yielding endless = new Yielding(() -> {
            elsewhere(pool::shutdownNow);
            return false;
        });
        assertThatThrownBy(() -> pool.runUntil(endless)).isInstanceOf(JoinException.class);
        assertThat(endless.polls).isOne();
        assertThat(endless.drops).isOne();
    }

    @Test
    void aWakeByAnotherThreadDuringItsPollAsksForNoMorePolls() {
        Waker[] own = new Waker[1];
        int[] left = {3};
        Future<Integer> future = cx -> {
            own[0] = cx.waker();
            elsewhere(own[0]::wakeByRef);
            if (--left[0] == 0) {
                return Poll.ready(7);
            }
            cx.waker().wakeByRef();
            return Poll.pending();
        };
        assertThat(pool.runUntil(future)).isEqualTo(7);
        assertThat(pool.metrics().polls()).isEqualTo(3);
    }

    @Test
    void aWakeAfterItsPollQueuesIt() {
        Waker[] own = new Waker[1];
        int[] polls = new int[1];
        pool.spawn(cx -> {
            own[0] = cx.waker();
            if (++polls[0] < 3) {
                own[0].wakeByRef();
            }
            return Poll.pending();
        });
        pool.runUntilStalled();
        assertThat(polls[0]).isEqualTo(3);
        own[0].wakeByRef();
        pool.runUntilStalled();
        assertThat(polls[0]).isEqualTo(4);
        pool.close();
    }

    @Test
    void aCleanupThatYieldsIsFinished() {
        int[] left = {5};
        JoinHandle<Integer> handle = pool.spawn(new Future<Integer>() {
            @Override
            public Poll<Integer> poll(Context cx) {
                return Poll.pending();
            }

            @Override
            public Poll<Void> pollDrop(Context cx) {
                if (--left[0] == 0) {
                    return Poll.ready(null);
                }
                cx.waker().wakeByRef();
                return Poll.pending();
            }
        });
        pool.runUntilStalled();
        handle.abort();
        pool.run();
        assertThat(left[0]).isZero();
        assertThat(handle.isFinished()).isTrue();
    }

    @Test
    void aThreadOfAPoolLetsOthersTakeTheirTurns() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        boolean[] ran = new boolean[1];
        try (ThreadPool threads = ThreadPool.of(1)) {
            JoinHandle<Integer> yielding = threads.spawn(new Yielding(() -> {
                begun.countDown();
                return ran[0];
            }));
            begun.await();
            threads.spawn(new Yielding(() -> ran[0] = true));
            assertThat(Async.blockOn(yielding)).isPositive();
        }
    }
}
