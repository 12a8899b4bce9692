package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Shared;
import dev.asyncfn.sync.Mutex;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a dump tells of tasks in each of their states, and that it takes no part in what they do. */
class TaskDumpTest {
    private final LocalPool pool = new LocalPool();

    /** Waits for a child, as a generated future does. */
    private record Awaiting(String state, Future<Void> awaited) implements Future<Void>, Traced {
        @Override
        public Poll<Void> poll(Context cx) throws Exception {
            return awaited.poll(cx);
        }

        @Override
        public void drop() {
            awaited.drop();
        }
    }

    @Test
    void aPoolWithoutTasksGivesAnEmptyText() {
        assertThat(pool.dump().tasks()).isEmpty();
        assertThat(pool.dump()).hasToString("");
    }

    @Test
    void suspendedTasksAreTreesInTheOrderInWhichTheyWereSpawned() {
        pool.spawn(new Awaiting("AWAIT_INNER", new Awaiting("AWAIT_LEAF", Leaf.pending())));
        pool.spawn(Leaf.pending());
        pool.runUntilStalled();
        assertThat(pool.dump()).hasToString("""
            task 1, suspended
              Awaiting AWAIT_INNER
                Awaiting AWAIT_LEAF
                  Leaf
            task 2, suspended
              Leaf
            """);
    }

    @Test
    void aTaskThatWaitsForItsTurnIsScheduled() {
        Leaf<Void> leaf = Leaf.pending();
        pool.spawn(leaf);
        assertThat(pool.dump()).hasToString("task 1, scheduled\n  Leaf\n");
        pool.runUntilStalled();
        leaf.waker.wakeByRef();
        assertThat(pool.dump().tasks().get(0).status()).isEqualTo(TaskDump.Status.SCHEDULED);
    }

    @Test
    void aTaskIsRunningInItsOwnDump() {
        List<TaskDump> dumps = new ArrayList<>();
        pool.spawn(Leaf.doing(cx -> {
            dumps.add(pool.dump());
            return Poll.ready(null);
        }));
        pool.run();
        assertThat(dumps).containsExactly(new TaskDump(List.of(new TaskDump.Entry(1, TaskDump.Status.RUNNING, null))));
        assertThat(dumps.get(0)).hasToString("task 1, running\n");
    }

    @Test
    void finishedTasksAreNotShownAndTheirNumbersAreNotGivenAgain() {
        pool.spawn(Future.ready(1));
        pool.run();
        pool.spawn(Leaf.pending());
        assertThat(pool.dump()).hasToString("task 2, scheduled\n  Leaf\n");
    }

    @Test
    void aHandleTellsWhichTaskItIsAwaitedFor() {
        JoinHandle<Void> child = pool.spawn(Leaf.<Void>pending());
        pool.spawn(new Awaiting("AWAIT_CHILD", child));
        pool.runUntilStalled();
        assertThat(pool.dump()).hasToString("""
            task 1, suspended
              Leaf
            task 2, suspended
              Awaiting AWAIT_CHILD
                JoinHandle, task 1, suspended
            """);
    }

    @Test
    void aJoinShowsAllThatItStillWaitsFor() {
        pool.spawn(Futures.joinAll(List.of(
                new Awaiting("FIRST", Leaf.pending()), Future.ready(null), new Awaiting("THIRD", Leaf.pending()))));
        pool.runUntilStalled();
        TaskDump.Node join = pool.dump().tasks().get(0).root();
        assertThat(join.name()).isEqualTo("JoinAll");
        assertThat(join.awaited()).extracting(TaskDump.Node::state).containsExactly("FIRST", "THIRD");
    }

    @Test
    void aStateThatTellsWhatItIsStandsAlone() {
        Mutex<Integer> mutex = new Mutex<>(1);
        assertThat(mutex.tryLock()).isPresent();
        pool.spawn(new Awaiting("AWAIT_LOCK", Futures.map(mutex.lock(), guard -> null)));
        pool.runUntilStalled();
        assertThat(pool.dump()).hasToString("""
            task 1, suspended
              Awaiting AWAIT_LOCK
                map
                  Mutex.lock, 1st in line
            """);
    }

