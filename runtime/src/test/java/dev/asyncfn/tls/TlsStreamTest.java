package dev.asyncfn.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.future.Futures;
import dev.asyncfn.io.ByteStream;
import dev.asyncfn.io.ByteStreams;
import dev.asyncfn.io.Bytes;
import dev.asyncfn.io.DuplexStream;
import dev.asyncfn.io.SendAll;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadPendingException;
import java.nio.channels.WritePendingException;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsStreamTest {
    private static final String NEWEST = "TLSv1.3";

    private final TaskProbe task = new TaskProbe();
    private final TaskProbe other = new TaskProbe();
    private final ByteBuffer buffer = ByteBuffer.allocate(100);

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void everythingArrivesThroughATinyPipeInAnySchedule(String version) {
        TestExecutor.explore(8, executor -> {
            DuplexStream.Ends pipe = DuplexStream.open(1 + 137 * (int) executor.seed());
            var both = executor.run(TlsEnds.handshake(version, pipe.left(), pipe.right()));
            byte[] there = Bytes.random(3_000, executor.seed());
            byte[] back = Bytes.random(20_000, -executor.seed());
            executor.spawn("client writes", both.first().writeAll(ByteBuffer.wrap(there)));
            executor.spawn("server writes", both.second().writeAll(ByteBuffer.wrap(back)));
            var atClient = executor.spawn("client reads", read(both.first(), back.length));
            var atServer = executor.spawn("server reads", read(both.second(), there.length));
            assertThat(executor.run(atClient)).isEqualTo(back);
            assertThat(executor.run(atServer)).isEqualTo(there);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void oneByteAtATimeIsEnough(String version) throws Exception {
        DuplexStream.Ends pipe = DuplexStream.open(10_000);
        try (TlsEnds tls = TlsEnds.open(version, Bytes.oneByOne(pipe.left()), Bytes.oneByOne(pipe.right()))) {
            Async.blockOn(tls.client().writeAll(Bytes.of("one by one")));
            Async.blockOn(tls.server().readExactly(buffer.limit(10)));
            assertThat(Bytes.text(buffer)).isEqualTo("one by one");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void bothEndsCanSendMuchMoreThanTheConnectionHoldsAtTheSameTime(String version) throws Exception {
        byte[] there = Bytes.random(300_000, 1);
        byte[] back = Bytes.random(200_000, 2);
        try (TlsEnds tls = TlsEnds.open(version, 10_000)) {
            var arrived = Async.blockOn(Futures.tryJoin(
                    Futures.tryJoin(
                            tls.client().writeAll(ByteBuffer.wrap(there)),
                            tls.server().writeAll(ByteBuffer.wrap(back))),
                    Futures.tryJoin(read(tls.server(), there.length), read(tls.client(), back.length))));
            assertThat(arrived.second().first()).isEqualTo(there);
            assertThat(arrived.second().second()).isEqualTo(back);
        }
    }

    private static dev.asyncfn.Future<byte[]> read(TlsStream stream, int count) {
        ByteBuffer target = ByteBuffer.allocate(count);
        return Futures.map(stream.readExactly(target), done -> target.array());
    }

    @Test
    void aShutdownIsTheEndOfOneDirectionInTls13() throws Exception {
        try (TlsEnds tls = TlsEnds.open(NEWEST, 10_000)) {
            Async.blockOn(tls.client().writeAll(Bytes.of("question")));
            Async.blockOn(tls.client().shutdown());
            Async.blockOn(tls.client().shutdown());
            assertThat(new String(Async.blockOn(tls.server().readToEnd(100)))).isEqualTo("question");
            assertThat(task.poll(tls.server().read(buffer))).isEqualTo(Poll.ready(-1));
            Async.blockOn(tls.server().writeAll(Bytes.of("answer")));
            Async.blockOn(tls.server().shutdown());
            assertThat(new String(Async.blockOn(tls.client().readToEnd(100)))).isEqualTo("answer");
            assertThatThrownBy(() -> task.poll(tls.client().write(Bytes.of("x"))))
                    .isInstanceOf(ClosedChannelException.class);
        }
    }

    @Test
    void aShutdownIsAnsweredByOneInTls12() throws Exception {
        try (TlsEnds tls = TlsEnds.open("TLSv1.2", 10_000)) {
            Async.blockOn(tls.server().writeAll(Bytes.of("before")));
            Async.blockOn(tls.client().writeAll(Bytes.of("question")));
            Async.blockOn(tls.client().shutdown());
            assertThat(new String(Async.blockOn(tls.server().readToEnd(100)))).isEqualTo("question");
            assertThatThrownBy(() -> task.poll(tls.server().write(Bytes.of("x"))))
                    .isInstanceOf(ClosedChannelException.class);
            assertThat(new String(Async.blockOn(tls.client().readToEnd(100)))).isEqualTo("before");
            assertThat(task.poll(tls.server().shutdown()).isReady()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void anEndWithoutCloseNotifyIsAFailureAfterEverythingWasRead(String version) throws Exception {
        DuplexStream.Ends pipe = DuplexStream.open(10_000);
        TlsEnds tls = TlsEnds.open(version, pipe.left(), pipe.right());
        Async.blockOn(tls.client().writeAll(Bytes.of("some")));
        tls.client().close();
        assertThat(task.poll(tls.server().read(buffer))).isEqualTo(Poll.ready(4));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> task.poll(tls.server().read(buffer)))
                    .isInstanceOf(SSLException.class)
                    .hasMessageContaining("without close_notify");
        }
    }

    @Test
    void aReadThatIsDroppedAtAnyStepLosesNothing() throws Exception {
        DuplexStream.Ends pipe = DuplexStream.open(7);
        TlsEnds tls = TlsEnds.open(NEWEST, pipe.left(), pipe.right());
        TryFuture<Void, IOException> write = tls.client().writeAll(Bytes.of("nothing is lost"));
        boolean written = false;
        while (buffer.position() < 15) {
            written = written || other.poll(write).isReady();
            ByteBuffer one = buffer.limit(buffer.position() + 1);
            TryFuture<Integer, IOException> read = tls.server().read(one);
            task.poll(read);
            read.drop();
            assertThat(task.held()).isZero();
        }
        assertThat(Bytes.text(buffer)).isEqualTo("nothing is lost");
        write.drop();
        assertThat(other.held()).isZero();
    }

    @Test
    void aWriteThatIsDroppedBeforeItIsReadyHasWrittenNothing() throws Exception {
        DuplexStream.Ends pipe = DuplexStream.open(7);
        TlsEnds tls = TlsEnds.open(NEWEST, pipe.left(), pipe.right());
        ByteBuffer data = Bytes.of("ab");
        assertThat(task.poll(tls.client().write(data.limit(1)))).isEqualTo(Poll.ready(1));
        data.limit(2);
        TryFuture<Integer, IOException> waiting = tls.client().write(data);
        assertThat(task.poll(waiting)).isSameAs(Poll.pending());
        waiting.drop();
        assertThat(data.position()).isOne();
        assertThat(task.held()).isZero();
        TryFuture<Void, IOException> flush = tls.client().flush();
        TryFuture<Integer, IOException> read = tls.server().read(buffer);
        boolean flushed = false;
        while (other.poll(read).isPending()) {
            flushed = flushed || task.poll(flush).isReady();
        }
        assertThat(Bytes.text(buffer)).isEqualTo("a");
    }

    @Test
    void aReadAlsoWritesWhatWasAcceptedSoThatNoAnswerIsAwaitedForEver() throws Exception {
        DuplexStream.Ends pipe = DuplexStream.open(7);
        TlsEnds tls = TlsEnds.open(NEWEST, pipe.left(), pipe.right());
        assertThat(task.poll(tls.client().write(Bytes.of("question")))).isEqualTo(Poll.ready(8));
        TryFuture<Integer, IOException> answer = tls.client().read(ByteBuffer.allocate(1));
        TryFuture<Void, IOException> question = tls.server().readExactly(buffer.limit(8));
        while (other.poll(question).isPending()) {
            assertThat(task.poll(answer)).isSameAs(Poll.pending());
        }
        assertThat(Bytes.text(buffer)).isEqualTo("question");
        answer.drop();
    }

    @Test
    void aFullOutputDoesNotKeepARead() throws Exception {
        DuplexStream.Ends pipe = DuplexStream.open(10_000);
        TlsEnds tls = TlsEnds.open(NEWEST, pipe.left(), pipe.right());
        Async.blockOn(tls.server().writeAll(Bytes.of("here")));
        TryFuture<Void, IOException> write = tls.client().writeAll(ByteBuffer.allocate(100_000));
        assertThat(other.poll(write)).isSameAs(Poll.pending());
        assertThat(task.poll(tls.client().read(buffer))).isEqualTo(Poll.ready(4));
        write.drop();
        assertThat(other.held()).isZero();
    }

    @Test
    void aCloseNotifyIsReadThoughItsAnswerCannotBeWritten() throws Exception {
        DuplexStream.Ends pipe = DuplexStream.open(10_000);
        TlsEnds tls = TlsEnds.open("TLSv1.2", pipe.left(), pipe.right());
        TryFuture<Void, IOException> stuck = tls.server().writeAll(ByteBuffer.allocate(100_000));
        other.poll(stuck);
        Async.blockOn(tls.client().shutdown());
        assertThat(task.poll(tls.server().read(buffer))).isEqualTo(Poll.ready(-1));
        stuck.drop();
        pipe.left().close();
        assertThat(task.poll(tls.server().read(buffer))).isEqualTo(Poll.ready(-1));
    }

    @Test
    void aPeerThatIsGoneFailsWritesWhileReadsReadWhatItHasSent() throws Exception {
        DuplexStream.Ends pipe = DuplexStream.open(10_000);
        TlsEnds tls = TlsEnds.open(NEWEST, pipe.left(), pipe.right());
        Async.blockOn(tls.client().writeAll(Bytes.of("last")));
        Async.blockOn(tls.client().shutdown());
        pipe.left().close();
        assertThatThrownBy(() -> Async.blockOn(tls.server().writeAll(Bytes.of("anybody there?"))))
                .hasMessage("the other end is closed");
        assertThat(task.poll(tls.server().read(buffer))).isEqualTo(Poll.ready(4));
        assertThat(task.poll(tls.server().read(buffer))).isEqualTo(Poll.ready(-1));
    }

    @Test
    void aRecordThatWasChangedFailsBothEnds() throws Exception {
        DuplexStream.Ends pipe = DuplexStream.open(10_000);
        TlsEnds tls = TlsEnds.open(NEWEST, pipe.left(), pipe.right());
        ByteBuffer forged =
                ByteBuffer.allocate(25).put(new byte[] {23, 3, 3, 0, 20}).clear();
        task.poll(pipe.left().write(forged));
        assertThatThrownBy(() -> task.poll(tls.server().read(buffer))).isInstanceOf(SSLException.class);
        assertThatThrownBy(() -> task.poll(tls.server().write(Bytes.of("x")))).isInstanceOf(SSLException.class);
        assertThatThrownBy(() -> task.poll(tls.server().flush())).isInstanceOf(SSLException.class);
        assertThatThrownBy(() -> task.poll(tls.client().read(buffer))).hasMessageContaining("bad_record_mac");
    }

    /** A stream whose writes wait, and wake nobody, while it is blocked: as if their wake had come before that. */
    private static final class Blockable implements ByteStream {
        private final ByteStream stream;
        boolean blocked;

        Blockable(ByteStream stream) {
            this.stream = stream;
        }

        @Override
        public TryFuture<Integer, IOException> read(ByteBuffer target) {
            return stream.read(target);
        }

        @Override
        public TryFuture<Integer, IOException> write(ByteBuffer source) {
            TryFuture<Integer, IOException> write = stream.write(source);
            return cx -> blocked ? Poll.pending() : write.poll(cx);
        }

        @Override
        public TryFuture<Void, IOException> shutdown() {
            return stream.shutdown();
        }

        @Override
        public boolean isOpen() {
            return stream.isOpen();
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    @Test
    void aTaskThatWritesIsWokenWhenTheOneThatReadsHasWrittenForIt() throws Exception {
        DuplexStream.Ends pipe = DuplexStream.open(10_000);
        Blockable transport = new Blockable(pipe.left());
        TlsEnds tls = TlsEnds.open(NEWEST, transport, pipe.right());
        TryFuture<Integer, IOException> read = tls.client().read(buffer);
        transport.blocked = true;
        TryFuture<Void, IOException> write = tls.client().writeAll(Bytes.of("written by the reader"));
        assertThat(other.poll(write)).isSameAs(Poll.pending());
        assertThat(task.poll(read)).isSameAs(Poll.pending());
        transport.blocked = false;
        assertThat(other.takeWoken()).isFalse();
        assertThat(task.poll(read)).isSameAs(Poll.pending());
        assertThat(other.takeWoken()).isTrue();
        assertThat(other.poll(write).isReady()).isTrue();
        read.drop();
    }

    @Test
    void aTaskThatWritesIsWokenWhenTheOneThatReadsHasFailed() throws Exception {
        DuplexStream.Ends pipe = DuplexStream.open(10_000);
        Blockable transport = new Blockable(pipe.left());
        TlsEnds tls = TlsEnds.open(NEWEST, transport, pipe.right());
        transport.blocked = true;
        TryFuture<Void, IOException> write = tls.client().writeAll(Bytes.of("x"));
        assertThat(other.poll(write)).isSameAs(Poll.pending());
        pipe.right().close();
        assertThatThrownBy(() -> Async.blockOn(tls.client().readToEnd(1))).isInstanceOf(SSLException.class);
        assertThat(other.takeWoken()).isTrue();
        assertThatThrownBy(() -> other.poll(write)).isInstanceOf(SSLException.class);
    }

    @Test
    void aCloseEndsWaitingOperations() throws Exception {
        DuplexStream.Ends pipe = DuplexStream.open(10_000);
        TlsEnds tls = TlsEnds.open(NEWEST, pipe.left(), pipe.right());
        TryFuture<Integer, IOException> read = tls.client().read(buffer);
        TryFuture<Void, IOException> write = tls.client().writeAll(ByteBuffer.allocate(100_000));
        task.poll(read);
        other.poll(write);
        tls.client().close();
        tls.client().close();
        assertThat(task.takeWoken()).isTrue();
        assertThat(other.takeWoken()).isTrue();
        assertThatThrownBy(() -> task.poll(read)).isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(() -> other.poll(write)).isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(() -> task.poll(tls.client().shutdown())).isInstanceOf(ClosedChannelException.class);
        assertThat(tls.client().isOpen()).isFalse();
        assertThat(pipe.left().isOpen()).isFalse();
        assertThat(task.held()).isZero();
        assertThat(other.held()).isZero();
    }

    @Test
    void oneOperationWaitsInEachDirection() throws Exception {
        DuplexStream.Ends pipe = DuplexStream.open(7);
        TlsEnds tls = TlsEnds.open(NEWEST, pipe.left(), pipe.right());
        TryFuture<Integer, IOException> read = tls.client().read(buffer);
        task.poll(read);
        assertThatThrownBy(() -> other.poll(tls.client().read(buffer))).isInstanceOf(ReadPendingException.class);
        task.poll(tls.client().write(Bytes.of("x")));
        TryFuture<Void, IOException> flush = tls.client().flush();
        assertThat(task.poll(flush)).isSameAs(Poll.pending());
        assertThatThrownBy(() -> other.poll(tls.client().write(Bytes.of("y"))))
                .isInstanceOf(WritePendingException.class);
        flush.drop();
        read.drop();
        assertThat(task.held()).isZero();
        assertThat(other.held()).isZero();
    }

    @Test
    void nothingToTransferIsReadyAtOnce() throws Exception {
        try (TlsEnds tls = TlsEnds.open(NEWEST, 10_000)) {
            assertThat(task.poll(tls.client().read(ByteBuffer.allocate(0)))).isEqualTo(Poll.ready(0));
            assertThat(task.poll(tls.client().write(ByteBuffer.allocate(0)))).isEqualTo(Poll.ready(0));
            assertThatIllegalArgumentException().isThrownBy(() -> tls.client().read(buffer.asReadOnlyBuffer()));
        }
    }

    @Test
    void aProxyBetweenTwoTlsConnectionsPassesOnBothEnds() {
        TestExecutor.explore(4, executor -> {
            DuplexStream.Ends front = DuplexStream.open(500);
            DuplexStream.Ends back = DuplexStream.open(300);
            var client = executor.run(TlsEnds.handshake(NEWEST, front.left(), front.right()));
            var server = executor.run(TlsEnds.handshake(NEWEST, back.left(), back.right()));
            var proxy = executor.spawn("proxy", ByteStreams.copyBidirectional(client.second(), server.first()));
            byte[] question = Bytes.random(2_000, executor.seed());
            executor.spawn("question", SendAll.of(client.first(), question));
            assertThat(executor.run(server.second().readToEnd(5_000))).isEqualTo(question);
            executor.spawn("answer", SendAll.of(server.second(), question));
            assertThat(executor.run(client.first().readToEnd(5_000))).isEqualTo(question);
            assertThat(executor.run(proxy).second()).isEqualTo(2_000);
        });
    }
}
