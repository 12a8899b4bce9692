package dev.asyncfn.net;

import static dev.asyncfn.net.TcpPair.awaitWake;
import static dev.asyncfn.net.TcpPair.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HalvesTest {
    private TcpPair pair;
    private ReadHalf reader;
    private WriteHalf writer;

    @BeforeEach
    void open() throws IOException {
        pair = TcpPair.open();
        AsyncTcpStream.Halves halves = pair.client().split();
        reader = halves.reader();
        writer = halves.writer();
    }

    @AfterEach
    void close() throws IOException {
        pair.close();
    }

    @Test
    void twoTasksUseTheHalvesAtOnce() throws Exception {
        byte[] there = new byte[3_000_000];
        byte[] back = new byte[2_000_000];
        there[there.length - 1] = 1;
        back[back.length - 1] = 2;
        try (ThreadPool pool = ThreadPool.of(2)) {
            JoinHandle<Void> writing = pool.spawn(writer.writeAll(ByteBuffer.wrap(there)));
            JoinHandle<byte[]> reading = pool.spawn(reader.readToEnd(back.length));
            JoinHandle<Void> answering = pool.spawn(pair.server().writeAll(ByteBuffer.wrap(back)));
            JoinHandle<byte[]> listening = pool.spawn(pair.server().readToEnd(there.length));
            Async.blockOn(writing);
            writer.close();
            assertThat(Async.blockOn(listening)).isEqualTo(there);
            Async.blockOn(answering);
            pair.server().close();
            assertThat(Async.blockOn(reading)).isEqualTo(back);
        }
    }

    @Test
    void closingTheWriteHalfEndsTheOutputOnly() throws Exception {
        writer.close();
        writer.close();
        assertThat(writer.isOpen()).isFalse();
        assertThat(reader.isOpen()).isTrue();
        assertThat(Async.blockOn(pair.server().readToEnd(1))).isEmpty();
        assertThatThrownBy(() -> Async.blockOn(writer.write(bytes("x")))).isInstanceOf(ClosedChannelException.class);
        Async.blockOn(pair.server().write(bytes("still")));
        assertThat(Async.blockOn(reader.read(ByteBuffer.allocate(10)))).isEqualTo(5);
    }

    @Test
    void closingTheReadHalfEndsTheReadThatWaits() throws Exception {
        TaskProbe task = new TaskProbe();
        TryFuture<Integer, IOException> read = reader.read(ByteBuffer.allocate(1));
        task.poll(read);
        reader.close();
        awaitWake(task);
        assertThat(task.poll(read)).isEqualTo(Poll.ready(-1));
        TcpPair.awaitReactor();
        assertThat(task.held()).isZero();
        assertThat(Async.blockOn(writer.write(bytes("still")))).isEqualTo(5);
    }

    @Test
    void theHalfThatIsClosedLastClosesTheStream() throws Exception {
        reader.close();
        assertThat(pair.client().isOpen()).isTrue();
        writer.close();
        assertThat(pair.client().isOpen()).isFalse();
        reader.close();
    }

    @Test
    void aHalfOfAClosedStreamIsClosed() throws Exception {
        pair.client().close();
        assertThat(reader.isOpen()).isFalse();
        reader.close();
        writer.close();
        assertThat(writer).hasToString("WriteHalf of AsyncTcpStream[closed]");
    }

    @Test
    void aStreamIsSplitOnce() {
        assertThatIllegalStateException().isThrownBy(pair.client()::split);
    }
}
