package dev.asyncfn.executor;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.future.Futures;
import dev.asyncfn.net.AsyncTcpListener;
import dev.asyncfn.net.AsyncTcpStream;
import dev.asyncfn.net.AsyncUdpSocket;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Sleep;
import dev.asyncfn.time.Timeouts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Callable;

/** A web application, which uses the runtime in one way. Loaded by a loader of its own. */
public final class WebApp implements Callable<Void> {
    /** The ways. */
    enum Use {
        SLEEP,
        DROPPED_TIMEOUT,
        SOCKETS,
        SOCKETS_OF_A_POOL,
        DATAGRAMS,
        BLOCKING,
        POOL,
        LENT_POOL,
        FORGOTTEN_FAILURE,
        FAILED_TASK,
        TEST_EXECUTOR
    }

    private static final InheritableThreadLocal<Object> USER = new InheritableThreadLocal<>();

    private final Use use;

    public WebApp(String use) {
        this.use = Use.valueOf(use);
    }

    /** An exception of the application. */
    private static final class AppException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Void call() throws Exception {
        USER.set(new AppException());
        switch (use) {
            case SLEEP -> Async.blockOn(Sleep.of(Duration.ofMillis(1)));
            case DROPPED_TIMEOUT -> {
                Future<?> timeout = Timeouts.timeout(Duration.ofHours(10), Future.pending());
                timeout.poll(Context.fromWaker(Waker.of(() -> {})));
                timeout.drop();
            }
            case SOCKETS -> sockets();
            case SOCKETS_OF_A_POOL -> {
                try (ThreadPool pool = ThreadPool.of(2)) {
                    sockets(pool);
                }
            }
            case DATAGRAMS -> AsyncUdpSocket.bind(anyPort()).close();
            case BLOCKING ->
                Async.blockOn(Blocking.spawnBlocking(() -> {
                    Thread.currentThread().setContextClassLoader(WebApp.class.getClassLoader());
                    return null;
                }));
            case POOL -> {
                try (ThreadPool pool = ThreadPool.of(2)) {
                    Async.blockOn(pool.spawn(Futures.yieldNow()));
                }
            }
            case LENT_POOL -> {
                try (ThreadPool pool = ThreadPool.on(Runnable::run)) {
                    Async.blockOn(pool.spawn(Sleep.of(Duration.ofMillis(1))));
                }
            }
            case FORGOTTEN_FAILURE -> {
                LocalPool pool = new LocalPool(failure -> {});
                pool.spawn(Future.failed(new AppException()));
                pool.run();
                pool.close();
            }
            case FAILED_TASK -> {
                LocalPool pool = new LocalPool(failure -> {});
                pool.spawn(Future.failed(new AppException())).drop();
                pool.run();
                pool.close();
            }
            case TEST_EXECUTOR -> {
                try (TestExecutor executor = new TestExecutor(1)) {
                    executor.run(cx -> Poll.ready(null));
                }
            }
        }
        return null;
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** The threads of the pool wait for the events. */
    private static void sockets(ThreadPool pool) throws Exception {
        AsyncTcpListener listener = AsyncTcpListener.bind(anyPort());
        JoinHandle<AsyncTcpStream> accepting = pool.spawn(listener.accept());
        AsyncTcpStream client = Async.blockOn(pool.spawn(AsyncTcpStream.connect(listener.localAddress())));
        AsyncTcpStream server = Async.blockOn(accepting);
        JoinHandle<Integer> reading = pool.spawn(server.read(ByteBuffer.allocate(1)));
        Async.blockOn(pool.spawn(client.write(ByteBuffer.allocate(1))));
        Async.blockOn(reading);
        client.close();
        server.close();
        listener.close();
    }

    private static void sockets() throws Exception {
        AsyncTcpListener listener = AsyncTcpListener.bind(anyPort());
        AsyncTcpStream client = Async.blockOn(AsyncTcpStream.connect(listener.localAddress(), Duration.ofMinutes(1)));
        AsyncTcpStream server = Async.blockOn(listener.accept());
        client.close();
        server.close();
        listener.close();
    }
}
