package dev.asyncfn.net;

import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.io.ByteStream;
import dev.asyncfn.transfer.Destination;
import dev.asyncfn.transfer.Transfer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP connection. tokio's {@code TcpStream}. Thread-safe: one task may read while another writes; see the package description about two operations of the same kind.
 *
 * <p>The peer's actions are visible as with any socket: after its orderly end, reads return -1 once everything has been read; if it
 * vanished, reads and writes throw an {@link IOException} as soon as the system notices.
 */
public final class AsyncTcpStream implements ByteStream {
    private final SocketChannel channel;
    private final Source source;
    private final AtomicBoolean split = new AtomicBoolean();

    private AsyncTcpStream(SocketChannel channel, Source source) {
        this.channel = channel;
        this.source = source;
    }

    /** The stream of a channel, connected or not, which is closed if that fails. */
    static AsyncTcpStream of(SocketChannel channel, Reactor reactor) throws IOException {
        return new AsyncTcpStream(channel, Source.of(channel, reactor));
    }

    /**
     * Connects to {@code address}. tokio's {@code TcpStream::connect}. Nothing is opened before the first poll.
     *
     * <p>The future throws {@link java.net.ConnectException} if nothing listens there, and {@link java.net.UnknownHostException} if the
     * address is {@linkplain InetSocketAddress#isUnresolved() unresolved}; resolving a name would block, and is not done here. Dropping
     * the future gives up the attempt. If it throws or is dropped, nothing stays open.
     *
     * @param address where to connect; it is checked in the first poll
     * @return a future of an open stream, which must be closed by the code that awaits it
     */
    public static TryFuture<AsyncTcpStream, IOException> connect(InetSocketAddress address) {
        return new Connect(address, null);
    }

