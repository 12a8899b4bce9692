package dev.asyncfn.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.test.PollTrace;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.test.TraceEvent;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Choosers and listeners of tests that throw: the test fails, and nothing is left of it. */
@Tag("one-jdk")
class ListenerFaultTest {
    private final TaskProbe task = new TaskProbe();
    private final Closable value = new Closable();
    private boolean failing;
    private int ends;

    /** Pending until a test makes it ready. Each poll wakes its own task, so that there is always a next one. */
    private final class Awaited implements Future<Closable> {
        private boolean ready;

        @Override
        public Poll<Closable> poll(Context cx) {
            cx.waker().wakeByRef();
            return ready ? Poll.ready(value) : Poll.pending();
        }

        @Override
        public void drop() {
            ends++;
        }
    }

    private void failIfAsked() {
        if (failing) {
            throw new IllegalArgumentException("told to");
        }
    }

    @Test
    void aChooserThatThrowsInTheCloseDoesNotKeepTheTasks() {
        TestExecutor executor = new TestExecutor(tasks -> {
            failIfAsked();
            return 0;
        });
        executor.spawn(new Awaited());
        executor.spawn(new Awaited());
        failing = true;
        assertThatIllegalArgumentException().isThrownBy(executor::runUntilStalled);
        assertThatIllegalArgumentException().isThrownBy(executor::close).withMessage("told to");
        assertThat(ends).isEqualTo(2);
        assertThat(executor.size()).isZero();
    }

    @Test
    void norDoesOneThatChoosesWhatIsNotThere() {
        TestExecutor executor = new TestExecutor(tasks -> tasks.size());
        executor.spawn(new Awaited());
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(executor::close);
        assertThat(ends).isOne();
    }

    @Test
    void aListenerOfTheExecutorFailsTheRunAndNotTheTask() {
        try (TestExecutor executor = new TestExecutor(0)) {
            executor.traceTo(line -> failIfAsked());
            executor.eventsTo(event -> failIfAsked());
            JoinHandle<Closable> handle = executor.spawn(Future.ready(value));
            failing = true;
            assertThatIllegalArgumentException().isThrownBy(executor::runUntilStalled);
            failing = false;
            assertThat(executor.run(handle)).isSameAs(value);
        }
        assertThat(value.closes).isZero();
    }

    private PollTraceOf trace(Class<? extends TraceEvent> at) {
        Awaited awaited = new Awaited();
        Consumer<TraceEvent> listener = event -> {
            if (at.isInstance(event)) {
                throw new IllegalArgumentException("told to");
            }
        };
        return new PollTraceOf(awaited, PollTrace.ofEvents("traced", awaited, listener));
    }

    private record PollTraceOf(Awaited awaited, Future<Closable> trace) {}

    @ParameterizedTest
    @ValueSource(classes = {TraceEvent.Polled.class, TraceEvent.Pending.class})
    void aTraceWhoseListenerThrowsInAPollDropsTheFuture(Class<? extends TraceEvent> at) {
        PollTraceOf traced = trace(at);
        assertThatIllegalArgumentException().isThrownBy(() -> task.poll(traced.trace()));
        assertThat(ends).isOne();
        assertThat(task.held()).isZero();
    }

    @Test
    void orReleasesItsValue() {
        PollTraceOf traced = trace(TraceEvent.Ready.class);
        traced.awaited().ready = true;
        assertThatIllegalArgumentException().isThrownBy(() -> task.poll(traced.trace()));
        assertThat(value.closes).isOne();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void andThrowsNothingThatKeepsItFromBeingDropped(boolean inTime) {
        Future<Closable> trace = trace(TraceEvent.Dropped.class).trace();
        assertThatIllegalArgumentException().isThrownBy(() -> {
            if (inTime) {
                trace.pollDrop(task.context());
            } else {
                trace.drop();
            }
        });
        assertThat(ends).isOne();
    }
}
