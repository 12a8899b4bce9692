package dev.asyncfn.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Waker;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A drop that waits: the cleanup of a future is pending where it awaits, and runs to its end. */
class PollDropTest {
    private static final Compiled COMPILED = Corpus.compiledAlone("drops", "Drops");

    private final Trace trace = new Trace(Pace.pendingOnce());

    @Test
    void eachFinallyBlockRunsToItsEndFromTheInsideOut() {
        Future<?> future = suspended("finallysThatAwait");
        Driver driver = new Driver(future, trace);
        assertThat(driver.drop().result()).isEqualTo("returns null");
        assertThat(driver.suspensions()).isEqualTo(2);
        assertThat(trace.entries())
                .containsExactly(
                        "open a",
                        "create body",
                        "close a",
                        "before inner",
                        "create inner",
                        "ready inner",
                        "after inner",
                        "before outer",
                        "create outer",
                        "ready outer",
                        "after outer");
        assertThat(trace.drops()).containsExactly("body");
    }

    @Test
    void futureInItsCleanupShowsWhatItWaitsFor() throws Exception {
        Future<?> future = suspended("finallysThatAwait");
        assertThat(once(future).isReady()).isFalse();
        assertThat(((Traced) future).state()).isEqualTo("AWAIT_TICK_27");
        assertThat(((Traced) future).awaited()).hasToString("inner");
    }

