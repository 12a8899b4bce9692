package dev.asyncfn.net;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.transfer.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Supplier;

/** A lookup, which begins at the first poll. */
final class Lookup extends OwnedFuture<InetAddress[]> implements TryFuture<InetAddress[], IOException>, Traced {
    /**
     * The answer of the resolver: a failure is a value, so that a lookup that nobody awaits any more reports nothing.
     *
     * @param addresses null if it has failed
     * @param failure null if it has not
     */
    record Answer(InetAddress[] addresses, UnknownHostException failure) {
        static Answer of(String host) {
            try {
                return new Answer(InetAddress.getAllByName(host), null);
            } catch (UnknownHostException e) {
                return new Answer(null, e);
            }
        }
    }

    private final Step<Answer> asking;
    private final String host;
    private boolean ended;

    Lookup(Supplier<Future<Answer>> ask, String host) {
        this.asking = new Step<>(ask);
        this.host = host;
    }

    @Override
    public Poll<InetAddress[]> poll(Context cx) throws Exception {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        ended = true; // unless it has to wait
        if (!(asking.poll(cx) instanceof Poll.Ready<Answer> ready)) {
            ended = false;
            return Poll.pending();
        }
        Answer answer = ready.value();
        if (answer.failure() != null) {
            throw answer.failure();
        }
        return Poll.ready(answer.addresses());
    }

    @Override
    public void drop() {
        ended = true;
        asking.drop();
    }

    @Override
    public String state() {
        return ended ? "DONE" : "Dns.lookup of " + host;
    }

    @Override
    public Future<?> awaited() {
        return null;
    }
}
