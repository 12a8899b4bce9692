package dev.asyncfn.net;

import dev.asyncfn.TryFuture;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP connection. tokio's {@code TcpStream}. Thread-safe: one task may read while another writes; see the package description about two operations of the same kind.
 *
 * <p>The peer's actions are visible as with any socket: after its orderly end, reads return -1 once everything has been read; if it
 * vanished, reads and writes throw an {@link IOException} as soon as the system notices.
 */
public final class AsyncTcpStream extends SocketStream {
    private final AtomicBoolean split = new AtomicBoolean();

    private AsyncTcpStream(SocketChannel channel, Source source) {
        super(channel, source);
    }

    /** The stream of a channel, connected or not, which is closed if that fails. */
    static AsyncTcpStream of(SocketChannel channel, Reactor reactor) throws IOException {
        return new AsyncTcpStream(channel, Source.of(channel, reactor));
    }

    /**
     * Connects to {@code address}. tokio's {@code TcpStream::connect}. Nothing is opened before the first poll.
     *
     * <p>The future throws {@link java.net.ConnectException} if nothing listens there, and {@link java.net.UnknownHostException} if the
     * address is {@linkplain InetSocketAddress#isUnresolved() unresolved}; to resolve a name, use {@link #connect(String, int)}. Dropping
     * the future gives up the attempt. If it throws or is dropped, nothing stays open.
     *
     * @param address where to connect; it is checked in the first poll
     * @return a future of an open stream, which must be closed by the code that awaits it
     */
    public static TryFuture<AsyncTcpStream, IOException> connect(InetSocketAddress address) {
        return to(address, null);
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
        return to(address, timeout);
    }

    private static TryFuture<AsyncTcpStream, IOException> to(InetSocketAddress address, Duration timeout) {
        return new Connect<>(address, timeout, reactor -> of(SocketChannel.open(), reactor));
    }

    /**
     * Connects to a host by name. tokio's {@code TcpStream::connect}, with "happy eyeballs" (RFC 8305). The name is {@linkplain Dns#lookup
     * resolved} on a thread for blocking code. Then the addresses are tried, IPv6 and IPv4 in turn, in the order that the resolver prefers: the
     * next one when an attempt has failed or when 250 milliseconds have passed, while the earlier attempts go on. The first connection ends the
     * other attempts, and closes their sockets.
     *
     * <p>The future throws {@link java.net.UnknownHostException} if there is no such host, and the exception of the attempt that failed last if
     * none succeeds, with those of the others suppressed in it, in the order in which they came. If it throws or is dropped, nothing stays open.
     * There is no limit on the time but the system's, which may be minutes: see {@link dev.asyncfn.time.Timeouts}. The delay is measured by the
     * {@linkplain dev.asyncfn.time.Clock#current() current} clock of the first attempt.
     *
     * @param host a name, or an address as text
     * @param port 1 to 65,535
     * @return a future of an open stream, which must be closed by the code that awaits it
     * @throws IllegalArgumentException if there is no such port
     */
    public static TryFuture<AsyncTcpStream, IOException> connect(String host, int port) {
        if (port < 1 || port > 0xFFFF) {
            throw new IllegalArgumentException("there is no port " + port);
        }
        return new ConnectByName(Dns.lookup(host), address -> connect(new InetSocketAddress(address, port)));
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
