package dev.asyncfn.executor;

import static dev.asyncfn.executor.TaskState.ABORTED;
import static dev.asyncfn.executor.TaskState.HURRIED;
import static dev.asyncfn.executor.TaskState.INSPECTED;
import static dev.asyncfn.executor.TaskState.RUNNING;
import static dev.asyncfn.executor.TaskState.SCHEDULED;
import static dev.asyncfn.executor.TaskState.SHUT_DOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Walks from a new task through every order of what wakers, handles, executors, workers and a dump may do. As each transition is
 * atomic, this is every interleaving of them.
 */
class TaskStateWalkTest {
    /** What the worker does that holds the lock. */
    private enum Worker {
        NONE,
        /** Waits for the dump, then polls; or has the future clean up if the task is aborted, or drops it if there is no more time. */
        WAITS_TO_RUN,
        /** Waits for the dump, then drops the future. */
        WAITS_TO_REJECT,
        POLLS,
        CLEANS_UP,
        /** Its poll was pending, and has woken the task; or somebody else has since it began. */
        WOKEN,
        DROPS,
        /** Has finished the task, and keeps the lock. */
        FINISHED
    }

    /**
     * One state of a task and all around it.
     *
     * @param jobs how often the task is in a queue, or just taken from it
     */
    private record Moment(int word, int jobs, Worker worker, boolean dump) {
        boolean has(int bit) {
            return (word & bit) != 0;
        }
    }

    private static final Set<Moment> REACHED = walk();

    private static Set<Moment> walk() {
        Moment spawned = new Moment(SCHEDULED, 1, Worker.NONE, false);
        Set<Moment> reached = new LinkedHashSet<>(Set.of(spawned));
        Deque<Moment> left = new ArrayDeque<>(reached);
        while (!left.isEmpty()) {
            for (Moment next : nextOf(left.remove())) {
                if (reached.add(next)) {
                    left.add(next);
                }
            }
        }
        return reached;
    }

    private static TaskState at(Moment moment) {
        return new TaskState(moment.word) {};
    }

    private static List<Moment> nextOf(Moment now) {
        List<Moment> next = new ArrayList<>();
        next.add(marked(now, TaskState::markWoken));
        next.add(marked(now, TaskState::markAborted));
        next.add(marked(now, TaskState::markHurried));
        next.add(marked(now, TaskState::markShutDown));
        next.add(detached(now));
        if (now.jobs > 0) {
            next.add(started(now, now.jobs - 1, Worker.WAITS_TO_RUN));
        }
        // By an executor that has forgotten the job, which may turn up after all.
        next.add(started(now, now.jobs, Worker.WAITS_TO_REJECT));
        next.add(now.dump ? afterDump(now) : beforeDump(now));
        if (now.worker == Worker.POLLS || now.worker == Worker.CLEANS_UP) {
            TaskState state = at(now);
            Worker after = state.tryRelease() ? Worker.NONE : Worker.WOKEN;
            next.add(new Moment(state.word, now.jobs, after, now.dump));
            next.add(new Moment(now.word, now.jobs, Worker.WOKEN, now.dump)); // by the poll itself
        }
        if (now.worker == Worker.WOKEN) {
            next.add(requeued(now));
            next.add(kept(now));
        }
        if (now.worker == Worker.POLLS || now.worker == Worker.CLEANS_UP || now.worker == Worker.DROPS) {
            next.add(new Moment(now.word, now.jobs, Worker.FINISHED, now.dump));
        }
        return next;
    }

    private static Moment marked(Moment now, Predicate<TaskState> mark) {
        TaskState state = at(now);
        boolean queue = mark.test(state);
        return new Moment(state.word, now.jobs + (queue ? 1 : 0), now.worker, now.dump);
    }

    private static Moment detached(Moment now) {
        TaskState state = at(now);
        state.markDetached();
        return new Moment(state.word, now.jobs, now.worker, now.dump);
    }

    private static Moment requeued(Moment now) {
        TaskState state = at(now);
        state.requeue();
        return new Moment(state.word, now.jobs + 1, Worker.NONE, now.dump);
    }

    private static Moment kept(Moment now) {
        TaskState state = at(now);
        state.keep();
        Moment kept = new Moment(state.word, now.jobs, Worker.WAITS_TO_RUN, now.dump);
        return new Moment(kept.word, kept.jobs, proceeds(kept), kept.dump);
    }

