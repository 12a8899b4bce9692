package dev.asyncfn.net;

import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.transfer.Destination;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.SelectionKey;
import java.util.Objects;
import java.util.Set;

/**
 * A UDP socket. tokio's {@code UdpSocket}. Thread-safe: one task may receive while another sends; see the package description about two operations of the same kind.
 *
 * <p>Each operation moves one datagram, which may be empty, except when a connected socket sends it: the JDK does not send it. All
 * operations are cancel-safe: if dropped before it is ready, an operation has sent and received nothing.
 */
public final class AsyncUdpSocket implements Channel {
    private final DatagramChannel channel;
    private final Source source;
    /** For whole datagrams; empty until one is asked for. */
    private ByteBuffer spare = ByteBuffer.allocate(0);

    private AsyncUdpSocket(DatagramChannel channel, Source source) {
        this.channel = channel;
        this.source = source;
    }

    /**
     * Opens a socket with this address. Does not block, except that a port taken by a socket closed a moment ago is awaited, for a second
     * at most.
     *
     * @param address port 0 selects any free port: see {@link #localAddress()}
     * @return an open socket, which the caller must close
     * @throws IOException if the address is not available
     * @throws java.nio.channels.UnresolvedAddressException if the address is unresolved
     */
    public static AsyncUdpSocket bind(InetSocketAddress address) throws IOException {
        Objects.requireNonNull(address, "address");
        Reactor reactor = Reactor.shared();
        DatagramChannel channel = DatagramChannel.open();
        try {
            reactor.bind(() -> channel.bind(address));
            return new AsyncUdpSocket(channel, Source.of(channel, reactor));
        } catch (Throwable failure) {
            Source.closeAfter(failure, channel);
            throw failure;
        }
    }

    /**
     * Exchanges datagrams only with {@code peer} from now on. It sends nothing, so the peer need not exist. May be called again with another
     * peer.
     *
     * @param peer has to be resolved
     * @return this socket
     * @throws UnknownHostException if the address is unresolved
     * @throws java.nio.channels.ClosedChannelException if the socket is closed
     */
    public AsyncUdpSocket connect(InetSocketAddress peer) throws IOException {
        checkResolved(peer);
        channel.disconnect();
        channel.connect(peer);
        return this;
    }

    /**
     * Sends the remaining bytes of {@code data} as one datagram to {@code target}, and moves its position to the end. tokio's {@code send_to}. The
     * future's value is null: there is no way to know whether a datagram arrives.
     *
     * <p>The future throws {@link IOException} if the datagram is too large, or empty and the socket connected, or if the target is
     * unresolved; and {@link java.nio.channels.AlreadyConnectedException} if the socket is connected to another peer.
     *
     * @param data borrowed until the future ends; may be read-only
     * @param target has to be resolved; it is checked in the polls
     * @return a future that does nothing before its first poll
     */
    public TryFuture<Void, IOException> sendTo(ByteBuffer data, InetSocketAddress target) {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(target, "target");
        return operation(SelectionKey.OP_WRITE, "sendTo", () -> {
            checkResolved(target);
            checkSendable(data);
            return channel.send(data, target) == 0 && data.hasRemaining() ? Poll.pending() : Poll.ready(null);
        });
    }

    /**
     * Sends the remaining bytes of {@code data} as one datagram to the peer, and moves its position to the end. The future's value is null.
     *
     * <p>The future throws {@link java.nio.channels.NotYetConnectedException} if there is no peer, {@link java.net.PortUnreachableException}
     * if nothing received an earlier datagram, and another {@link IOException} if the datagram is too large or empty.
     *
     * @param data borrowed until the future ends; may be read-only
     * @return a future that does nothing before its first poll
     */
    public TryFuture<Void, IOException> send(ByteBuffer data) {
        Objects.requireNonNull(data, "data");
        return operation(SelectionKey.OP_WRITE, "send", () -> {
            checkSendable(data);
            return channel.write(data) == 0 ? Poll.pending() : Poll.ready(null);
        });
    }

    /** A failure is better than a datagram that is never sent; and than a copy of one that is too large, which the JDK would make. */
    private void checkSendable(ByteBuffer data) throws IOException {
        if (data.remaining() > Buffers.MAX_DATAGRAM) {
            throw new IOException("a datagram of " + data.remaining() + " bytes is too large");
        }
        if (channel.isConnected() && !data.hasRemaining()) {
            throw new IOException("a connected socket cannot send an empty datagram");
        }
    }

    /**
     * Receives a datagram into the remaining space of {@code buffer}, and moves its position past it; what does not fit is lost. tokio's
     * {@code recv_from}. The future's value is the sender's address.
     *
     * <p>When the socket is connected, the future throws {@link java.net.PortUnreachableException} if nothing received an earlier datagram.
     *
     * @param buffer borrowed until the future ends; without space, all of the datagram is lost
     * @return a future that does nothing before its first poll
     * @throws IllegalArgumentException if the buffer is read-only
     */
    public TryFuture<InetSocketAddress, IOException> receiveFrom(ByteBuffer buffer) {
        Destination.check(buffer);
        return operation(SelectionKey.OP_READ, "receiveFrom", () -> {
            InetSocketAddress sender = (InetSocketAddress) Buffers.receive(buffer, channel);
            return sender == null ? Poll.pending() : Poll.ready(sender);
        });
    }

