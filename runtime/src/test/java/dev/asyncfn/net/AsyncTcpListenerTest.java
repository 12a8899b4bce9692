package dev.asyncfn.net;

import static dev.asyncfn.net.TcpPair.awaitWake;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.AcceptPendingException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AsyncTcpListenerTest {
    private final TaskProbe task = new TaskProbe();
    private AsyncTcpListener listener;

    @BeforeEach
    void open() throws IOException {
        listener = AsyncTcpListener.bind(TcpPair.ownPort());
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
        TcpPair.awaitReactor();
        assertThat(task.held()).isZero();
    }

    @Test
    void anAcceptWaitsForAConnectionAndIsWoken() throws Exception {
        TryFuture<AsyncTcpStream, IOException> accept = listener.accept();
        assertThat(task.poll(accept)).isSameAs(Poll.pending());
        try (AsyncTcpStream client = Async.blockOn(AsyncTcpStream.connect(listener.localAddress()))) {
            awaitWake(task);
            assertThat(task.poll(accept))
                    .isInstanceOfSatisfying(
                            Poll.Ready.class,
                            ready -> assertThat(ready.value())
                                    .hasToString("AsyncTcpStream[" + listener.localAddress() + " -> " + address(client)
                                            + "]"));
        }
    }

    private static InetSocketAddress address(AsyncTcpStream stream) {
        try {
            return stream.localAddress();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aDroppedAcceptHasAcceptedNothing() throws Exception {
        TryFuture<AsyncTcpStream, IOException> accept = listener.accept();
        task.poll(accept);
        try (AsyncTcpStream client = Async.blockOn(AsyncTcpStream.connect(listener.localAddress()))) {
            awaitWake(task);
            accept.drop();
            try (AsyncTcpStream accepted = Async.blockOn(listener.accept())) {
                assertThat(accepted.remoteAddress()).isEqualTo(client.localAddress());
            }
        }
    }

    @Test
    void aSecondAcceptFailsWhileTheFirstWaits() throws Exception {
        TryFuture<AsyncTcpStream, IOException> first = listener.accept();
        task.poll(first);
        assertThatThrownBy(() -> task.poll(listener.accept())).isInstanceOf(AcceptPendingException.class);
        first.drop();
    }

    @Test
    void closingWakesTheAcceptThatWaits() throws Exception {
        TryFuture<AsyncTcpStream, IOException> accept = listener.accept();
        task.poll(accept);
        listener.close();
        listener.close();
        awaitWake(task);
        assertThatThrownBy(() -> task.poll(accept)).isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(() -> task.poll(listener.accept())).isInstanceOf(ClosedChannelException.class);
        assertThat(listener.isOpen()).isFalse();
        assertThat(listener).hasToString("AsyncTcpListener[" + listener.localAddress() + ", closed]");
    }

    @Test
    void closingLeavesWhatWasAccepted() throws Exception {
        try (TcpPair pair = TcpPair.open(listener)) {
            listener.close();
            Async.blockOn(pair.client().writeAll(TcpPair.bytes("hello")));
            pair.client().shutdownOutput();
            assertThat(Async.blockOn(pair.server().readToEnd(5))).hasSize(5);
        }
    }

    @Test
    void anAddressIsFreeAgainAfterAClose() throws Exception {
        for (int i = 0; i < 50; i++) {
            InetSocketAddress address = listener.localAddress();
            TryFuture<AsyncTcpStream, IOException> accept = listener.accept();
            task.poll(accept);
            listener.close();
            listener = TcpPair.again(() -> AsyncTcpListener.bind(address));
            assertThat(listener.localAddress()).isEqualTo(address);
            accept.drop();
        }
    }

    @Test
    void aTakenAddressIsRefusedAndNothingStaysOpen() throws Exception {
        int registered = TcpPair.registered();
        assertThatThrownBy(() -> AsyncTcpListener.bind(listener.localAddress())).isInstanceOf(BindException.class);
        assertThat(TcpPair.registered()).isEqualTo(registered);
    }

    @Test
    void optionsAreThoseOfTheSocket() throws Exception {
        assertThat(listener.supportedOptions()).contains(StandardSocketOptions.SO_RCVBUF);
        listener.setOption(StandardSocketOptions.SO_REUSEADDR, false);
        assertThat(listener.getOption(StandardSocketOptions.SO_REUSEADDR)).isFalse();
        assertThatThrownBy(() -> listener.getOption(StandardSocketOptions.TCP_NODELAY))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatNullPointerException().isThrownBy(() -> AsyncTcpListener.bind(null));
        assertThatIllegalArgumentException().isThrownBy(() -> AsyncTcpListener.bind(TcpPair.anyPort(), 0));
        assertThatThrownBy(() -> AsyncTcpListener.bind(InetSocketAddress.createUnresolved("nowhere.invalid", 0)))
                .isInstanceOf(UnresolvedAddressException.class);
    }
}
