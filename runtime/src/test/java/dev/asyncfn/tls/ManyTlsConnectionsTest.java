package dev.asyncfn.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.io.ByteStreams;
import dev.asyncfn.net.AsyncTcpListener;
import dev.asyncfn.net.AsyncTcpStream;
import dev.asyncfn.time.Sleep;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many TLS connections at once, both ends in this process, with an echo server: of four clients, one talks, one is slow, one vanishes after its
 * request, and one vanishes during the handshake. Each takes two of the files that the process may open ({@code ulimit -n}). The long form:
 *
 * <pre>mvn -pl runtime -am test -Dtest=ManyTlsConnectionsTest -Dsurefire.failIfNoSpecifiedTests=false -Dtls.connections=5000</pre>
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class ManyTlsConnectionsTest {
    private static final int CONNECTIONS = Integer.getInteger("tls.connections", 52);
    private static final int KINDS = 4;
    /** So many connections may wait to be accepted: a tenth of the listener's backlog. */
    private static final int MAX_WAITING = 100;

    private static final byte[] MESSAGE = "a message for the echo server".getBytes(StandardCharsets.US_ASCII);

    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger echoed = new AtomicInteger();
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();

    @Test
    void manyConnectionsAreServedAtOnceAndEachOfThemEnds() throws Exception {
        TlsAcceptor acceptor = TlsAcceptor.of(Keys.ofServer());
        AsyncTcpListener listener = AsyncTcpListener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        try (ThreadPool pool = ThreadPool.of(2)) {
            JoinHandle<Void> serving = pool.spawn(new Serve(listener, acceptor, pool));
            TlsConnector connector = TlsConnector.of(Keys.ofClient());
            List<JoinHandle<Void>> clients = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                AsyncTcpStream tcp = Async.blockOn(AsyncTcpStream.connect(listener.localAddress()));
                clients.add(pool.spawn(new Client(i % KINDS, connector, tcp)));
                while (accepted.get() < i - MAX_WAITING) {
                    Thread.yield(); // or the system would begin to refuse some
                }
            }
            Async.blockOn(Futures.joinAll(clients));
            listener.close();
            Async.blockOn(serving);
            assertThat(pool.awaitTasks(Duration.ofHours(1))).isTrue();
        }
        assertThat(unexpected).isEmpty();
        assertThat(echoed).hasValue(CONNECTIONS / 2);
        assertThat(served).hasValue(CONNECTIONS / 2);
        // The system may not even show the server a connection that was reset before it was accepted.
        assertThat(failed.get()).isBetween(CONNECTIONS / 4, CONNECTIONS / 2);
    }

    /** Accepts until the listener is closed; each connection is a task of its own. */
    private final class Serve implements Future<Void> {
        private final AsyncTcpListener listener;
        private final TlsAcceptor acceptor;
        private final ThreadPool pool;
        private Future<AsyncTcpStream> accept;

        Serve(AsyncTcpListener listener, TlsAcceptor acceptor, ThreadPool pool) {
            this.listener = listener;
            this.acceptor = acceptor;
            this.pool = pool;
        }

        @Override
        public Poll<Void> poll(Context cx) throws Exception {
            try {
                for (; ; ) {
                    accept = accept == null ? listener.accept() : accept;
                    if (!(accept.poll(cx) instanceof Poll.Ready<AsyncTcpStream> ready)) {
                        return Poll.pending();
                    }
                    accept = null;
                    accepted.incrementAndGet();
                    pool.spawn(new Echo(acceptor.accept(ready.value())));
                }
            } catch (ClosedChannelException closed) {
                return Poll.ready(null);
            }
        }
    }

    /** The steps of one connection: one future after the other. */
    private abstract static class Steps implements Future<Void> {
        private Future<?> step;
        private int number;
        TlsStream stream;

        /** The step of this number, or null after the last. */
        abstract Future<?> step(int number) throws Exception;

        void ended(Throwable failure) throws IOException {
            if (stream != null) {
                stream.close();
            }
        }

        @Override
        public Poll<Void> poll(Context cx) throws Exception {
            try {
                step = number == 0 && step == null ? step(number++) : step;
                while (step != null) {
                    if (!(step.poll(cx) instanceof Poll.Ready<?> ready)) {
                        return Poll.pending();
                    }
                    if (ready.value() instanceof TlsStream connected) {
                        stream = connected;
                    }
                    step = step(number++);
                }
                ended(null);
            } catch (IOException failure) {
                ended(failure);
            }
            return Poll.ready(null);
        }
    }

    private final class Echo extends Steps {
        private final Future<TlsStream> handshake;

        Echo(Future<TlsStream> handshake) {
            this.handshake = handshake;
        }

        @Override
        Future<?> step(int number) {
            return switch (number) {
                case 0 -> handshake;
                case 1 -> ByteStreams.copy(stream, stream);
                case 2 -> stream.shutdown();
                default -> null;
            };
        }

        @Override
        void ended(Throwable failure) throws IOException {
            super.ended(failure);
            (failure == null ? served : failed).incrementAndGet();
        }
    }

    private final class Client extends Steps {
        private static final int TALKS = 0;
        private static final int IS_SLOW = 1;
        private static final int VANISHES_IN_HANDSHAKE = 2;

        private final int kind;
        private final TlsConnector connector;
        private final AsyncTcpStream tcp;
        private final ByteBuffer echo = ByteBuffer.allocate(MESSAGE.length);
        private int reached;

        Client(int kind, TlsConnector connector, AsyncTcpStream tcp) {
            this.kind = kind;
            this.connector = connector;
            this.tcp = tcp;
        }

        @Override
        void ended(Throwable failure) throws IOException {
            super.ended(failure);
            if (failure != null && (kind == TALKS || kind == IS_SLOW)) {
                unexpected.add(new AssertionError("a client failed in step " + reached, failure));
            }
        }

        @Override
        Future<?> step(int number) throws Exception {
            reached = number;
            return switch (number) {
                case 0 -> secure();
                case 1 ->
                    kind == VANISHES_IN_HANDSHAKE
                            ? null
                            : stream.writeAll(ByteBuffer.wrap(MESSAGE, 0, MESSAGE.length / 2));
                case 2 -> kind == IS_SLOW ? Sleep.of(Duration.ofMillis(300)) : Future.ready(null);
                case 3 ->
                    stream.writeAll(ByteBuffer.wrap(MESSAGE, MESSAGE.length / 2, MESSAGE.length - MESSAGE.length / 2));
                case 4 -> kind == TALKS || kind == IS_SLOW ? stream.readExactly(echo) : null;
                case 5 -> stream.shutdown();
                case 6 -> stream.readToEnd(0);
                case 7 -> {
                    assertThat(echo.array()).isEqualTo(MESSAGE);
                    echoed.incrementAndGet();
                    yield null;
                }
                default -> throw new AssertionError(number);
            };
        }

        private Future<?> secure() throws IOException {
            if (kind == VANISHES_IN_HANDSHAKE) {
                tcp.setOption(StandardSocketOptions.SO_LINGER, 0);
                tcp.close();
                return Future.ready(null);
            }
            return connector.connect("localhost", tcp.remoteAddress().getPort(), tcp);
        }
    }
}
