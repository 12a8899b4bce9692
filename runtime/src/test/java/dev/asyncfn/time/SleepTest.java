package dev.asyncfn.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.future.Futures;
import dev.asyncfn.test.TaskProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SleepTest {
    private final TaskProbe task = new TaskProbe();

    @Test
    void zeroAndLessIsReadyAtTheFirstPollWithoutATimer() throws Exception {
        assertThat(task.poll(Sleep.of(Duration.ZERO))).isEqualTo(Poll.ready(null));
        assertThat(task.poll(Sleep.of(Duration.ofSeconds(Long.MIN_VALUE)))).isEqualTo(Poll.ready(null));
        assertThat(task.clones()).isZero();
    }

    @Test
    void isPendingUntilItsTimeHasPassedAndThenWakes() {
        Sleep sleep = Sleep.of(Duration.ofMillis(20));
        Async.blockOn(sleep);
        assertThat(System.nanoTime() - sleep.deadline).isGreaterThanOrEqualTo(0);
        assertThat(sleep.place).isEqualTo(Sleep.UNQUEUED);
    }

    @Test
    void aLongTimeIsPendingAndDropTakesItOutOfTheTimer() throws Exception {
        Sleep sleep = Sleep.of(Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(task.poll(sleep)).isSameAs(Poll.pending());
        assertThat(sleep.place).isNotEqualTo(Sleep.UNQUEUED);
        sleep.drop();
        sleep.drop();
        assertThat(sleep.place).isEqualTo(Sleep.UNQUEUED);
        assertThat(task.held()).isZero();
        assertThat(task.wakes()).isZero();
    }

    @Test
    void theNewestWakerIsWoken() throws Exception {
        TaskProbe newer = new TaskProbe();
        Sleep sleep = Sleep.of(Duration.ofHours(1));
        task.poll(sleep);
        newer.poll(sleep);
        sleep.fire();
        assertThat(task.wakes()).isZero();
        assertThat(newer.wakes()).isOne();
        assertThat(newer.poll(sleep)).isEqualTo(Poll.ready(null));
        assertThat(sleep.place).isEqualTo(Sleep.UNQUEUED);
    }

    @Test
    void aSpentBudgetHoldsBackAndWakes() throws Exception {
        Sleep sleep = Sleep.of(Duration.ZERO);
        Context cx = Context.withBudget(task.waker(), 1);
        assertThat(cx.proceed()).isTrue();
        assertThat(sleep.poll(cx)).isSameAs(Poll.pending());
        assertThat(task.wakes()).isOne();
        assertThat(task.poll(sleep)).isEqualTo(Poll.ready(null));
    }

    @Test
    void anEarlierSleepThatComesLaterIsNotKeptWaiting() {
        Sleep hours = Sleep.of(Duration.ofHours(5));
        Future<Void> minutes = Futures.pollFn(cx -> {
            hours.poll(cx);
            return Poll.ready(null);
        });
        Async.blockOn(minutes);
        Async.blockOn(Sleep.of(Duration.ofMillis(1)));
        assertThat(hours.place).isNotEqualTo(Sleep.UNQUEUED);
        hours.drop();
    }

    @Test
    void aWakerThatThrowsDoesNotStopTheTimer() throws Exception {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        List<Throwable> uncaught = Collections.synchronizedList(new ArrayList<>());
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
        try {
            IllegalStateException thrown = new IllegalStateException("a bad waker");
            Context bad = Context.fromWaker(Waker.of(() -> {
                throw thrown;
            }));
            while (Sleep.of(Duration.ofMillis(1)).poll(bad).isReady()) {
                Thread.onSpinWait(); // this thread was held up for too long
            }
            while (uncaught.isEmpty()) {
                Thread.onSpinWait();
            }
            Async.blockOn(Sleep.of(Duration.ofMillis(1)));
            assertThat(uncaught).containsOnly(thrown);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
