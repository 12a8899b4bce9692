package dev.asyncfn.future;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.test.TaskProbe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Wakes of two threads race with the polls, and the drop, of futures that are made of many. A lost wake-up hangs; each round has a seed.
 * The long form:
 * {@code mvn test -pl runtime -am -Dtest=SubExecutorStressTest -Dsurefire.failIfNoSpecifiedTests=false -Dsurefire.timeout=0
 * -Dstress.seconds=300 -Djunit.jupiter.execution.timeout.mode=disabled}.
 */
class SubExecutorStressTest {
    private static final int ROUNDS = 2_000;
    private static final long SECONDS = Long.getLong("stress.seconds", 0);

    private final ExecutorService wakers = Executors.newFixedThreadPool(2);

    @AfterEach
    void endTheWakers() {
        wakers.shutdownNow();
    }

    /** Ready once it has been counted down: a leaf as the contract's line 3 wants it. */
    private static final class Countdown implements Future<Integer> {
        private final AtomicInteger left;
        private final AtomicWaker waker = new AtomicWaker();
        private int ended;

        Countdown(int from) {
            left = new AtomicInteger(from);
        }

        void count() {
            left.decrementAndGet();
            waker.wake();
        }

        @Override
        public Poll<Integer> poll(Context cx) {
            assertThat(ended).isZero();
            waker.register(cx.waker());
            if (left.get() > 0) {
                return Poll.pending();
            }
            drop();
            return Poll.ready(1);
        }

        @Override
        public void drop() {
            ended++;
            waker.drop();
        }
    }

    private interface Combinator {
        Future<Integer> of(List<Countdown> leaves, Random random);
    }

    @Test
    void joinAllLosesNoWake() throws Exception {
        rounds((leaves, random) -> Futures.map(Futures.joinAll(leaves), List::size));
    }

    @Test
    void joinsOfJoinsLoseNoWake() throws Exception {
        rounds((leaves, random) -> {
            int half = random.nextInt(leaves.size() + 1);
            return Futures.map(
                    Futures.tryJoin(
                            Futures.tryJoinAll(leaves.subList(0, half)),
                            Futures.joinAll(leaves.subList(half, leaves.size()))),
                    both -> both.first().size() + both.second().size());
        });
    }

    @Test
    void futuresUnorderedLosesNoWake() throws Exception {
        rounds((leaves, random) -> {
            FuturesUnordered<Integer> set = new FuturesUnordered<>();
            return new Draining(set, new ArrayList<>(leaves), random);
        });
    }

    @Test
    void clonesOfSharedLoseNoWake() throws Exception {
        rounds((leaves, random) -> {
            List<Future<Integer>> clones = new ArrayList<>();
            for (Countdown leaf : leaves) {
                Shared<Integer> shared = Futures.shared(leaf);
                clones.add(Futures.race(shared.clone(), shared));
            }
            return Futures.map(Futures.joinAll(clones), List::size);
        });
    }

    /** Takes all values of a set, to which it adds the futures little by little. */
    private static final class Draining implements Future<Integer> {
        private final FuturesUnordered<Integer> set;
        private final List<Countdown> toCome;
        private final Random random;
        private int sum;

        Draining(FuturesUnordered<Integer> set, List<Countdown> toCome, Random random) {
            this.set = set;
            this.toCome = toCome;
            this.random = random;
        }

        @Override
        public Poll<Integer> poll(Context cx) throws Exception {
            for (; ; ) {
                while (!toCome.isEmpty() && (set.isEmpty() || random.nextBoolean())) {
                    set.push(toCome.remove(toCome.size() - 1));
                }
                if (set.isEmpty()) {
                    return Poll.ready(sum);
                }
                if (!(set.pollNext(cx) instanceof Poll.Ready<Integer> ready)) {
                    return Poll.pending();
                }
                sum += ready.value();
            }
        }

        @Override
        public void drop() {
            set.drop();
            toCome.forEach(Countdown::drop);
        }
    }

    private void rounds(Combinator combinator) throws Exception {
        long start = System.nanoTime();
        long seed = 0;
        while (seed < ROUNDS || System.nanoTime() - start < TimeUnit.SECONDS.toNanos(SECONDS)) {
            round(combinator, new Random(seed), seed % 4 == 3);
            seed++;
        }
    }

    private void round(Combinator combinator, Random random, boolean dropped) throws Exception {
        List<Countdown> leaves = new ArrayList<>();
        List<Countdown> counts = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            int from = 1 + random.nextInt(4);
            Countdown leaf = new Countdown(from);
            leaves.add(leaf);
            counts.addAll(Collections.nCopies(from, leaf));
        }
        Collections.shuffle(counts, random);
        TaskProbe task = new TaskProbe();
        Future<Integer> future = combinator.of(leaves, random);
        int half = counts.size() / 2;
        java.util.concurrent.Future<?> one =
                wakers.submit(() -> counts.subList(0, half).forEach(Countdown::count));
        java.util.concurrent.Future<?> other =
                wakers.submit(() -> counts.subList(half, counts.size()).forEach(Countdown::count));
        int polls = dropped ? random.nextInt(4) : Integer.MAX_VALUE;
        Poll<Integer> poll = Poll.pending();
        for (int i = 0; i < polls && poll.isPending(); i++) {
            poll = task.poll(future);
            while (poll.isPending() && polls == Integer.MAX_VALUE && !task.takeWoken()) {
                Thread.yield();
            }
        }
        future.drop();
        one.get();
        other.get();
        assertThat(dropped || poll.equals(Poll.ready(leaves.size()))).isTrue();
        assertThat(leaves).allMatch(leaf -> leaf.ended == 1);
        assertThat(task.held()).isZero();
    }
}
