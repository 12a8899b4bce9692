package dev.asyncfn.net;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.SharedFailure;
import dev.asyncfn.TryFuture;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.time.Sleep;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * Connects to one of several addresses: the next attempt begins when one has failed, or when a short time has passed, while the earlier ones go on. The
 * first that succeeds ends the others. RFC 8305, section 5.
 */
final class StaggeredConnects {
    /** The "connection attempt delay" that the RFC recommends. */
    static final Duration DELAY = Duration.ofMillis(250);

    private final Iterator<InetAddress> untried;
    private final Function<InetAddress, TryFuture<AsyncTcpStream, IOException>> connector;
    /** Those under way, in the order in which they began. */
    private final List<TryFuture<AsyncTcpStream, IOException>> attempts = new ArrayList<>();

    private final List<IOException> failures = new ArrayList<>();
    /** Until the next attempt; null before the first one. */
    private Sleep delay;

    StaggeredConnects(
            List<InetAddress> addresses, Function<InetAddress, TryFuture<AsyncTcpStream, IOException>> connector) {
        this.untried = addresses.iterator();
        this.connector = connector;
    }

    /** Ready with the first connection; throws once no address is left. Either leaves nothing open. */
    Poll<AsyncTcpStream> poll(Context cx) throws Exception {
        try {
            Poll<AsyncTcpStream> outcome = pollAll(cx);
            if (outcome.isPending()) {
                checkLeft();
            } else {
                letGo(new Drops(null), outcome);
            }
            return outcome;
        } catch (Throwable failure) {
            letGo(new Drops(failure), Poll.pending());
            throw failure;
        }
    }

    /** Polls each attempt once, and begins as many as it is time for. */
    private Poll<AsyncTcpStream> pollAll(Context cx) throws Exception {
        int next = 0;
        boolean hasOneFailed = false;
        for (; ; ) {
            while (next < attempts.size()) {
                int failed = failures.size();
                Poll<AsyncTcpStream> outcome = pollAt(next, cx);
                if (outcome.isReady()) {
                    return outcome;
                }
                hasOneFailed |= failures.size() > failed;
                next += failures.size() > failed ? 0 : 1;
            }
            if (!untried.hasNext() || !hasOneFailed && !isTimeForAnother(cx)) {
                return Poll.pending();
            }
            hasOneFailed = false;
            begin();
        }
    }

    private boolean isTimeForAnother(Context cx) {
        return attempts.isEmpty() || delay.isElapsed() || delay.poll(cx).isReady();
    }

    private void begin() {
        attempts.add(connector.apply(untried.next()));
        if (delay == null) {
            delay = Sleep.of(DELAY);
        } else if (untried.hasNext()) {
            delay.reset(DELAY);
        } else {
            delay.drop();
        }
    }

    /** Takes a failed or successful attempt out of the list. */
    private Poll<AsyncTcpStream> pollAt(int index, Context cx) throws Exception {
        TryFuture<AsyncTcpStream, IOException> polled = attempts.remove(index);
        try {
            Poll<AsyncTcpStream> outcome = polled.poll(cx);
            if (outcome.isPending()) {
                attempts.add(index, polled);
            }
            return outcome;
        } catch (IOException refused) {
            failures.add(refused);
            return Poll.pending();
        }
    }

    private void checkLeft() throws IOException {
        if (attempts.isEmpty() && !untried.hasNext()) {
            IOException last = failures.remove(failures.size() - 1);
            failures.forEach(earlier -> SharedFailure.suppress(last, earlier));
            throw last;
        }
    }

    /** Gives up the attempts that are under way. If that throws, there is no way to hand on a connection. */
    private void letGo(Drops drops, Poll<AsyncTcpStream> won) throws IOException {
        attempts.forEach(drops::drop);
        attempts.clear();
        drops.drop(delay);
        if (drops.failure() != null && won instanceof Poll.Ready<AsyncTcpStream> ready) {
            try {
                ready.value().close();
            } catch (IOException thrown) {
                drops.and(thrown);
            }
            drops.rethrow();
        }
    }

    /** Gives up all attempts, and closes their sockets. */
    void drop() {
        Drops drops = new Drops(null);
        attempts.forEach(drops::drop);
        attempts.clear();
        drops.drop(delay);
        drops.rethrow();
    }

    List<Future<?>> underWay() {
        return List.copyOf(attempts);
    }
}