    /**
     * As {@link #connect(InetSocketAddress)}, for at most {@code timeout}, from the first poll on.
     *
     * <p>The future throws {@link java.net.SocketTimeoutException} once the timeout has passed.
     *
     * @param address as for {@link #connect(InetSocketAddress)}
     * @param timeout measured by the {@linkplain dev.asyncfn.time.Clock#current() current} clock of the first poll
     * @return a future of an open stream, which must be closed by the code that awaits it
     * @throws IllegalArgumentException if the timeout is not positive
     */
    public static TryFuture<AsyncTcpStream, IOException> connect(InetSocketAddress address, Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a timeout of " + timeout + " never connects");
        }
        return new Connect(address, timeout);
    }

    /** The operation that has the connection made. */
    Operation<AsyncTcpStream> connecting(SocketAddress address) throws IOException {
        channel.connect(address);
        return operation(
                SelectionKey.OP_CONNECT, "connect", () -> channel.finishConnect() ? Poll.ready(this) : Poll.pending());
    }

    @Override
    public TryFuture<Integer, IOException> read(ByteBuffer buffer) {
        Destination.check(buffer);
        return operation(SelectionKey.OP_READ, "read", () -> {
            int count = Buffers.transfer(buffer, channel::read);
            return count == 0 && buffer.hasRemaining() ? Poll.pending() : Poll.ready(count);
        });
    }

    /**
     * {@inheritDoc}
     *
     * <p>Bytes are accepted by the system, which keeps sending them even after a {@link #close()}; only the peer knows whether they arrive.
     */
    @Override
    public TryFuture<Integer, IOException> write(ByteBuffer buffer) {
        Objects.requireNonNull(buffer, "buffer");
        return operation(SelectionKey.OP_WRITE, "write", () -> {
            int count = Buffers.transfer(buffer, channel::write);
            return count == 0 && buffer.hasRemaining() ? Poll.pending() : Poll.ready(count);
        });
    }

    private <T> Operation<T> operation(int op, String name, Operation.Attempt<T> attempt) {
        return new Operation<>(source, op, this, name, attempt);
    }

    /**
     * Splits this stream into two halves, each to be owned by a separate task. tokio's {@code into_split}. Do not use the stream itself any
     * more; it is closed when both halves are closed.
     *
     * @return the two halves; closing the first one ends its direction, and closing the second one closes the stream
     * @throws IllegalStateException if it has been split before
     */
    public Halves split() {
        if (split.getAndSet(true)) {
            throw new IllegalStateException("this stream has been split already");
        }
        AtomicInteger openHalves = new AtomicInteger(2);
        return new Halves(new ReadHalf(this, openHalves), new WriteHalf(this, openHalves));
    }

    /**
     * The result of {@link #split()}.
     *
     * @param reader the input, for one task
     * @param writer the output, for another task
     */
    public record Halves(ReadHalf reader, WriteHalf writer) {}

    /**
     * Ends the output: the peer reads to the end of what was written, and may still answer. Rust's {@code Shutdown::Write}. A waiting or
     * later write throws {@link java.nio.channels.ClosedChannelException}. May be called again.
     *
     * @throws java.nio.channels.ClosedChannelException if the stream is closed
     */
    public void shutdownOutput() throws IOException {
        channel.shutdownOutput();
        source.wake(SelectionKey.OP_WRITE);
    }

    /** As {@link #shutdownOutput()}, in the first poll. */
    @Override
    public TryFuture<Void, IOException> shutdown() {
        return new Transfer<>("AsyncTcpStream.shutdown", cx -> {
            shutdownOutput();
            return Poll.ready(null);
        });
    }

    /**
     * Ends the input: a waiting or later read returns -1. Rust's {@code Shutdown::Read}. The peer is not notified. May be called again.
     *
     * @throws java.nio.channels.ClosedChannelException if the stream is closed
     */
    public void shutdownInput() throws IOException {
        channel.shutdownInput();
        source.wake(SelectionKey.OP_READ);
    }

    /** Whether {@link #close()} has not been called yet, whatever the peer did. */
    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    /**
     * Closes the connection in both directions. Waiting operations throw {@link java.nio.channels.ClosedChannelException}. What has been
     * written is still sent, unless {@link java.net.StandardSocketOptions#SO_LINGER} is set to 0: then the peer sees a reset. May be called
     * again.
     */
    @Override
    public void close() throws IOException {
        source.close();
    }

    /**
     * This end's address.
     *
     * @return a resolved address
     * @throws java.nio.channels.ClosedChannelException if the stream is closed
     * @throws IOException if the system reports an error
     */
    public InetSocketAddress localAddress() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    /**
     * The other end's address.
     *
     * @return a resolved address
     * @throws java.nio.channels.ClosedChannelException if the stream is closed
     * @throws IOException if the system reports an error
     */
    public InetSocketAddress remoteAddress() throws IOException {
        return (InetSocketAddress) channel.getRemoteAddress();
    }

    /**
     * Sets an option of the socket, as {@link SocketChannel#setOption}: see {@link java.net.StandardSocketOptions}.
     *
     * @param <T> the type of the option's value
     * @param option for example {@link java.net.StandardSocketOptions#TCP_NODELAY}
     * @param value null only if the option's own description says so
     * @return this stream
     * @throws UnsupportedOperationException if it is not one of the {@link #supportedOptions()}
     * @throws IllegalArgumentException if the value is not valid
     * @throws java.nio.channels.ClosedChannelException if the stream is closed
     * @throws IOException if the system reports an error
     */
    public <T> AsyncTcpStream setOption(SocketOption<T> option, T value) throws IOException {
        channel.setOption(option, value);
        return this;
    }

    /**
     * The value of an option, as {@link SocketChannel#getOption}.
     *
     * @param <T> the type of the option's value
     * @param option one of the {@link #supportedOptions()}
     * @return null only if the option's own description says so
     * @throws UnsupportedOperationException if it is not one of the {@link #supportedOptions()}
     * @throws java.nio.channels.ClosedChannelException if the stream is closed
     * @throws IOException if the system reports an error
     */
    public <T> T getOption(SocketOption<T> option) throws IOException {
        return channel.getOption(option);
    }

    /**
     * The options that this system has for such sockets.
     *
     * @return an unmodifiable set, also after the stream was closed
     */
    public Set<SocketOption<?>> supportedOptions() {
        return channel.supportedOptions();
    }

    @Override
    public String toString() {
        try {
            return "AsyncTcpStream[" + localAddress() + " -> " + remoteAddress() + "]";
        } catch (IOException e) {
            return "AsyncTcpStream[closed]";
        }
    }
}
