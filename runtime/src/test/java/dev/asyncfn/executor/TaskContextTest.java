package dev.asyncfn.executor;

import static dev.asyncfn.Async.blockOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.future.Futures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskContextTest {
    /** What a library keeps for each thread. */
    private static final ThreadLocal<String> CURRENT = ThreadLocal.withInitial(() -> "none");

    private final List<String> seen = new ArrayList<>();

    /** Takes along the value of the thread that spawns, and what the polls make of it. */
    private static TaskContext copied() {
        String[] value = {CURRENT.get()};
        return () -> {
            String before = CURRENT.get();
            CURRENT.set(value[0]);
            return () -> {
                value[0] = CURRENT.get();
                CURRENT.set(before);
            };
        };
    }

    private final LocalPool pool =
            LocalPool.builder().aroundPoll(TaskContextTest::copied).build();

    private Future<String> noting() {
        return Futures.andThen(
                lookedAt("first"), first -> Futures.andThen(Futures.yieldNow(), nothing -> lookedAt("then")));
    }

    private Future<String> lookedAt(String when) {
        return Futures.pollFn(cx -> {
            seen.add(when + " " + CURRENT.get());
            return Poll.ready(CURRENT.get());
        });
    }

    private <T> JoinHandle<T> spawnWith(String value, Future<T> future) {
        CURRENT.set(value);
        try {
            return pool.spawn(future);
        } finally {
            CURRENT.remove();
        }
    }

    @Test
    void eachPollHasTheContextOfTheSpawn() {
        spawnWith("a", noting());
        spawnWith("b", noting());
        pool.run();
        assertThat(seen).containsExactly("first a", "first b", "then a", "then b");
        assertThat(CURRENT.get()).isEqualTo("none");
    }

    @Test
    void changeOfAPollIsThereInTheNext() {
        spawnWith(
                "a",
                Futures.andThen(
                        Futures.lazy(() -> {
                            CURRENT.set("changed");
                            return null;
                        }),
                        nothing -> Futures.andThen(Futures.yieldNow(), again -> lookedAt("then"))));
        pool.run();
        assertThat(seen).containsExactly("then changed");
        assertThat(CURRENT.get()).isEqualTo("none");
    }

    @Test
    void dropHasTheContextToo() {
        Leaf<String> leaf = Leaf.<String>pending().onDrop(() -> seen.add("drop " + CURRENT.get()));
        JoinHandle<String> handle = spawnWith("a", leaf);
        pool.runUntilStalled();
        handle.abort();
        pool.runUntilStalled();
        JoinHandle<String> other = spawnWith("b", leaf);
        other.abortNow();
        pool.runUntilStalled();
        assertThat(seen).containsExactly("drop a", "drop b");
    }

    @Test
    void threadPoolHasItToo() {
        try (ThreadPool threads = ThreadPool.builder()
                .threads(1)
                .aroundPoll(TaskContextTest::copied)
                .build()) {
            CURRENT.set("a");
            JoinHandle<String> handle = threads.spawn(noting());
            CURRENT.remove();
            assertThat(blockOn(handle)).isEqualTo("a");
        }
    }

    @Test
    void lentThreadsHaveItToo() {
        try (ThreadPool threads =
                ThreadPool.builder().aroundPoll(TaskContextTest::copied).build(Runnable::run)) {
            CURRENT.set("a");
            JoinHandle<String> handle = threads.spawn(noting());
            CURRENT.remove();
            assertThat(blockOn(handle)).isEqualTo("a");
        }
    }

    @Test
    void childOfATaskTakesOverItsContext() {
        spawnWith("a", Futures.andThen(Futures.yieldNow(), nothing -> pool.spawn(noting())));
        pool.run();
        assertThat(seen).containsExactly("first a", "then a");
    }

    @Test
    void contextThatCannotBeEnteredFailsTheTask() {
        LocalPool bad = LocalPool.builder()
                .aroundPoll(() -> () -> {
                    throw new IOException("no context");
                })
                .build();
        Leaf<String> leaf = Leaf.pending();
        JoinHandle<String> handle = bad.spawn(leaf);
        bad.run();
        assertThatThrownBy(() -> blockOn(handle))
                .isInstanceOf(JoinException.class)
                .hasRootCauseMessage("no context");
        assertThat(leaf.polls).hasValue(0);
        assertThat(leaf.drops).hasValue(1);
    }

    @Test
    void contextThatCannotBeMadeIsAFailureOfTheSpawn() {
        LocalPool bad = LocalPool.builder()
                .aroundPoll(() -> {
                    throw new IllegalStateException("no context");
                })
                .build();
        assertThatThrownBy(() -> bad.spawn(Future.ready(1))).hasMessage("no context");
        assertThat(bad.size()).isZero();
    }
}
