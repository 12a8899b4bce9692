package dev.asyncfn.net;

import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.io.ByteStream;
import dev.asyncfn.transfer.Destination;
import dev.asyncfn.transfer.Transfer;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Objects;

/** The common part of TCP connections and those of Unix domain sockets. */
abstract class SocketStream implements ByteStream {
    final SocketChannel channel;
    private final Source source;
    /** What has shown that the connection is broken, or null. A system may end the output of such a one as if nothing had happened. */
    private volatile IOException broken;

    SocketStream(SocketChannel channel, Source source) {
        this.channel = channel;
        this.source = source;
    }

    /** The operation that has the connection made; its value is {@code stream}, which is this. */
    <S extends SocketStream> Operation<S> connecting(SocketAddress address, S stream) throws IOException {
        channel.connect(address);
        return operation(
                SelectionKey.OP_CONNECT,
                "connect",
                () -> channel.finishConnect() ? Poll.ready(stream) : Poll.pending());
    }

    private <T> Operation<T> operation(int op, String name, Operation.Attempt<T> attempt) {
        return new Operation<>(source, op, this, name, attempt);
    }

    @Override
    public TryFuture<Integer, IOException> read(ByteBuffer buffer) {
        Destination.check(buffer);
        return operation(SelectionKey.OP_READ, "read", () -> {
            int count = transfer(buffer, channel::read);
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
            int count = transfer(buffer, channel::write);
            return count == 0 && buffer.hasRemaining() ? Poll.pending() : Poll.ready(count);
        });
    }

    private int transfer(ByteBuffer buffer, Buffers.Transfer transfer) throws IOException {
        try {
            return Buffers.transfer(buffer, transfer);
        } catch (ClosedChannelException closed) { // by this end
            throw closed;
        } catch (IOException thrown) {
            broken = thrown;
            throw thrown;
        }
    }

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

    /** As {@link #shutdownOutput()}, in the first poll; but throws an {@link IOException} if a read or write has found the connection broken. */
    @Override
    public TryFuture<Void, IOException> shutdown() {
        return new Transfer<>("shutdown", cx -> {
            if (broken != null && isOpen()) {
                throw new IOException("the connection is broken", broken);
            }
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
}