    @Test
    void whatIsWaitedForTwiceIsToldOnce() {
        Shared<Void> shared = Futures.shared(new Awaiting("AWAIT_LEAF", Leaf.pending()));
        pool.spawn(Futures.joinAll(List.of(shared, shared.clone())));
        pool.runUntilStalled();
        assertThat(pool.dump()).hasToString("""
            task 1, suspended
              join, 2 of 2 left
                shared
                  Awaiting AWAIT_LEAF
                    Leaf
                shared
                  Awaiting AWAIT_LEAF
                    (as above)
            """);
    }

    @Test
    void aWebOfSharedFuturesDoesNotDoubleWithEachLayer() {
        Future<Void> web = Leaf.pending();
        for (int i = 0; i < 40; i++) {
            Shared<Void> shared = Futures.shared(web);
            web = Futures.map(Futures.join(shared, shared.clone()), both -> null);
        }
        pool.spawn(web);
        assertThat(pool.dump().toString().lines().count()).isEqualTo(1 + 40 * 6);
    }

    @Test
    void aFutureThatSaysItWaitsForItselfIsToldOnce() {
        class Circle implements Future<Void>, Traced {
            @Override
            public Poll<Void> poll(Context cx) {
                return Poll.pending();
            }

            @Override
            public String state() {
                return "AWAIT_ITSELF";
            }

            @Override
            public Future<?> awaited() {
                return this;
            }
        }
        pool.spawn(new Circle());
        assertThat(pool.dump()).hasToString("""
            task 1, scheduled
              Circle AWAIT_ITSELF
                Circle AWAIT_ITSELF
                  (as above)
            """);
    }

    @Test
    void aTreeThatIsTooDeepIsCut() {
        Future<Void> deep = Leaf.pending();
        for (int i = 0; i < 50_000; i++) {
            deep = new Awaiting("AWAIT", deep);
        }
        pool.spawn(deep);
        List<String> lines = pool.dump().toString().lines().toList();
        assertThat(lines).hasSize(1 + 1_000 + 1);
        assertThat(lines.get(1_001)).isEqualTo("  ".repeat(1_001) + "...");
    }

    @Test
    void lambdasHaveNoNameThatDiffersFromRunToRun() {
        pool.spawn(Futures.pollFn(cx -> Poll.pending()));
        assertThat(pool.dump()).hasToString("task 1, scheduled\n  lambda\n");
    }

    @Test
    void aPollingExecutorIsDumpedBetweenTicks() {
        try (PollingExecutor executor = new PollingExecutor()) {
            executor.spawn(new Awaiting("AWAIT_LEAF", Leaf.pending()));
            executor.tick();
            assertThat(executor.dump()).hasToString("task 1, suspended\n  Awaiting AWAIT_LEAF\n    Leaf\n");
        }
    }

