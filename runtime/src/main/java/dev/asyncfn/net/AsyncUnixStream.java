package dev.asyncfn.net;

import dev.asyncfn.TryFuture;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * A connection of a Unix domain socket, between processes of one machine. tokio's {@code UnixStream}. Thread-safe: one task may read while
 * another writes; see the package description about two operations of the same kind.
 */
public final class AsyncUnixStream extends SocketStream {
    private AsyncUnixStream(SocketChannel channel, Source source) {
        super(channel, source);
    }

    /** The stream of a channel, connected or not, which is closed if that fails. */
    static AsyncUnixStream of(SocketChannel channel, Reactor reactor) throws IOException {
        return new AsyncUnixStream(channel, Source.of(channel, reactor));
    }

    /**
     * Connects to the socket that listens on a file: see {@link AsyncUnixListener}. tokio's {@code UnixStream::connect}. Nothing is opened
     * before the first poll.
     *
     * <p>The future throws an {@link IOException} if there is no such file, or nothing listens on it; and also if so many connections wait to be
     * accepted that there is no place for another one, as the system has no way to wait for that: try it again later, for instance by a
     * {@link dev.asyncfn.future.RetryPolicy}. If it throws or is dropped, nothing stays open.
     *
     * @param path of the file
     * @return a future of an open stream, which must be closed by the code that awaits it
     * @throws IllegalArgumentException if the path is not one of the default file system
     */
    public static TryFuture<AsyncUnixStream, IOException> connect(Path path) {
        return new Connect<>(
                UnixDomainSocketAddress.of(path),
                null,
                reactor -> of(SocketChannel.open(StandardProtocolFamily.UNIX), reactor));
    }

    @Override
    public String toString() {
        try {
            return "AsyncUnixStream[" + channel.getLocalAddress() + " -> " + channel.getRemoteAddress() + "]";
        } catch (IOException e) {
            return "AsyncUnixStream[closed]";
        }
    }
}
