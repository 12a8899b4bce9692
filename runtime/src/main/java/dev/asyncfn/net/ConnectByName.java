package dev.asyncfn.net;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Function;

/** Looks up the addresses of a host, and connects to the first that accepts. */
final class ConnectByName extends OwnedFuture<AsyncTcpStream>
        implements TryFuture<AsyncTcpStream, IOException>, Traced {
    private final TryFuture<InetAddress[], IOException> lookup;
    private final Function<InetAddress, TryFuture<AsyncTcpStream, IOException>> connector;
    /** Null before the lookup is ready. */
    private InetAddress[] addresses;
    /** How many have been tried, with the one that is tried now. */
    private int tried;
    /** Null between attempts. */
    private TryFuture<AsyncTcpStream, IOException> attempt;

    private IOException failure = new UnknownHostException("a host without an address");
    private boolean ended;

    ConnectByName(
            TryFuture<InetAddress[], IOException> lookup,
            Function<InetAddress, TryFuture<AsyncTcpStream, IOException>> connector) {
        this.lookup = lookup;
        this.connector = connector;
    }

    @Override
    public Poll<AsyncTcpStream> poll(Context cx) throws Exception {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        ended = true; // unless it has to wait
        if (addresses == null && !isResolved(cx)) {
            ended = false;
            return Poll.pending();
        }
        while (attempt != null || tried < addresses.length) {
            if (attempt == null) {
                attempt = connector.apply(addresses[tried++]);
            }
            Poll<AsyncTcpStream> outcome = pollAttempt(cx);
            if (outcome != null) {
                ended = outcome.isReady();
                return outcome;
            }
        }
        throw failure;
    }

    private boolean isResolved(Context cx) throws Exception {
        if (lookup.poll(cx) instanceof Poll.Ready<InetAddress[]> ready) {
            addresses = ready.value();
        }
        return addresses != null;
    }

    /** Returns null if the attempt has failed, so that the next one can be made. */
    private Poll<AsyncTcpStream> pollAttempt(Context cx) throws Exception {
        TryFuture<AsyncTcpStream, IOException> polled = attempt;
        attempt = null;
        try {
            Poll<AsyncTcpStream> outcome = polled.poll(cx);
            attempt = outcome.isPending() ? polled : null;
            return outcome;
        } catch (IOException refused) {
            if (tried > 1 && refused != failure) {
                refused.addSuppressed(failure);
            }
            failure = refused;
            return null;
        }
    }

    @Override
    public void drop() {
        ended = true;
        lookup.drop();
        if (attempt != null) {
            attempt.drop();
            attempt = null;
        }
    }

    @Override
    public Poll<Void> pollDrop(Context cx) {
        drop(); // neither has a cleanup that waits
        return Poll.ready(null);
    }

    @Override
    public String state() {
        return ended ? "DONE" : "AsyncTcpStream.connect by name";
    }

    @Override
    public Future<?> awaited() {
        return ended ? null : attempt == null ? lookup : attempt;
    }
}
