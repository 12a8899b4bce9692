package dev.asyncfn.net;

import static dev.asyncfn.net.TcpPair.awaitWake;
import static dev.asyncfn.net.TcpPair.bytes;
import static dev.asyncfn.net.TcpPair.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.test.TaskProbe;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What streams transfer. */
class AsyncTcpStreamTest {
    private final TaskProbe task = new TaskProbe();
    private final ByteBuffer buffer = ByteBuffer.allocate(100);
    private TcpPair pair;

    @BeforeEach
    void open() throws IOException {
        pair = TcpPair.open();
    }

    @AfterEach
    void close() throws IOException {
        pair.close();
        TcpPair.awaitReactor();
        assertThat(task.held()).isZero();
    }

    @Test
    void aReadGivesWhatThePeerWrote() throws Exception {
        assertThat(Async.blockOn(pair.client().write(bytes("hello")))).isEqualTo(5);
        assertThat(Async.blockOn(pair.server().read(buffer))).isEqualTo(5);
        assertThat(text(buffer)).isEqualTo("hello");
    }

    @Test
    void aReadWaitsUntilThereIsSomethingAndIsWoken() throws Exception {
        TryFuture<Integer, IOException> read = pair.server().read(buffer);
        assertThat(task.poll(read)).isSameAs(Poll.pending());
        Async.blockOn(pair.client().write(bytes("late")));
        awaitWake(task);
        assertThat(task.poll(read)).isEqualTo(Poll.ready(4));
    }

    @Test
    void atTheEndOfThePeersOutputAReadGivesMinusOneAndTheOtherDirectionStays() throws Exception {
        Async.blockOn(pair.client().writeAll(bytes("question")));
        pair.client().shutdownOutput();
        pair.client().shutdownOutput();
        assertThat(new String(Async.blockOn(pair.server().readToEnd(100)))).isEqualTo("question");
        assertThat(Async.blockOn(pair.server().read(buffer))).isEqualTo(-1);
        Async.blockOn(pair.server().writeAll(bytes("answer")));
        pair.server().close();
        assertThat(new String(Async.blockOn(pair.client().readToEnd(100)))).isEqualTo("answer");
    }

    @Test
    void aShutdownOfTheInputEndsTheReadThatWaits() throws Exception {
        TryFuture<Integer, IOException> read = pair.server().read(buffer);
        task.poll(read);
        pair.server().shutdownInput();
        awaitWake(task);
        assertThat(task.poll(read)).isEqualTo(Poll.ready(-1));
    }

    @Test
    void aResetByThePeerFailsTheReadThatWaits() throws Exception {
        TryFuture<Integer, IOException> read = pair.server().read(buffer);
        task.poll(read);
        pair.client().setOption(StandardSocketOptions.SO_LINGER, 0).close();
        awaitWake(task);
        assertThatThrownBy(() -> task.poll(read)).isInstanceOf(IOException.class);
    }

    @Test
    void aWriteWaitsForASlowReaderAndGoesOnWhenItHasRead() throws Exception {
        TcpPair.WaitingWrite waiting = TcpPair.WaitingWrite.on(pair.client(), bytes("more"), task);
        Async.blockOn(pair.server().readExactly(ByteBuffer.allocateDirect(waiting.before())));
        awaitWake(task);
        assertThat(TcpPair.awaitReady(task, waiting.write())).isEqualTo(Poll.ready(4));
        Async.blockOn(pair.server().readExactly(buffer.limit(4)));
        assertThat(text(buffer)).isEqualTo("more");
    }

    @Test
    void moreThanTheSystemTakesAtOnceIsWrittenAllAndReadToTheEnd() throws Exception {
        byte[] data = new byte[10_000_000];
        new Random(1).nextBytes(data);
        try (ThreadPool pool = ThreadPool.of(1)) {
            JoinHandle<Void> writing = pool.spawn(pair.client().writeAll(ByteBuffer.wrap(data)));
            JoinHandle<byte[]> reading = pool.spawn(pair.server().readToEnd(data.length));
            Async.blockOn(writing);
            pair.client().close();
            assertThat(Async.blockOn(reading)).isEqualTo(data);
        }
    }

    @Test
    void aHeapBufferIsTransferredInChunks() throws Exception {
        ByteBuffer large = ByteBuffer.allocate(10 * Buffers.MAX_CHUNK);
        assertThat(Async.blockOn(pair.client().write(large))).isBetween(1, Buffers.MAX_CHUNK);
        assertThat(large.limit()).isEqualTo(large.capacity());
        assertThat(Async.blockOn(pair.server().read(large.clear()))).isBetween(1, Buffers.MAX_CHUNK);
        assertThat(large.limit()).isEqualTo(large.capacity());
    }

    @Test
    void directBuffersAndSuchAsAreReadOnlyAreWritten() throws Exception {
        ByteBuffer direct = ByteBuffer.allocateDirect(3).put(bytes("dir")).flip();
        Async.blockOn(pair.client().writeAll(direct));
        Async.blockOn(pair.client().writeAll(bytes("ect").asReadOnlyBuffer()));
        ByteBuffer read = ByteBuffer.allocateDirect(6);
        Async.blockOn(pair.server().readExactly(read));
        assertThat(text(read)).isEqualTo("direct");
    }