    @Test
    void aThreadPoolIsDumpedFromAnyThreadWhileATaskRuns() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ThreadPool threads = ThreadPool.of(1)) {
            JoinHandle<Void> handle = threads.spawn(Leaf.<Void>doing(cx -> {
                running.countDown();
                goOn.await();
                return Poll.ready(null);
            }));
            running.await();
            threads.spawn(Leaf.pending());
            assertThat(threads.dump()).hasToString("task 1, running\ntask 2, scheduled\n  Leaf\n");
            goOn.countDown();
            Async.blockOn(handle);
        }
    }

    @Test
    void aTaskThatIsLookedAtIsPolledOnlyAfterwards() throws Exception {
        CountDownLatch looking = new CountDownLatch(1);
        AtomicBoolean looked = new AtomicBoolean();
        AtomicReference<Thread> runner = new AtomicReference<>();
        Leaf<Void> leaf = Leaf.doing(cx -> looked.get() ? Poll.ready(null) : Poll.pending());
        record Slow(Leaf<Void> leaf, Runnable look) implements Future<Void>, Traced {
            @Override
            public Poll<Void> poll(Context cx) throws Exception {
                return leaf.poll(cx);
            }

            @Override
            public String state() {
                look.run();
                return "LOOKED_AT";
            }

            @Override
            public Future<?> awaited() {
                return leaf;
            }
        }
        try (ThreadPool threads = ThreadPool.of(1)) {
            JoinHandle<Void> handle = threads.spawn(new Slow(leaf, () -> {
                looking.countDown();
                leaf.waker.wakeByRef();
                Thread worker = runner.get();
                while (worker.getState() == Thread.State.WAITING) {
                    Thread.yield(); // until it has taken the task, and would poll it
                }
                assertThat(leaf.polls).hasValue(1);
                looked.set(true);
            }));
            threads.spawn(Leaf.<Void>doing(cx -> {
                runner.set(Thread.currentThread());
                return Poll.ready(null);
            }));
            while (leaf.polls.get() == 0 || runner.get() == null || threads.size() > 1) {
                Thread.yield();
            }
            awaitSuspension(handle);
            assertThat(threads.dump().toString()).isEqualTo("task 1, suspended\n  Slow LOOKED_AT\n    Leaf\n");
            assertThat(looking.getCount()).isZero();
            Async.blockOn(handle);
            assertThat(leaf.polls).hasValue(2);
        }
    }

    @Test
    void anAbortWhileATaskIsLookedAtIsNotLost() {
        Leaf<Void> leaf = Leaf.pending();
        AtomicReference<JoinHandle<Void>> handle = new AtomicReference<>();
        Future<Void> aborting = new AbortingWhenAsked(leaf, () -> handle.get().abort());
        handle.set(pool.spawn(aborting));
        pool.runUntilStalled();
        pool.dump();
        pool.runUntilStalled();
        assertThat(handle.get().isFinished()).isTrue();
        assertThat(leaf.drops).hasValue(1);
    }

    private record AbortingWhenAsked(Leaf<Void> leaf, Runnable abort) implements Future<Void>, Traced {
        @Override
        public Poll<Void> poll(Context cx) throws Exception {
            return leaf.poll(cx);
        }

        @Override
        public void drop() {
            leaf.drop();
        }

        @Override
        public String state() {
            abort.run();
            return "ABORTING";
        }

        @Override
        public Future<?> awaited() {
            return leaf;
        }
    }

    @Test
    void aFutureThatThrowsWhenAskedHoldsUpNothing() {
        pool.spawn(new AbortingWhenAsked(Leaf.pending(), () -> {
            throw new IllegalStateException("asked");
        }));
        pool.runUntilStalled();
        pool.spawn(Leaf.pending());
        assertThat(pool.dump()).hasToString("""
            task 1, suspended
              AbortingWhenAsked cannot show its state: java.lang.IllegalStateException: asked
            task 2, scheduled
              Leaf
            """);
        pool.close(); // which would wait for the look to end
        assertThat(pool.size()).isZero();
    }

    /** Never in a poll and in a dump at once: its fields are plain. */
    private static final class Counting implements Future<Integer>, Traced {
        private static final int POLLS = 2_000;
        private final AtomicBoolean clash;
        private final AtomicInteger inside = new AtomicInteger();
        private int polls;

        Counting(AtomicBoolean clash) {
            this.clash = clash;
        }

        @Override
        public Poll<Integer> poll(Context cx) {
            enter();
            polls++;
            if (polls < POLLS) {
                cx.waker().wakeByRef();
            }
            leave();
            return polls < POLLS ? Poll.pending() : Poll.ready(polls);
        }

        private void enter() {
            if (inside.incrementAndGet() != 1) {
                clash.set(true);
            }
        }

        private void leave() {
            inside.decrementAndGet();
        }

        @Override
        public String state() {
            enter();
            int seen = polls;
            leave();
            return "polled " + seen;
        }

        @Override
        public Future<?> awaited() {
            return null;
        }
    }

    @Test
    void pollsAndDumpsOfOneTaskNeverOverlap() {
        AtomicBoolean clash = new AtomicBoolean();
        try (ThreadPool threads = ThreadPool.of(2)) {
            List<JoinHandle<Integer>> handles = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                handles.add(threads.spawn(new Counting(clash)));
            }
            do {
                assertThat(threads.dump().tasks().size()).isBetween(0, 20);
            } while (threads.size() > 0);
            handles.forEach(handle -> assertThat(Async.blockOn(handle)).isEqualTo(Counting.POLLS));
        }
        assertThat(clash).isFalse();
    }

    /** A future whose state() does something. */
    private record Asked(Runnable action) implements Future<Void>, Traced {
        @Override
        public Poll<Void> poll(Context cx) {
            return Poll.pending();
        }

        @Override
        public String state() {
            action.run();
            return "asked";
        }

        @Override
        public Future<?> awaited() {
            return null;
        }
    }

    @ParameterizedTest
    @EnumSource(AnyExecutor.Kind.class)
    void aDumpInsideADumpDoesNotWaitForIt(AnyExecutor.Kind kind) {
        try (AnyExecutor executor = kind.create(failure -> {})) {
            List<String> inner = new CopyOnWriteArrayList<>();
            Task<?>[] task = new Task<?>[1];
            task[0] = (Task<?>) executor.spawn(
                    new Asked(() -> inner.add(task[0].scheduler().dump().toString())));
            if (kind != AnyExecutor.Kind.LOCAL_POOL && kind != AnyExecutor.Kind.POLLING_EXECUTOR) { // which nobody runs
                awaitSuspension(task[0]);
            }
            assertThat(task[0].scheduler().dump().toString()).endsWith("\n  asked\n");
            assertThat(inner).singleElement().asString().endsWith("\n  (in another dump)\n");
        }
    }

    @Test
    void twoDumpsThatDumpEachOtherEnd() throws Exception {
        try (ThreadPool one = ThreadPool.of(1);
                ThreadPool other = ThreadPool.of(1)) {
            CountDownLatch both = new CountDownLatch(2);
            awaitSuspension(one.spawn(new Asked(() -> dumpTogether(both, other))));
            awaitSuspension(other.spawn(new Asked(() -> dumpTogether(both, one))));
            CompletableFuture<String> first =
                    CompletableFuture.supplyAsync(() -> one.dump().toString());
            assertThat(other.dump().toString()).contains("asked");
            assertThat(first.get()).contains("asked");
        }
    }

    private static void awaitSuspension(JoinHandle<?> task) {
        while (((Task<?>) task).status() != TaskDump.Status.SUSPENDED) {
            Thread.yield();
        }
    }

    private static void dumpTogether(CountDownLatch both, ThreadPool other) {
        both.countDown();
        try {
            both.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        other.dump();
    }

    @Test
    void aStateCannotRunTheExecutorThatIsDumped() {
        LocalPool pool = new LocalPool();
        pool.spawn(new Asked(pool::runUntilStalled));
        assertThat(pool.dump().toString()).contains("a LocalPool cannot be run by a future that is being dumped");
        PollingExecutor executor = new PollingExecutor();
        executor.spawn(new Asked(executor::tick));
        assertThat(executor.dump().toString())
                .contains("a PollingExecutor cannot be run by a future that is being dumped");
        pool.close();
        executor.close();
    }

    /** The inline executor runs the job of a wake at once, which would wait for the dump on its own thread. */
    @Test
    void aStateMayWakeItsTaskOnAnInlineExecutor() {
        try (ThreadPool pool = ThreadPool.on(Runnable::run)) {
            Task<?>[] task = new Task<?>[1];
            task[0] = (Task<?>) pool.spawn(new Asked(() -> task[0].wake()));
            assertThat(pool.dump().toString()).endsWith("\n  asked\n");
            assertThat(task[0].status()).isEqualTo(TaskDump.Status.SUSPENDED);
        }
    }

    @Test
    void aStateThatThrowsAnythingIsShown() {
        LocalPool pool = new LocalPool();
        pool.spawn(new Asked(() -> {
            throw new OutOfMemoryError("asked") {
                private static final long serialVersionUID = 1L;

                @Override
                public String toString() {
                    throw new StackOverflowError();
                }
            };
        }));
        assertThat(pool.dump().toString()).contains("cannot show its state: " + TaskDumpTest.class.getName());
        pool.close();
    }
}
