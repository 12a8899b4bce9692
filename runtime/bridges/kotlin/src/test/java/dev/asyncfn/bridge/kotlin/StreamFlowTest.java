package dev.asyncfn.bridge.kotlin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Future;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
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

/** Streams that a coroutine collects. */
class StreamFlowTest {
    private final Queue<Runnable> turns = new ArrayDeque<>();
    /** Runs nothing but what {@link #allTurns()} runs. */
    private final CoroutineDispatcher dispatcher = ExecutorsKt.from(turns::add);

    private final List<String> log = new ArrayList<>();
    private final CompletableFuture<String> cleanup = new CompletableFuture<>();

    private void allTurns() {
        while (!turns.isEmpty()) {
            turns.remove().run();
        }
    }

    private Stream<String> sending(Future<String> cleanup) {
        return Streams.generate(out -> BodiesAsync.sending(out, log, cleanup));
    }

    @Test
    void aCoroutineCollectsAStream() {
        Deferred<List<String>> items = Flows.collected(dispatcher, sending(Future.from(cleanup)));
        allTurns();
        assertThat(items.isCompleted()).isFalse();

        cleanup.complete("cleanup");
        allTurns();

        assertThat(items.getCompleted()).containsExactly("a", "b");
        assertThat(log).containsExactly("sent a", "cleanup");
    }

    @Test
    void theFailureOfAStreamIsThrownUnchanged() {
        IOException failure = new IOException("read");
        Deferred<List<Object>> items = Flows.collected(dispatcher, Streams.once(Future.failed(failure)));

        allTurns();

        assertThat(items.getCompletionExceptionOrNull()).isSameAs(failure);
    }

    @Test
    void aCollectorThatHasEnoughGivesTheStreamUpWithItsCleanup() {
        Deferred<List<String>> first = Flows.firstOf(dispatcher, sending(Future.from(cleanup)));
        allTurns();
        assertThat(first.isCompleted()).isFalse();

        cleanup.complete("cleanup");
        allTurns();

        assertThat(first.getCompleted()).containsExactly("a");
        assertThat(log).containsExactly("cleanup");
    }

    @Test
    void aCancelledCoroutineEndsWhenTheStreamHasCleanedUp() {
        Deferred<List<String>> items = Flows.collected(
                dispatcher, Streams.once(BodiesAsync.cleanedUp(log, Future.pending(), Future.from(cleanup))));
        allTurns();

        items.cancel((CancellationException) null);
        allTurns();
        assertThat(items.isCompleted()).isFalse();
        cleanup.complete("cleanup");
        allTurns();

        assertThat(items.isCancelled()).isTrue();
        assertThat(log).containsExactly("cleanup");
    }

    @Test
    void aFailureOfTheCleanupIsSuppressedInThatOfTheCollector() {
        IllegalStateException failure = new IllegalStateException("collector");
        IllegalStateException ofCleanup = new IllegalStateException("cleanup");

        Deferred<List<String>> items = Flows.failingCollector(dispatcher, sending(Future.failed(ofCleanup)), failure);
        allTurns();

        assertThat(items.getCompletionExceptionOrNull()).isSameAs(failure).hasSuppressedException(ofCleanup);
    }

    @Test
    void aStreamIsCollectedOnlyOnce() {
        Deferred<List<String>> items = Flows.collectedTwice(dispatcher, Streams.of("a"));

        allTurns();

        assertThat(items.getCompletionExceptionOrNull())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the flow of a stream can be collected only once");
    }
}