    @Test
    void aResetByThePeerFailsWrites() throws Exception {
        pair.server().setOption(StandardSocketOptions.SO_LINGER, 0).close();
        assertThatThrownBy(() -> {
                    for (; ; ) {
                        Async.blockOn(pair.client().write(bytes("anybody there?")));
                    }
                })
                .isInstanceOf(IOException.class);
    }

    private void breakConnectionOf(AsyncTcpStream stream, AsyncTcpStream peer, boolean byRead) throws IOException {
        peer.setOption(StandardSocketOptions.SO_LINGER, 0).close();
        assertThatThrownBy(() -> {
                    for (; ; ) {
                        Async.blockOn(byRead ? stream.read(buffer) : stream.write(bytes("anybody there?")));
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aConnectionThatAReadOrWriteHasFoundBrokenDoesNotEndProperly(boolean byRead) throws Exception {
        breakConnectionOf(pair.server(), pair.client(), byRead);
        assertThatThrownBy(() -> Async.blockOn(pair.server().shutdown()))
                .isInstanceOf(IOException.class)
                .hasMessage("the connection is broken")
                .hasCauseInstanceOf(IOException.class);
        assertThat(Async.blockOn(pair.server().close(Duration.ofSeconds(10)))).isFalse();
        assertThat(pair.server().isOpen()).isFalse();
        assertThatThrownBy(() -> Async.blockOn(pair.server().shutdown())).isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void aConnectionWhoseReadsAndWritesAreEndedByThisEndIsNotBroken() throws Exception {
        pair.server().shutdownInput();
        assertThat(Async.blockOn(pair.server().read(buffer))).isEqualTo(-1);
        pair.server().shutdownOutput();
        assertThatThrownBy(() -> Async.blockOn(pair.server().write(bytes("late"))))
                .isInstanceOf(ClosedChannelException.class);
        assertThat(Async.blockOn(pair.server().close(Duration.ofSeconds(10)))).isTrue();
    }

    @Test
    void readExactlyFillsTheBufferFromSeveralWrites() throws Exception {
        TryFuture<Void, IOException> read = pair.server().readExactly(buffer.limit(6));
        assertThat(task.poll(read)).isSameAs(Poll.pending());
        for (String part : new String[] {"ab", "cd", "efgh"}) {
            Async.blockOn(pair.client().writeAll(bytes(part)));
            awaitWake(task);
            task.poll(read);
            if (!buffer.hasRemaining()) {
                break;
            }
            assertThat(text(buffer)).isEqualTo("abcdef".substring(0, buffer.position()));
        }
        assertThat(text(buffer)).isEqualTo("abcdef");
        assertThat(Async.blockOn(pair.server().read(buffer.clear()))).isEqualTo(2);
    }

    @Test
    void readExactlyFailsIfTheEndComesBefore() throws Exception {
        Async.blockOn(pair.client().writeAll(bytes("abc")));
        pair.client().close();
        assertThatThrownBy(() -> Async.blockOn(pair.server().readExactly(buffer.limit(5))))
                .isInstanceOf(EOFException.class)
                .hasMessage("the end came 2 bytes early");
        assertThat(text(buffer)).isEqualTo("abc");
    }

    @Test
    void readToEndFailsBeyondItsLimit() throws Exception {
        Async.blockOn(pair.client().writeAll(bytes("abcd")));
        pair.client().close();
        assertThatThrownBy(() -> Async.blockOn(pair.server().readToEnd(3)))
                .isInstanceOf(IOException.class)
                .hasMessage("more than 3 bytes before the end");
    }

    @Test
    void nothingToTransferIsReadyAtOnce() throws Exception {
        ByteBuffer none = ByteBuffer.allocate(0);
        assertThat(task.poll(pair.server().read(none))).isEqualTo(Poll.ready(0));
        assertThat(task.poll(pair.server().readExactly(none))).isEqualTo(Poll.ready(null));
        assertThat(task.poll(pair.client().write(none))).isEqualTo(Poll.ready(0));
        assertThat(task.poll(pair.client().writeAll(none))).isEqualTo(Poll.ready(null));
    }

    @Test
    void anInterruptedThreadReadsAndWritesAllTheSame() throws Exception {
        TryFuture<Integer, IOException> read = pair.server().read(buffer);
        Thread.currentThread().interrupt();
        assertThat(task.poll(read)).isSameAs(Poll.pending());
        assertThat(task.poll(pair.client().write(bytes("x"))).isReady()).isTrue();
        assertThat(Thread.interrupted()).isTrue();
        awaitWake(task);
        assertThat(task.poll(read)).isEqualTo(Poll.ready(1));
    }

    @Test
    void optionsAndAddressesAreThoseOfTheSocket() throws Exception {
        assertThat(pair.client().supportedOptions()).contains(StandardSocketOptions.TCP_NODELAY);
        pair.client().setOption(StandardSocketOptions.TCP_NODELAY, true);
        assertThat(pair.client().getOption(StandardSocketOptions.TCP_NODELAY)).isTrue();
        assertThat(pair.client().localAddress()).isEqualTo(pair.server().remoteAddress());
        assertThat(pair.client().remoteAddress()).isEqualTo(pair.server().localAddress());
        assertThat(pair.client())
                .hasToString("AsyncTcpStream[" + pair.client().localAddress() + " -> "
                        + pair.client().remoteAddress() + "]");
    }
}
