package dev.asyncfn.executor;

import static dev.asyncfn.executor.TaskState.ABORTED;
import static dev.asyncfn.executor.TaskState.DETACHED;
import static dev.asyncfn.executor.TaskState.HURRIED;
import static dev.asyncfn.executor.TaskState.INSPECTED;
import static dev.asyncfn.executor.TaskState.RUNNING;
import static dev.asyncfn.executor.TaskState.SCHEDULED;
import static dev.asyncfn.executor.TaskState.SHUT_DOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each transition from each of the 128 words: either it is refused, or it leads where its description says. */
@Tag("one-jdk")
class TaskStateTest {
    private static TaskState at(int word) {
        return new TaskState(word) {};
    }

    private static IntStream words() {
        return IntStream.range(0, 1 << 7);
    }

    private static IntStream inspected() {
        return words().filter(word -> (word & INSPECTED) != 0);
    }

    private static IntStream notInspected() {
        return words().filter(word -> (word & INSPECTED) == 0);
    }

    /** Whether the task is neither in a queue nor with a worker. */
    private static boolean isIdle(int word) {
        return (word & SCHEDULED) == 0 && (word & RUNNING) == 0;
    }

    /** Long enough for a thread that does not wait to get to its end. */
    private static void assertWaits(CompletableFuture<?> waiting) {
        assertThatThrownBy(() -> waiting.get(20, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }

    @ParameterizedTest
    @MethodSource("words")
    void aWakeSchedulesAndHasAnIdleTaskQueued(int word) {
        TaskState state = at(word);
        assertThat(state.markWoken()).isEqualTo(isIdle(word));
        assertThat(state.word).isEqualTo(word | SCHEDULED);
    }

    @ParameterizedTest
    @MethodSource("words")
    void anAbortSchedulesAndHasAnIdleTaskQueued(int word) {
        TaskState state = at(word);
        assertThat(state.markAborted()).isEqualTo(isIdle(word));
        assertThat(state.word).isEqualTo(word | SCHEDULED | ABORTED);
    }

    @ParameterizedTest
    @MethodSource("words")
    void aHurriedAbortAlsoTakesTheTimeForCleanup(int word) {
        TaskState state = at(word);
        assertThat(state.markHurried()).isEqualTo(isIdle(word));
        assertThat(state.word).isEqualTo(word | SCHEDULED | ABORTED | HURRIED);
    }

    @ParameterizedTest
    @MethodSource("words")
    void aShutdownIsAnAbortByTheExecutor(int word) {
        TaskState state = at(word);
        assertThat(state.markShutDown()).isEqualTo(isIdle(word));
        assertThat(state.word).isEqualTo(word | SCHEDULED | ABORTED | HURRIED | SHUT_DOWN);
    }

    @ParameterizedTest
    @MethodSource("words")
    void afterAnyMarkAFurtherOneDoesNotQueueTheTaskAgain(int word) {
        TaskState state = at(word);
        state.markWoken();
        assertThat(state.markWoken()).isFalse();
        assertThat(state.markAborted()).isFalse();
        assertThat(state.markHurried()).isFalse();
        assertThat(state.markShutDown()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("words")
    void detachingChangesNothingElse(int word) {
        TaskState state = at(word);
        state.markDetached();
        assertThat(state.word).isEqualTo(word | DETACHED);
    }

    @ParameterizedTest
    @MethodSource("notInspected")
    void aWorkerStartsATaskThatIsScheduledAndNotRunning(int word) {
        boolean legal = (word & SCHEDULED) != 0 && (word & RUNNING) == 0;
        TaskState state = at(word);
        assertThat(state.tryStart()).isEqualTo(legal);
        assertThat(state.word).isEqualTo(legal ? (word & ~SCHEDULED) | RUNNING : word);
        assertThat(state.tryStart()).as("a second start").isFalse();
    }

    @ParameterizedTest
    @MethodSource("inspected")
    void aWorkerThatStartsDuringAnInspectionWaitsForItsEnd(int word) {
        boolean legal = (word & SCHEDULED) != 0 && (word & RUNNING) == 0;
        TaskState state = at(word);
        CompletableFuture<Boolean> started = CompletableFuture.supplyAsync(state::tryStart);
        if (legal) {
            int waiting = (word & ~SCHEDULED) | RUNNING;
            while (state.word != waiting) {
                Thread.yield();
            }
            assertWaits(started);
            state.endInspection();
            assertThat(state.word).isEqualTo(waiting & ~INSPECTED);
        }
        assertThat(started).succeedsWithin(5, TimeUnit.MINUTES).isEqualTo(legal);
    }

    @ParameterizedTest
    @MethodSource("words")
    void aReleaseIsRefusedIfTheTaskWasScheduledDuringThePoll(int word) {
        TaskState state = at(word);
        if ((word & SCHEDULED) != 0) {
            assertThat(state.tryRelease()).isFalse();
            assertThat(state.word).isEqualTo(word);
        } else if ((word & RUNNING) == 0) {
            assertThatThrownBy(state::tryRelease).isInstanceOf(AssertionError.class);
            assertThat(state.word).isEqualTo(word);
        } else {
            assertThat(state.tryRelease()).isTrue();
            assertThat(state.word).isEqualTo(word & ~RUNNING);
        }
    }

    @ParameterizedTest
    @MethodSource("words")
    void aTaskThatIsQueuedAgainIsScheduled(int word) {
        TaskState state = at(word);
        if ((word & RUNNING) == 0) {
            assertThatThrownBy(state::requeue).isInstanceOf(AssertionError.class);
            assertThat(state.word).isEqualTo(word);
        } else {
            state.requeue();
            assertThat(state.word).isEqualTo(word & ~RUNNING | SCHEDULED);
        }
    }

    @ParameterizedTest
    @MethodSource("words")
    void aTaskThatIsKeptIsWhereAQueuedOneIsOnceItHasStarted(int word) {
        TaskState state = at(word);
        state.keep();
        assertThat(state.word).isEqualTo(word & ~SCHEDULED);
    }

    @Test
    void onlyTheThreadOfThePollWakesItsTaskWithoutAMark() {
        TaskState state = at(RUNNING);
        assertThat(state.wokenByItself()).as("before a poll").isFalse();
        state.beginPoll();
        assertThat(CompletableFuture.supplyAsync(state::wokenByItself).join())
                .as("another thread")
                .isFalse();
        assertThat(state.wokenByItself()).isTrue();
        assertThat(state.wokenByItself()).as("once more").isFalse();
        assertThat(state.endPoll()).isTrue();
        assertThat(state.wokenByItself()).as("after the poll").isFalse();
        assertThat(state.word).isEqualTo(RUNNING);
    }

    @Test
    void aPollThatHasNotWokenItsTaskSaysSo() {
        TaskState state = at(RUNNING);
        state.beginPoll();
        assertThat(state.endPoll()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("notInspected")
    void anInspectionIsRefusedWhileTheTaskIsRunning(int word) {
        boolean running = (word & RUNNING) != 0;
        TaskState state = at(word);
        TaskDump.Status before = state.status();
        assertThat(state.tryInspect()).isEqualTo(before);
        assertThat(before == TaskDump.Status.RUNNING).isEqualTo(running);
        assertThat(state.word).isEqualTo(running ? word : word | INSPECTED);
    }

    @ParameterizedTest
    @MethodSource("inspected")
    void anInspectionWaitsForTheEndOfAnother(int word) {
        boolean running = (word & RUNNING) != 0;
        TaskState state = at(word);
        CompletableFuture<TaskDump.Status> second = CompletableFuture.supplyAsync(state::tryInspect);
        if (!running) {
            assertWaits(second);
            state.endInspection();
        }
        assertThat(second).succeedsWithin(5, TimeUnit.MINUTES).isEqualTo(at(word).status());
        assertThat(state.word).isEqualTo(word);
    }

    @ParameterizedTest
    @MethodSource("words")
    void theEndOfAnInspectionChangesNothingElse(int word) {
        TaskState state = at(word);
        if ((word & INSPECTED) == 0) {
            assertThatThrownBy(state::endInspection).isInstanceOf(AssertionError.class);
        } else {
            state.endInspection();
        }
        assertThat(state.word).isEqualTo(word & ~INSPECTED);
    }

    @ParameterizedTest
    @MethodSource("words")
    void theStatusIsThatOfTheLifeOfTheTask(int word) {
        TaskDump.Status expected = switch (word & (SCHEDULED | RUNNING)) {
            case 0 -> TaskDump.Status.SUSPENDED;
            case SCHEDULED -> TaskDump.Status.SCHEDULED;
            default -> TaskDump.Status.RUNNING;
        };
        assertThat(at(word).status()).isEqualTo(expected);
    }
}
