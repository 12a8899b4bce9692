package dev.asyncfn.bridge.guava;

import static com.google.common.util.concurrent.Futures.immediateCancelledFuture;
import static com.google.common.util.concurrent.Futures.immediateFailedFuture;
import static com.google.common.util.concurrent.Futures.immediateFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.SettableFuture;
import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.Undelivered;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.test.TestExecutor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuavaBridgeTest {
    private final TestExecutor executor = new TestExecutor(1);

    @AfterEach
    void close() {
        executor.close();
    }

    // ---- a ListenableFuture as a future

    @Test
    void anAsyncFnAwaitsListenableFutures() {
        SettableFuture<Integer> second = SettableFuture.create();
        JoinHandle<String> name = executor.spawn(BodiesAsync.name(immediateFuture("a"), second));

        executor.runUntilStalled();
        assertThat(name.isFinished()).isFalse();
        second.set(2);

        assertThat(executor.run(name)).isEqualTo("name a2");
    }

    @Test
    void theBodyItselfBlocks() {
        assertThat(Bodies.name(immediateFuture(null), immediateFuture(2))).isEqualTo("name null2");
    }

    @Test
    void aFailureIsThrownUnchanged() {
        IOException failure = new IOException("read");

        assertThatThrownBy(() -> Async.blockOn(BodiesAsync.name(immediateFuture("a"), immediateFailedFuture(failure))))
                .isSameAs(failure);
        assertThatThrownBy(() -> Async.blockOn(GuavaBridge.future(immediateCancelledFuture())))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void droppingTheFutureCancels() {
        SettableFuture<String> listenable = SettableFuture.create();
        JoinHandle<String> task = executor.spawn(GuavaBridge.future(listenable));
        executor.runUntilStalled();

        task.abort();
        executor.runUntilStalled();

        assertThat(listenable.isCancelled()).isTrue();
    }

    @Test
    void droppingItUnpolledCancelsToo() {
        SettableFuture<String> listenable = SettableFuture.create();

        GuavaBridge.future(listenable).drop();

        assertThat(listenable.isCancelled()).isTrue();
    }

    // ---- and back

    @Test
    void aTasksValueIsThatOfTheListenableFuture() throws Exception {
        ListenableFuture<String> value = GuavaBridge.listenable(Future.ready("x"), executor);
        ListenableFuture<String> nothing = GuavaBridge.listenable(Future.ready(null), executor);

        executor.runUntilStalled();

        assertThat(value.get()).isEqualTo("x");
        assertThat(nothing.get()).isNull();
    }

    @Test
    void aTasksFailureIsItsCause() {
        IOException failure = new IOException("read");
        ListenableFuture<Object> failed = GuavaBridge.listenable(Future.failed(failure), executor);

        executor.runUntilStalled();

        assertThatThrownBy(failed::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isSameAs(failure);
    }

    @Test
    void cancellingItRunsTheCleanupOfTheBody() {
        List<String> log = new ArrayList<>();
        ListenableFuture<String> stuck =
                GuavaBridge.listenable(BodiesAsync.logged(log, SettableFuture.create()), executor);
        executor.runUntilStalled();
        assertThat(log).isEmpty();

        stuck.cancel(true);
        executor.runUntilStalled();

        assertThat(log).containsExactly("cleanup");
    }

    @Test
    void anAbortedTaskCancelsIt() {
        ListenableFuture<String> stuck = GuavaBridge.listenable(GuavaBridge.future(SettableFuture.create()), executor);
        executor.runUntilStalled();

        executor.close();

        assertThat(stuck.isCancelled()).isTrue();
    }

    /** The value comes between the cancellation and the abort of the task. */
    @Test
    void aValueThatComesTooLateIsReleased() {
        List<String> log = new ArrayList<>();
        CompletableFuture<AutoCloseable> task = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                return !complete(() -> log.add("closed"));
            }
        };
        ListenableFuture<AutoCloseable> listenable = new SpawnedListenable<>(task, Undelivered::close);
        listenable.cancel(true);
        assertThat(log).containsExactly("closed");
    }
}
