package dev.asyncfn.net;

import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.nio.channels.Channel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.Set;

/** Listens for TCP connections. tokio's {@code TcpListener}. Thread-safe; see the package description about two simultaneous accepts. */
public final class AsyncTcpListener implements Channel {
    /** tokio's number. The system may allow fewer. */
    static final int BACKLOG = 1024;

    private final ServerSocketChannel channel;
    private final Source source;
    private final InetSocketAddress localAddress;
    private final Reactor reactor;

    private AsyncTcpListener(ServerSocketChannel channel, Reactor reactor) throws IOException {
        this.channel = channel;
        this.reactor = reactor;
        this.localAddress = (InetSocketAddress) channel.getLocalAddress();
        this.source = Source.of(channel, reactor);
    }

    /**
     * Listens on {@code address}, as {@link #bind(InetSocketAddress, int)} with a backlog of 1,024 connections.
     *
     * @param address port 0 selects any free port: see {@link #localAddress()}
     * @return an open listener, which the caller must close
     * @throws IOException if the address is not available, for example because it is in use
     * @throws java.nio.channels.UnresolvedAddressException if the address is unresolved
     */
    public static AsyncTcpListener bind(InetSocketAddress address) throws IOException {
        return bind(address, BACKLOG);
    }

    /**
     * Listens on {@code address} from now on. Does not block, except that a port taken by a listener closed a moment ago is awaited, for a
     * second at most.
     *
     * @param address port 0 selects any free port: see {@link #localAddress()}
     * @param backlog how many connections may wait to be accepted; the system may allow fewer
     * @return an open listener, which the caller must close
     * @throws IOException if the address is not available, for example because it is in use
     * @throws java.nio.channels.UnresolvedAddressException if the address is unresolved
     * @throws IllegalArgumentException if the backlog is not positive
     */
    public static AsyncTcpListener bind(InetSocketAddress address, int backlog) throws IOException {
        Objects.requireNonNull(address, "address");
        if (backlog <= 0) {
            throw new IllegalArgumentException("a backlog of " + backlog);
        }
        Reactor reactor = Reactor.shared();
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            reactor.bind(() -> channel.bind(address, backlog));
            return new AsyncTcpListener(channel, reactor);
        } catch (Throwable failure) {
            Source.closeAfter(failure, channel);
            throw failure;
        }
    }

    /**
     * Waits for the next connection. tokio's {@code TcpListener::accept}. Cancel-safe: an accept that is dropped before it is ready has
     * accepted nothing.
     *
     * <p>An {@link IOException} while the listener {@linkplain #isOpen() is open} concerns this connection, or reports that the process has too
     * many open files; in the latter case accepts keep failing until some are closed, so pause before the next one.
     *
     * @return a future of the connection, which must be closed by the code that awaits it
     */
    public TryFuture<AsyncTcpStream, IOException> accept() {
        return new Operation<>(source, SelectionKey.OP_ACCEPT, this, "accept", () -> {
            SocketChannel accepted = channel.accept();
            return accepted == null ? Poll.pending() : Poll.ready(AsyncTcpStream.of(accepted, reactor));
        });
    }

    /**
     * The address on which it listens, or listened before it was closed.
     *
     * @return a resolved address, with the port that was selected
     */
    public InetSocketAddress localAddress() {
        return localAddress;
    }

    /**
     * Sets an option of the socket, as {@link ServerSocketChannel#setOption}: see {@link java.net.StandardSocketOptions}.
     *
     * @param <T> the type of the option's value
     * @param option for example {@link java.net.StandardSocketOptions#SO_RCVBUF}
     * @param value null only if the option's own description says so
     * @return this listener
     * @throws UnsupportedOperationException if it is not one of the {@link #supportedOptions()}
     * @throws IllegalArgumentException if the value is not valid
     * @throws java.nio.channels.ClosedChannelException if the listener is closed
     * @throws IOException if the system reports an error
     */
    public <T> AsyncTcpListener setOption(SocketOption<T> option, T value) throws IOException {
        channel.setOption(option, value);
        return this;
    }

    /**
     * The value of an option, as {@link ServerSocketChannel#getOption}.
     *
     * @param <T> the type of the option's value
     * @param option one of the {@link #supportedOptions()}
     * @return null only if the option's own description says so
     * @throws UnsupportedOperationException if it is not one of the {@link #supportedOptions()}
     * @throws java.nio.channels.ClosedChannelException if the listener is closed
     * @throws IOException if the system reports an error
     */
    public <T> T getOption(SocketOption<T> option) throws IOException {
        return channel.getOption(option);
    }

    /**
     * The options that this system has for such sockets.
     *
     * @return an unmodifiable set, also after the listener was closed
     */
    public Set<SocketOption<?>> supportedOptions() {
        return channel.supportedOptions();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    /**
     * Stops listening. Accepted connections stay open; waiting ones are reset. A waiting accept throws
     * {@link java.nio.channels.ClosedChannelException}. May be called again.
     *
     * <p>The system stops as soon as the reactor's thread has let go of the socket, which does not take long; {@link #bind(InetSocketAddress,
     * int) bind} waits for it.
     */
    @Override
    public void close() throws IOException {
        source.close();
    }

    @Override
    public String toString() {
        return "AsyncTcpListener[" + localAddress + (isOpen() ? "]" : ", closed]");
    }
}
