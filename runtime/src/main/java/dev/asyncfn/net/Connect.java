package dev.asyncfn.net;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.time.Sleep;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Objects;

/** Opens a channel and connects it; owns it until it is ready. */
final class Connect implements TryFuture<AsyncTcpStream, IOException>, Traced {
    private final InetSocketAddress address;
    /** Null: for as long as the system tries. */
    private final Duration timeout;

    /** These three are there while it waits, the last one only if there is a timeout. */
    private AsyncTcpStream stream;

    private Operation<AsyncTcpStream> connecting;
    private Sleep deadline;
    private boolean ended;

    Connect(InetSocketAddress address, Duration timeout) {
        this.address = Objects.requireNonNull(address, "address");
        this.timeout = timeout;
    }

    @Override
    public Poll<AsyncTcpStream> poll(Context cx) throws IOException {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        try {
            if (connecting == null) {
                start();
            }
            Poll<AsyncTcpStream> outcome = connecting.poll(cx);
            if (outcome.isPending() && deadline != null && deadline.poll(cx).isReady()) {
                throw new SocketTimeoutException("no connection to " + address + " within " + timeout);
            }
            if (outcome.isReady()) {
                dropDeadline();
                ended = true;
                stream = null; // no longer ours
            }
            return outcome;
        } catch (Throwable failure) {
            Source.closeAfter(failure, this::giveUp);
            throw failure;
        }
    }

    private void start() throws IOException {
        if (address.isUnresolved()) {
            throw new UnknownHostException(address.getHostString());
        }
        Reactor reactor = Reactor.shared(); // first: a channel without it would stay open
        stream = AsyncTcpStream.of(SocketChannel.open(), reactor);
        connecting = stream.connecting(address);
        deadline = timeout == null ? null : Sleep.of(timeout);
    }

    /** Lets go of everything that is still ours. */
    private void giveUp() throws IOException {
        ended = true;
        try {
            dropDeadline();
        } finally {
            closeSocket();
        }
    }

    private void dropDeadline() {
        if (deadline != null) {
            deadline.drop();
        }
    }

    private void closeSocket() throws IOException {
        try {
            if (connecting != null) {
                connecting.drop();
            }
        } finally {
            if (stream != null) {
                stream.close();
            }
        }
    }

    @Override
    public void drop() {
        if (ended) {
            return;
        }
        try {
            giveUp();
        } catch (IOException e) {
            return; // from closing a socket that was never connected: nothing can be done about it
        }
    }

    @Override
    public String state() {
        return ended ? "DONE" : "AsyncTcpStream.connect to " + address;
    }

    @Override
    public Future<?> awaited() {
        return null;
    }
}
