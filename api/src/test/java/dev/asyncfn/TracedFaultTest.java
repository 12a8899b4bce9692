package dev.asyncfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link Traced#restore} never throws, whatever it meets. */
class TracedFaultTest {
    /** The methods of an exception, and of a future, that can be overridden and that restoring a trace may call. */
    enum Method {
        GET_CAUSE,
        GET_STACK_TRACE,
        SET_STACK_TRACE,
        TO_STRING,
        GET_MESSAGE,
        STATE,
        AWAITED,
        AWAITED_ALL,
        SUSPENDED_AT
    }

    private static List<Throwable> throwables() {
        return List.of(
                new IllegalStateException("unchecked"),
                new IOException("checked"),
                new LinkageError("linkage"),
                new OutOfMemoryError("heap"),
                new StackOverflowError(),
                new InternalError("internal"),
                new AssertionError("assertion"),
                new ThreadDeath() {
                    private static final long serialVersionUID = 1L;
                },
                new Throwable("neither"));
    }

    static Stream<Arguments> faults() {
        List<Arguments> faults = new ArrayList<>();
        for (Method method : Method.values()) {
            for (Throwable thrown : throwables()) {
                faults.add(Arguments.of(method, thrown));
            }
        }
        return faults.stream();
    }

    /** Has a frame of a generated future, so that its trace is looked at. */
    private static class Faulty extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Method method;
        private final transient Throwable thrown;

        Faulty(Method method, Throwable thrown) {
            this.method = method;
            this.thrown = thrown;
            super.setStackTrace(new StackTraceElement[] {
                new StackTraceElement("dev.asyncfn.LoaderAsync$LoadFuture", "poll", "LoaderAsync.java", 35)
            });
        }

        private void at(Method called) {
            if (called == method) {
                throw Sneaky.asIs(thrown);
            }
        }

        @Override
        public synchronized Throwable getCause() {
            at(Method.GET_CAUSE);
            return super.getCause();
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            at(Method.GET_STACK_TRACE);
            return super.getStackTrace();
        }

        @Override
        public void setStackTrace(StackTraceElement[] trace) {
            at(Method.SET_STACK_TRACE);
            super.setStackTrace(trace);
        }

        @Override
        public String toString() {
            at(Method.TO_STRING);
            return super.toString();
        }

        @Override
        public String getMessage() {
            at(Method.GET_MESSAGE);
            return super.getMessage();
        }
    }

    /** A future that fails with the exception, and whose own methods may throw. */
    private record FaultyFuture(Faulty failure) implements Future<String>, Traced {
        @Override
        public Poll<String> poll(Context cx) throws Exception {
            throw failure;
        }

        @Override
        public String state() {
            failure.at(Method.STATE);
            return "AWAIT";
        }

        @Override
        public Future<?> awaited() {
            failure.at(Method.AWAITED);
            return null;
        }

        @Override
        public List<Future<?>> awaitedAll() {
            failure.at(Method.AWAITED_ALL);
            return List.of();
        }

        @Override
        public String suspendedAt() {
            failure.at(Method.SUSPENDED_AT);
            return "AWAIT";
        }
    }

    @ParameterizedTest(name = "{0} throws {1}")
    @MethodSource("faults")
    void anExceptionOrAFutureWhoseMethodsThrowIsLeftAlone(Method method, Throwable thrown) {
        Faulty failure = new Faulty(method, thrown);
        Throwable outcome = catchThrowable(() -> Async.blockOn(new FaultyFuture(failure)));
        assertThat(outcome == failure).isTrue(); // not described, as that would ask it for its message
    }

    @ParameterizedTest(name = "{0} throws {1}")
    @MethodSource("faults")
    void soIsOneThatIsTheCauseOfAnother(Method method, Throwable thrown) {
        Exception failure = new Exception("failed");
        failure.initCause(new Faulty(method, thrown));
        failure.addSuppressed(new Faulty(method, thrown));
        assertThatCode(() -> Traced.restore(failure, Future.pending())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"GET_CAUSE", "AWAITED"})
    void causesAndChildrenThatNeverEndAreNotFollowedForEver(Method endless) {
        class Endless extends Exception {
            private static final long serialVersionUID = 1L;

            Endless() {
                setStackTrace(new Faulty(null, null).getStackTrace());
            }

            @Override
            public synchronized Throwable getCause() {
                return endless == Method.GET_CAUSE ? new Endless() : null;
            }
        }
        class EndlessFuture implements Future<String>, Traced {
            @Override
            public Poll<String> poll(Context cx) throws Exception {
                throw new Endless();
            }

            @Override
            public String state() {
                return "AWAIT";
            }

            @Override
            public Future<?> awaited() {
                return endless == Method.AWAITED ? new EndlessFuture() : null;
            }
        }
        assertThat(catchThrowable(() -> Async.blockOn(new EndlessFuture()))).isInstanceOf(Endless.class);
    }
}
