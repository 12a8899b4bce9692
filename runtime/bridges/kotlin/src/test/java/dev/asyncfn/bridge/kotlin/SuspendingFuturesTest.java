package dev.asyncfn.bridge.kotlin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.asyncfn.Future;
import dev.asyncfn.test.TestExecutor;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import kotlinx.coroutines.CoroutineDispatcher;
import kotlinx.coroutines.Deferred;
import kotlinx.coroutines.ExecutorsKt;
import org.junit.jupiter.api.Test;

/** Futures that a coroutine awaits. */
class SuspendingFuturesTest {
    private final Queue<Runnable> turns = new ArrayDeque<>();
    /** Runs nothing but what {@link #turn()} runs. */
    private final CoroutineDispatcher dispatcher = ExecutorsKt.from(turns::add);

    private final List<String> log = new ArrayList<>();

    private void turn() {
        turns.remove().run();
    }

    private void allTurns() {
        while (!turns.isEmpty()) {
            turn();
        }
    }

    @Test
    void aCoroutineAwaitsAnAsyncFn() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        Deferred<String> value = Suspending.coroutine(
                dispatcher, "c", BodiesAsync.cleanedUp(log, Future.from(stage), Future.ready("done")));
        allTurns();
        assertThat(value.isCompleted()).isFalse();

        stage.complete("x");
        assertThat(log).isEmpty();
        allTurns();

        assertThat(value.getCompleted()).isEqualTo("x");
        assertThat(log).containsExactly("done");
    }

    @Test
    void aValueMayBeNull() {
        assertThat(Suspending.<String>blocking(Future.ready(null))).isNull();
    }

    @Test
    void aFailureIsThrownUnchanged() {
        IOException failure = new IOException("read");

        assertThatThrownBy(() -> Suspending.blocking(Future.failed(failure))).isSameAs(failure);
    }

    @Test
    void theStackTraceOfAFailureNamesTheAsyncFn() {
        Throwable failure = catchThrowable(() -> Suspending.blocking(BodiesAsync.failing(Future.ready("x"))));

        assertThat(failure.getStackTrace())
                .extracting(frame -> frame.getClassName() + "." + frame.getMethodName())
                .contains(Bodies.class.getName() + ".failing")
                .noneMatch(frame -> frame.startsWith(BodiesAsync.class.getName()));
    }

    @Test
    void aFutureMayThrowACancellationOfItsOwn() {
        CancellationException thrown = new CancellationException("of the future");
        Deferred<Object> value = Suspending.coroutine(dispatcher, "c", Future.failed(thrown));

        allTurns();

        assertThat(value.getCompletionExceptionOrNull()).isSameAs(thrown);
    }

    @Test
    void aCancelledCoroutineEndsWhenTheBodyHasCleanedUp() {
        CompletableFuture<String> cleanup = new CompletableFuture<>();
        CompletableFuture<String> stage = new CompletableFuture<>();
        Deferred<String> value = Suspending.coroutine(
                dispatcher, "c", BodiesAsync.cleanedUp(log, Future.from(stage), Future.from(cleanup)));
        allTurns();

        value.cancel((CancellationException) null);
        allTurns();
        assertThat(stage).isCancelled();
        assertThat(value.isCompleted()).isFalse();
        cleanup.complete("cleanup");
        allTurns();

        assertThat(value.isCompleted()).isTrue();
        assertThat(log).containsExactly("cleanup");
    }

    @Test
    void aFailureOfTheCleanupIsThatOfTheCoroutine() {
        IllegalStateException failure = new IllegalStateException("cleanup");
        Deferred<String> value = Suspending.coroutine(
                dispatcher, "c", BodiesAsync.cleanedUp(log, Future.pending(), Future.failed(failure)));
        allTurns();

        value.cancel((CancellationException) null);
        allTurns();

        assertThat(value.getCompletionExceptionOrNull()).isSameAs(failure);
    }

    @Test
    void aFutureThatIsAwaitedInACancelledCoroutineIsGivenUpUnpolled() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        Deferred<String> cancelled = Suspending.cancellingItself(dispatcher, Future.from(stage));

        allTurns();

        assertThat(cancelled.isCancelled()).isTrue();
        assertThat(stage).isCancelled();
    }

    @Test
    void aFutureThatWakesItselfLetsOthersRunAndCanBeCancelled() {
        Deferred<Void> endless = Suspending.coroutine(dispatcher, "c", BodiesAsync.endless());
        turn();

        Suspending.logging(dispatcher, log);
        turn();
        turn();
        assertThat(log).containsExactly("another");
        endless.cancel((CancellationException) null);
        allTurns();

        assertThat(endless.isCancelled()).isTrue();
    }

    @Test
    void theContextIsThatOfTheCoroutine() {
        Deferred<String> name = Suspending.coroutine(dispatcher, "outer", BodiesAsync.coroutineName());

        allTurns(); // the suspend function runs by the same dispatcher

        assertThat(name.getCompleted()).isEqualTo("outer");
    }

    @Test
    void aFailureThatTheBodyCatchesDoesNotCancelTheCoroutine() {
        Deferred<String> caught =
                Suspending.coroutine(dispatcher, "c", BodiesAsync.caught(new IllegalStateException("failed")));

        allTurns();

        assertThat(caught.getCompleted()).isEqualTo("FAILED");
    }

    @Test
    void blockOnRefusesInAPoll() {
        assertThatThrownBy(() -> Suspending.blocking(Bodies.blocking()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("blockOn would block a thread of a coroutine's dispatcher");
    }

    @Test
    void aFutureThatATaskDrivesIsRefused() {
        try (TestExecutor executor = new TestExecutor(1)) {
            Future<String> owned = BodiesAsync.coroutineName();
            executor.spawn(owned);

            assertThatThrownBy(() -> Suspending.blocking(owned))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("a future has one owner");
        }
    }
}
