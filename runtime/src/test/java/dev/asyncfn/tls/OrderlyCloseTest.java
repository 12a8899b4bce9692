package dev.asyncfn.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Pair;
import dev.asyncfn.io.BufWriter;
import dev.asyncfn.io.Bytes;
import dev.asyncfn.io.DuplexStream;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Timeouts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritePendingException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream that is closed by {@code close(Duration)}: over TLS, where the other end can tell whether that was in order. */
class OrderlyCloseTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TaskProbe task = new TaskProbe();

    /** Reads until it is given up, and then closes its stream in order: what an async fn does with a finally block. */
    private static final class Server implements Future<Void> {
        private final TlsStream stream;
        private final TryFuture<Integer, IOException> read;
        private TryFuture<Boolean, IOException> close;

        Server(TlsStream stream) {
            this.stream = stream;
            this.read = stream.read(ByteBuffer.allocate(1));
        }

        @Override
        public Poll<Void> poll(Context cx) throws Exception {
            return read.poll(cx).isReady() ? Poll.ready(null) : Poll.pending();
        }

        @Override
        public Poll<Void> pollDrop(Context cx) throws Exception {
            if (close == null) {
                read.drop();
                close = stream.close(SECOND);
            }
            return close.poll(cx).isReady() ? Poll.ready(null) : Poll.pending();
        }

        @Override
        public void drop() {
            read.drop();
            (close == null ? stream.close(SECOND) : close).drop();
        }
    }

    private static Pair<TlsStream, TlsStream> open(TestExecutor executor, String version, DuplexStream.Ends pipe) {
        return executor.run(TlsEnds.handshake(version, pipe.left(), pipe.right()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void abortedTaskSendsCloseNotifyInEverySchedule(String version) {
        TestExecutor.explore(20, executor -> {
            DuplexStream.Ends pipe = DuplexStream.open(1 + 137 * (int) executor.seed());
            var both = open(executor, version, pipe);
            JoinHandle<Void> server = executor.spawn("server", new Server(both.second()));
            JoinHandle<byte[]> client = executor.spawn("client", both.first().readToEnd(1));
            executor.runUntilStalled();
            server.abort();
            assertThat(executor.run(client)).isEmpty();
            executor.runUntilStalled();
            assertThat(server.isFinished()).isTrue();
            assertThat(pipe.right().isOpen()).isFalse();
            assertThat(executor.elapsed()).isZero();
            assertThat(executor.held()).isZero();
        });
    }

    @Test
    void abortThatLeavesNoTimeJustCloses() {
        TestExecutor executor = new TestExecutor(1);
        DuplexStream.Ends pipe = DuplexStream.open(10_000);
        var both = open(executor, "TLSv1.3", pipe);
        JoinHandle<Void> server = executor.spawn("server", new Server(both.second()));
        executor.runUntilStalled();
        server.abortNow();
        assertThatThrownBy(() -> executor.run(both.first().readToEnd(1))).isInstanceOf(SSLException.class);
        assertThat(pipe.right().isOpen()).isFalse();
        server.drop();
        executor.close();
    }

    /** The peer does not read, and so there is no room for the close_notify. */
    @Test
    void timeIsBounded() {
        TestExecutor executor = new TestExecutor(1);
        DuplexStream.Ends pipe = DuplexStream.open(100);
        var both = open(executor, "TLSv1.3", pipe);
        JoinHandle<Integer> fills = executor.spawn(both.second().write(Bytes.of("x".repeat(1_000))));
        executor.runUntilStalled();
        fills.abortNow();
        executor.runUntilStalled();
        assertThat(executor.run(closing(both.second()))).isFalse();
        assertThat(executor.elapsed()).isEqualTo(SECOND);
        assertThat(pipe.right().isOpen()).isFalse();
        assertThatThrownBy(() -> executor.run(both.first().readToEnd(2_000))).isInstanceOf(SSLException.class);
        executor.close();
    }

    /** Made in a task, so that it has the virtual time. */
    private static Future<Boolean> closing(TlsStream stream) {
        return Futures.andThen(Future.ready(null), start -> stream.close(SECOND));
    }

    @Test
    void whatWasWrittenBeforeArrives() throws Exception {
        TestExecutor executor = new TestExecutor(1);
        var both = open(executor, "TLSv1.3", DuplexStream.open(100));
        var read = executor.spawn(both.first().readToEnd(2_000));
        executor.run(both.second().write(Bytes.of("x".repeat(1_000))));
        assertThat(executor.run(closing(both.second()))).isTrue();
        assertThat(executor.run(read)).hasSize(1_000);
        executor.close();
    }

    /** A write of a writer above has ended: so has every write that it began on the stream. */
    @Test
    void aWriterAboveThatIsIdleDoesNotWrite() throws Exception {
        TestExecutor executor = new TestExecutor(1);
        var both = open(executor, "TLSv1.3", DuplexStream.open(100));
        BufWriter writer = BufWriter.of(both.second(), 20_000);
        executor.run(writer.write(ByteBuffer.allocate(20_000)));
        var write = executor.spawn(writer.write(ByteBuffer.allocate(10)));
        executor.runUntilStalled();
        var read = executor.spawn(both.first().readToEnd(30_000));
        executor.run(write);
        assertThat(executor.run(closing(both.second()))).isTrue();
        assertThat(executor.run(read).length).isBetween(16_000, 20_000);
        executor.close();
    }

    /** A timeout and an abort that come within it do not cut it short. */
    @Test
    void givenUpItGoesOn() {
        TestExecutor.explore(20, executor -> {
            DuplexStream.Ends pipe = DuplexStream.open(100);
            var both = open(executor, "TLSv1.3", pipe);
            executor.run(both.first().write(Bytes.of("x".repeat(1_000))));
            JoinHandle<Boolean> close = executor.spawn(Futures.andThen(
                    Future.ready(null),
                    start -> Timeouts.timeout(SECOND.dividedBy(2), both.first().close(SECOND))));
            executor.runUntilStalled();
            close.abort();
            executor.runUntilStalled();
            assertThat(pipe.left().isOpen()).isTrue();
            assertThat(executor.run(both.second().readToEnd(2_000))).hasSize(1_000);
            executor.runUntilStalled();
            assertThat(close.isFinished()).isTrue();
            assertThat(pipe.left().isOpen()).isFalse();
        });
    }

    @Test
    void dropClosesAtOnce() throws Exception {
        DuplexStream.Ends pipe = DuplexStream.open(10_000);
        pipe.left().close(SECOND).drop();
        assertThat(pipe.left().isOpen()).isFalse();
        TlsEnds tls = TlsEnds.open("TLSv1.3", 100);
        assertThat(task.poll(tls.client().write(Bytes.of("x".repeat(1_000)))).isReady())
                .isTrue();
        TryFuture<Boolean, IOException> close = tls.client().close(Duration.ofHours(1));
        assertThat(task.poll(close).isPending()).isTrue();
        close.drop();
        close.drop();
        assertThat(tls.client().isOpen()).isFalse();
        assertThat(task.held()).isZero();
        assertThatThrownBy(() -> task.poll(close)).isInstanceOf(IllegalStateException.class);
        assertThat(close.pollDrop(task.context()).isReady()).isTrue();
    }

    @Test
    void brokenOrClosedStreamIsClosedOutOfOrder() throws Exception {
        DuplexStream.Ends pipe = DuplexStream.open(10_000);
        TlsEnds tls = TlsEnds.open("TLSv1.3", pipe.left(), pipe.right());
        pipe.left().close(); // the other end has vanished
        assertThat(task.poll(tls.server().close(SECOND))).isEqualTo(Poll.ready(false));
        assertThat(task.poll(tls.server().close(SECOND))).isEqualTo(Poll.ready(false));
        assertThat(tls.server().isOpen()).isFalse();
    }

    @Test
    void anotherTaskThatWritesIsNotWaitedFor() throws Exception {
        TlsEnds tls = TlsEnds.open("TLSv1.3", 100);
        TaskProbe other = new TaskProbe();
        TryFuture<Void, IOException> write = tls.client().writeAll(Bytes.of("x".repeat(1_000)));
        assertThat(other.poll(write).isPending()).isTrue();
        assertThatThrownBy(() -> task.poll(tls.client().close(SECOND))).isInstanceOf(WritePendingException.class);
        assertThat(tls.client().isOpen()).isFalse();
        write.drop();
    }

    @Test
    void plainStreamsHaveItToo() throws Exception {
        DuplexStream.Ends pipe = DuplexStream.open(10_000);
        assertThat(task.poll(pipe.left().close(SECOND))).isEqualTo(Poll.ready(true));
        assertThat(task.poll(pipe.right().read(ByteBuffer.allocate(1)))).isEqualTo(Poll.ready(-1));
    }
}
