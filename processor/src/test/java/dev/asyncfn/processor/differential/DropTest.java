package dev.asyncfn.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Traced;
import dev.asyncfn.Waker;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a drop does where no blocking run can tell: its cleanup is not ready, or fails. */
class DropTest {
    private static final Compiled COMPILED = Corpus.compiledAlone("drops", "Drops");

    private final Trace trace = new Trace(Pace.pendingOnce());

    @Test
    void awaitInAFinallyThatIsNotReadyIsDroppedAndTheOuterCleanupGoesOn() {
        Future<?> future = suspended("finallysThatAwait");
        future.drop();
        assertThat(trace.entries())
                .containsExactly(
                        "open a",
                        "create body",
                        "close a",
                        "before inner",
                        "create inner",
                        "before outer",
                        "create outer");
        assertThat(trace.drops()).containsExactly("body", "inner", "outer");
    }

    @Test
    void awaitInAFinallyThatIsReadyGoesOn() {
        Future<?> future = suspended("finallysThatAwait");
        trace.dropping();
        future.drop();
        assertThat(trace.entries())
                .endsWith(
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
    void dropInAFinallyLeavesItAndRunsTheOuterOne() {
        Future<?> future = futureOf("finallysThatAwait");
        assertThat(new Driver(future, trace).run(2)).isNull();
        future.drop();
        assertThat(trace.entries()).endsWith("before inner", "create inner", "before outer", "create outer");
        assertThat(trace.drops()).containsExactly("inner", "outer");
    }

    @Test
    void firstFailureIsThrownWithTheLaterOnesSuppressed() {
        Future<?> future = suspended("twoFailingFinallys");
        assertThatThrownBy(future::drop)
                .isInstanceOf(Boom.class)
                .hasMessage("inner")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .satisfies(later ->
                                assertThat(later).isInstanceOf(Boom.class).hasMessage("outer")));
        assertThat(trace.entries()).containsExactly("create body", "inner", "outer", "last");
    }

    @Test
    void failureOfTheCleanupIsCaughtByNoClauseAroundIt() {
        Future<?> future = suspended("failingFinallyInATryThatCatches");
        assertThatThrownBy(future::drop).isInstanceOf(Boom.class).hasMessage("finally");
        assertThat(trace.entries()).containsExactly("create body", "finally", "c");
    }

    @Test
    void childThatFailsToDropDoesNotStopTheCleanup() {
        Future<?> future = suspended("childThatFailsToDrop");
        assertThatThrownBy(future::drop).isInstanceOf(Boom.class).hasMessage("drop");
        assertThat(trace.entries()).containsExactly("open a", "close a", "finally");
    }

    @Test
    void futureWhoseCleanupFailedIsDropped() {
        Future<?> future = suspended("twoFailingFinallys");
        assertThatThrownBy(future::drop).isInstanceOf(Boom.class);
        assertThat(((Traced) future).state()).isEqualTo("DROPPED");
        assertThat(((Traced) future).awaited()).isNull();
        assertThatThrownBy(() -> future.poll(Context.fromWaker(Waker.noop())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("`async fn` resumed after being dropped");
        List<String> logged = List.copyOf(trace.entries());
        future.drop();
        assertThat(trace.entries()).isEqualTo(logged);
    }

    @Test
    void noCatchClauseSeesIt() {
        suspended("catchesThatDoNotSeeIt").drop();
        assertThat(trace.entries()).containsExactly("create body", "finally");
    }

    @Test
    void jumpOutOfAFinallyDoesNotEndIt() {
        suspended("finallyThatJumpsAway").drop();
        assertThat(trace.entries()).containsExactly("create body", "finally");
        assertThat(trace.drops()).containsExactly("body");
    }

    @Test
    void finallyThatBeginsALoopAnewDoesNotMakeItEndless() {
        Future<?> future = suspended("finallyThatContinues");
        trace.dropping();
        future.drop();
        assertThat(trace.entries())
                .containsExactly("open a", "create body", "create cleanup", "ready cleanup", "close a");
    }

    @Test
    void returnInAFinallyDoesNotLoseAFailureOfTheCleanup() {
        Future<?> future = suspended("finallyThatReturns");
        assertThatThrownBy(future::drop).isInstanceOf(Boom.class).hasMessage("inner");
        assertThat(trace.entries()).containsExactly("create body", "inner", "outer", "outermost");
        assertThat(((Traced) future).state()).isEqualTo("DROPPED");
    }

    @Test
    void finallyIsLeftAtItsFirstAwaitThatIsNotReady() {
        suspended("loopInAFinally").drop();
        assertThat(trace.entries()).containsExactly("create body", "create cleanup 0", "cleaned 0");
        assertThat(trace.drops()).containsExactly("body", "cleanup 0");
    }

    @Test
    void awaitedAsyncFnCleansUpBeforeTheOneThatAwaitsIt() {
        suspended("innerAsyncFn").drop();
        assertThat(trace.entries())
                .containsExactly(
                        "open outer",
                        "open inner",
                        "create body",
                        "close inner",
                        "create inner cleanup",
                        "close outer");
        assertThat(trace.drops()).containsExactly("body", "inner cleanup");
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
