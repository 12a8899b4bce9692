package dev.asyncfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Line 7 of the runtime's contract: blockOn has its own flag beside park, and refuses where it would deadlock. */
class BlockOnTest {
    private final AtomicInteger polls = new AtomicInteger();
    private volatile Waker waker;
    private volatile boolean woken;
    private volatile boolean wokenBeforeTheSecondPoll;

    /** Pending at the first poll, ready at the second. */
    private final Future<String> readyAtTheSecondPoll = cx -> {
        if (polls.incrementAndGet() == 2) {
            wokenBeforeTheSecondPoll = woken;
            return Poll.ready("value");
        }
        waker = cx.waker().clone();
        return Poll.pending();
    };

    private volatile Thread blocked;

    @Test
    void readyAtOnceDoesNotWait() {
        assertThat(Async.<String>blockOn(cx -> Poll.ready("at once"))).isEqualTo("at once");
    }

    @Test
    void aNullValueIsAValue() {
        Object value = Async.blockOn(Future.ready(null));
        assertThat(value).isNull();
    }

    @Test
    void aPollThatGivesNullFailsInsteadOfWaitingForEver() {
        assertThatNullPointerException()
                .isThrownBy(() -> Async.blockOn((Future<String>) cx -> null))
                .withMessage("poll returned null");
    }

    @Test
    void eachPollHasABudgetSoThatWhatTheFutureDrivesTakesTurns() {
        AtomicInteger ready = new AtomicInteger();
        Future<Integer> busyUntilItHasYielded = cx -> {
            if (polls.incrementAndGet() == 2) {
                return Poll.ready(ready.get());
            }
            while (Future.ready("again").poll(cx).isReady()) {
                ready.incrementAndGet();
            }
            return Poll.pending();
        };
        assertThat(Async.blockOn(busyUntilItHasYielded)).isEqualTo(Context.DEFAULT_BUDGET);
    }

    @Test
    void aWakeWithinThePollIsNotLost() {
        Future<String> wakesItself = cx -> {
            cx.waker().wakeByRef();
            return readyAtTheSecondPoll.poll(cx);
        };
        assertThat(Async.blockOn(wakesItself)).isEqualTo("value");
    }

    @Test
    void aWakeFromAnotherThreadUnparks() throws Exception {
        Thread helper = start(() -> {
            untilParked();
            wake();
        });
        assertThat(Async.blockOn(readyAtTheSecondPoll)).isEqualTo("value");
        helper.join();
    }

    @Test
    void strayUnparksDoNotPoll() throws Exception {
        Thread helper = start(() -> {
            for (int i = 0; i < 100; i++) {
                untilParked();
                LockSupport.unpark(blocked);
            }
            untilParked();
            wake();
        });
        assertThat(Async.blockOn(readyAtTheSecondPoll)).isEqualTo("value");
        helper.join();
        assertThat(wokenBeforeTheSecondPoll).isTrue();
    }

    @Test
    void aPermitLeftFromBeforeDoesNotPoll() throws Exception {
        LockSupport.unpark(Thread.currentThread());
        Thread helper = start(() -> {
            untilParked();
            wake();
        });
        assertThat(Async.blockOn(readyAtTheSecondPoll)).isEqualTo("value");
        helper.join();
        assertThat(wokenBeforeTheSecondPoll).isTrue();
    }

    @Test
    void interruptsDoNotEndTheWaitAndAreRestored() throws Exception {
        Thread helper = start(() -> {
            untilParked();
            blocked.interrupt();
            untilParked(); // an interrupt that stays pending would have it spin
            wake();
        });
        assertThat(Async.blockOn(readyAtTheSecondPoll)).isEqualTo("value");
        assertThat(Thread.interrupted()).isTrue();
        helper.join();
        assertThat(wokenBeforeTheSecondPoll).isTrue();
    }

    @Test
    void anInterruptFromBeforeIsKept() throws Exception {
        Thread helper = start(() -> {
            untilParked();
            wake();
        });
        blocked.interrupt();
        assertThat(Async.blockOn(readyAtTheSecondPoll)).isEqualTo("value");
        assertThat(Thread.interrupted()).isTrue();
        helper.join();
    }

    @Test
    void throwsInsideAnExecutorsThreadBeforeItPolls() {
        try (Enter entered = Enter.enter("the test's executor")) {
            assertThat(entered).isNotNull();
            assertThatThrownBy(() -> Async.blockOn(readyAtTheSecondPoll))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the test's executor")
                    .hasMessageContaining("await");
        }
        assertThat(polls).hasValue(0);
    }

    @Test
    void blocksAgainOnceTheExecutorIsLeft() {
        Enter.enter("outer").close();
        assertThat(Async.blockOn(Future.ready(1))).isEqualTo(1);
    }

    @Test
    void mayBeNestedInAPollOfAnother() {
        Future<Integer> outer = cx -> Poll.ready(Async.blockOn(Future.ready(1)) + 1);
        assertThat(Async.blockOn(outer)).isEqualTo(2);
    }

    @Test
    void throwsWhatPollThrewAsItIs() {
        IOException failure = new IOException("undeclared");
        assertThatThrownBy(() -> Async.blockOn(Future.failed(failure))).isSameAs(failure);
        Error error = new AssertionError("an error");
        assertThatThrownBy(() -> Async.blockOn(Future.failed(error))).isSameAs(error);
    }

    @Test
    void declaresTheExceptionOfATryFuture() {
        TryFuture<String, IOException> failing = cx -> {
            throw new IOException("declared");
        };
        String caught;
        try {
            caught = Async.blockOn(failing);
        } catch (IOException e) {
            caught = e.getMessage();
        }
        assertThat(caught).isEqualTo("declared");
    }

    @Test
    void anInterruptIsRestoredWhenThePollThrows() throws Exception {
        Future<String> failsAtTheSecondPoll = cx -> {
            readyAtTheSecondPoll.poll(cx);
            if (polls.get() == 2) {
                throw new IOException("second");
            }
            return Poll.pending();
        };
        Thread helper = start(() -> {
            untilParked();
            blocked.interrupt();
            untilParked();
            wake();
        });
        assertThatThrownBy(() -> Async.blockOn(failsAtTheSecondPoll)).hasMessage("second");
        assertThat(Thread.interrupted()).isTrue();
        helper.join();
    }

    private void wake() {
        woken = true;
        waker.wake();
    }

    private void untilParked() {
        while (waker == null || blocked.getState() != Thread.State.WAITING || blocked.isInterrupted()) {
            Thread.yield();
        }
    }

    /** Starts a helper of the test's own thread. */
    private Thread start(Runnable action) {
        blocked = Thread.currentThread();
        Thread thread = new Thread(action, "helper");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
