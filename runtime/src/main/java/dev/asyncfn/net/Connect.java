package dev.asyncfn.net;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.time.Sleep;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;

/** Opens a channel and connects it; owns it until it is ready. */
final class Connect<S extends SocketStream> extends OwnedFuture<S> implements TryFuture<S, IOException>, Traced {
    /** Opens the stream of a channel that is not connected. */
    interface Opener<S> {
        S open(Reactor reactor) throws IOException;
    }

    private final SocketAddress address;
    private final Opener<S> opener;
    /** Null: for as long as the system tries. */
    private final Duration timeout;

    /** These three are there while it waits, the last one only if there is a timeout. */
    private S stream;

    private Operation<S> connecting;
    private Sleep deadline;
    private boolean ended;

    Connect(SocketAddress address, Duration timeout, Opener<S> opener) {
        this.address = Objects.requireNonNull(address, "address");
        this.opener = opener;
        this.timeout = timeout;
    }

    @Override
    public Poll<S> poll(Context cx) throws IOException {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        try {
            if (connecting == null) {
                start();
            }
            Poll<S> outcome = connecting.poll(cx);
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
        if (address instanceof InetSocketAddress internet && internet.isUnresolved()) {
            throw new UnknownHostException(internet.getHostString());
        }
        Reactor reactor = Reactor.shared(); // first: a channel without it would stay open
        stream = opener.open(reactor);
        connecting = stream.connecting(address, stream);
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
        return ended
                ? "DONE"
                : (address instanceof InetSocketAddress ? "AsyncTcpStream" : "AsyncUnixStream") + ".connect to "
                        + address;
    }

    @Override
    public Future<?> awaited() {
        return null;
    }
}
