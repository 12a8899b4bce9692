package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import java.util.List;
import java.util.Objects;

/** A stream made of another. Sees to it that everything is dropped exactly once, whichever way it ends. */
abstract class StreamAdapter<S, T> implements Stream<T>, Waiting {
    /** {@link Spent} once it is over. */
    private Stream<S> upstream;

    StreamAdapter(Stream<S> upstream) {
        this.upstream = Objects.requireNonNull(upstream, "stream");
    }

    /** Continues; an exception ends the stream. After the end it must return the end again. */
    abstract Poll<T> advance(Context cx) throws Exception;

    /** Drops what it owns apart from the upstream. Called when it ends, throws or is dropped, perhaps several times. */
    void dropChildren() {}

    /** Polls the upstream. It is let go of when it returns the end, or throws. */
    final Poll<S> pollUpstream(Context cx) throws Exception {
        Poll<S> next;
        try {
            next = Objects.requireNonNull(upstream.pollNext(cx), "pollNext returned null");
        } catch (Throwable thrown) {
            upstream = Spent.thrown();
            throw thrown;
        }
        if (next instanceof Poll.Ready<S> ready && ready.value() == null) {
            upstream = Spent.ended();
        }
        return next;
    }

    /** What becomes of the item that the upstream has returned last. */
    final Undelivered<? super S> ofUpstream() {
        return upstream.undelivered();
    }

    /** Whether the upstream has ended. */
    final boolean upstreamEnded() {
        return upstream == Spent.<S>ended();
    }

    /** Continues with another upstream after the end of the last. */
    final void continueWith(Stream<S> next) {
        upstream = next;
    }

    /** Ends, perhaps before the upstream does. */
    final Poll<T> finish() {
        letGo(Spent.ended());
        return Stream.end();
    }

    @Override
    public final Poll<T> pollNext(Context cx) throws Exception {
        try {
            return advance(cx);
        } catch (Throwable thrown) {
            Cleanup.after(thrown, () -> letGo(Spent.thrown()));
            throw thrown;
        }
    }

    @Override
    public final void drop() {
        letGo(Spent.dropped());
    }

    private void letGo(Stream<S> reason) {
        Stream<S> left = upstream;
        if (!Spent.isBroken(left)) {
            upstream = reason;
        }
        Drops drops = new Drops(null);
        drops.run(this::dropChildren);
        drops.run(left::drop);
        drops.rethrow();
    }

    /** The names of the adapters from here to the source. */
    @Override
    public String state() {
        return nameOf(this) + " of " + upstreamState();
    }

    final String upstreamState() {
        return describe(upstream);
    }

    @Override
    public List<Future<?>> awaitedAll() {
        return Waiting.of(upstream);
    }

    /** A stream's own description. */
    static String describe(Stream<?> stream) {
        if (stream instanceof Traced traced) {
            return traced.state();
        }
        return stream instanceof Spent<?> ? stream.toString() : nameOf(stream);
    }

    /** Its name, for a message about a future that it drives. */
    @Override
    public final String toString() {
        return nameOf(this);
    }

    private static String nameOf(Stream<?> stream) {
        Class<?> type = stream.getClass();
        if (type.isHidden()) {
            return "a function"; // a lambda's name differs from run to run
        }
        String name = type.getName(); // anonymous classes have no simple name
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
