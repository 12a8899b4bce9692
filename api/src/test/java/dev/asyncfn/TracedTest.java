package dev.asyncfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.asyncfn.LoaderAsync.FetchFuture;
import dev.asyncfn.LoaderAsync.LoadFuture;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Futures that tell where they stand, and the stack traces that are made of it. */
class TracedTest {
    private static final Future<String> PENDING = Future.pending();

    private static LoadFuture load() {
        return new LoadFuture(PENDING);
    }

    @Nested
    class Children {
        @Test
        void theChildThatIsAwaitedIsTheOnlyOneByDefault() {
            assertThat(load().suspendedOn(PENDING, "AWAIT_FIRST").awaitedAll()).isEqualTo(List.of(PENDING));
        }

        @Test
        void noChildIsAnEmptyListByDefault() {
            assertThat(load().awaitedAll()).isEmpty();
        }
    }

    @Nested
    class Location {
        @Test
        void aSuspendedFutureIsAtTheLineOfItsAwait() {
            StackTraceElement location =
                    load().suspendedOn(PENDING, "AWAIT_SECOND").location();
            assertThat(location).isEqualTo(new StackTraceElement("app.Loader", "load", "Loader.java", 17));
            assertThat(location).hasToString("app.Loader.load(Loader.java:17)");
        }

        @Test
        void aNewFutureIsAtItsFirstLine() {
            assertThat(load().location().getLineNumber()).isEqualTo(10);
        }

        @Test
        void aFailedFutureIsWhereItWasSuspendedLast() throws Exception {
            LoadFuture failed = load().suspendedOn(Future.failed(new IllegalStateException("failed")), "AWAIT_FIRST");
            assertThatThrownBy(() -> failed.poll(Context.fromWaker(Waker.noop())))
                    .hasMessage("failed");
            assertThat(failed.state()).isEqualTo("PANICKED");
            assertThat(failed.location().getLineNumber()).isEqualTo(14);
        }

        @Test
        void aFutureOfOneAwaitNeedNotKeepWhereItWasSuspended() {
            assertThat(new FetchFuture(PENDING).location().getLineNumber()).isEqualTo(23);
        }

        @Test
        void anUnknownStateHasNoLine() {
            StackTraceElement location =
                    load().suspendedOn(PENDING, "ELSEWHERE").location();
            assertThat(location).hasToString("app.Loader.load(Loader.java)");
        }

        @Test
        void aFutureThatWasNotGeneratedHasNone() {
            assertThat(new Waiting().location()).isNull();
        }

        @Test
        void aDamagedFileIsAsGoodAsNone() {
            assertThat(new DamagedAsync.LoadFuture().location()).isNull();
        }
    }

    @Nested
    class Restoring {
        @Test
        void theFramesOfAFutureBecomeOneOfItsAsyncFn() {
            assertThat(framesOf(failureOf(new LoadFuture(TracedTest::fail))))
                    .containsExactly(
                            "dev.asyncfn.TracedTest.fail",
                            "app.Loader.load(Loader.java:12)",
                            "dev.asyncfn.Async.blockOn");
        }

        @Test
        void aFutureThatWasSuspendedTellsTheLineOfItsAwait() {
            LoadFuture inner = new LoadFuture(TracedTest::fail);
            LoadFuture outer = load().suspendedOn(inner, "AWAIT_SECOND");
            assertThat(framesOf(failureOf(outer)))
                    .containsExactly(
                            "dev.asyncfn.TracedTest.fail",
                            "app.Loader.load(Loader.java:12)",
                            "app.Loader.load(Loader.java:17)",
                            "dev.asyncfn.Async.blockOn");
        }

        @Test
        void eachOfSeveralFuturesOfOneClassTellsItsOwnLine() {
            Future<String> leaf = TracedTest::fail;
            LoadFuture third = load().suspendedOn(leaf, "AWAIT_FIRST");
            FetchFuture second = new FetchFuture(third);
            LoadFuture first = load().suspendedOn(second, "AWAIT_SECOND");
            assertThat(framesOf(failureOf(first)))
                    .containsExactly(
                            "dev.asyncfn.TracedTest.fail",
                            "app.Loader.load(Loader.java:14)",
                            "app.Loader.fetch(Loader.java:23)",
                            "app.Loader.load(Loader.java:17)",
                            "dev.asyncfn.Async.blockOn");
        }

