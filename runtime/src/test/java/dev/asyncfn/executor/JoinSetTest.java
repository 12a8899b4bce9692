package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Signal;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Sleep;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class JoinSetTest {
    private final List<Throwable> uncaught = new ArrayList<>();
    private final LocalPool pool = new LocalPool(uncaught::add);
    private final JoinSet<Object> set = new JoinSet<>(pool);
    private final TaskProbe task = new TaskProbe();

    /** Whether it was closed. */
    private static final class Resource implements AutoCloseable {
        private int closes;

        @Override
        public void close() {
            closes++;
        }
    }

    private Joined<Object> next() {
        return pool.runUntil(set.joinNext());
    }

    @Test
    void outcomesComeInTheOrderInWhichTheTasksEndWithTheirNumbers() {
        Signal<Object> first = new Signal<>();
        AbortHandle one = set.spawn(first);
        AbortHandle two = set.spawn(Future.ready("two"));
        assertThat(next()).isEqualTo(new Joined<>(two.id(), "two", null));
        first.complete("one");
        assertThat(next()).isEqualTo(new Joined<>(one.id(), "one", null));
        assertThat(one.id()).isNotEqualTo(two.id());
        assertThat(next()).isNull();
    }

    @Test
    void aFailureIsAnOutcomeAndEndsNoOther() {
        AbortHandle bad = set.spawn(Future.failed(new IOException("bad")));
        set.spawn(Future.ready("good"));
        Joined<Object> failed = next();
        assertThat(failed.id()).isEqualTo(bad.id());
        assertThat(failed.failure()).hasRootCauseMessage("bad");
        assertThatThrownBy(failed::orThrow).isSameAs(failed.failure());
        assertThat(next().orThrow()).isEqualTo("good");
        pool.close();
        assertThat(uncaught).isEmpty();
    }

    @Test
    void oneOrAllCanBeAborted() {
        AbortHandle one = set.spawn(Future.pending());
        set.spawn(Future.pending());
        one.abort();
        Joined<Object> aborted = next();
        assertThat(aborted.id()).isEqualTo(one.id());
        assertThat(aborted.failure().isCancelled()).isTrue();
        assertThat(one.isFinished()).isTrue();
        set.abortAll();
        assertThat(next().failure().isCancelled()).isTrue();
        assertThat(set.isEmpty()).isTrue();
    }

    @Test
    void theSizeCountsWhatWasNotTaken() {
        set.spawn(Future.ready(1));
        set.spawn(Future.pending());
        pool.runUntilStalled();
        assertThat(set.size()).isEqualTo(2);
        next();
        assertThat(set.size()).isOne();
    }

    @Test
    void aJoinThatIsDroppedLosesNoOutcome() throws Exception {
        Signal<Object> signal = new Signal<>();
        set.spawn(signal);
        Future<Joined<Object>> dropped = set.joinNext();
        assertThat(task.poll(dropped)).isSameAs(Poll.pending());
        dropped.drop();
        assertThat(task.held()).isZero();
        signal.complete("kept");
        assertThat(next().value()).isEqualTo("kept");
    }

    @Test
    void aTaskThatWaitsIsWokenForOneThatIsSpawnedLater() throws Exception {
        set.spawn(Future.pending());
        Future<Joined<Object>> waiting = set.joinNext();
        assertThat(task.poll(waiting)).isSameAs(Poll.pending());
        set.spawn(Future.ready("later"));
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(waiting)).isSameAs(Poll.pending());
        pool.runUntilStalled();
        assertThat(task.takeWoken()).isTrue();
        assertThat(((Poll.Ready<Joined<Object>>) task.poll(waiting)).value().value())
                .isEqualTo("later");
    }

    @Test
    void closingAbortsTheTasksAndReleasesTheValues() {
        Signal<Object> running = new Signal<>();
        Resource ready = new Resource();
        set.spawn(running);
        set.spawn(Future.ready(ready));
        set.spawn(Future.failed(new IOException("unheard")));
        pool.runUntilStalled();
        set.close();
        set.close();
        pool.run();
        assertThat(running.drops).hasValue(1);
        assertThat(ready.closes).isOne();
        assertThat(uncaught).singleElement().isInstanceOf(IOException.class);
        assertThatIllegalStateException().isThrownBy(() -> set.spawn(Future.ready(1)));
        assertThatIllegalStateException().isThrownBy(() -> pool.runUntil(set.joinNext()));
    }

    @Test
    void aValueThatAJoinHadTakenIsReleasedWhereItIsLost() throws Exception {
        Resource resource = new Resource();
        set.spawn(Future.ready(resource));
        Future<?> join = Futures.join(set.joinNext(), Future.pending());
        task.poll(join);
        pool.run();
        assertThat(task.poll(join)).isSameAs(Poll.pending());
        assertThat(resource.closes).isZero();
        join.drop();
        assertThat(resource.closes).isOne();
    }

    @Test
    void detachedTasksRunOn() {
        Signal<Object> running = new Signal<>();
        set.spawn(running);
        set.detachAll();
        assertThat(set.isEmpty()).isTrue();
        pool.runUntilStalled();
        assertThat(running.drops).hasValue(0);
        running.fail(new IOException("unheard"));
        pool.run();
        assertThat(uncaught).hasSize(1);
        set.spawn(Future.ready("still open"));
        assertThat(next().value()).isEqualTo("still open");
    }

    @Test
    void anExecutorThatRefusesLeavesTheSetAsItWas() {
        pool.close();
        assertThatThrownBy(() -> set.spawn(Future.ready(1))).isInstanceOf(RejectedExecutionException.class);
        assertThat(set.isEmpty()).isTrue();
    }

    /** Cleans up for a while. */
    private static Future<Object> cleaning(Sleep cleanup, Signal<?> dropped) {
        return new Future<>() {
            private final Signal<Object> never = new Signal<>();
            private boolean ended;

            @Override
            public Poll<Object> poll(Context cx) throws Exception {
                return never.poll(cx);
            }

            @Override
            public Poll<Void> pollDrop(Context cx) {
                never.drop();
                Poll<Void> poll = cleanup.poll(cx);
                ended = poll.isReady();
                return poll;
            }

            @Override
            public void drop() {
                if (!ended) {
                    dropped.drop();
                    cleanup.drop();
                }
            }
        };
    }

    @Test
    void shutdownWaitsForTheCleanupAndThrowsWhatFailed() {
        try (TestExecutor executor = new TestExecutor(1)) {
            JoinSet<Object> tasks = new JoinSet<>(executor);
            Signal<?> hurried = new Signal<>();
            tasks.spawn(cleaning(Sleep.of(Duration.ofSeconds(3), executor.clock()), hurried));
            tasks.spawn(Future.failed(new IOException("unheard")));
            Resource ready = new Resource();
            tasks.spawn(Future.ready(ready));
            executor.runUntilStalled();
            assertThatThrownBy(() -> executor.run(tasks.shutdown()))
                    .isInstanceOf(JoinException.class)
                    .hasRootCauseMessage("unheard");
            assertThat(executor.elapsed()).isEqualTo(Duration.ofSeconds(3));
            assertThat(ready.closes).isOne();
            assertThat(hurried.drops).hasValue(0);
            assertThat(tasks.isEmpty()).isTrue();
        }
    }

    @Test
    void droppingTheShutdownEndsTheCleanup() {
        try (TestExecutor executor = new TestExecutor(1)) {
            JoinSet<Object> tasks = new JoinSet<>(executor);
            Signal<?> hurried = new Signal<>();
            tasks.spawn(cleaning(Sleep.of(Duration.ofSeconds(3), executor.clock()), hurried));
            executor.run(Futures.yieldNow());
            JoinHandle<Void> shutdown = executor.spawn(tasks.shutdown());
            executor.run(Sleep.of(Duration.ofSeconds(1), executor.clock()));
            shutdown.abortNow();
            executor.runUntilStalled();
            assertThat(hurried.drops).hasValue(1);
            assertThat(executor.size()).isZero();
        }
    }

    @Test
    void inEveryOrderEachTaskIsJoinedOnceOrAborted() {
        TestExecutor.explore(300, executor -> {
            JoinSet<Integer> tasks = new JoinSet<>(executor);
            Set<Integer> spawned = new HashSet<>();
            List<Resource> resources = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                int number = i;
                spawned.add(tasks.spawn(Futures.map(Futures.yieldNow(), done -> number))
                        .id());
            }
            JoinSet<Resource> opened = new JoinSet<>(executor);
            for (int i = 0; i < 3; i++) {
                opened.spawn(Futures.map(Futures.yieldNow(), done -> {
                    resources.add(new Resource());
                    return resources.get(resources.size() - 1);
                }));
            }
            Set<Integer> joined = new HashSet<>();
            for (int i = 0; i < 4; i++) {
                joined.add(executor.run(tasks.joinNext()).id());
            }
            assertThat(joined).hasSize(4).isSubsetOf(spawned);
            tasks.close();
            opened.close();
            executor.runUntilStalled();
            assertThat(executor.size()).isZero();
            assertThat(resources).allMatch(resource -> resource.closes == 1);
        });
    }

    /** An executor that runs a task within its spawn. */
    @Test
    void aTaskThatClosesItsSetBeforeItIsInItIsTold() {
        try (ThreadPool inline = ThreadPool.on(Runnable::run)) {
            JoinSet<String> set = new JoinSet<>(inline);
            assertThatIllegalStateException()
                    .isThrownBy(() -> set.spawn(Futures.lazy(() -> {
                        set.close();
                        return "value";
                    })));
            assertThat(set.size()).isZero();
            assertThat(inline.size()).isZero();
        }
    }

    @Test
    void aTaskMaySpawnIntoItsSetBeforeItIsInIt() {
        try (ThreadPool inline = ThreadPool.on(Runnable::run)) {
            JoinSet<Integer> set = new JoinSet<>(inline);
            set.spawn(Futures.lazy(() -> {
                set.spawn(Future.ready(2));
                return 1;
            }));
            int sum = Async.blockOn(set.joinNext()).value()
                    + Async.blockOn(set.joinNext()).value();
            assertThat(sum).isEqualTo(3);
            assertThat(set.isEmpty()).isTrue();
        }
    }
}
