package dev.asyncfn.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.future.UndroppableWaker;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ConnectTest {
    private final TaskProbe task = new TaskProbe();

    @Test
    void connectsToWhoListensThere() throws Exception {
        try (AsyncTcpListener listener = AsyncTcpListener.bind(TcpPair.anyPort());
                AsyncTcpStream stream =
                        Async.blockOn(AsyncTcpStream.connect(listener.localAddress(), Duration.ofHours(1)))) {
            assertThat(stream.remoteAddress()).isEqualTo(listener.localAddress());
        }
    }

    @Test
    void nobodyThereIsAConnectException() throws Exception {
        InetSocketAddress left = leftAddress();
        assertThatThrownBy(() -> Async.blockOn(AsyncTcpStream.connect(left))).isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> Async.blockOn(AsyncTcpStream.connect(left, Duration.ofHours(1))))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void anUnresolvedAddressIsAnUnknownHost() throws Exception {
        TryFuture<AsyncTcpStream, IOException> connect =
                AsyncTcpStream.connect(InetSocketAddress.createUnresolved("nowhere.invalid", 80));
        assertThatThrownBy(() -> task.poll(connect))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage("nowhere.invalid");
        assertThatIllegalStateException().isThrownBy(() -> task.poll(connect));
    }

    @Test
    @EnabledOnOs(OS.LINUX) // where a full backlog leaves further connections without an answer
    void withoutAnAnswerItTimesOutAndClosesTheSocket() throws Exception {
        try (FullListener full = new FullListener()) {
            int registered = TcpPair.registered();
            assertThatThrownBy(() -> Async.blockOn(AsyncTcpStream.connect(full.address(), Duration.ofMillis(20))))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessage("no connection to " + full.address() + " within PT0.02S");
            assertThat(TcpPair.registered()).isEqualTo(registered);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDropGivesUpAndClosesTheSocket() throws Exception {
        try (FullListener full = new FullListener()) {
            int registered = TcpPair.registered();
            TryFuture<AsyncTcpStream, IOException> connect =
                    AsyncTcpStream.connect(full.address(), Duration.ofHours(1));
            assertThat(TcpPair.registered()).isEqualTo(registered);
            assertThat(task.poll(connect)).isSameAs(Poll.pending());
            assertThat(TcpPair.registered()).isEqualTo(registered + 1);
            assertThat(((Traced) connect).state()).isEqualTo("AsyncTcpStream.connect to " + full.address());
            connect.drop();
            connect.drop();
            assertThat(TcpPair.registered()).isEqualTo(registered);
            assertThat(task.held()).isZero();
            assertThat(((Traced) connect).state()).isEqualTo("DONE");
            assertThatIllegalStateException().isThrownBy(() -> task.poll(connect));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aWakerWhoseDropThrowsDoesNotKeepTheSocketOpen() throws Exception {
        UndroppableWaker bad = new UndroppableWaker();
        try (FullListener full = new FullListener()) {
            int registered = TcpPair.registered();
            TryFuture<AsyncTcpStream, IOException> connect =
                    AsyncTcpStream.connect(full.address(), Duration.ofHours(1));
            connect.poll(bad.context());
            assertThatThrownBy(connect::drop).isSameAs(bad.thrown);
            assertThat(TcpPair.registered()).isEqualTo(registered);
        }
    }

    @Test
    void aDropBeforeTheFirstPollOpensNothing() throws Exception {
        TryFuture<AsyncTcpStream, IOException> connect = AsyncTcpStream.connect(leftAddress());
        connect.drop();
        assertThatIllegalStateException().isThrownBy(() -> task.poll(connect));
    }

    @Test
    void badArgumentsAreRefusedAtOnce() {
        assertThatNullPointerException().isThrownBy(() -> AsyncTcpStream.connect(null));
        assertThatIllegalArgumentException().isThrownBy(() -> AsyncTcpStream.connect(TcpPair.anyPort(), Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AsyncTcpStream.connect(TcpPair.anyPort(), Duration.ofMillis(-1)));
    }

    /** Where somebody has listened. */
    private static InetSocketAddress leftAddress() throws IOException {
        AsyncTcpListener listener = AsyncTcpListener.bind(TcpPair.ownPort());
        listener.close();
        TcpPair.awaitReactor();
        return listener.localAddress();
    }

    /** Accepts nobody, and has no place left for those who wait. */
    private static final class FullListener implements AutoCloseable {
        private final AsyncTcpListener listener = AsyncTcpListener.bind(TcpPair.anyPort(), 1);
        private final List<SocketChannel> waiting = new ArrayList<>();

        FullListener() throws IOException {
            boolean connected = true;
            while (connected) {
                SocketChannel channel = SocketChannel.open();
                waiting.add(channel);
                channel.configureBlocking(false);
                channel.connect(address());
                connected = isConnected(channel);
            }
            assertThat(waiting).hasSizeGreaterThan(1);
        }

        /**
         * Whether the system has answered. It does so within the call above, if at all; some time is left to one that does so later. It
         * is the system that is asked at last: a thread that was held up has only waited for longer.
         */
        private static boolean isConnected(SocketChannel channel) throws IOException {
            for (int i = 0; i < 100 && !channel.finishConnect(); i++) {
                LockSupport.parkNanos(2_000_000);
            }
            return channel.finishConnect();
        }

        InetSocketAddress address() {
            return listener.localAddress();
        }

        @Override
        public void close() throws IOException {
            for (SocketChannel channel : waiting) {
                channel.close();
            }
            listener.close();
        }
    }
}
