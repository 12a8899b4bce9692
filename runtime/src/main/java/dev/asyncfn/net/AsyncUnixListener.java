package dev.asyncfn.net;

import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * Listens for connections on a Unix domain socket, a file of the file system. tokio's {@code UnixListener}. Thread-safe; see the package
 * description about two simultaneous accepts.
 *
 * <p>{@link #bind} makes the file, and fails if there already is one, of whatever kind. Nothing deletes it: neither {@link #close()} nor the end of
 * the process. So a server deletes it after closing, and the file of an earlier run, if it knows that nothing listens on it, before binding.
 * Whoever may write the file may connect; its permissions are those of the process's umask, so put it into a directory that others cannot enter.
 */
public final class AsyncUnixListener implements Channel {
    private final ServerSocketChannel channel;
    private final Source source;
    private final UnixDomainSocketAddress localAddress;
    private final Reactor reactor;

    private AsyncUnixListener(ServerSocketChannel channel, Reactor reactor) throws IOException {
        this.channel = channel;
        this.reactor = reactor;
        this.localAddress = (UnixDomainSocketAddress) channel.getLocalAddress();
        this.source = Source.of(channel, reactor);
    }

    /**
     * Makes the socket's file, and listens from now on. Does not block.
     *
     * <p>As many as 1,024 connections may wait to be accepted; beyond that, the system refuses {@link AsyncUnixStream#connect}.
     *
     * @param path of the file; systems limit its length to about 100 bytes
     * @return an open listener, which the caller must close
     * @throws IOException if there is a file, or it cannot be made
     * @throws UnsupportedOperationException if the system has no such sockets, or the path is not one of the default file system
     */
    public static AsyncUnixListener bind(Path path) throws IOException {
        return bind(path, AsyncTcpListener.BACKLOG);
    }

    /**
     * As {@link #bind(Path)}, with another number of connections that may wait to be accepted.
     *
     * @param path of the file; systems limit its length to about 100 bytes
     * @param backlog the number, which systems may change
     * @return an open listener, which the caller must close
     * @throws IOException if there is a file, or it cannot be made
     * @throws IllegalArgumentException if the backlog is not positive
     * @throws UnsupportedOperationException if the system has no such sockets, or the path is not one of the default file system
     */
    public static AsyncUnixListener bind(Path path, int backlog) throws IOException {
        if (backlog <= 0) {
            throw new IllegalArgumentException("a backlog of " + backlog);
        }
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(path);
        Reactor reactor = Reactor.shared();
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(address, backlog);
            return new AsyncUnixListener(channel, reactor);
        } catch (Throwable failure) {
            Source.closeAfter(failure, channel);
            throw failure;
        }
    }

    /**
     * Waits for the next connection. tokio's {@code UnixListener::accept}. Cancel-safe: an accept that is dropped before it is ready has
     * accepted nothing.
     *
     * @return a future of the connection, which must be closed by the code that awaits it
     */
    public TryFuture<AsyncUnixStream, IOException> accept() {
        return new Operation<>(source, SelectionKey.OP_ACCEPT, this, "accept", () -> {
            SocketChannel accepted = channel.accept();
            return accepted == null ? Poll.pending() : Poll.ready(AsyncUnixStream.of(accepted, reactor));
        });
    }

    /**
     * The file on which it listens, or listened before it was closed.
     *
     * @return its path, as it was given
     */
    public Path path() {
        return localAddress.getPath();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    /**
     * Stops listening, and leaves the file. Accepted connections stay open. A waiting accept throws
     * {@link java.nio.channels.ClosedChannelException}. May be called again.
     *
     * <p>The system stops as soon as the reactor has let go of the socket, which does not take long; until then it may still take a connection.
     */
    @Override
    public void close() throws IOException {
        source.close();
    }

    @Override
    public String toString() {
        return "AsyncUnixListener[" + localAddress + (isOpen() ? "]" : ", closed]");
    }
}
