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
import java.util.List;
import java.util.function.Function;

/** Looks up the addresses of a host, and connects to the one that answers first ("happy eyeballs"). */
final class ConnectByName extends OwnedFuture<AsyncTcpStream>
        implements TryFuture<AsyncTcpStream, IOException>, Traced {
    private final TryFuture<InetAddress[], IOException> lookup;
    private final Function<InetAddress, TryFuture<AsyncTcpStream, IOException>> connector;
    /** Null before the lookup is ready. */
    private StaggeredConnects connects;

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
        if (connects == null && !isResolved(cx)) {
            ended = false;
            return Poll.pending();
        }
        Poll<AsyncTcpStream> outcome = connects.poll(cx);
        ended = outcome.isReady();
        return outcome;
    }

    private boolean isResolved(Context cx) throws Exception {
        if (!(lookup.poll(cx) instanceof Poll.Ready<InetAddress[]> ready)) {
            return false;
        }
        if (ready.value().length == 0) {
            throw new UnknownHostException("a host without an address");
        }
        connects = new StaggeredConnects(AddressOrder.interleaved(ready.value()), connector);
        return true;
    }

    @Override
    public void drop() {
        if (ended) {
            return;
        }
        ended = true;
        if (connects == null) {
            lookup.drop();
        } else {
            connects.drop();
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
        List<Future<?>> all = awaitedAll();
        return all.isEmpty() ? null : all.get(0);
    }

    /** The lookup, or all attempts that are under way. */
    @Override
    public List<Future<?>> awaitedAll() {
        if (ended) {
            return List.of();
        }
        return connects == null ? List.of(lookup) : connects.underWay();
    }
}
