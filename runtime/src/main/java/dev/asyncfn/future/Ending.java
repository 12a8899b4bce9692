package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.failure.Drops;
import java.util.ArrayList;
import java.util.List;

/** How a combinator will end, once the futures that it gives up have cleaned up. */
final class Ending<R> {
    private final Poll<R> outcome;
    private final Throwable failure;
    private final List<Throwable> ofCleanup = new ArrayList<>(0);

    private Ending(Poll<R> outcome, Throwable failure) {
        this.outcome = outcome;
        this.failure = failure;
    }

    /**
     * It is ready or fails.
     *
     * @param outcome ready, or anything if it fails
     * @param failure the exception, or null
     */
    static <R> Ending<R> with(Poll<R> outcome, Throwable failure) {
        return new Ending<>(outcome, failure);
    }

    /** It is dropped. */
    static <R> Ending<R> dropped() {
        return new Ending<>(Poll.pending(), null);
    }

    /** Whether it has a value to hand on; else those of its futures are released. */
    boolean isReady() {
        return failure == null && outcome.isReady();
    }

    Poll<R> outcome() {
        return outcome;
    }

    /** The cleanup of a future has failed. */
    void failed(Throwable thrown) {
        ofCleanup.add(thrown);
    }

    /** The failure, with those of the cleanup suppressed in it. */
    Drops drops() {
        return withCleanup(new Drops(failure));
    }

    /** The failures of the cleanup alone: a drop takes the place of an exception that is on its way. */
    Drops dropsOfCleanup() {
        return withCleanup(new Drops(null));
    }

    private Drops withCleanup(Drops drops) {
        ofCleanup.forEach(drops::and);
        return drops;
    }

    /** Releases the value, if there is one, which cannot be handed on. */
    void release(Future<R> of, Drops to) {
        if (isReady() && outcome instanceof Poll.Ready<R> ready) {
            to.release(of.undelivered(), ready.value());
        }
    }
}
