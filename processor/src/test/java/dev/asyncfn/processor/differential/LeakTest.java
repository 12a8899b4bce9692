package dev.asyncfn.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Future;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A suspended future keeps what its body still needs, and nothing else. Isolated, for each collection stops the whole JVM, and has
 * more to go through while others compile.
 */
@Isolated
class LeakTest {
    private static final int COLLECTIONS = 20;
    private static final Compiled COMPILED = CorpusCompiler.withProcessor(
            "leaks", List.of(Corpus.root().resolve("leaks").resolve("Leaks.java")));

    private final Trace trace = new Trace(Pace.pendingOnce());

    @ParameterizedTest
    @CsvSource({
        "deadLocal, big",
        "capturedByABlockThatHasEnded, big",
        "lastUsedInABlock, big",
        "localThatWasKeptBefore, big",
        "unusedResult, big",
        "consumedResult, big",
        "blockScoped, big",
        "overwritten, old",
        "deadOnOneBranch, big",
        "earlierIteration, b0",
        "loopIsOver, list",
        "loopIsOver, element",
        "loopIsOver, array",
        "awaitedFuture, future",
        "operandThatWasConsumed, big",
        "parameterOfAnInner, big",
        "caughtException, exception",
        "caughtExceptionThatIsNotUsed, exception",
        "resourceThatWasClosed, resource",
        "resourceInTheCatchOfItsTry, resource",
        "pendingExceptionThatWasThrownOn, exception",
        "pendingExceptionThatAReturnReplaces, exception",
        "selectorOfASwitch, selector",
        "returnThroughAFinally, big",
        "conditionalReturnThroughAFinally, big",
        "breakThroughAFinally, big",
        "continueThroughAFinally, big",
        "throwThroughAFinally, big",
        "yieldThroughAFinally, big",
        "returnThatIsReplaced, big",
        "assignedAndNotReadAnyMore, big",
        "overwrittenInsideAnExpression, big",
        "overwrittenBehindWhatLooksLikeAnOperator, big",
        "parameterThatIsNeverUsed, big",
        "patternVariable, big",
        "exceptionThatWasRethrown, exception",
        "lastUsedWhereAnExceptionCame, big",
        "assignedWhereAnExceptionCame, big",
        "lastUsedBeforeAJump, big",
    })
    void isFreedWhileSuspended(String body, String watched) {
        Future<?> future = suspendedOnStop(body);
        assertThat(isFreed(trace.watched(watched))).isTrue();
        Reference.reachabilityFence(future);
    }

    @ParameterizedTest
    @CsvSource({
        "captured, big",
        "capturedByABlock, big",
        "live, big",
        "overwritten, new",
        "earlierIteration, b1",
        "operandThatIsKept, big",
        "caughtExceptionThatIsUsedLater, exception",
        "resourceThatIsOpen, resource",
        "pendingExceptionInItsFinally, exception",
        "pendingReturn, big",
        "assignedInTheTryReadInTheCatch, big",
    })
    void isKeptWhileSuspended(String body, String watched) {
        Future<?> future = suspendedOnStop(body);
        assertThat(isFreed(trace.watched(watched))).isFalse();
        Reference.reachabilityFence(future);
    }

    @Test
    void finishedFutureKeepsNothing() {
        Future<?> future = futureOf("returnedAtTheEnd");
        assertThat(new Driver(future, trace).runToEnd()).isNotNull();
        assertThat(isFreed(trace.watched("big"))).isTrue();
        assertThat(isFreed(trace.watched("other"))).isTrue();
        Reference.reachabilityFence(future);
    }

    @ParameterizedTest
    @CsvSource({
        "captured, big",
        "capturedByABlock, big",
        "live, big",
        "operandThatIsKept, big",
        "resourceThatIsOpen, resource",
        "pendingExceptionInItsFinally, exception",
        "pendingReturn, big",
    })
    void droppedFutureKeepsNothing(String body, String watched) {
        Future<?> future = suspendedOnStop(body);
        future.drop();
        assertThat(isFreed(trace.watched(watched))).isTrue();
        Reference.reachabilityFence(future);
    }

    private Future<?> suspendedOnStop(String body) {
        Future<?> future = futureOf(body);
        Driver driver = new Driver(future, trace);
        while (!"stop".equals(trace.suspendedOnLeaf())) {
            assertThat(driver.run(driver.suspensions() + 1))
                    .as("outcome before stop")
                    .isNull();
        }
        return future;
    }

    private Future<?> futureOf(String body) {
        return new Body("leaks", "bodies.leaks.Leaks", body, true).newFuture(COMPILED, trace);
    }

    /** A collection frees all that is unreachable, but concurrent ones may take a few: until a control is freed, and once more. */
    private static boolean isFreed(WeakReference<?> reference) {
        WeakReference<?> control = new WeakReference<>(new Object());
        for (int i = 0; i < COLLECTIONS && !control.refersTo(null); i++) {
            System.gc();
        }
        assertThat(control.refersTo(null)).as("the control is freed").isTrue();
        if (!reference.refersTo(null)) {
            System.gc();
        }
        return reference.refersTo(null);
    }
}
