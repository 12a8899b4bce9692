package dev.asyncfn.net;

import static dev.asyncfn.net.TcpPair.awaitWake;
import static dev.asyncfn.net.TcpPair.bytes;
import static dev.asyncfn.net.TcpPair.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.ReadPendingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsyncUdpSocketTest {
    private final TaskProbe task = new TaskProbe();
    private final ByteBuffer buffer = ByteBuffer.allocate(100);
    private AsyncUdpSocket here;
    private AsyncUdpSocket there;

    @BeforeEach
    void open() throws IOException {
        here = AsyncUdpSocket.bind(TcpPair.ownPort());
        there = AsyncUdpSocket.bind(TcpPair.ownPort());
    }

    @AfterEach
    void close() throws IOException {
        here.close();
        there.close();
        TcpPair.awaitReactor();
        assertThat(task.held()).isZero();
    }

    @Test
    void aDatagramArrivesWithItsSender() throws Exception {
        Async.blockOn(here.sendTo(bytes("hello"), there.localAddress()));
        assertThat(Async.blockOn(there.receiveFrom(buffer))).isEqualTo(here.localAddress());
        assertThat(text(buffer)).isEqualTo("hello");
    }

    @Test
    void receivingWaitsForADatagramAndIsWoken() throws Exception {
        TryFuture<InetSocketAddress, IOException> receive = there.receiveFrom(buffer);
        assertThat(task.poll(receive)).isSameAs(Poll.pending());
        Async.blockOn(here.sendTo(bytes("late"), there.localAddress()));
        awaitWake(task);
        assertThat(task.poll(receive)).isEqualTo(Poll.ready(here.localAddress()));
    }

    @Test
    void emptyDatagramsArriveToo() throws Exception {
        Async.blockOn(here.sendTo(bytes(""), there.localAddress()));
        assertThat(Async.blockOn(there.receiveFrom(buffer))).isEqualTo(here.localAddress());
        there.connect(here.localAddress());
        Async.blockOn(here.sendTo(bytes(""), there.localAddress()));
        assertThat(Async.blockOn(there.receive(buffer))).isZero();
    }

    @Test
    void aConnectedSocketRefusesToSendAnEmptyDatagram() throws Exception {
        here.connect(there.localAddress());
        assertThatThrownBy(() -> task.poll(here.send(bytes("")))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> task.poll(here.sendTo(bytes(""), there.localAddress())))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aDatagramOfTheLargestSizeArrivesWhole() throws Exception {
        ByteBuffer largest = ByteBuffer.allocate(65_507).put(65_506, (byte) 1);
        Async.blockOn(here.sendTo(largest, there.localAddress()));
        assertThat(largest.hasRemaining()).isFalse();
        ByteBuffer received = ByteBuffer.allocateDirect(70_000);
        Async.blockOn(there.receiveFrom(received));
        assertThat(received.flip()).isEqualTo(largest.rewind());
    }

    @Test
    void withoutRoomADatagramIsLost() throws Exception {
        Async.blockOn(here.sendTo(bytes("lost"), there.localAddress()));
        assertThat(Async.blockOn(there.receiveFrom(ByteBuffer.allocate(0)))).isEqualTo(here.localAddress());
        TryFuture<InetSocketAddress, IOException> another = there.receiveFrom(buffer);
        assertThat(task.poll(another)).isSameAs(Poll.pending());
        another.drop();
    }

    @Test
    void aConnectedSocketSendsToNobodyElse() throws Exception {
        here.connect(there.localAddress());
        assertThatThrownBy(() -> task.poll(here.sendTo(bytes("x"), here.localAddress())))
                .isInstanceOf(AlreadyConnectedException.class);
    }

    @Test
    void aTooLargeDatagramIsRefused() {
        ByteBuffer large = ByteBuffer.allocate(70_000);
        assertThatThrownBy(() -> task.poll(here.sendTo(large, there.localAddress())))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anAddressIsFreeAgainAfterAClose() throws Exception {
        for (int i = 0; i < 50; i++) {
            InetSocketAddress address = there.localAddress();
            there.close();
            there = TcpPair.again(() -> AsyncUdpSocket.bind(address));
            assertThat(there.localAddress()).isEqualTo(address);
        }
    }

    @Test
    void aConnectedSocketHearsOnlyItsPeer() throws Exception {
        there.connect(here.localAddress());
        try (AsyncUdpSocket stranger = AsyncUdpSocket.bind(TcpPair.ownPort())) {
            Async.blockOn(stranger.sendTo(bytes("unheard"), there.localAddress()));
            Async.blockOn(here.sendTo(bytes("heard"), there.localAddress()));
            assertThat(Async.blockOn(there.receive(buffer))).isEqualTo(5);
            assertThat(text(buffer)).isEqualTo("heard");
            there.connect(stranger.localAddress());
            assertThat(there.remoteAddress()).isEqualTo(stranger.localAddress());
            Async.blockOn(there.send(bytes("you now")));
            assertThat(Async.blockOn(stranger.receiveFrom(buffer.clear()))).isEqualTo(there.localAddress());
        }
    }

    @Test
    void whatDoesNotFitIsLost() throws Exception {
        Async.blockOn(here.sendTo(bytes("too long"), there.localAddress()));
        Async.blockOn(here.sendTo(bytes("next"), there.localAddress()));
        Async.blockOn(there.receiveFrom(buffer.limit(3)));
        assertThat(text(buffer)).isEqualTo("too");
        Async.blockOn(there.receiveFrom(buffer.clear()));
        assertThat(text(buffer)).isEqualTo("next");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "3, 3, true", "4, 4, false", "100, 4, false"})
    void aReceiverLearnsWhetherADatagramWasCutOff(int room, int length, boolean truncated) throws Exception {
        for (int i = 0; i < 2; i++) {
            Async.blockOn(here.sendTo(bytes("four"), there.localAddress()));
            AsyncUdpSocket.Datagram datagram =
                    Async.blockOn(there.receiveDatagram(buffer.clear().limit(room)));
            assertThat(datagram).isEqualTo(new AsyncUdpSocket.Datagram(here.localAddress(), length, truncated));
            assertThat(text(buffer)).isEqualTo("four".substring(0, length));
        }
    }

    @Test
    void anEmptyDatagramIsNotCutOff() throws Exception {
        Async.blockOn(here.sendTo(bytes(""), there.localAddress()));
        assertThat(Async.blockOn(there.receiveDatagram(buffer)).truncated()).isFalse();
    }

    @Test
    void aLargestDatagramFitsALargeBuffer() throws Exception {
        ByteBuffer largest = ByteBuffer.allocate(65_507);
        Async.blockOn(here.sendTo(largest, there.localAddress()));
        AsyncUdpSocket.Datagram datagram = Async.blockOn(there.receiveDatagram(ByteBuffer.allocate(1_000_000)));
        assertThat(datagram.length()).isEqualTo(65_507);
        assertThat(datagram.truncated()).isFalse();
    }

    @Test
    void aDroppedReceiveHasReceivedNothing() throws Exception {
        TryFuture<InetSocketAddress, IOException> receive = there.receiveFrom(buffer);
        task.poll(receive);
        Async.blockOn(here.sendTo(bytes("kept"), there.localAddress()));
        awaitWake(task);
        receive.drop();
        Async.blockOn(there.receiveFrom(buffer));
        assertThat(text(buffer)).isEqualTo("kept");
    }

    @Test
    void aSecondReceiveFailsWhileTheFirstWaits() throws Exception {
        TryFuture<InetSocketAddress, IOException> first = there.receiveFrom(buffer);
        task.poll(first);
        assertThatThrownBy(() -> task.poll(there.receiveFrom(buffer))).isInstanceOf(ReadPendingException.class);
        first.drop();
    }

    @Test
    @EnabledOnOs(OS.LINUX) // which tells the sender
    void aPeerThatIsGoneIsUnreachable() throws Exception {
        int registered = TcpPair.registered();
        here.connect(there.localAddress());
        there.close();
        assertThat(TcpPair.registered()).isEqualTo(registered - 1);
        Async.blockOn(here.send(bytes("anyone?")));
        assertThatThrownBy(() -> Async.blockOn(here.receive(buffer))).isInstanceOf(PortUnreachableException.class);
    }

    @Test
    void withoutAPeerItIsNotYetConnected() {
        assertThatThrownBy(() -> task.poll(here.send(bytes("x")))).isInstanceOf(NotYetConnectedException.class);
        assertThatThrownBy(() -> task.poll(here.receive(buffer))).isInstanceOf(NotYetConnectedException.class);
    }

    @Test
    void closingWakesWhoWaits() throws Exception {
        TryFuture<InetSocketAddress, IOException> receive = there.receiveFrom(buffer);
        task.poll(receive);
        there.close();
        there.close();
        awaitWake(task);
        assertThatThrownBy(() -> task.poll(receive)).isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(() -> task.poll(there.receive(buffer))).isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(() -> task.poll(there.send(bytes("x")))).isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(() -> there.connect(here.localAddress())).isInstanceOf(ClosedChannelException.class);
        assertThat(there.isOpen()).isFalse();
        assertThat(there).hasToString("AsyncUdpSocket[closed]");
    }

    @Test
    void optionsAreThoseOfTheSocket() throws Exception {
        assertThat(here.supportedOptions()).contains(StandardSocketOptions.SO_BROADCAST);
        here.setOption(StandardSocketOptions.SO_BROADCAST, true);
        assertThat(here.getOption(StandardSocketOptions.SO_BROADCAST)).isTrue();
        assertThat(here.remoteAddress()).isNull();
        assertThat(here).hasToString("AsyncUdpSocket[" + here.localAddress() + "]");
    }

    @Test
    void badArgumentsAreRefused() {
        InetSocketAddress unresolved = InetSocketAddress.createUnresolved("nowhere.invalid", 1);
        assertThatThrownBy(() -> here.connect(unresolved)).isInstanceOf(UnknownHostException.class);
        assertThatThrownBy(() -> task.poll(here.sendTo(bytes("x"), unresolved)))
                .isInstanceOf(UnknownHostException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> here.receiveFrom(buffer.asReadOnlyBuffer()));
        assertThatIllegalArgumentException().isThrownBy(() -> here.receive(buffer.asReadOnlyBuffer()));
        assertThatNullPointerException().isThrownBy(() -> here.send(null));
        assertThatNullPointerException().isThrownBy(() -> here.sendTo(null, unresolved));
        assertThatNullPointerException().isThrownBy(() -> here.sendTo(bytes("x"), null));
        assertThatNullPointerException().isThrownBy(() -> AsyncUdpSocket.bind(null));
    }
}