        @Test
        void futuresBetweenThemKeepTheirFrames() {
            LoadFuture inner = load().suspendedOn(TracedTest::fail, "AWAIT_FIRST");
            LoadFuture outer = load().suspendedOn(new Wrapping(inner), "AWAIT_SECOND");
            assertThat(framesOf(failureOf(outer)))
                    .containsExactly(
                            "dev.asyncfn.TracedTest.fail",
                            "app.Loader.load(Loader.java:14)",
                            "dev.asyncfn.TracedTest$Wrapping.poll",
                            "app.Loader.load(Loader.java:17)",
                            "dev.asyncfn.Async.blockOn");
        }

        @Test
        void aFutureThatSaysItWaitsForItselfDoesNotHoldUp() {
            class Circle implements Future<String>, Traced {
                private final Future<String> inner = load().suspendedOn(TracedTest::fail, "AWAIT_FIRST");

                @Override
                public Poll<String> poll(Context cx) throws Exception {
                    return inner.poll(cx);
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
            assertThat(framesOf(failureOf(new Circle())))
                    .contains("dev.asyncfn.TracedTest.fail", "app.Loader.load(Loader.java)");
        }

        @Test
        void theExceptionIsTheSame() {
            IllegalStateException thrown = new IllegalStateException("failed");
            LoadFuture future = load().suspendedOn(Future.failed(thrown), "AWAIT_FIRST");
            assertThat(failureOf(future)).isSameAs(thrown);
        }

        @Test
        void causesAndSuppressedExceptionsAreRestored() {
            Exception cause = made("dev.asyncfn.LoaderAsync$LoadFuture", "run", 35);
            Exception suppressed = made("dev.asyncfn.LoaderAsync$LoadFuture", "run", 35);
            Exception failure = new Exception("failed", cause);
            failure.addSuppressed(suppressed);
            Traced.restore(failure, load());
            assertThat(framesOf(cause)).containsExactly("app.Loader.load(Loader.java:12)");
            assertThat(framesOf(suppressed)).containsExactly("app.Loader.load(Loader.java:12)");
        }

        @Test
        void exceptionsInACircleAreRestoredOnce() {
            Exception first = made("dev.asyncfn.LoaderAsync$LoadFuture", "run", 35);
            Exception second = made("dev.asyncfn.LoaderAsync$LoadFuture", "run", 35);
            first.initCause(second);
            second.initCause(first);
            Traced.restore(first, load());
            assertThat(framesOf(first)).containsExactly("app.Loader.load(Loader.java:12)");
            assertThat(framesOf(second)).containsExactly("app.Loader.load(Loader.java:12)");
        }

        @Test
        void factoriesConstructorsAndBridgesLeaveNoFrame() {
            Exception failure = made(
                    frame("java.util.Objects", "requireNonNull", 1),
                    frame("dev.asyncfn.LoaderAsync$LoadFuture", "<init>", 14),
                    frame("dev.asyncfn.LoaderAsync", "load", 5),
                    frame("dev.asyncfn.LoaderAsync$Bridge", "secret", 90),
                    frame("dev.asyncfn.LoaderAsync$LoadFuture", "poll", 35),
                    frame("app.Main", "main", 3));
            Traced.restore(failure, load());
            assertThat(failure.getStackTrace())
                    .extracting(StackTraceElement::toString)
                    .containsExactly(
                            "java.util.Objects.requireNonNull(Objects.java:1)",
                            "app.Loader.load(Loader.java:12)",
                            "app.Main.main(Main.java:3)");
        }

        @Test
        void aLambdaOfTheBodyKeepsAFrameOfItsOwn() {
            Exception failure = made(
                    frame("dev.asyncfn.LoaderAsync$LoadFuture", "lambda$poll$4", 35),
                    frame("dev.asyncfn.LoaderAsync$LoadFuture", "poll", 35));
            Traced.restore(failure, load());
            assertThat(failure.getStackTrace())
                    .extracting(StackTraceElement::toString)
                    .containsExactly("app.Loader.lambda$load$4(Loader.java:12)", "app.Loader.load(Loader.java:12)");
        }

        @Test
        void withoutLinesInTheClassFileOnlyTheAsyncFnIsTold() {
            Exception failure = made("dev.asyncfn.LoaderAsync$LoadFuture", "run", -1);
            Traced.restore(failure, load());
            assertThat(framesOf(failure)).containsExactly("app.Loader.load(Loader.java)");
        }

        @Test
        void aFailureOfAnEarlierPollDoesNotTellTheLinesOfThisOne() {
            Exception failure = made("dev.asyncfn.LoaderAsync$LoadFuture", "poll", 29);
            Traced.restore(failure, load().suspendedOn(PENDING, "AWAIT_FIRST"));
            assertThat(framesOf(failure)).containsExactly("app.Loader.load(Loader.java)");
        }

        @Test
        void aTraceThatCannotBeWrittenStaysEmpty() {
            Exception failure = new Untraceable();
            LoadFuture future = load().suspendedOn(Future.failed(failure), "AWAIT_FIRST");
            assertThat(failureOf(future)).isSameAs(failure);
            assertThat(failure.getStackTrace()).isEmpty();
        }

        @Test
        void aTraceWithoutGeneratedFramesIsNotTouched() {
            Exception failure = made("app.Main", "main", 3);
            StackTraceElement[] before = failure.getStackTrace();
            Traced.restore(failure, load());
            assertThat(failure.getStackTrace()).isEqualTo(before);
        }

        @Test
        void classesAboutWhichNothingIsKnownKeepTheirFrames() {
            assertThat(framesOf(failureOf(new DamagedAsync.LoadFuture())))
                    .containsExactly("dev.asyncfn.DamagedAsync$LoadFuture.poll", "dev.asyncfn.Async.blockOn");
        }

        @Test
        void anExceptionThatFailsWhenItIsAskedIsLeftAlone() {
            Exception failure = new Exception("failed") {
                private static final long serialVersionUID = 1L;

                @Override
                public synchronized Throwable getCause() {
                    throw new IllegalStateException("asked");
                }
            };
            LoadFuture future = load().suspendedOn(Future.failed(failure), "AWAIT_FIRST");
            assertThat(failureOf(future)).isSameAs(failure);
        }

        @Test
        void aFailureIsLeftAloneIfWhatRestoresItCannotBeLoaded() throws Exception {
            Exception failure = made("app.LoaderAsync$LoadFuture", "poll", 1);
            List<StackTraceElement> trace = List.of(failure.getStackTrace());
            Class<?> traced = new WithoutStackTraces().loadClass(Traced.class.getName());
            traced.getMethod("restore", Throwable.class, Future.class).invoke(null, failure, PENDING);
            assertThat(failure.getStackTrace()).isEqualTo(trace.toArray());
        }
    }

    private static Poll<String> fail(Context cx) {
        throw new IllegalStateException("failed");
    }

    private static Throwable failureOf(Future<String> future) {
        return catchThrowable(() -> Async.blockOn(future));
    }

    /** The frames down to the one that drives the future, with the lines of those that were restored. */
    private static List<String> framesOf(Throwable failure) {
        List<String> frames = Arrays.stream(failure.getStackTrace())
                .map(frame -> frame.getClassName().startsWith("app.")
                        ? withoutModule(frame)
                        : frame.getClassName() + "." + frame.getMethodName())
                .toList();
        int driver = frames.indexOf("dev.asyncfn.Async.blockOn");
        return driver < 0 ? frames : frames.subList(0, driver + 1);
    }

    private static String withoutModule(StackTraceElement frame) {
        return new StackTraceElement(
                        frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber())
                .toString();
    }

    private static StackTraceElement frame(String type, String method, int line) {
        return new StackTraceElement(type, method, type.replaceAll(".*\\.|\\$.*", "") + ".java", line);
    }

    private static Exception made(String type, String method, int line) {
        return made(frame(type, method, line));
    }

    private static Exception made(StackTraceElement... trace) {
        Exception failure = new Exception("made");
        failure.setStackTrace(trace);
        return failure;
    }

    private static final class Untraceable extends Exception {
        private static final long serialVersionUID = 1L;

        Untraceable() {
            super("no trace", null, false, false);
        }
    }

    private record Wrapping(Future<String> awaited) implements Future<String>, Traced {
        @Override
        public Poll<String> poll(Context cx) throws Exception {
            return awaited.poll(cx);
        }

        @Override
        public String state() {
            return "WRAPPING";
        }
    }

    private static final class Waiting implements Traced {
        @Override
        public String state() {
            return "WAITING";
        }

        @Override
        public Future<?> awaited() {
            return null;
        }
    }

    /** As if no file could be opened any more. */
    private static final class WithoutStackTraces extends ClassLoader {
        WithoutStackTraces() {
            super(TracedTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.equals("dev.asyncfn.StackTraces")) {
                throw new ClassNotFoundException(name);
            }
            return name.equals(Traced.class.getName()) ? traced() : super.loadClass(name, resolve);
        }

        private synchronized Class<?> traced() throws ClassNotFoundException {
            Class<?> loaded = findLoadedClass(Traced.class.getName());
            if (loaded != null) {
                return loaded;
            }
            try (InputStream file = Traced.class.getResourceAsStream("Traced.class")) {
                byte[] bytes = file.readAllBytes();
                return defineClass(Traced.class.getName(), bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(Traced.class.getName(), e);
            }
        }
    }
}
