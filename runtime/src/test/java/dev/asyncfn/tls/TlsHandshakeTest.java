package dev.asyncfn.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.future.Futures;
import dev.asyncfn.io.Bytes;
import dev.asyncfn.io.DuplexStream;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.Timeouts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsHandshakeTest {
    private final TaskProbe task = new TaskProbe();
    private final DuplexStream.Ends ends = DuplexStream.open(4_096);

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void bothEndsAgreeAndKnowOfEachOther(String version) throws Exception {
        var both = Async.blockOn(Futures.tryJoin(
                TlsEnds.connector(version).withAlpn("h2", "http/1.1").connect("localhost", 443, ends.left()),
                TlsEnds.ACCEPTOR
                        .withAlpn("http/1.1")
                        .withParameters(parameters -> parameters.setNeedClientAuth(true))
                        .accept(ends.right())));
        try (TlsStream client = both.first();
                TlsStream server = both.second()) {
            assertThat(client.session().getProtocol()).isEqualTo(version);
            assertThat(client.applicationProtocol()).contains("http/1.1");
            assertThat(server.applicationProtocol()).contains("http/1.1");
            assertThat(client.session().getPeerPrincipal()).hasToString("CN=localhost");
            assertThat(server.session().getPeerPrincipal()).hasToString("CN=client");
            assertThat(client).hasToString("TlsStream[" + version + " over " + ends.left() + "]");
        }
    }

    @Test
    void theServerLearnsTheNameOfItsHostButNoAddress() throws Exception {
        assertThat(requestedName("localhost")).isEqualTo("localhost");
        assertThat(requestedName("localhost.")).isEqualTo("localhost");
        assertThat(requestedName("127.0.0.1")).isNull();
    }

    private static String requestedName(String host) throws Exception {
        DuplexStream.Ends pipe = DuplexStream.open(4_096);
        var both = Async.blockOn(Futures.tryJoin(
                TlsEnds.CONNECTOR.connect(host, 1, pipe.left()), TlsEnds.ACCEPTOR.accept(pipe.right())));
        try (TlsEnds open = new TlsEnds(both.first(), both.second())) {
            return ((ExtendedSSLSession) open.server().session())
                    .getRequestedServerNames().stream()
                            .map(name -> ((SNIHostName) name).getAsciiName())
                            .findFirst()
                            .orElse(null);
        }
    }

    @Test
    void aCertificateOfAnotherHostIsRefusedUnlessAskedFor() throws Exception {
        assertThatThrownBy(() -> handshake(TlsEnds.CONNECTOR, "127.0.0.2", TlsEnds.ACCEPTOR))
                .isInstanceOf(SSLHandshakeException.class);
        assertThat(ends.left().isOpen()).isFalse();
        assertThat(ends.right().isOpen()).isFalse();
        DuplexStream.Ends pipe = DuplexStream.open(4_096);
        Async.blockOn(Futures.tryJoin(
                TlsEnds.CONNECTOR.withoutHostVerification().connect("elsewhere.invalid", 1, pipe.left()),
                TlsEnds.ACCEPTOR.accept(pipe.right())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aCertificateThatIsNotTrustedIsRefusedAndTheServerIsTold(String version) throws Exception {
        TryFuture<TlsStream, IOException> accept = TlsEnds.ACCEPTOR.accept(ends.right());
        TryFuture<TlsStream, IOException> connect = TlsConnector.of(Keys.ofStranger())
                .withTasksOn(Runnable::run)
                .withParameters(parameters -> parameters.setProtocols(new String[] {version}))
                .connect("localhost", 1, ends.left());
        task.poll(connect);
        task.poll(accept);
        assertThatThrownBy(() -> task.poll(connect)).isInstanceOf(SSLHandshakeException.class);
        assertThatThrownBy(() -> task.poll(accept)).hasMessageContaining("certificate_unknown");
        assertThat(task.held()).isZero();
    }

    @Test
    void aStreamForWhichThereIsNoEngineIsClosed() throws Exception {
        Consumer<SSLParameters> bad = parameters -> parameters.setProtocols(new String[] {"TLSv9"});
        DuplexStream.Ends open = DuplexStream.open(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TlsEnds.CONNECTOR.withParameters(bad).connect("localhost", 1, open.left()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TlsEnds.ACCEPTOR.withParameters(bad).accept(open.right()));
        assertThat(open.left().isOpen()).isFalse();
        assertThat(open.right().isOpen()).isFalse();
    }

    @Test
    void aStreamIsClosedIfTheFunctionForTheParametersThrows() {
        IllegalStateException failure = new IllegalStateException("of the function");
        Consumer<SSLParameters> throwing = parameters -> {
            throw failure;
        };
        DuplexStream stream = DuplexStream.open(100).left();
        assertThatThrownBy(() -> TlsEnds.CONNECTOR.withParameters(throwing).connect("localhost", 1, stream))
                .isSameAs(failure);
        assertThat(stream.isOpen()).isFalse();
    }

    @Test
    void aStreamWithoutAHostIsClosed() {
        DuplexStream stream = DuplexStream.open(100).left();
        assertThatNullPointerException().isThrownBy(() -> TlsEnds.CONNECTOR.connect(null, 1, stream));
        assertThat(stream.isOpen()).isFalse();
        assertThatNullPointerException().isThrownBy(() -> TlsEnds.CONNECTOR.connect("localhost", 1, null));
    }

    @Test
    void withoutACommonProtocolItFails() {
        assertThatThrownBy(() ->
                        handshake(TlsEnds.CONNECTOR.withAlpn("h2"), "localhost", TlsEnds.ACCEPTOR.withAlpn("http/1.1")))
                .isInstanceOf(SSLHandshakeException.class);
    }

    private void handshake(TlsConnector connector, String host, TlsAcceptor acceptor) throws IOException {
        Async.blockOn(Futures.tryJoin(connector.connect(host, 1, ends.left()), acceptor.accept(ends.right())));
    }

    @Test
    void textInsteadOfTlsFailsAtOnceAndIsAnsweredWithAnAlert() throws Exception {
        TryFuture<TlsStream, IOException> accept = TlsEnds.ACCEPTOR.accept(ends.right());
        task.poll(ends.left().write(Bytes.of("GET / HTTP/1.1\r\n\r\n")));
        assertThatThrownBy(() -> task.poll(accept)).isInstanceOf(SSLException.class);
        ByteBuffer alert = ByteBuffer.allocate(100);
        task.poll(ends.left().read(alert));
        assertThat(alert.get(0)).as("the type of the record").isEqualTo((byte) 21);
        assertThatIllegalStateException().isThrownBy(() -> task.poll(accept));
    }

    /** Two handshakes on one connection, polled in turn. */
    private final class Both {
        final DuplexStream.Ends pipe = DuplexStream.open(300);
        final TryFuture<TlsStream, IOException> connect = TlsEnds.CONNECTOR.connect("localhost", 1, pipe.left());
        final TryFuture<TlsStream, IOException> accept = TlsEnds.ACCEPTOR.accept(pipe.right());
        boolean connected;
        boolean accepted;

        /** Polls both, so often unless they are ready before. */
        void poll(int rounds) throws Exception {
            for (int i = 0; i < rounds && !isDone(); i++) {
                connected = connected || task.poll(connect).isReady();
                accepted = accepted || task.poll(accept).isReady();
            }
        }

        boolean isDone() {
            return connected && accepted;
        }
    }

    @Test
    void aPeerThatVanishesAtAnyStepFailsTheHandshake() throws Exception {
        int rounds = 0;
        for (Both both = new Both(); !both.accepted; rounds++) {
            both = new Both();
            both.poll(rounds);
            if (!both.accepted) {
                both.pipe.left().close();
                TryFuture<TlsStream, IOException> accept = both.accept;
                assertThatThrownBy(() -> {
                            while (task.poll(accept).isPending()) {
                                assertThat(task.takeWoken()).isTrue();
                            }
                        })
                        .isInstanceOf(IOException.class);
                assertThat(both.pipe.right().isOpen()).isFalse();
                both.connect.drop();
                assertThat(task.held()).isZero();
            }
        }
        assertThat(rounds).isGreaterThan(4);
    }

    @Test
    void aHandshakeThatIsDroppedAtAnyStepClosesTheConnectionAndLetsGoOfItsWaker() throws Exception {
        int rounds = 0;
        for (Both both = new Both(); !both.isDone(); rounds++) {
            both = new Both();
            both.poll(rounds);
            both.connect.drop();
            both.accept.drop();
            both.accept.drop();
            assertThat(both.pipe.left().isOpen()).isEqualTo(both.connected);
            assertThat(both.pipe.right().isOpen()).isEqualTo(both.accepted);
            assertThat(task.held()).isZero();
        }
        assertThat(rounds).isGreaterThan(4);
    }

    @Test
    void aSilentPeerIsLimitedByATimeout() {
        try (TestExecutor executor = new TestExecutor(0)) {
            Future<TlsStream> limited =
                    onFirstPoll(() -> Timeouts.timeout(Duration.ofSeconds(10), TlsEnds.ACCEPTOR.accept(ends.right())));
            assertThatThrownBy(() -> executor.run(limited)).isInstanceOf(ElapsedException.class);
            assertThat(executor.elapsed()).isEqualTo(Duration.ofSeconds(10));
            assertThat(ends.right().isOpen()).isFalse();
        }
    }

    private static <T> Future<T> onFirstPoll(Supplier<Future<T>> start) {
        AtomicReference<Future<T>> started = new AtomicReference<>();
        return cx -> started.updateAndGet(before -> before == null ? start.get() : before)
                .poll(cx);
    }

    @Test
    void aConnectionThatIsClosedDuringTheHandshakeFailsIt() throws Exception {
        TryFuture<TlsStream, IOException> accept = TlsEnds.ACCEPTOR.accept(ends.right());
        task.poll(accept);
        ends.right().close();
        assertThat(task.takeWoken()).isTrue();
        assertThatThrownBy(() -> task.poll(accept)).isInstanceOf(ClosedChannelException.class);
        assertThat(task.held()).isZero();
    }

    @Test
    void whileAComputationRunsThePollIsPendingAndTheEngineIsLeftAlone() throws Exception {
        Queue<Runnable> jobs = new ArrayDeque<>();
        TryFuture<TlsStream, IOException> connect = TlsEnds.CONNECTOR.connect("localhost", 1, ends.left());
        TryFuture<TlsStream, IOException> accept =
                TlsAcceptor.of(Keys.ofServer()).withTasksOn(jobs::add).accept(ends.right());
        task.poll(connect);
        TaskProbe server = new TaskProbe();
        assertThat(server.poll(accept)).isSameAs(Poll.pending());
        assertThat(jobs).hasSize(1);
        assertThat(server.poll(accept)).isSameAs(Poll.pending());
        assertThat(server.takeWoken()).as("busy waiting").isFalse();
        assertThat(jobs).hasSize(1);
        jobs.remove().run();
        assertThat(server.takeWoken()).isTrue();
        assertThat(server.poll(accept)).isSameAs(Poll.pending());
        accept.drop();
        assertThat(server.held()).isZero();
    }

    @Test
    void aHandshakeCanBeDroppedWhileAComputationRuns() throws Exception {
        Queue<Runnable> jobs = new ArrayDeque<>();
        TryFuture<TlsStream, IOException> accept =
                TlsAcceptor.of(Keys.ofServer()).withTasksOn(jobs::add).accept(ends.right());
        task.poll(TlsEnds.CONNECTOR.connect("localhost", 1, ends.left()));
        TaskProbe server = new TaskProbe();
        server.poll(accept);
        accept.drop();
        assertThat(server.held()).isZero();
        jobs.remove().run();
        assertThat(server.wakes()).isZero();
        assertThat(ends.right().isOpen()).isFalse();
    }

    @Test
    void aComputationThatIsRejectedFailsTheHandshake() throws Exception {
        TryFuture<TlsStream, IOException> accept = TlsAcceptor.of(Keys.ofServer())
                .withTasksOn(job -> {
                    throw new RejectedExecutionException("full");
                })
                .accept(ends.right());
        task.poll(TlsEnds.CONNECTOR.connect("localhost", 1, ends.left()));
        assertThatThrownBy(() -> task.poll(accept))
                .isInstanceOf(SSLException.class)
                .hasCauseInstanceOf(JoinException.class);
        assertThat(ends.right().isOpen()).isFalse();
    }

    @Test
    void theComputationsRunOnTheThreadsForBlockingByDefault() throws Exception {
        var both = Async.blockOn(Futures.tryJoin(
                TlsConnector.of(Keys.ofClient()).connect("localhost", 1, ends.left()),
                TlsAcceptor.of(Keys.ofServer()).accept(ends.right())));
        assertThat(both.first().session().isValid()).isTrue();
    }
}
