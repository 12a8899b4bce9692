package dev.asyncfn.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.asyncfn.Future;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A suspended future keeps what its body still needs, and nothing else. Isolated, for a collection stops the whole JVM, and has more to go
 * through while others compile; for the same reason one collection is for many bodies.
 */
@Isolated
class LeakTest {
    private static final int COLLECTIONS = 20;
    private static final Compiled COMPILED = Corpus.compiledAlone("leaks", "Leaks");

    private static final List<String> FREED = List.of(
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
            "lastUsedBeforeAJump, big");

    private static final List<String> KEPT = List.of(
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
            "assignedInTheTryReadInTheCatch, big");

    private static final List<String> KEPT_UNTIL_DROPPED = List.of(
            "captured, big",
            "capturedByABlock, big",
            "live, big",
            "operandThatIsKept, big",
            "resourceThatIsOpen, resource",
            "pendingExceptionInItsFinally, exception",
            "pendingReturn, big");

    /** An object of a body, and the future of that body, which stays. */
    private record Watched(String name, Future<?> future, Trace trace, WeakReference<?> object) {
        /** @param name the body and the object, as in {@code body, object} */
        static Watched of(String name) {
            String[] parts = name.split(", ");
            Trace trace = new Trace(Pace.pendingOnce());
            Future<?> future = suspendedOnStop(parts[0], trace);
            return new Watched(name, future, trace, trace.watched(parts[1]));
        }

        DynamicTest isFreed(boolean expected) {
            return dynamicTest(name, () -> {
                assertThat(object.refersTo(null)).isEqualTo(expected);
                Reference.reachabilityFence(future);
            });
        }
    }

    @TestFactory
    Stream<DynamicTest> isFreedWhileSuspended() {
        List<Watched> watched = FREED.stream().map(Watched::of).toList();
        collect();
        return watched.stream().map(one -> one.isFreed(true));
    }

    @TestFactory
    Stream<DynamicTest> isKeptWhileSuspended() {
        List<Watched> watched = KEPT.stream().map(Watched::of).toList();
        collect();
        return watched.stream().map(one -> one.isFreed(false));
    }

    @Test
    void finishedFutureKeepsNothing() {
        Trace trace = new Trace(Pace.pendingOnce());
        Future<?> future = futureOf("returnedAtTheEnd", trace);
        assertThat(new Driver(future, trace).runToEnd()).isNotNull();
        collect();
        assertThat(trace.watched("big").refersTo(null)).isTrue();
        assertThat(trace.watched("other").refersTo(null)).isTrue();
        Reference.reachabilityFence(future);
    }

    @TestFactory
    Stream<DynamicTest> droppedFutureKeepsNothing() {
        List<Watched> watched = KEPT_UNTIL_DROPPED.stream().map(Watched::of).toList();
        watched.forEach(one -> one.future().drop());
        collect();
        return watched.stream().map(one -> one.isFreed(true));
    }

    private static Future<?> suspendedOnStop(String body, Trace trace) {
        Future<?> future = futureOf(body, trace);
        Driver driver = new Driver(future, trace);
        while (!"stop".equals(trace.suspendedOnLeaf())) {
            assertThat(driver.run(driver.suspensions() + 1))
                    .as("outcome before stop")
                    .isNull();
        }
        return future;
    }

    private static Future<?> futureOf(String body, Trace trace) {
        return new Body("leaks", "bodies.leaks.Leaks", body, true).newFuture(COMPILED, trace);
    }

    /** One frees all that is unreachable, but concurrent ones may take a few: until a control is freed, and once more. */
    private static void collect() {
        WeakReference<?> control = new WeakReference<>(new Object());
        for (int i = 0; i < COLLECTIONS && !control.refersTo(null); i++) {
            System.gc();
        }
        assertThat(control.refersTo(null)).as("the control is freed").isTrue();
        System.gc();
    }
}
