package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.future.Futures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Line 8 of the contract on every executor, and that a storm of wakes leaves the others their turn. */
class FairnessTest {
    /** Never pending of its own will: spends the budget of each poll until it is told to end. */
    private static final class Greedy implements Future<Integer> {
        final AtomicBoolean mayEnd = new AtomicBoolean();
        int most;

        @Override
        public Poll<Integer> poll(Context cx) throws Exception {
            int ready = 0;
            while (!mayEnd.get()) {
                if (!Future.ready("again").poll(cx).isReady()) {
                    most = Math.max(most, ready);
                    return Poll.pending();
                }
                ready++;
            }
            return Poll.ready(most);
        }
    }

    /** A greedy task, and one that ends it once it gets its turn for the tenth time. */
    private static JoinHandle<Integer> spawnGreedyAndOther(Spawner spawner) {
        Greedy greedy = new Greedy();
        JoinHandle<Integer> handle = spawner.spawn(greedy);
        AtomicInteger turns = new AtomicInteger();
        spawner.spawn(Futures.pollFn(cx -> {
            cx.waker().wakeByRef();
            if (turns.incrementAndGet() < 10) {
                return Poll.pending();
            }
            greedy.mayEnd.set(true);
            return Poll.ready(null);
        }));
        return handle;
    }

    @Test
    void aBusyTaskYieldsOnOneThreadOfAPool() {
        try (ThreadPool pool = ThreadPool.of(1)) {
            assertThat(Async.blockOn(spawnGreedyAndOther(pool))).isEqualTo(Context.DEFAULT_BUDGET);
        }
    }

    @Test
    void aBusyTaskYieldsOnALentThread() {
        ExecutorService lender = Executors.newSingleThreadExecutor();
        try (ThreadPool pool = ThreadPool.on(lender)) {
            assertThat(Async.blockOn(spawnGreedyAndOther(pool))).isEqualTo(Context.DEFAULT_BUDGET);
        } finally {
            lender.shutdown();
        }
    }

    @Test
    void aBusyTaskYieldsInALocalPool() {
        LocalPool pool = new LocalPool();
        JoinHandle<Integer> handle = spawnGreedyAndOther(pool);
        pool.run();
        assertThat(Async.blockOn(handle)).isEqualTo(Context.DEFAULT_BUDGET);
    }

    @Test
    void aBusyRootYieldsInALocalPool() {
        LocalPool pool = new LocalPool();
        Greedy root = new Greedy();
        pool.spawn(Leaf.doing(cx -> {
            root.mayEnd.set(true);
            return Poll.ready(null);
        }));
        assertThat(pool.runUntil(root)).isEqualTo(Context.DEFAULT_BUDGET);
    }

    @Test
    void aBusyTaskYieldsInAPollingExecutor() {
        PollingExecutor executor = new PollingExecutor();
        JoinHandle<Integer> handle = spawnGreedyAndOther(executor);
        while (executor.size() > 0) {
            executor.tick();
        }
        assertThat(Async.blockOn(handle)).isEqualTo(Context.DEFAULT_BUDGET);
    }

    @Test
    void aBusyBodyOfAScopeYields() {
        LocalPool pool = new LocalPool();
        Greedy body = new Greedy();
        int most = pool.runUntil(TaskScope.run(pool, scope -> {
            scope.spawn(Leaf.doing(cx -> {
                body.mayEnd.set(true);
                return Poll.ready(null);
            }));
            return body;
        }));
        assertThat(most).isEqualTo(Context.DEFAULT_BUDGET);
    }

    @Test
    void aBusyFutureThatStopsAtACancelledTokenYields() {
        LocalPool pool = new LocalPool();
        CancellationToken token = new CancellationToken();
        Greedy greedy = new Greedy();
        JoinHandle<Integer> handle = pool.spawn(token.runUntilCancelled(greedy));
        pool.spawn(Leaf.doing(cx -> {
            token.cancel();
            return Poll.ready(null);
        }));
        pool.run();
        assertThatThrownBy(() -> Async.blockOn(handle)).hasCauseInstanceOf(CancellationException.class);
        assertThat(greedy.most).isEqualTo(Context.DEFAULT_BUDGET);
    }

    @Test
    void wakesFromOtherThreadsLeaveTheOtherTasksTheirTurn() throws Exception {
        stormOn(turns -> {
            try (ThreadPool pool = ThreadPool.of(1)) {
                turns.accept(pool);
            }
        });
    }

    @Test
    void wakesFromOtherThreadsLeaveTheOtherTasksTheirTurnOnALentThread() throws Exception {
        ExecutorService lender = Executors.newSingleThreadExecutor();
        try {
            stormOn(turns -> {
                try (ThreadPool pool = ThreadPool.on(lender)) {
                    turns.accept(pool);
                }
            });
        } finally {
            lender.shutdown();
        }
    }

    /** Ten tasks that are woken all the time by themselves and by another thread, and one that needs a thousand turns. */
    private static void stormOn(Consumer<Consumer<ThreadPool>> withPool) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<Leaf<String>> stormy = new ArrayList<>();
        Thread waking = new Thread(() -> {
            while (!over.get()) {
                for (Leaf<String> leaf : stormy) {
                    if (leaf.waker != null) {
                        leaf.waker.wakeByRef();
                    }
                }
            }
        });
        for (int i = 0; i < 10; i++) {
            stormy.add(Leaf.doing(cx -> {
                cx.waker().wakeByRef();
                return Poll.pending();
            }));
        }
        withPool.accept(pool -> {
            stormy.forEach(pool::spawn);
            waking.start();
            int[] turns = new int[1];
            int[] before = new int[1];
            Leaf<String> one = stormy.get(0);
            JoinHandle<Integer> patient = pool.spawn(Futures.pollFn(cx -> {
                if (turns[0]++ == 0) {
                    before[0] = one.polls.get();
                }
                cx.waker().wakeByRef();
                return turns[0] < 1_000 ? Poll.pending() : Poll.ready(one.polls.get() - before[0]);
            }));
            assertThat(Async.blockOn(patient)).as("turns of another, meanwhile").isBetween(998, 1_000);
            over.set(true);
        });
        waking.join();
    }
}
