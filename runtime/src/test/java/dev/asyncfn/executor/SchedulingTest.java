package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.future.Futures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Lines 1, 2 and 4 of the contract: when a woken task is polled, and how often. */
class SchedulingTest {
    private final LocalPool pool = new LocalPool();

    @Test
    void aSpawnedTaskIsPolledOnceWithoutAWake() {
        Leaf<String> leaf = Leaf.pending();
        pool.spawn(leaf);
        assertThat(leaf.polls).hasValue(0);
        pool.runUntilStalled();
        pool.runUntilStalled();
        assertThat(leaf.polls).hasValue(1);
    }

    @Test
    void aWakeWhileIdleLeadsToOnePoll() {
        Leaf<String> leaf = Leaf.pending();
        pool.spawn(leaf);
        pool.runUntilStalled();
        leaf.waker.wakeByRef();
        pool.runUntilStalled();
        assertThat(leaf.polls).hasValue(2);
    }

    @Test
    void wakesWhileScheduledCoalesce() {
        Leaf<String> leaf = Leaf.pending();
        pool.spawn(leaf);
        pool.runUntilStalled();
        for (int i = 0; i < 5; i++) {
            leaf.waker.wakeByRef();
        }
        leaf.waker.clone().wake();
        pool.runUntilStalled();
        assertThat(leaf.polls).hasValue(2);
    }

    @Test
    void aWakeBeforeTheFirstPollCoalescesWithTheSpawn() {
        Leaf<String> second = Leaf.pending();
        Leaf<String> first = Leaf.doing(cx -> Poll.pending());
        pool.spawn(first);
        pool.runUntilStalled();
        pool.spawn(second);
        first.waker.wakeByRef();
        pool.runUntilStalled();
        assertThat(second.polls).hasValue(1);
        assertThat(first.polls).hasValue(2);
    }

    @Test
    void aWakeFromWithinThePollQueuesTheTaskOnceMoreBehindTheOthers() {
        List<String> order = new ArrayList<>();
        AtomicInteger polls = new AtomicInteger();
        pool.spawn(Leaf.doing(cx -> {
            order.add("a" + polls.incrementAndGet());
            cx.waker().wakeByRef();
            cx.waker().wakeByRef();
            return polls.get() < 3 ? Poll.pending() : Poll.ready(null);
        }));
        pool.spawn(Leaf.doing(cx -> {
            order.add("b");
            return Poll.ready(null);
        }));
        pool.run();
        assertThat(order).containsExactly("a1", "b", "a2", "a3");
    }

    @Test
    void aWakeByAnotherThreadWhileRunningQueuesTheTaskAgainAfterThePoll() {
        AtomicInteger wakes = new AtomicInteger();
        Leaf<String> leaf = Leaf.doing(cx -> {
            if (wakes.incrementAndGet() <= 2) {
                Threads.run(cx.waker().clone()::wake);
            }
            return Poll.pending();
        });
        pool.spawn(leaf);
        pool.runUntilStalled();
        assertThat(leaf.polls).hasValue(3);
    }

    @Test
    void aWakeAfterCompletionDoesNothing() {
        Leaf<String> leaf = Leaf.pending();
        leaf.complete("done");
        JoinHandle<String> handle = pool.spawn(leaf);
        pool.run();
        leaf.waker.wakeByRef();
        leaf.waker.clone().wake();
        pool.runUntilStalled();
        assertThat(leaf.polls).hasValue(1);
        assertThat(handle.isFinished()).isTrue();
    }

    @Test
    void theWakerOfAnEarlierPollStillWakesTheTask() {
        Leaf<String> leaf = Leaf.pending();
        pool.spawn(leaf);
        pool.runUntilStalled();
        Waker stale = leaf.waker;
        stale.wakeByRef();
        pool.runUntilStalled();
        stale.wake();
        pool.runUntilStalled();
        assertThat(leaf.polls).hasValue(3);
    }

