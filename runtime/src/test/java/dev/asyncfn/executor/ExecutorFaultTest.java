package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Enter;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Waker;
import dev.asyncfn.failure.Sneaky;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is thrown, and wherever: on each executor the handle ends, the next task runs, and the executor closes. */
class ExecutorFaultTest {
    /** Thrown by user code where it is asked by the bookkeeping. */
    enum Fault {
        OUT_OF_MEMORY(new OutOfMemoryError("heap")),
        NO_THREAD(new OutOfMemoryError("unable to create native thread")),
        STACK_OVERFLOW(new StackOverflowError()),
        INTERNAL(new InternalError("internal")),
        LINKAGE(new LinkageError("linkage")),
        CHECKED(new Exception("checked")),
        NEITHER(new Throwable("neither"));

        final Throwable thrown;

        Fault(Throwable thrown) {
            this.thrown = thrown;
        }

        <T> T raise() {
            throw Sneaky.asIs(thrown);
        }
    }

    /** An exception all of whose methods throw. */
    private static final class Faulty extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Fault fault;

        Faulty(Fault fault) {
            this.fault = fault;
        }

        @Override
        public synchronized Throwable getCause() {
            return fault == null ? null : fault.raise();
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            return fault == null ? new StackTraceElement[0] : fault.raise();
        }

        @Override
        public String toString() {
            return fault.raise();
        }

        @Override
        public String getMessage() {
            return fault.raise();
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    /** A waker that throws in one of its functions. */
    private static Waker waker(String function, Fault fault) {
        return Waker.fromRaw(new RawWaker(null, new RawWakerVTable() {
            private void at(String called) {
                if (called.equals(function)) {
                    fault.raise();
                }
            }

            @Override
            public RawWaker clone(Object data) {
                at("clone");
                return new RawWaker(null, this);
            }

            @Override
            public void wake(Object data) {
                at("wake");
            }

            @Override
            public void wakeByRef(Object data) {
                at("wake");
            }

            @Override
            public void drop(Object data) {
                at("drop");
            }
        }));
    }

    private Thread.UncaughtExceptionHandler before;

    /** The last resort of reports also throws, in each test. */
    @BeforeEach
    void breakTheLastHandler() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, unheard) -> {
            throw new OutOfMemoryError("in the handler");
        });
    }

    @AfterEach
    void mendTheLastHandler() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    static Stream<Arguments> faults() {
        List<Arguments> all = new ArrayList<>();
        for (AnyExecutor.Kind kind : AnyExecutor.Kind.values()) {
            for (Fault fault : Fault.values()) {
                all.add(Arguments.of(kind, fault));
            }
        }
        return all.stream();
    }

    private static AnyExecutor executor(AnyExecutor.Kind kind, Fault ofHandler) {
        return kind.create(unheard -> ofHandler.raise());
    }

    /** More tasks than there are threads, so that one that has died is missed. */
    private static void assertGoesOn(AnyExecutor executor) {
        for (int i = 0; i < 10; i++) {
            JoinHandle<Integer> next = executor.spawn(Future.ready(i));
            executor.finish(next);
            assertThat(Async.blockOn(next)).isEqualTo(i);
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aPollThatThrowsWhatCannotBeAsked(AnyExecutor.Kind kind, Fault fault) {
        Faulty failure = new Faulty(fault);
        try (AnyExecutor executor = executor(kind, fault)) {
            for (int i = 0; i < 4; i++) {
                JoinHandle<Object> failing = executor.spawn(Future.failed(failure));
                executor.finish(failing);
                assertThat(causeOf(failing) == failure).isTrue();
                executor.spawn(Future.failed(failure)).drop();
            }
            assertGoesOn(executor);
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aDropThatThrowsWhatCannotBeAsked(AnyExecutor.Kind kind, Fault fault) {
        Faulty failure = new Faulty(fault);
        try (AnyExecutor executor = executor(kind, fault)) {
            for (int i = 0; i < 4; i++) {
                JoinHandle<Object> aborted = executor.spawn(Leaf.pending().onDrop(() -> {
                    throw failure;
                }));
                aborted.abort();
                executor.finish(aborted);
                assertThat(causeOf(aborted) == failure).isTrue();
            }
            JoinHandle<Object> left = executor.spawn(Leaf.pending().onDrop(() -> {
                throw failure;
            }));
            left.drop();
            assertGoesOn(executor);
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aPollAndThenItsDropThrow(AnyExecutor.Kind kind, Fault fault) {
        Faulty first = new Faulty(fault);
        Faulty second = new Faulty(fault);
        try (AnyExecutor executor = executor(kind, fault)) {
            JoinHandle<Object> failing = executor.spawn(Leaf.doing(cx -> {
                        throw first;
                    })
                    .onDrop(() -> {
                        throw second;
                    }));
            executor.finish(failing);
            assertThat(causeOf(failing) == first).isTrue();
            assertThat(first.getSuppressed()[0] == second).isTrue();
            assertGoesOn(executor);
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aWakerOfTheAwaitingTaskThatThrows(AnyExecutor.Kind kind, Fault fault) {
        try (AnyExecutor executor = executor(kind, fault)) {
            for (String function : List.of("wake", "drop")) {
                Leaf<String> leaf = Leaf.pending();
                JoinHandle<String> awaited = executor.spawn(leaf);
                awaited.poll(Context.fromWaker(waker(function, fault)));
                awaited.abort();
                executor.finish(awaited);
            }
            assertGoesOn(executor);
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFailureOfAScopesChildThatCannotBeAsked(AnyExecutor.Kind kind, Fault fault) {
        Faulty failure = new Faulty(fault);
        try (AnyExecutor executor = executor(kind, fault)) {
            JoinHandle<Object> scope = executor.spawn(TaskScope.run(executor::spawn, children -> {
                children.spawn(Future.failed(failure));
                children.spawn(Leaf.pending());
                return Future.pending();
            }));
            executor.finish(scope);
            assertThat(causeOf(scope) == failure).isTrue();
            assertGoesOn(executor);
        }
    }

    @ParameterizedTest
    @EnumSource(AnyExecutor.Kind.class)
    void aMarkThatATaskLeaves(AnyExecutor.Kind kind) {
        try (AnyExecutor executor = kind.create(unheard -> {})) {
            for (int i = 0; i < 4; i++) {
                JoinHandle<Void> marking = executor.spawn(cx -> {
                    Enter.enter("the task's own");
                    Enter.enter("and another");
                    return Poll.ready(null);
                });
                executor.finish(marking);
            }
            Enter.checkMayBlock("this thread"); // or the executor has left it marked
            assertGoesOn(executor);
        }
        Enter.checkMayBlock("this thread");
    }

    private static Throwable causeOf(JoinHandle<?> failed) {
        try {
            Async.blockOn(failed);
        } catch (JoinException e) {
            return e.getCause();
        }
        throw new AssertionError("no failure");
    }
}
