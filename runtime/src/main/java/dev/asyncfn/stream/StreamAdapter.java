package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Ending;
import dev.asyncfn.waker.SingleWait;
import java.util.List;
import java.util.Objects;

/** A stream made of another. Sees to it that everything is dropped exactly once, whichever way it ends. */
abstract class StreamAdapter<S, T> extends SingleWait implements Stream<T>, Waiting {
    static {
        Spent.ended(); // initialized now: if that came where the stack has just overflowed, the class would be
        // broken for good
    }

    /** {@link Spent} once it is over. */
    private Stream<S> upstream;
    /** How this ends, while what it gives up cleans up; else null. */
    private Ending<T> ending;

    StreamAdapter(Stream<S> upstream) {
        this.upstream = Objects.requireNonNull(upstream, "stream");
    }

    /** Continues; an exception ends the stream. After the end it must return the end again. */
    abstract Poll<T> advance(Context cx) throws Exception;

    /** Drops what it owns apart from the upstream. Called when it ends, throws or is dropped, perhaps several times. */
    void dropChildren() {}

    /** Gives time to the futures and streams among them; whether all have ended. Called until they have. */
    boolean childrenLetGo(Context cx) {
        return true;
    }

    /** Gives time to one of them, which may be null; whether it has ended. */
    final boolean childLetsGo(Future<?> child, Context cx) {
        return child == null || letsGo(child::pollDrop, child::drop, cx);
    }

    /** As for a future. */
    final boolean streamLetsGo(Stream<?> child, Context cx) {
        return letsGo(child::pollDrop, child::drop, cx);
    }

    /** @param drop for the case that it drops this in its own cleanup: nobody asks it again */
    final boolean letsGo(Ending.GivenUp child, Runnable drop, Context cx) {
        Ending<T> begun = ending;
        boolean letsGo = begun.letsGo(child, cx);
        if (!letsGo && ending != begun) {
            drop.run();
            return true;
        }
        return letsGo;
    }

    /** Polls the upstream. It is let go of when it returns the end, or throws. */
    final Poll<S> pollUpstream(Context cx) throws Exception {
        Stream<S> polled = upstream;
        Poll<S> next;
        try {
            next = Objects.requireNonNull(polled.pollNext(cx), "pollNext returned null");
        } catch (Throwable thrown) {
            upstream = Spent.thrown();
            throw thrown;
        }
        if (upstream != polled) {
            throw droppedWhilePolled(polled, next);
        }
        if (next instanceof Poll.Ready<S> ready && ready.value() == null) {
            upstream = Spent.ended();
        }
        return next;
    }

    /** Called by its own upstream, against the rules: whoever waits would do so for ever. */
    private IllegalStateException droppedWhilePolled(Stream<S> polled, Poll<S> next) {
        IllegalStateException dropped = droppedWhilePolled();
        Drops drops = new Drops(dropped);
        if (next instanceof Poll.Ready<S> ready && ready.value() != null) {
            drops.release(polled.undelivered(), ready.value());
        } else {
            drops.run(polled::drop); // again: the first came in the middle of its poll
        }
        return dropped;
    }

    /** What becomes of the item that the upstream has returned last. */
    final Undelivered<? super S> ofUpstream() {
        return upstream.undelivered();
    }

    /** Whether the upstream has ended. */
    final boolean upstreamEnded() {
        return upstream == Spent.<S>ended();
    }

    /** Whether the upstream has ended, thrown or been dropped. */
    final boolean isOver() {
        return upstream instanceof Spent<?>;
    }

    /** Continues with another upstream after the end of the last. */
    final void continueWith(Stream<S> next) {
        upstream = next;
    }

    /** Ends, perhaps before the upstream does. For {@link #advance} to return. */
    final Poll<T> finish() {
        return finish(Stream.end());
    }

    /** Ends after a last item, which is returned once all that is given up has cleaned up. */
    final Poll<T> finish(Poll<T> last) {
        ending = Ending.with(last, null);
        return last;
    }

    @Override
    public final Poll<T> pollNext(Context cx) throws Exception {
        if (ending == null) {
            try {
                Poll<T> poll = advance(cx);
                if (ending == null) {
                    return checked(poll);
                }
            } catch (Throwable thrown) {
                ending = Ending.with(Poll.pending(), thrown);
            }
        }
        if (!isLetGo(cx)) {
            return Poll.pending();
        }
        if (ending == null) {
            throw droppedWhilePolled();
        }
        return end();
    }

    /** A poll has not ended this: unless a future of its own has dropped it, for which nobody would wake whoever waits. */
    private Poll<T> checked(Poll<T> poll) {
        if (poll.isPending() && upstream == Spent.<S>dropped()) {
            IllegalStateException dropped = droppedWhilePolled();
            new Drops(dropped).run(this::dropChildren); // again: the first came in the middle of their poll
            throw dropped;
        }
        return poll;
    }

    private static IllegalStateException droppedWhilePolled() {
        return new IllegalStateException("dropped during its own poll");
    }

    /** Whether nothing of it has to be waited for. */
    private boolean isLetGo(Context cx) {
        Ending<T> begun = ending;
        boolean letGo = childrenLetGo(cx);
        if (ending == begun && !(upstream instanceof Spent<?>)) {
            if (!streamLetsGo(upstream, cx)) {
                return false;
            }
            upstream = ending == begun ? Spent.ended() : upstream;
        }
        return letGo || ending != begun;
    }

    private Poll<T> end() {
        Ending<T> end = ending;
        ending = null;
        Undelivered<? super T> ofLast = undelivered();
        Drops drops = end.drops();
        drops.run(this::dropChildren);
        boolean failed = drops.failure() != null;
        if (!Spent.isBroken(upstream)) {
            upstream = failed ? Spent.thrown() : Spent.ended();
        }
        if (failed) {
            end.releaseAs(ofLast, drops);
            drops.rethrow();
        }
        return end.outcome();
    }

    @Override
    public final Poll<Void> pollDrop(Context cx) {
        if (ending == null) {
            ending = Ending.dropped();
        }
        if (!isLetGo(cx)) {
            return Poll.pending();
        }
        drop();
        return Poll.ready(null);
    }

    @Override
    public final void drop() {
        Ending<T> begun = ending;
        ending = null;
        Undelivered<? super T> ofLast = begun == null ? null : undelivered();
        Stream<S> left = upstream;
        if (!Spent.isBroken(left)) {
            upstream = Spent.dropped();
        }
        Drops drops = begun == null ? new Drops(null) : begun.dropsOfCleanup();
        drops.run(this::dropChildren);
        drops.run(left::drop);
        if (begun != null) {
            begun.releaseAs(ofLast, drops);
        }
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
