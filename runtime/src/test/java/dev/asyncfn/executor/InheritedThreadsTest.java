package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.net.AsyncTcpListener;
import dev.asyncfn.time.Sleep;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The code that a thread of the runtime runs sees nothing of the thread that happened to have it started. */
class InheritedThreadsTest {
    private static final InheritableThreadLocal<String> USER = new InheritableThreadLocal<>();

    /** What a thread has. */
    private record Seen(String user, ClassLoader loader) {
        static Seen now() {
            return new Seen(USER.get(), Thread.currentThread().getContextClassLoader());
        }
    }

    /** Has something run on a thread of the runtime. */
    enum Kind {
        TIMER {
            @Override
            void run(CompletableFuture<Seen> seen) {
                Sleep sleep = Sleep.of(Duration.ofMillis(50));
                if (sleep.poll(Context.fromWaker(Waker.of(() -> seen.complete(Seen.now()))))
                        .isReady()) {
                    run(seen); // this thread was slow
                }
            }
        },
        REACTOR {
            @Override
            void run(CompletableFuture<Seen> seen) throws Exception {
                InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
                try (AsyncTcpListener listener = AsyncTcpListener.bind(anyPort)) {
                    Future<?> accept = listener.accept();
                    accept.poll(Context.fromWaker(Waker.of(() -> seen.complete(Seen.now()))));
                    new java.net.Socket(
                                    anyPort.getAddress(),
                                    listener.localAddress().getPort())
                            .close();
                    seen.join();
                    accept.drop();
                }
            }
        },
        BLOCKING {
            @Override
            void run(CompletableFuture<Seen> seen) {
                Async.blockOn(Blocking.spawnBlocking(() -> seen.complete(Seen.now())));
            }
        },
        POOL {
            @Override
            void run(CompletableFuture<Seen> seen) {
                try (ThreadPool pool = ThreadPool.of(1)) {
                    Async.blockOn(pool.spawn(cx -> Poll.ready(seen.complete(Seen.now()))));
                }
            }
        };

        abstract void run(CompletableFuture<Seen> seen) throws Exception;
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void itSeesNothingOfItsFirstUser(Kind kind) throws Exception {
        CompletableFuture<Seen> seen = new CompletableFuture<>();
        Thread user = new Thread(() -> {
            USER.set("alice");
            try {
                kind.run(seen);
            } catch (Exception e) {
                seen.completeExceptionally(e);
            }
        });
        user.setContextClassLoader(new URLClassLoader(new URL[0]));
        user.start();
        assertThat(seen.get()).isEqualTo(new Seen(null, ClassLoader.getSystemClassLoader()));
        user.join();
    }

    /** Nor of what the one before it has changed. */
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"BLOCKING"})
    void theContextClassLoaderIsSetBackAfterBlockingCode(Kind kind) throws Exception {
        Async.blockOn(Blocking.spawnBlocking(() -> {
            Thread.currentThread().setContextClassLoader(new URLClassLoader(new URL[0]));
            return null;
        }));
        CompletableFuture<Seen> seen = new CompletableFuture<>();
        kind.run(seen);
        assertThat(seen.get().loader()).isSameAs(ClassLoader.getSystemClassLoader());
    }
}