    /**
     * Receives a datagram of the peer into the remaining space of {@code buffer}, and moves its position past it; what does not fit is lost.
     * The future's value is the number of bytes, which may be 0.
     *
     * <p>The future throws {@link java.nio.channels.NotYetConnectedException} if there is no peer, and
     * {@link java.net.PortUnreachableException} if nothing received an earlier datagram.
     *
     * @param buffer borrowed until the future ends; without space, all of the datagram is lost
     * @return a future that does nothing before its first poll
     * @throws IllegalArgumentException if the buffer is read-only
     */
    public TryFuture<Integer, IOException> receive(ByteBuffer buffer) {
        Destination.check(buffer);
        return operation(SelectionKey.OP_READ, "receive", () -> {
            if (channel.isOpen() && !channel.isConnected()) {
                throw new NotYetConnectedException();
            }
            // Not read(), whose 0 may be an empty datagram or none.
            int before = buffer.position();
            return Buffers.receive(buffer, channel) == null ? Poll.pending() : Poll.ready(buffer.position() - before);
        });
    }

    /**
     * Receives a datagram into the remaining space of {@code buffer}, as {@link #receiveFrom} does, and also reports whether a part of it did
     * not fit, and was lost. That needs a copy of the datagram, which {@link #receiveFrom} does not.
     *
     * <p>When the socket is connected, the future throws {@link java.net.PortUnreachableException} if nothing received an earlier datagram.
     *
     * @param buffer borrowed until the future ends; without space, all of the datagram is lost
     * @return a future that does nothing before its first poll
     * @throws IllegalArgumentException if the buffer is read-only
     */
    public TryFuture<Datagram, IOException> receiveDatagram(ByteBuffer buffer) {
        Destination.check(buffer);
        return operation(SelectionKey.OP_READ, "receiveDatagram", () -> {
            ByteBuffer whole = spareFor(buffer.remaining());
            InetSocketAddress sender = (InetSocketAddress) channel.receive(whole.clear());
            if (sender == null) {
                return Poll.pending();
            }
            int length = Destination.move(whole.flip(), buffer);
            return Poll.ready(new Datagram(sender, length, whole.hasRemaining()));
        });
    }

    /** Only for the operation that has the direction. With place for one byte more, which shows that not all would have fitted. */
    private ByteBuffer spareFor(int remaining) {
        int needed = Math.min(remaining, Buffers.MAX_DATAGRAM) + 1;
        if (spare.capacity() < needed) {
            spare = ByteBuffer.allocateDirect(needed);
        }
        return spare.clear();
    }

    /**
     * A datagram that was received.
     *
     * @param sender its source
     * @param length how many bytes of it are in the buffer, possibly 0
     * @param truncated whether it had more bytes, which are lost
     */
    public record Datagram(InetSocketAddress sender, int length, boolean truncated) {}

    private <T> Operation<T> operation(int op, String name, Operation.Attempt<T> attempt) {
        return new Operation<>(source, op, this, name, attempt);
    }

    private static void checkResolved(InetSocketAddress address) throws UnknownHostException {
        if (address.isUnresolved()) {
            throw new UnknownHostException(address.getHostString());
        }
    }

    /**
     * This end's address.
     *
     * @return a resolved address, with the port that was selected
     * @throws java.nio.channels.ClosedChannelException if the socket is closed
     * @throws IOException if the system reports an error
     */
    public InetSocketAddress localAddress() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    /**
     * The peer's address, or null if there is no peer.
     *
     * @return a resolved address, or null
     * @throws java.nio.channels.ClosedChannelException if the socket is closed
     * @throws IOException if the system reports an error
     */
    public InetSocketAddress remoteAddress() throws IOException {
        return (InetSocketAddress) channel.getRemoteAddress();
    }

    /**
     * Sets an option of the socket, as {@link DatagramChannel#setOption}: see {@link java.net.StandardSocketOptions}.
     *
     * @param <T> the type of the option's value
     * @param option for example {@link java.net.StandardSocketOptions#SO_BROADCAST}
     * @param value null only if the option's own description says so
     * @return this socket
     * @throws UnsupportedOperationException if it is not one of the {@link #supportedOptions()}
     * @throws IllegalArgumentException if the value is not valid
     * @throws java.nio.channels.ClosedChannelException if the socket is closed
     * @throws IOException if the system reports an error
     */
    public <T> AsyncUdpSocket setOption(SocketOption<T> option, T value) throws IOException {
        channel.setOption(option, value);
        return this;
    }

    /**
     * The value of an option, as {@link DatagramChannel#getOption}.
     *
     * @param <T> the type of the option's value
     * @param option one of the {@link #supportedOptions()}
     * @return null only if the option's own description says so
     * @throws UnsupportedOperationException if it is not one of the {@link #supportedOptions()}
     * @throws java.nio.channels.ClosedChannelException if the socket is closed
     * @throws IOException if the system reports an error
     */
    public <T> T getOption(SocketOption<T> option) throws IOException {
        return channel.getOption(option);
    }

    /**
     * The options that this system has for such sockets.
     *
     * @return an unmodifiable set, also after the socket was closed
     */
    public Set<SocketOption<?>> supportedOptions() {
        return channel.supportedOptions();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    /**
     * Closes the socket. Waiting operations throw {@link java.nio.channels.ClosedChannelException}. May be called again.
     *
     * <p>The system closes it as soon as the reactor's thread has let go of it, which does not take long; {@link #bind} waits for it.
     */
    @Override
    public void close() throws IOException {
        source.close();
    }

    @Override
    public String toString() {
        try {
            InetSocketAddress peer = remoteAddress();
            return "AsyncUdpSocket[" + localAddress() + (peer == null ? "]" : " -> " + peer + "]");
        } catch (IOException e) {
            return "AsyncUdpSocket[closed]";
        }
    }
}