    @Test
    void futureIsDroppedAtTheEnd() {
        Future<?> future = suspended("finallysThatAwait");
        new Driver(future, trace).drop();
        assertThat(((Traced) future).state()).isEqualTo("DROPPED");
        assertThat(((Traced) future).awaited()).isNull();
        assertThatThrownBy(() -> future.poll(Context.fromWaker(Waker.noop())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("`async fn` resumed after being dropped");
    }

    @Test
    void anotherDropHasNoEffect() throws Exception {
        Future<?> future = suspended("finallysThatAwait");
        new Driver(future, trace).drop();
        List<String> logged = List.copyOf(trace.entries());
        assertThat(once(future).isReady()).isTrue();
        future.drop();
        assertThat(trace.entries()).isEqualTo(logged);
    }

    @Test
    void dropHurriesTheCleanup() throws Exception {
        Future<?> future = suspended("finallysThatAwait");
        assertThat(once(future).isReady()).isFalse();
        future.drop();
        assertThat(trace.entries()).endsWith("before inner", "create inner", "before outer", "create outer");
        assertThat(trace.drops()).containsExactly("body", "inner", "outer");
        assertThat(((Traced) future).state()).isEqualTo("DROPPED");
    }

    @Test
    void dropInAFinallyThatRunsAlreadyLeavesIt() {
        Future<?> future = futureOf("finallysThatAwait");
        assertThat(new Driver(future, trace).run(2)).isNull();
        assertThat(new Driver(future, trace).drop().result()).isEqualTo("returns null");
        assertThat(trace.entries())
                .endsWith("before inner", "create inner", "before outer", "create outer", "ready outer", "after outer");
        assertThat(trace.drops()).containsExactly("inner");
    }

    @Test
    void futureThatHasNotBegunHasNothingToCleanUp() throws Exception {
        Future<?> future = futureOf("finallysThatAwait");
        assertThat(once(future).isReady()).isTrue();
        assertThat(trace.entries()).isEmpty();
        assertThat(((Traced) future).state()).isEqualTo("DROPPED");
    }

    @Test
    void firstFailureIsThrownWithTheLaterOnesSuppressed() {
        Future<?> future = suspended("failuresAfterAwaits");
        assertThat(new Driver(future, trace).drop().result())
                .isEqualTo("throws " + Boom.class.getName() + " #inner: inner; suppressed " + Boom.class.getName()
                        + " #outer: outer");
        assertThat(trace.entries())
                .containsExactly(
                        "create body",
                        "create inner cleanup",
                        "ready inner cleanup",
                        "create outer cleanup",
                        "ready outer cleanup",
                        "last");
        assertThat(((Traced) future).state()).isEqualTo("DROPPED");
    }

    @Test
    void cleanupCatchesItsOwnFailures() {
        Future<?> future = suspended("cleanupThatRecovers");
        assertThat(new Driver(future, trace).drop().result()).isEqualTo("returns null");
        assertThat(trace.entries())
                .containsExactly(
                        "create body",
                        "create cleanup",
                        "ready cleanup",
                        "recovered from cleanup",
                        "create again",
                        "ready again",
                        "cleaned");
    }

    @Test
    void failureOfTheCleanupIsCaughtByNoClauseAroundIt() {
        Future<?> future = suspended("failingAwaitInATryThatCatches");
        assertThat(new Driver(future, trace).drop().result()).contains("#cleanup");
        assertThat(trace.entries()).containsExactly("create body", "create cleanup", "ready cleanup");
    }

    @Test
    void childThatFailsToDropDoesNotStopTheCleanup() {
        Future<?> future = suspended("childThatFailsToDrop");
        assertThat(new Driver(future, trace).drop().result()).contains("#drop");
        assertThat(trace.entries()).containsExactly("open a", "close a", "finally");
    }

    @Test
    void awaitedAsyncFnCleansUpToItsEndBeforeTheOneThatAwaitsIt() {
        Future<?> future = suspended("innerAsyncFn");
        assertThat(new Driver(future, trace).drop().result()).isEqualTo("returns null");
        assertThat(trace.entries())
                .containsExactly(
                        "open outer",
                        "open inner",
                        "create body",
                        "close inner",
                        "create inner cleanup",
                        "ready inner cleanup",
                        "close outer");
        assertThat(trace.drops()).containsExactly("body");
    }

    @Test
    void dropHurriesTheCleanupOfAnAwaitedAsyncFn() throws Exception {
        Future<?> future = suspended("innerAsyncFn");
        assertThat(once(future).isReady()).isFalse();
        assertThat(((Traced) future).state()).startsWith("AWAIT_");
        future.drop();
        assertThat(trace.entries()).endsWith("close inner", "create inner cleanup", "close outer");
        assertThat(trace.drops()).containsExactly("body", "inner cleanup");
    }

    @Test
    void asyncFnWithoutCleanupWaitsForThatOfTheOneItAwaits() {
        Future<?> future = suspended("awaitsInnerAlone");
        Driver driver = new Driver(future, trace);
        assertThat(driver.drop().result()).isEqualTo("returns null");
        assertThat(driver.suspensions()).isEqualTo(1);
        assertThat(trace.entries()).endsWith("close inner", "create inner cleanup", "ready inner cleanup");
        assertThat(((Traced) future).state()).isEqualTo("DROPPED");
    }

    @Test
    void noCatchClauseSeesIt() {
        Future<?> future = suspended("catchesThatDoNotSeeIt");
        assertThat(new Driver(future, trace).drop().result()).isEqualTo("returns null");
        assertThat(trace.entries()).containsExactly("create body", "finally");
    }

    @Test
    void loopInAFinallyRunsToItsEnd() {
        Future<?> future = suspended("loopInAFinally");
        assertThat(new Driver(future, trace).drop().result()).isEqualTo("returns null");
        assertThat(trace.entries()).endsWith("ready cleanup 2", "cleaned 2");
    }

    @Test
    void jumpOutOfAFinallyDoesNotEndIt() {
        Future<?> future = suspended("finallyThatContinues");
        assertThat(new Driver(future, trace).drop().result()).isEqualTo("returns null");
        assertThat(trace.entries())
                .containsExactly("open a", "create body", "create cleanup", "ready cleanup", "close a");
    }

    private static Poll<?> once(Future<?> future) throws Exception {
        return future.pollDrop(Context.fromWaker(Waker.noop()));
    }

    private Future<?> suspended(String body) {
        Future<?> future = futureOf(body);
        assertThat(new Driver(future, trace).run(1)).isNull();
        trace.expect(null); // the cleanup is polled with a context of its own
        return future;
    }

    private Future<?> futureOf(String body) {
        return new Body("drops", "bodies.drops.Drops", body, true).newFuture(COMPILED, trace);
    }
}
