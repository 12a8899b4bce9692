package dev.asyncfn.bridge.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.test.TestExecutor;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VertxBridgeTest {
    private static Vertx vertx;

    private final TestExecutor executor = new TestExecutor(1);
    private final List<String> log = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        VertxBridge.await(vertx.close());
    }

    @AfterEach
    void close() {
        executor.close();
    }

    /** The outcome of a command that runs in the context. */
    private static Throwable thrownIn(Context context, Runnable command) {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        context.runOnContext(nothing -> {
            try {
                command.run();
                thrown.complete(null);
            } catch (Throwable e) {
                thrown.complete(e);
            }
        });
        return thrown.join();
    }

    // ---- a future of Vert.x as ours

    @Test
    void anAsyncFnAwaitsFuturesOfVertx() {
        Promise<Integer> second = Promise.promise();
        JoinHandle<String> name = executor.spawn(BodiesAsync.name(Future.succeededFuture("a"), second.future()));
        executor.runUntilStalled();
        assertThat(name.isFinished()).isFalse();

        second.complete(2);

        assertThat(executor.run(name)).isEqualTo("name a2");
    }

    @Test
    void theBodyItselfBlocks() {
        Future<Integer> late = vertx.timer(1).map(2);

        assertThat(Bodies.name(Future.succeededFuture(), late)).isEqualTo("name null2");
    }

    @Test
    void aFailureIsThrownUnchanged() {
        IOException failure = new IOException("read");

        assertThatThrownBy(() ->
                        Async.blockOn(BodiesAsync.name(Future.succeededFuture("a"), Future.failedFuture(failure))))
                .isSameAs(failure);
    }

    @Test
    void droppingTheFutureLeavesThatOfVertxAlone() {
        Promise<String> promise = Promise.promise();
        JoinHandle<String> task = executor.spawn(BodiesAsync.logged(log, promise.future()));
        executor.runUntilStalled();

        task.abort();
        executor.runUntilStalled();

        assertThat(log).containsExactly("begin", "end");
        assertThat(promise.tryComplete("late")).isTrue();
        assertThat(promise.future().result()).isEqualTo("late");
    }

    // ---- and back

    @Test
    void aTasksOutcomeIsThatOfTheFuture() {
        IOException failure = new IOException("read");
        Context context = vertx.getOrCreateContext();
        Future<String> value = VertxBridge.vertx(dev.asyncfn.Future.ready("x"), executor, context);
        Future<Object> failed = VertxBridge.vertx(dev.asyncfn.Future.failed(failure), executor, context);

        executor.runUntilStalled();

        assertThat(VertxBridge.await(value)).isEqualTo("x");
        assertThatThrownBy(() -> VertxBridge.await(failed)).isSameAs(failure);
    }

    @Test
    void anAbortedTaskFailsIt() {
        Promise<String> never = Promise.promise();
        Future<String> stuck =
                VertxBridge.vertx(BodiesAsync.logged(log, never.future()), executor, vertx.getOrCreateContext());
        executor.runUntilStalled();

        executor.close();

        assertThatThrownBy(() -> VertxBridge.await(stuck)).isInstanceOf(CancellationException.class);
        assertThat(log).containsExactly("begin", "end");
    }

    // ---- the context as an executor

    @Test
    void aTaskThatIsWokenInTheContextGoesOnInTheSameTurn() {
        Context context = vertx.getOrCreateContext();
        Promise<String> value = Promise.promise();
        try (ThreadPool pool = ThreadPool.on(VertxBridge.inline(context))) {
            JoinHandle<String> task = pool.spawn(BodiesAsync.logged(log, value.future()));
            Throwable thrown = thrownIn(context, () -> {
                value.complete("x");
                log.add("after the wake");
            });

            assertThat(thrown).isNull();
            assertThat(Async.blockOn(task)).isEqualTo("x");
        }
        assertThat(log).containsExactly("begin", "end", "after the wake");
    }

    // ---- the guard

    @Test
    void blockOnRefusesOnAnEventLoop() {
        Future<String> first = Future.succeededFuture("a");

        assertThat(thrownIn(vertx.getOrCreateContext(), () -> Bodies.name(first, Future.succeededFuture(2))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("blockOn would block an event loop of Vert.x");
    }

    @Test
    void blockOnIsAllowedOnAWorker() {
        Future<String> blocking =
                vertx.executeBlocking(() -> Bodies.name(Future.succeededFuture("a"), Future.succeededFuture(2)));

        assertThat(VertxBridge.await(blocking)).isEqualTo("name a2");
    }
}
