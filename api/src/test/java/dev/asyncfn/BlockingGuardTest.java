package dev.asyncfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Threads of another library's event loop; {@link EventLoopGuard} is found by the class path's {@code META-INF/services}. */
class BlockingGuardTest {
    /** A thread on which nothing may block. */
    private static final class EventLoop extends Thread {
        EventLoop(Runnable work) {
            super(work);
        }
    }

    public static final class EventLoopGuard implements BlockingGuard {
        @Override
        public String forbids(Thread current) {
            return current instanceof EventLoop ? "an event loop of the test" : null;
        }
    }

    private static Throwable thrownOnLoop(Runnable work) throws Exception {
        FutureTask<Throwable> thrown = new FutureTask<>(() -> {
            try {
                work.run();
                return null;
            } catch (Throwable e) {
                return e;
            }
        });
        new EventLoop(thrown).start();
        return thrown.get();
    }

    @Test
    void blockOnRefusesOnAGuardedThread() throws Exception {
        assertThat(thrownOnLoop(() -> Async.blockOn(Future.ready(1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("blockOn would block an event loop of the test, and all that waits for it:"
                        + " await the future in an async fn, and spawn its future here");
    }

    @Test
    void awaitRefusesThereToo() throws Exception {
        assertThat(thrownOnLoop(() -> Async.await(CompletableFuture.completedFuture(1))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void otherThreadsMayBlock() {
        assertThat(Async.blockOn(Future.ready(1))).isEqualTo(1);
    }

    @Test
    void anExecutorsMarkIsNamedFirst() throws Exception {
        Runnable marked = () -> {
            try (Enter entered = Enter.enter("my pool")) {
                assertThat(entered).isNotNull();
                assertThatIllegalStateException()
                        .isThrownBy(() -> Enter.checkMayBlock("waiting"))
                        .withMessageContaining("a thread of my pool");
            }
        };
        assertThat(thrownOnLoop(marked)).isNull();
    }
}