    @Test
    void allWakersOfATaskWakeTheSameAndThoseOfAnotherDoNot() {
        Leaf<String> one = Leaf.pending();
        Leaf<String> other = Leaf.pending();
        pool.spawn(one);
        pool.spawn(other);
        pool.runUntilStalled();
        Waker first = one.waker;
        first.wakeByRef();
        pool.runUntilStalled();
        assertThat(one.waker.willWake(first)).isTrue();
        assertThat(one.waker).isSameAs(first);
        assertThat(one.waker.willWake(other.waker)).isFalse();
    }

    @Test
    void wokenTasksRunInTheOrderOfTheirWakesWhoeverWakesThem() {
        List<String> order = new ArrayList<>();
        List<Leaf<String>> leaves = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            Leaf<String> leaf = Leaf.doing(cx -> {
                order.add(name);
                return Poll.pending();
            });
            leaves.add(leaf);
            pool.spawn(leaf);
        }
        pool.runUntilStalled();
        assertThat(order).containsExactly("a", "b", "c", "d");
        order.clear();
        leaves.get(2).waker.wakeByRef();
        Threads.run(() -> leaves.get(0).waker.wakeByRef());
        leaves.get(3).waker.wakeByRef();
        pool.runUntilStalled();
        assertThat(order).containsExactly("c", "a", "d");
    }

    @Test
    void oneTaskIsNeverPolledByTwoThreads() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger overlaps = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        int[] unguarded = new int[1]; // written by all polls; their hand-over publishes it
        try (ThreadPool threads = ThreadPool.of(4)) {
            Leaf<Integer> leaf = Leaf.doing(cx -> {
                if (inside.incrementAndGet() != 1) {
                    overlaps.incrementAndGet();
                }
                unguarded[0]++;
                Waker waker = cx.waker().clone();
                waker.wakeByRef();
                Poll<Integer> poll = unguarded[0] < 10_000 ? Poll.pending() : Poll.ready(unguarded[0]);
                inside.decrementAndGet();
                return poll;
            });
            JoinHandle<Integer> handle = threads.spawn(leaf);
            Thread waking = new Thread(() -> {
                while (done.getCount() > 0) {
                    Waker waker = leaf.waker;
                    if (waker != null) {
                        waker.wakeByRef();
                    }
                }
            });
            waking.start();
            assertThat(Async.blockOn(handle)).isEqualTo(10_000);
            done.countDown();
            waking.join();
        }
        assertThat(overlaps).hasValue(0);
    }

    @Test
    void aTaskWhoseLeavesAreAlwaysReadyStillYields() {
        AtomicInteger ready = new AtomicInteger();
        AtomicInteger readyWhenTheOtherRan = new AtomicInteger();
        JoinHandle<String> greedy = pool.spawn(Leaf.doing(cx -> {
            while (ready.get() < 1_000) {
                if (!Future.ready("again").poll(cx).isReady()) {
                    return Poll.pending();
                }
                ready.incrementAndGet();
            }
            return Poll.ready("at last");
        }));
        pool.spawn(Leaf.doing(cx -> {
            readyWhenTheOtherRan.set(ready.get());
            return Poll.ready(null);
        }));
        pool.run();
        assertThat(readyWhenTheOtherRan).hasValue(Context.DEFAULT_BUDGET);
        assertThat(Async.blockOn(greedy)).isEqualTo("at last");
    }

    @Test
    void yieldingTasksTakeTurns() {
        List<String> order = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            pool.spawn(Futures.pollFn(new Future<Void>() {
                private int round;

                @Override
                public Poll<Void> poll(Context cx) {
                    order.add(name + ++round);
                    cx.waker().wakeByRef();
                    return round == 3 ? Poll.ready(null) : Poll.pending();
                }
            }));
        }
        pool.run();
        assertThat(order).containsExactly("a1", "b1", "a2", "b2", "a3", "b3");
    }
}
