package dev.asyncfn.bridge.kotlin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.test.TestExecutor;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import kotlin.Unit;
import kotlin.coroutines.CoroutineContext;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CompletableDeferred;
import kotlinx.coroutines.CompletableDeferredKt;
import kotlinx.coroutines.CoroutineName;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Deferred;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.GlobalScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Suspend functions and Deferred as futures. */
class KotlinBridgeTest {
    /** Coroutines run in the thread that starts or resumes them. */
    private static final CoroutineContext HERE = Dispatchers.getUnconfined();

    private final TestExecutor executor = new TestExecutor(1);
    private final List<String> log = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        executor.close();
    }

    private static <T> CompletableDeferred<T> deferred() {
        return CompletableDeferredKt.CompletableDeferred(null);
    }

    private Future<String> cleanedUp(Deferred<Unit> released) {
        return KotlinBridge.call(HERE, continuation -> Suspending.cleanedUp(log, released, continuation));
    }

    @Test
    void anAsyncFnAwaitsASuspendFunctionAndADeferred() {
        CompletableDeferred<Integer> second = deferred();
        JoinHandle<String> name = executor.spawn(KotlinBridge.CONTEXT.where(HERE, BodiesAsync.name("a", second)));

        executor.runUntilStalled();
        assertThat(name.isFinished()).isFalse();
        second.complete(2);

        assertThat(executor.run(name)).isEqualTo("name A2");
    }

    @Test
    void theBodyItselfBlocks() {
        CompletableDeferred<Integer> none = deferred();
        none.complete(null);

        assertThat(Bodies.name("a", none)).isEqualTo("name Anull");
    }

    @Test
    void aFailureIsThrownUnchanged() {
        IOException failure = new IOException("read");
        CompletableDeferred<Object> failed = deferred();
        failed.completeExceptionally(failure);

        assertThatThrownBy(() -> Async.blockOn(
                        KotlinBridge.<String>call(continuation -> Suspending.throwing(failure, continuation))))
                .isSameAs(failure);
        assertThatThrownBy(() -> Async.blockOn(KotlinBridge.future(failed))).isSameAs(failure);
    }

    @Test
    void theCancellationOfADeferredIsThrown() {
        CompletableDeferred<Object> cancelled = deferred();
        cancelled.cancel((CancellationException) null);

        assertThatThrownBy(() -> Async.blockOn(KotlinBridge.future(cancelled)))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aSuspendFunctionIsNotCalledBeforeTheFirstPoll() {
        Future<String> future = cleanedUp(deferred());

        future.drop();

        assertThat(log).isEmpty();
    }

    @Test
    void aLazyDeferredIsStartedByTheFirstPoll() {
        Deferred<String> lazy = BuildersKt.async(
                GlobalScope.INSTANCE,
                HERE,
                CoroutineStart.LAZY,
                (scope, continuation) -> Suspending.upper("a", continuation));
        Future<String> future = KotlinBridge.future(lazy);
        assertThat(lazy.isActive()).isFalse();

        assertThat(Async.blockOn(future)).isEqualTo("A");
    }

    @Test
    void droppingTheFutureCancels() {
        CompletableDeferred<String> polled = deferred();
        CompletableDeferred<String> unpolled = deferred();
        Future<String> future = KotlinBridge.future(polled);
        executor.runUntilStalled();

        future.drop();
        KotlinBridge.future(unpolled).drop();

        assertThat(polled.isCancelled()).isTrue();
        assertThat(unpolled.isCancelled()).isTrue();
    }

    @Test
    void anAbortedTaskWaitsUntilTheCoroutineHasCleanedUp() {
        CompletableDeferred<Unit> released = deferred();
        JoinHandle<String> task = executor.spawn(cleanedUp(released));
        executor.runUntilStalled();

        task.abort();
        executor.runUntilStalled();
        assertThat(task.isFinished()).isFalse();
        assertThat(log).containsExactly("started");
        released.complete(Unit.INSTANCE);
        executor.runUntilStalled();

        assertThat(task.isFinished()).isTrue();
        assertThat(log).containsExactly("started", "cleanup");
    }

    @Test
    void aValueThatNobodyTakesIsReleased() throws Exception {
        CompletableDeferred<AutoCloseable> deferred = deferred();
        Future<AutoCloseable> future = KotlinBridge.future(deferred);
        Context cx = Context.fromWaker(Waker.noop());
        assertThat(future.poll(cx)).isEqualTo(Poll.pending());
        deferred.complete(() -> log.add("closed"));

        assertThat(future.pollDrop(cx)).isEqualTo(Poll.ready(null));
        future.drop();

        assertThat(log).containsExactly("closed");
    }

    @Test
    void theContextIsTheOneThatIsBound() {
        CoroutineContext named = HERE.plus(new CoroutineName("bound"));

        assertThat(Async.blockOn(KotlinBridge.CONTEXT.where(named, BodiesAsync.coroutineName())))
                .isEqualTo("bound");
        assertThat(Async.blockOn(BodiesAsync.coroutineName())).isNull();
    }
}
