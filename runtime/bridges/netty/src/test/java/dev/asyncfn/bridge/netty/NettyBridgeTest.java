package dev.asyncfn.bridge.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.test.ManualFuture;
import dev.asyncfn.test.TestExecutor;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalServerChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NettyBridgeTest {
    private final EventLoop loop = new DefaultEventLoop(new DefaultThreadFactory("loop"));
    private final TestExecutor executor = new TestExecutor(1);

    @AfterEach
    void close() {
        executor.close();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** What a command throws on the loop's thread. */
    private Throwable thrownOnLoop(Runnable command) {
        return loop.submit(command).awaitUninterruptibly().cause();
    }

    // ---- a future of Netty as ours

    @Test
    void anAsyncFnAwaitsFuturesOfNetty() {
        Promise<Integer> second = loop.newPromise();
        JoinHandle<String> name = executor.spawn(BodiesAsync.name(loop.newSucceededFuture("a"), second));
        executor.runUntilStalled();
        assertThat(name.isFinished()).isFalse();

        second.setSuccess(2);

        assertThat(Async.blockOn(ranOn(name))).isEqualTo("name a2");
    }

    /** Runs the executor until the listener has woken the task, which the loop does when it likes. */
    private <T> JoinHandle<T> ranOn(JoinHandle<T> task) {
        while (!task.isFinished()) {
            thrownOnLoop(() -> {}); // after the listener
            executor.runUntilStalled();
        }
        return task;
    }

    @Test
    void aChannelFutureIsAwaited() {
        Channel server = new ServerBootstrap()
                .group(loop)
                .channel(LocalServerChannel.class)
                .childHandler(new ChannelInboundHandlerAdapter() {
                    @Override
                    public void channelActive(ChannelHandlerContext context) {
                        context.close();
                    }
                })
                .bind(new LocalAddress("bridge"))
                .syncUninterruptibly()
                .channel();

        Void closed = NettyBridge.await(server.close());

        assertThat(closed).isNull();
        assertThat(server.isOpen()).isFalse();
    }

    @Test
    void theBodyItselfBlocks() {
        assertThat(Bodies.name(loop.newSucceededFuture(null), loop.submit(() -> 2)))
                .isEqualTo("name null2");
    }

    @Test
    void aFailureIsThrownUnchanged() {
        IOException failure = new IOException("read");
        Promise<String> cancelled = loop.newPromise();
        cancelled.cancel(true);

        assertThatThrownBy(() ->
                        Async.blockOn(BodiesAsync.name(loop.newSucceededFuture("a"), loop.newFailedFuture(failure))))
                .isSameAs(failure);
        assertThatThrownBy(() -> Async.blockOn(NettyBridge.future(cancelled)))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void droppingTheFutureCancels() {
        Promise<String> netty = loop.newPromise();
        JoinHandle<String> task = executor.spawn(NettyBridge.future(netty));
        executor.runUntilStalled();

        task.abort();
        executor.runUntilStalled();

        assertThat(netty.isCancelled()).isTrue();
    }

    // ---- and back

    @Test
    void aTasksOutcomeIsThatOfThePromise() {
        IOException failure = new IOException("read");
        Future<String> value = NettyBridge.promise(dev.asyncfn.Future.ready("x"), executor, loop);
        Future<Object> failed = NettyBridge.promise(dev.asyncfn.Future.failed(failure), executor, loop);

        executor.runUntilStalled();

        assertThat(value.getNow()).isEqualTo("x");
        assertThat(failed.cause()).isSameAs(failure);
    }

    @Test
    void cancellingItRunsTheCleanupOfTheBody() {
        List<String> log = new ArrayList<>();
        Future<String> stuck = NettyBridge.promise(BodiesAsync.logged(log, loop.newPromise()), executor, loop);
        executor.runUntilStalled();

        stuck.cancel(true);
        thrownOnLoop(() -> {}); // after the listener
        executor.runUntilStalled();

        assertThat(log).hasSize(2).last().isEqualTo("cleanup");
    }

    // ---- the event loop as an executor

    @Test
    void aTaskThatIsWokenOnTheLoopGoesOnInTheSameTurn() {
        List<String> log = new CopyOnWriteArrayList<>();
        try (ThreadPool pool = ThreadPool.on(NettyBridge.inline(loop))) {
            Promise<String> value = loop.newPromise();
            JoinHandle<String> task = pool.spawn(BodiesAsync.logged(log, value));
            Future<?> turn = loop.submit(() -> {
                value.setSuccess("x");
                log.add("after the wake");
            });

            assertThat(Async.blockOn(task)).isEqualTo("x");
            turn.syncUninterruptibly(); // the task has ended in the middle of it
        }
        assertThat(log).hasSize(4);
        assertThat(log.get(0)).startsWith("begin on loop");
        assertThat(log.get(1)).startsWith("resumed on loop");
        assertThat(log.subList(2, 4)).containsExactly("cleanup", "after the wake");
    }

    // ---- the guard

    @Test
    void blockOnRefusesOnAnEventLoop() {
        assertThat(thrownOnLoop(() -> Bodies.name(loop.newSucceededFuture("a"), loop.newSucceededFuture(2))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("blockOn would block a thread of Netty");
    }

    /** The promise is cancelled, and the value comes before its listeners have been called. */
    @Test
    void aValueThatComesTooLateForThePromiseIsReleased() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        loop.execute(() -> {
            try {
                busy.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        List<String> log = new ArrayList<>();
        try (TestExecutor executor = new TestExecutor(1)) {
            ManualFuture<AutoCloseable> value = ManualFuture.named("value");
            Future<AutoCloseable> promise = NettyBridge.promise(value, executor, loop);
            executor.runUntilStalled();
            promise.cancel(true);
            value.ready(() -> log.add("closed"));
            executor.runUntilStalled();
        } finally {
            busy.countDown();
        }
        assertThat(log).containsExactly("closed");
    }
}
