package dev.asyncfn.bridge.kotlin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.test.TestExecutor;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import kotlin.Unit;
import kotlin.coroutines.CoroutineContext;
import kotlinx.coroutines.CompletableDeferred;
import kotlinx.coroutines.CompletableDeferredKt;
import kotlinx.coroutines.CoroutineName;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.ExecutorsKt;
import kotlinx.coroutines.flow.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Flows as streams. */
class FlowStreamTest {
    /** Coroutines run in the thread that starts or resumes them. */
    private static final CoroutineContext HERE = Dispatchers.getUnconfined();

    private final TestExecutor executor = new TestExecutor(1);
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final CompletableDeferred<Unit> released = CompletableDeferredKt.CompletableDeferred(null);
    private final Context cx = Context.fromWaker(Waker.noop());

    @AfterEach
    void close() {
        executor.close();
    }

    private <T> JoinHandle<List<T>> listed(Stream<T> stream) {
        return executor.spawn(KotlinBridge.CONTEXT.where(HERE, stream.toList()));
    }

    private <T> T next(Stream<T> stream) {
        return Async.blockOn(KotlinBridge.CONTEXT.where(HERE, stream.next()));
    }

    @Test
    void anAsyncFnReadsAFlow() {
        assertThat(Async.blockOn(BodiesAsync.joined(KotlinBridge.stream(Flows.logged(log, "a", "b")))))
                .isEqualTo("ab");
    }

    @Test
    void theBodyItselfBlocks() {
        assertThat(Bodies.joined(KotlinBridge.stream(Flows.logged(log, "a", "b"))))
                .isEqualTo("ab");
    }

    @Test
    void emitReturnsWhenTheNextItemIsRequested() {
        Stream<String> stream = KotlinBridge.stream(Flows.logged(log, "a", "b"));
        assertThat(log).isEmpty();

        next(stream);
        assertThat(log).containsExactly("emit a");
        next(stream);
        assertThat(log).containsExactly("emit a", "emit b");
        next(stream);

        assertThat(log).containsExactly("emit a", "emit b", "end");
    }

    @Test
    void aFlowSpendsTheBudgetForItsItemsAndNotWhileItIsAwaited() throws Exception {
        Stream<String> stream = KotlinBridge.stream(Flows.emittingAndCleanedUp("a", log, released));
        Context one = Context.withBudget(Waker.noop(), 1);
        Poll<String> first =
                Async.blockOn(KotlinBridge.CONTEXT.where(HERE, polled -> Poll.ready(stream.pollNext(one))));
        assertThat(first).isEqualTo(Poll.ready("a"));
        assertThat(one.hasBudgetRemaining()).isFalse();
        assertThat(stream.pollNext(one)).isSameAs(Poll.pending());

        Context another = Context.withBudget(Waker.noop(), 1);
        assertThat(stream.pollNext(another)).isSameAs(Poll.pending());
        assertThat(another.hasBudgetRemaining()).isTrue();
        stream.drop();
        released.complete(Unit.INSTANCE);
    }

    /** As one whose executor was shut down: the coroutine ends without having begun. */
    @Test
    void aDispatcherThatRefusesTheCoroutineEndsTheStream() {
        CoroutineContext refusing = ExecutorsKt.from((Executor) job -> {
            throw new RejectedExecutionException("no more");
        });
        Stream<String> stream = KotlinBridge.stream(Flows.logged(log, "a", "b"));
        assertThatThrownBy(() -> Async.blockOn(KotlinBridge.CONTEXT.where(refusing, stream.next())))
                .isInstanceOf(CancellationException.class);
        assertThat(log).isEmpty();
        stream.drop();
    }

    @Test
    void theFailureOfAFlowIsThrownUnchangedAfterItsItems() {
        IOException failure = new IOException("read");
        Stream<String> stream = KotlinBridge.stream(Flows.failingAfter("a", failure));

        assertThat(next(stream)).isEqualTo("a");
        assertThatThrownBy(() -> next(stream)).isSameAs(failure);
        assertThatThrownBy(() -> next(stream)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anItemMustNotBeNull() {
        assertThatThrownBy(() -> next(KotlinBridge.stream(Flows.nothing())))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("item");
    }

    @Test
    void aStreamThatIsDroppedUnpolledCollectsNothing() throws Exception {
        KotlinBridge.stream(Flows.logged(log, "a")).drop();

        assertThat(KotlinBridge.stream(Flows.logged(log, "a")).pollDrop(cx)).isEqualTo(Poll.ready(null));
        assertThat(log).isEmpty();
    }

    @Test
    void anAbortedTaskWaitsUntilTheFlowHasCleanedUp() {
        JoinHandle<List<String>> task = listed(KotlinBridge.stream(Flows.emittingAndCleanedUp("a", log, released)));
        executor.runUntilStalled();

        task.abort();
        executor.runUntilStalled();
        assertThat(task.isFinished()).isFalse();
        released.complete(Unit.INSTANCE);
        executor.runUntilStalled();

        assertThat(task.isFinished()).isTrue();
        assertThat(log).containsExactly("cleanup");
    }

    @Test
    void anItemThatIsEmittedTooLateIsReleased() {
        Stream<AutoCloseable> stream =
                KotlinBridge.stream(Flows.<AutoCloseable>emittingLate(() -> {}, () -> log.add("closed")));
        next(stream);

        stream.drop();

        assertThat(log).containsExactly("closed");
    }

    @Test
    void anItemThatNobodyHasTakenIsReleased() throws Exception {
        Queue<Runnable> turns = new ArrayDeque<>();
        Flow<AutoCloseable> flow = Flows.emittingAndCleanedUp(() -> log.add("closed"), log, released);
        Stream<AutoCloseable> stream = KotlinBridge.stream(flow);
        JoinHandle<AutoCloseable> next =
                executor.spawn(KotlinBridge.CONTEXT.where(ExecutorsKt.from(turns::add), stream.next()));
        executor.runUntilStalled();
        turns.remove().run();

        stream.drop();

        assertThat(log).containsExactly("closed");
        assertThat(next.isFinished()).isFalse();
    }

    @Test
    void aFailureOfTheCleanupIsThrownByPollDrop() throws Exception {
        IllegalStateException failure = new IllegalStateException("cleanup");
        Stream<String> stream = KotlinBridge.stream(Flows.failingInItsCleanup("a", failure));
        next(stream);

        assertThatThrownBy(() -> stream.pollDrop(cx)).isSameAs(failure);
    }

    @Test
    void kotlinsHandlerGetsAFailureOfTheCleanupThatNobodyWaitsFor() {
        IllegalStateException failure = new IllegalStateException("cleanup");
        List<Throwable> handled = new ArrayList<>();
        Stream<String> stream = KotlinBridge.stream(Flows.failingInItsCleanup("a", failure));
        CoroutineContext handling = HERE.plus(Flows.handler(handled));
        Async.blockOn(KotlinBridge.CONTEXT.where(handling, stream.next()));

        stream.drop();

        assertThat(handled).containsExactly(failure);
    }

    @Test
    void theContextIsTheOneThatIsBound() {
        CoroutineContext named = HERE.plus(new CoroutineName("bound"));
        Stream<String> names = KotlinBridge.stream(Flows.coroutineNames());

        assertThat(Async.blockOn(KotlinBridge.CONTEXT.where(named, names.toList())))
                .containsExactly("bound");
    }

    @Test
    void aFlowOfAnotherThreadIsReadToItsEnd() {
        int count = 10_000;

        assertThat(Async.blockOn(KotlinBridge.stream(Flows.numbers(count)).count()))
                .isEqualTo(count);
    }
}
