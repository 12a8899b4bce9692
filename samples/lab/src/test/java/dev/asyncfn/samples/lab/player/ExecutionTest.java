package dev.asyncfn.samples.lab.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.samples.lab.Compiled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ExecutionTest {
    private static final String HEAD = """
        import static dev.asyncfn.Async.await;
        import static support.Later.later;
        import dev.asyncfn.*;
        import dev.asyncfn.future.*;
        import dev.asyncfn.time.*;
        import java.time.Duration;
        """;

    private static Program program(String members) {
        return compiled(HEAD + "class A {\n" + members + "\n}");
    }

    private static Program compiled(String source) {
        return Program.of(Compiled.classes(source), Compiled.main(source), Compiled.facades(source));
    }

    /** Chooses one after the other, by what the reader reads. Returns the last step. */
    private static Step play(Program program, String... labels) throws Exception {
        Execution execution = new Execution(program);
        try (execution) {
            Step step = execution.step();
            for (String label : labels) {
                List<Choice> choices = step.choices();
                Choice choice = choices.stream()
                        .filter(c -> c.label().equals(label))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(label + " is not among " + choices));
                execution.choose(choice);
                step = execution.step();
            }
            return step;
        }
    }

    private static List<String> labels(Step step) {
        return step.choices().stream().map(Choice::label).toList();
    }

    private static final String SUM = """
        @AsyncFn static int sum(int n) {
            int total = 0;
            for (int i = 0; i < n; i++) {
                total += await(read(i));
                System.out.println("total " + total);
            }
            return total;
        }
        static Future<Integer> read(int i) { return later(i + 1); }
        public static void main(String[] args) { System.out.println(Async.blockOn(AAsync.sum(2))); }
        """;

    private static final String POLL = "The task polls it";

    @Test
    void theFutureThatMainRunsIsThereAndHasNotRun() throws Exception {
        Step step = play(program(SUM));
        assertThat(labels(step)).containsExactly(POLL, "It is dropped");
        assertThat(step.tree()).containsEntry("state", "START").containsEntry("type", "AAsync$SumFuture");
        assertThat(step.printed()).isEmpty();
    }

    @Test
    void aPollRunsUpToTheFirstLeafThatIsPending() throws Exception {
        Step step = play(program(SUM), POLL);
        assertThat(labels(step))
                .containsExactly("read becomes ready", "read fails", "A spurious poll", "It is dropped");
        assertThat(step.told()).endsWith("The poll returns Pending, because of read.");
        assertThat(step.lines().get("AAsync")).isNotEmpty();
        assertThat(step.tree()).containsEntry("state", "AWAIT_READ");
        assertThat(step.tree().get("fields"))
                .isEqualTo(List.of(List.of("n", "2"), List.of("total", "0"), List.of("i", "0")));
        assertThat((List<?>) step.tree().get("children"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Map.class, leaf -> assertThat(leaf.get("waker")).isEqualTo(true));
    }

    @Test
    void theReaderMakesLeavesReadyUntilItEnds() throws Exception {
        Step woken = play(program(SUM), POLL, "read becomes ready");
        assertThat(woken.told()).containsExactly("ManualFuture.ready has woken the task, which will poll again.");
        assertThat(labels(woken)).containsExactly(POLL, "It is dropped");
        Step step = play(program(SUM), POLL, "read becomes ready", POLL, "read 2 becomes ready", POLL);
        assertThat(step.told()).endsWith("The poll returns Ready, with 3.");
        assertThat(step.printed()).isEqualTo("total 3\n".replace("\n", System.lineSeparator()));
        assertThat(step.choices()).isEmpty();
    }

    @Test
    void aLeafMayFail() throws Exception {
        Step step = play(program(SUM), POLL, "read fails", POLL);
        assertThat(step.told()).endsWith("It throws IOException: read has failed.");
        assertThat(step.tree()).containsEntry("state", "PANICKED");
    }

    @Test
    void itMayBeDroppedBetweenPolls() throws Exception {
        Step step = play(program(SUM), POLL, "It is dropped");
        assertThat(step.told()).containsExactly("The future is dropped, and all that it waits for.");
        assertThat(step.tree()).containsEntry("state", "DROPPED");
    }

    @Test
    void timePassesWhenTheReaderSaysSo() throws Exception {
        Program sleeping = program("""
            @AsyncFn static void nap() {
                await(Sleep.of(Duration.ofHours(1)));
            }
            public static void main(String[] args) { Async.blockOn(AAsync.nap()); }
            """);
        assertThat(labels(play(sleeping, POLL))).contains("3600 s pass");
        assertThat(play(sleeping, POLL, "3600 s pass", POLL).told()).endsWith("The poll returns Ready, with null.");
        assertThat(play(sleeping, POLL, "3600 s pass").passed()).hasHours(1);
    }

    @Test
    void aJoinShowsAllThatItWaitsFor() throws Exception {
        Program joined = program("""
            @AsyncFn static String both() {
                Pair<String, Integer> both = await(Futures.join(user(), cart()));
                return both.first() + both.second();
            }
            static Future<String> user() { return later("Ada"); }
            static Future<Integer> cart() { return later(2); }
            public static void main(String[] args) { Async.blockOn(AAsync.both()); }
            """);
        Map<?, ?> join = (Map<?, ?>) ((List<?>) play(joined, POLL).tree().get("children")).get(0);
        assertThat(join.get("name")).isEqualTo("join");
        assertThat((List<?>) join.get("children")).hasSize(2);
        assertThat(labels(play(joined, POLL, "user becomes ready", POLL))).contains("cart becomes ready");
    }

    @Test
    void eachExecutionBeginsAnew() throws Exception {
        Program counting = program("""
            static int started;
            @AsyncFn static int count() { started++; await(read()); return started; }
            static Future<Integer> read() { return later(1); }
            public static void main(String[] args) { Async.blockOn(AAsync.count()); }
            """);
        for (int i = 0; i < 3; i++) {
            assertThat(play(counting, POLL, "read becomes ready", POLL).told())
                    .endsWith("The poll returns Ready, with 1.");
        }
    }

    @Test
    void aFutureThatMainPollsByHandIsPlayedToo() throws Exception {
        Program byHand = program("""
            @AsyncFn static int one() { return await(Future.ready(1)); }
            public static void main(String[] args) throws Exception {
                Future<Integer> future = AAsync.one();
                future.poll(Context.fromWaker(Waker.noop()));
            }
            """);
        assertThat(play(byHand, POLL).told()).endsWith("The poll returns Ready, with 1.");
    }

    @Test
    void aMainThatRunsNoFutureSaysWhatToDo() throws Exception {
        Program nothing = program("public static void main(String[] args) {}");
        assertThatThrownBy(() -> new Execution(nothing))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("call Async.blockOn");
        Program none = program("int x;");
        assertThatThrownBy(() -> new Execution(none)).hasMessageContaining("main");
        Program failing = program("public static void main(String[] args) { throw new IllegalStateException(\"x\"); }");
        assertThatThrownBy(() -> new Execution(failing)).hasMessage("main has thrown IllegalStateException: x");
    }

    // ---- tasks that the program spawns

    private static final String TWO_TASKS = """
        @AsyncFn static int twice(String name) {
            int value = await(read());
            return value * 2;
        }
        static Future<Integer> read() { return later(21); }
        @AsyncFn static int sum(JoinHandle<Integer> a, JoinHandle<Integer> b) { return await(a) + await(b); }
        public static void main(String[] args) {
            try (ThreadPool pool = ThreadPool.create()) {
                Async.blockOn(AAsync.sum(pool.spawn(AAsync.twice("a")), pool.spawn(AAsync.twice("b"))));
            }
        }
        """;

    private static final String LOCAL_POOL = "The LocalPool runs until a task ends, or all wait";

    private static Program spawning(String members) {
        return compiled(HEAD + "import dev.asyncfn.executor.*;\nclass A {\n" + members + "\n}");
    }

    private static Map<?, ?> task(Step step, int index) {
        return step.tasks().get(index);
    }

    @Test
    void aSpawnedTaskWaitsUntilTheReaderLetsThePoolPollIt() throws Exception {
        Program program = spawning(TWO_TASKS);
        Step start = play(program);
        assertThat(labels(start))
                .containsExactly(POLL, "The pool polls task 1", "The pool polls task 2", "It is dropped");
        assertThat(start.tasks()).hasSize(2);
        assertThat(task(start, 0).get("name")).isEqualTo("task 1");
        assertThat(task(start, 0).get("status")).isEqualTo("waits for its turn");
        assertThat(task(start, 0).get("polls")).isEqualTo(0);
        assertThat(((Map<?, ?>) task(start, 0).get("tree")).get("state")).isEqualTo("START");
        Step step = play(program, "The pool polls task 2");
        assertThat(step.told())
                .containsExactly("task 2 was polled: it went from START to AWAIT_READ. The poll returns Pending.");
        assertThat(task(step, 0).get("polls")).isEqualTo(0);
        assertThat(task(step, 1).get("status")).isEqualTo("is suspended");
        assertThat(task(step, 1).get("polls")).isEqualTo(1);
        assertThat(((Map<?, ?>) task(step, 1).get("tree")).get("state")).isEqualTo("AWAIT_READ");
        assertThat(step.lines().get("AAsync")).isNotEmpty();
    }

    @Test
    void aLeafWakesItsTaskAndATaskWakesTheOneThatAwaitsItsHandle() throws Exception {
        Program program = spawning(TWO_TASKS);
        String[] allPending = {POLL, "The pool polls task 1", "The pool polls task 2", "read becomes ready"};
        Step woken = play(program, allPending);
        assertThat(woken.told()).endsWith("read has woken task 1, which waits for its turn.");
        assertThat(labels(woken)).containsExactly("The pool polls task 1", "It is dropped");
        assertThat(task(woken, 0).get("woken")).isEqualTo("read");
        Step ended = play(
                program,
                POLL,
                "The pool polls task 1",
                "The pool polls task 2",
                "read becomes ready",
                "The pool polls task 1");
        assertThat(ended.told())
                .anyMatch(line -> line.endsWith("has woken the task, which will poll again."))
                .contains("task 1 was polled: it went from AWAIT_READ to DONE. The poll returns Ready, and the task has"
                        + " ended.");
        assertThat(task(ended, 0).get("status")).isEqualTo("has completed");
        assertThat(labels(ended)).contains(POLL);
        Step value = play(
                program,
                POLL,
                "The pool polls task 1",
                "The pool polls task 2",
                "read becomes ready",
                "The pool polls task 1",
                POLL,
                "read 2 becomes ready",
                "The pool polls task 2",
                POLL);
        assertThat(value.told()).endsWith("The poll returns Ready, with 84.");
        assertThat(value.choices()).isEmpty();
    }

    @Test
    void tasksGoOnWhenTheFutureOfMainIsDroppedAndThrowAlone() throws Exception {
        Program program = spawning(TWO_TASKS);
        Step step = play(program, "The pool polls task 1", "It is dropped", "The pool polls task 2", "read fails");
        assertThat(labels(step)).containsExactly("The pool polls task 1");
        Step failed = play(
                program,
                "The pool polls task 1",
                "It is dropped",
                "The pool polls task 2",
                "read fails",
                "The pool polls task 1");
        assertThat(failed.told()).containsExactly("task 1 was polled: it throws, and the task has ended.");
        assertThat(task(failed, 0).get("status")).isEqualTo("has failed");
        assertThat(task(failed, 1).get("status")).isEqualTo("is suspended");
    }

    @Test
    void childrenOfAScopeAndTasksOfAnAsyncFnAreShown() throws Exception {
        Program program = spawning("""
            @AsyncFn static int one() { return await(later(1)); }
            @AsyncFn static int inside(TaskScope scope) { return await(scope.spawn(AAsync.one())); }
            @AsyncFn static int outside() {
                try (ThreadPool pool = ThreadPool.builder().threads(1).build()) {
                    int value = await(TaskScope.run(pool, scope -> AAsync.inside(scope)));
                    pool.spawn(AAsync.one());
                    return value;
                }
            }
            public static void main(String[] args) { Async.blockOn(AAsync.outside()); }
            """);
        Step spawned = play(program, POLL);
        assertThat(spawned.told()).contains("The task has spawned task 1, which waits for its turn.");
        assertThat(spawned.tasks()).hasSize(1);
        assertThat(labels(spawned)).containsExactly("The pool polls task 1", "It is dropped");
        Step end = play(program, POLL, "The pool polls task 1", "later becomes ready", "The pool polls task 1", POLL);
        assertThat(end.told()).contains("The poll returns Ready, with 1.");
        assertThat(task(end, 1).get("status")).isEqualTo("was dropped"); // by the close of the pool
        assertThat(end.choices()).isEmpty();
    }

    @Test
    void hooksAndExecutorsOfTheProgramAreUsed() throws Exception {
        Program program = spawning("""
            @AsyncFn static int one() { return await(Future.ready(1)); }
            public static void main(String[] args) {
                TaskHooks hooks = new TaskHooks() {
                    public void ended(int id, End end) { System.out.println("ended " + id + " " + end); }
                };
                ThreadPool pool = ThreadPool.builder().hooks(hooks).build(Runnable::run);
                Async.blockOn(pool.spawn(AAsync.one()));
            }
            """);
        Step step = play(program);
        assertThat(step.printed()).isEqualTo("ended 1 COMPLETED" + System.lineSeparator());
        assertThat(task(step, 0).get("status")).isEqualTo("has completed");
        assertThat(play(program, POLL).told()).endsWith("The poll returns Ready, with 1.");
    }

    @Test
    void aLocalPoolPollsItsTasksInItsOwnOrderWhenTheReaderSaysSo() throws Exception {
        Program program = spawning("""
            @AsyncFn static int one(int n) { return await(read(n)); }
            static Future<Integer> read(int n) { return later(n); }
            @AsyncFn static int both(JoinHandle<Integer> a, JoinHandle<Integer> b) { return await(a) + await(b); }
            public static void main(String[] args) {
                try (LocalPool pool = new LocalPool()) {
                    System.out.println(pool.runUntil(AAsync.both(pool.spawn(AAsync.one(1)), pool.spawn(AAsync.one(2)))));
                }
            }
            """);
        Step start = play(program);
        assertThat(labels(start)).containsExactly(POLL, LOCAL_POOL, "It is dropped");
        assertThat(task(start, 1).get("status")).isEqualTo("waits for its turn");
        Step polled = play(program, LOCAL_POOL);
        assertThat(polled.told())
                .containsExactly(
                        "task 1 was polled: it went from START to AWAIT_READ.",
                        "task 2 was polled: it went from START to AWAIT_READ.");
        assertThat(task(polled, 0).get("status")).isEqualTo("is suspended");
        Step second = play(program, POLL, LOCAL_POOL, "read 2 becomes ready", LOCAL_POOL);
        assertThat(second.told())
                .containsExactly("task 2 was polled: it went from AWAIT_READ to DONE.", "task 2 has completed.");
        Step end = play(
                program, POLL, LOCAL_POOL, "read 2 becomes ready", LOCAL_POOL, "read becomes ready", LOCAL_POOL, POLL);
        assertThat(end.told()).endsWith("The poll returns Ready, with 3.");
        assertThat(end.choices()).isEmpty();
    }

    @Test
    void theRunOfALocalPoolEndsWithItsLastTask() throws Exception {
        Program program = spawning("""
            @AsyncFn static int one() { return await(later(1)); }
            public static void main(String[] args) {
                LocalPool pool = LocalPool.builder().hooks(new TaskHooks() {
                    public void ended(int id, End end) { System.out.println("ended " + id + " " + end); }
                }).build();
                pool.spawn(AAsync.one());
                pool.runUntilStalled();
                pool.spawn(AAsync.one());
                pool.run();
            }
            """);
        Step start = play(program);
        assertThat(task(start, 0).get("status")).isEqualTo("is suspended");
        assertThat(task(start, 1).get("status")).isEqualTo("waits for its turn");
        Step step = play(program, POLL, LOCAL_POOL, "later becomes ready", LOCAL_POOL);
        assertThat(step.printed()).isEqualTo("ended 1 COMPLETED" + System.lineSeparator());
        assertThat(step.told()).anyMatch(line -> line.endsWith("has woken the task, which will poll again."));
        Step end = play(
                program,
                POLL,
                LOCAL_POOL,
                "later becomes ready",
                LOCAL_POOL,
                POLL,
                "later 2 becomes ready",
                LOCAL_POOL,
                POLL);
        assertThat(end.told()).endsWith("The poll returns Ready, with null.");
    }

    @Test
    void aLocalPoolThatMainClosesBeforeItRunsAFutureHasDroppedItsTasks() throws Exception {
        Program program = spawning("""
            @AsyncFn static int one() { return await(later(1)); }
            public static void main(String[] args) {
                new LocalPool();
                boolean any = args.length == 0;
                LocalPool pool = new LocalPool(any ? failure -> {} : null);
                pool.spawn(AAsync.one());
                pool.close();
                Async.blockOn(AAsync.one());
            }
            """);
        assertThat(task(play(program), 0).get("status")).isEqualTo("was dropped");
    }

    /** A wake adds to what the next step tells, while this one may be reading it. */
    @Test
    void otherThreadsOfTheProgramMayWakeAtAnyTime() throws Exception {
        Program program = program("""
            @AsyncFn static int one() { return await(new Elsewhere()); }
            static class Elsewhere implements Future<Integer> {
                public Poll<Integer> poll(Context cx) {
                    java.util.concurrent.CompletableFuture.runAsync(cx.waker()::wakeByRef);
                    return Poll.pending();
                }
            }
            public static void main(String[] args) { Async.blockOn(AAsync.one()); }
            """);
        Execution execution = new Execution(program);
        try (execution) {
            for (int polls = 0; polls < 2_000; polls++) {
                execution.choose(Choice.POLL);
                Step step = execution.step();
                while (step.choices().get(0) != Choice.POLL) {
                    step = execution.step();
                }
                assertThat(execution.step().told()).last().asString().contains("has woken the task");
            }
        }
    }

    @Test
    void everyExampleIsPlayedToItsEnd() throws Exception {
        List<String> stuck = new ArrayList<>();
        for (Map.Entry<String, String> example : Compiled.examples().entrySet()) {
            String end = usualWay(compiled(example.getValue()));
            if (!end.contains("Ready") && !end.contains("throws")) {
                stuck.add(example.getKey() + ": " + end);
            }
        }
        assertThat(stuck).isEmpty();
    }

    /** Takes the cheapest choice each time, and returns the last report. */
    private static String usualWay(Program program) throws Exception {
        Execution execution = new Execution(program);
        try (execution) {
            Step step = execution.step();
            for (int i = 0, unasked = 0;
                    i < 100 && unasked < 30_000 && !step.choices().isEmpty(); ) {
                Choice choice = step.choices().get(0);
                if (choice == Choice.POLL_UNASKED) { // another thread of the program will wake it, as soon as it can
                    LockSupport.parkNanos(1_000_000);
                    unasked++;
                } else {
                    i++;
                }
                execution.choose(choice);
                step = execution.step();
            }
            return step.told().get(step.told().size() - 1);
        }
    }
}
