package dev.asyncfn.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.asyncfn.Future;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The stack trace of a failure of a future, restored, is that of the body run blocking: each body of the corpus that throws, with all
 * causes and suppressed exceptions. {@code -Ddifferential.case=topic/Class/method} runs one case.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Corpus.COMPILATION, mode = ResourceAccessMode.READ)
class StackTraceTest {
    private static final Compiled COMPILED = Corpus.compiled();
    /** Like {@code Async.await}, they have frames in the body only. */
    private static final Set<String> AWAITS = MarkedAwaits.in(COMPILED.classes().values());

    @TestFactory
    Stream<DynamicTest> traceOfAFutureIsThatOfItsBody() {
        return Corpus.bodies(COMPILED.sources(), COMPILED).stream()
                .map(Reference::new)
                .flatMap(reference -> Stream.of(
                        dynamicTest(reference.body + ", leaves ready", () -> failsAlike(reference, Pace.ready())),
                        dynamicTest(
                                reference.body + ", leaves pending once",
                                () -> failsAlike(reference, Pace.pendingOnce())),
                        dynamicTest(
                                reference.body + ", leaves pending twice",
                                () -> failsAlike(reference, Pace.pendingTwice()))));
    }

    /** How a body fails when it blocks: the same way each time, as {@link BlockingReferenceTest} shows. */
    private static final class Reference {
        private final Body body;
        private List<String> frames;

        Reference(Body body) {
            this.body = body;
        }

        /** None if it does not fail. */
        synchronized List<String> frames() {
            if (frames == null) {
                Trace trace = new Trace(Pace.ready());
                body.runBlocking(COMPILED, trace);
                frames = trace.failure() == null ? List.of() : framesOf(trace.failure());
            }
            return frames;
        }
    }

    private static void failsAlike(Reference reference, Pace pace) {
        Body body = reference.body;
        List<String> expected = reference.frames();
        if (expected.isEmpty()) {
            return;
        }

        Trace polling = new Trace(pace);
        Future<?> future = body.newFuture(COMPILED, polling);
        new Driver(future, polling).runToEnd();

        assertThat(framesOf(polling.failure()))
                .as(() -> COMPILED.generatedSource(body))
                .containsExactlyElementsOf(expected);
    }

    private static List<String> framesOf(Throwable failure) {
        List<String> frames = new ArrayList<>();
        print(failure, frames, Collections.newSetFromMap(new IdentityHashMap<>()));
        return frames;
    }

    private static void print(Throwable failure, List<String> frames, Set<Throwable> seen) {
        if (!seen.add(failure)) {
            return;
        }
        frames.add(failure.getClass().getName());
        Arrays.stream(failure.getStackTrace())
                .filter(StackTraceTest::isOfTheUser)
                .map(frame -> frame.getClassName()
                        + "." + frame.getMethodName().replaceAll("^(lambda\\$.+)\\$\\w+$", "$1")
                        + ":" + frame.getLineNumber())
                .forEach(frames::add);
        if (failure.getCause() != null) {
            print(failure.getCause(), frames, seen);
        }
        Arrays.stream(failure.getSuppressed()).forEach(suppressed -> print(suppressed, frames, seen));
    }

    /** Classes of a body that have no name of their own have another one in the future. */
    private static boolean isOfTheUser(StackTraceElement frame) {
        String name = frame.getClassName();
        return COMPILED.classes().containsKey(name)
                && !AWAITS.contains(name + "." + frame.getMethodName())
                && !name.matches(".*(\\$\\d.*|Future(_\\w*)?\\$.*)");
    }
}
