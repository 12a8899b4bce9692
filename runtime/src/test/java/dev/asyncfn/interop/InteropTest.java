package dev.asyncfn.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.executor.Leaf;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.ThreadPool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class InteropTest {
    private final LocalPool pool = new LocalPool();
    private final Leaf<String> leaf = Leaf.pending();

    @Test
    void aStageIsAFuture() {
        CompletableFuture<String> stage = CompletableFuture.supplyAsync(() -> "of a stage");
        assertThat(Async.blockOn(Interop.<String>fromStage(stage))).isEqualTo("of a stage");
    }

    @Test
    void theValueCompletesTheResultAfterTheFutureWasDropped() {
        List<Boolean> doneWhenDropped = new ArrayList<>();
        CompletableFuture<String> result = Interop.toCompletableFuture(leaf, pool);
        leaf.onDrop(() -> doneWhenDropped.add(result.isDone()));
        pool.runUntilStalled();
        assertThat(result).isNotDone();
        leaf.completeAndWake("value");
        pool.run();
        assertThat(result).isCompletedWithValue("value");
        assertThat(doneWhenDropped).containsExactly(false);
        assertThat(leaf.drops).hasValue(1);
    }

    @Test
    void theFailureCompletesTheResultAsItIs() {
        IOException failure = new IOException("of the future");
        CompletableFuture<String> result = Interop.toCompletableFuture(Future.failed(failure), pool);
        pool.run();
        assertThatThrownBy(result::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isSameAs(failure);
        assertThatThrownBy(result.thenApply(s -> s)::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isSameAs(failure);
    }

    @Test
    void cancellingTheResultAbortsTheTask() {
        CompletableFuture<String> result = Interop.toCompletableFuture(leaf, pool);
        pool.runUntilStalled();
        result.cancel(true);
        pool.run();
        assertThat(leaf.drops).hasValue(1);
        assertThat(leaf.polls).hasValue(1);
        assertThat(result).isCancelled();
    }

    @Test
    void completingTheResultByOtherMeansAbortsTheTaskToo() {
        CompletableFuture<String> result = Interop.toCompletableFuture(leaf, pool);
        pool.runUntilStalled();
        result.completeExceptionally(new TimeoutException("as orTimeout does"));
        pool.run();
        assertThat(leaf.drops).hasValue(1);
        assertThatThrownBy(result::get).hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void closingTheExecutorCancelsTheResult() {
        CompletableFuture<String> result = Interop.toCompletableFuture(leaf, pool);
        pool.close();
        assertThat(result).isCancelled();
        assertThatThrownBy(() -> Interop.toCompletableFuture(leaf, pool))
                .isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void thereAndBackAgainKeepsTheFailuresIdentity() {
        IOException failure = new IOException("round trip");
        try (ThreadPool threads = ThreadPool.of(2)) {
            CompletableFuture<String> there = Interop.toCompletableFuture(Future.failed(failure), threads);
            assertThatThrownBy(() -> Async.blockOn(Interop.fromStage(there))).isSameAs(failure);
        }
    }

    @Test
    void manyResultsCompleteOnAThreadPool() {
        try (ThreadPool threads = ThreadPool.of(4)) {
            for (int i = 0; i < 1_000; i++) {
                assertThat(Interop.toCompletableFuture(Future.ready(i), threads).join())
                        .isEqualTo(i);
            }
        }
    }

    @Test
    void aFailureAfterTheResultWasCompletedFromOutsideIsUncaught() {
        List<Throwable> uncaught = new ArrayList<>();
        LocalPool handled = new LocalPool(uncaught::add);
        IllegalStateException failure = new IllegalStateException("of the drop");
        CompletableFuture<String> result = Interop.toCompletableFuture(leaf, handled);
        leaf.onDrop(() -> {
            throw failure;
        });
        handled.runUntilStalled();
        result.cancel(true);
        handled.run();
        assertThat(uncaught).containsExactly(failure);
        assertThat(result).isCancelled();
    }

    @Test
    void aFailureThatTheResultTellsIsNotUncaught() {
        List<Throwable> uncaught = new ArrayList<>();
        LocalPool handled = new LocalPool(uncaught::add);
        IOException failure = new IOException("told");
        CompletableFuture<String> result = Interop.toCompletableFuture(Future.failed(failure), handled);
        handled.run();
        assertThat(result).isCompletedExceptionally();
        assertThat(uncaught).isEmpty();
    }

    @Test
    void nullsAreRefused() {
        assertThatNullPointerException().isThrownBy(() -> Interop.fromStage(null));
        assertThatNullPointerException().isThrownBy(() -> Interop.toCompletableFuture(null, pool));
        assertThatNullPointerException().isThrownBy(() -> Interop.toCompletableFuture(leaf, null));
    }
}