    private static Moment started(Moment now, int jobs, Worker worker) {
        TaskState state = at(now);
        if (!now.dump) {
            return afterStart(now, state.tryStart(), new Moment(state.word, jobs, worker, false));
        }
        CompletableFuture<Boolean> start = CompletableFuture.supplyAsync(state::tryStart);
        while (!start.isDone() && state.word == now.word) {
            Thread.yield();
        }
        Moment waiting = new Moment(state.word, jobs, worker, true);
        if (state.word != now.word) {
            assertThat(start).isNotDone();
            state.endInspection();
        }
        return afterStart(now, start.join(), waiting);
    }

    private static Moment afterStart(Moment before, boolean started, Moment after) {
        if (!started) {
            return new Moment(after.word, after.jobs, before.worker, before.dump);
        }
        assertThat(before.worker).as("who had the lock already in %s", before).isEqualTo(Worker.NONE);
        return after.dump ? after : new Moment(after.word, after.jobs, proceeds(after), false);
    }

    /** What a worker does that need not wait any longer. */
    private static Worker proceeds(Moment now) {
        return switch (now.worker) {
            case WAITS_TO_RUN -> now.has(HURRIED) ? Worker.DROPS : now.has(ABORTED) ? Worker.CLEANS_UP : Worker.POLLS;
            case WAITS_TO_REJECT -> Worker.DROPS;
            default -> now.worker;
        };
    }

    private static Moment beforeDump(Moment now) {
        TaskState state = at(now);
        boolean reads = state.tryInspect() != TaskDump.Status.RUNNING;
        return new Moment(state.word, now.jobs, now.worker, reads);
    }

    private static Moment afterDump(Moment now) {
        TaskState state = at(now);
        state.endInspection();
        return new Moment(state.word, now.jobs, proceeds(now), false);
    }

    @Test
    void aTaskIsInAQueueExactlyWhileItIsScheduledAndNotRunning() {
        assertThat(REACHED)
                .filteredOn(moment -> !moment.has(RUNNING))
                .allMatch(moment -> moment.jobs == (moment.has(SCHEDULED) ? 1 : 0));
    }

    @Test
    void aTaskIsNeverInTwoQueues() {
        assertThat(REACHED).allMatch(moment -> moment.jobs <= 1);
    }

    @Test
    void theLockIsHeldExactlyWhileAWorkerHasTheTask() {
        assertThat(REACHED).allMatch(moment -> moment.has(RUNNING) == (moment.worker != Worker.NONE));
    }

    @Test
    void noWorkerTouchesTheFutureWhileADumpReadsIt() {
        assertThat(REACHED)
                .filteredOn(moment -> moment.dump)
                .extracting(Moment::worker)
                .containsOnly(Worker.NONE, Worker.WAITS_TO_RUN, Worker.WAITS_TO_REJECT);
        assertThat(REACHED).allMatch(moment -> moment.has(INSPECTED) == moment.dump);
    }

    @Test
    void aHurriedTaskWaitsForAWorkerOrHasOne() {
        assertThat(REACHED)
                .filteredOn(moment -> moment.has(HURRIED) && !moment.has(RUNNING))
                .allMatch(moment -> moment.has(SCHEDULED));
    }

    @Test
    void anAbortedTaskIsNotPolledAgain() {
        assertThat(REACHED)
                .filteredOn(moment -> moment.has(ABORTED))
                .flatExtracting(TaskStateWalkTest::begunFrom)
                .isNotEmpty()
                .doesNotContain(Worker.POLLS);
    }

    /** What a worker does that takes the task now. */
    private static List<Worker> begunFrom(Moment now) {
        return now.worker != Worker.NONE
                ? List.of()
                : nextOf(now).stream()
                        .map(Moment::worker)
                        .filter(worker -> worker != Worker.NONE)
                        .toList();
    }

    @Test
    void aShutdownIsAlwaysAnAbortToo() {
        assertThat(REACHED)
                .filteredOn(moment -> moment.has(SHUT_DOWN))
                .allMatch(moment -> moment.has(ABORTED) && moment.has(HURRIED));
    }

    @Test
    void nothingLeadsOutOfAFinishedTask() {
        assertThat(REACHED)
                .filteredOn(moment -> moment.worker == Worker.FINISHED)
                .flatExtracting(TaskStateWalkTest::nextOf)
                .extracting(Moment::worker)
                .containsOnly(Worker.FINISHED);
    }

    /**
     * Of a task that is not aborted, or that cleans up after an abort, SCHEDULED and RUNNING take all four values; of one that is
     * hurried, by the handle or the executor, three, as it is never suspended. DETACHED and INSPECTED go with each.
     */
    @Test
    void fiftySixOfThe128WordsOccur() {
        assertThat(REACHED.stream().map(Moment::word).distinct()).hasSize((4 + 4 + 3 + 3) * 2 * 2);
    }
}
