package dev.asyncfn.failure;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import java.util.ArrayList;
import java.util.List;

/**
 * How a combinator will end, once the futures, streams and sinks that it gives up have cleaned up. Not exported.
 *
 * @param <R> the type of its value
 */
public final class Ending<R> {
    private final Poll<R> outcome;
    private final Throwable failure;
    private final List<Throwable> ofCleanup = new ArrayList<>(0);

    private Ending(Poll<R> outcome, Throwable failure) {
        this.outcome = outcome;
        this.failure = failure;
    }

    /** A future, a stream or a sink that is given up: its {@code pollDrop}. */
    @FunctionalInterface
    public interface GivenUp {
        /**
         * Gives it time.
         *
         * @param cx the context of this call
         * @return ready once it has cleaned up
         * @throws Exception a failure of the cleanup, which has then ended
         */
        Poll<Void> pollDrop(Context cx) throws Exception;
    }

    /**
     * It is ready or fails.
     *
     * @param <R> the type of its value
     * @param outcome ready, or anything if it fails
     * @param failure the exception, or null
     * @return a new ending
     */
    public static <R> Ending<R> with(Poll<R> outcome, Throwable failure) {
        return new Ending<>(outcome, failure);
    }

    /**
     * It is dropped.
     *
     * @param <R> the type of its value
     * @return a new ending
     */
    public static <R> Ending<R> dropped() {
        return new Ending<>(Poll.pending(), null);
    }

    /**
     * Gives time to something that is given up, whose failure is that of the cleanup.
     *
     * @param it not used again once it has ended
     * @param cx the context of this poll
     * @return whether it has ended
     */
    public boolean letsGo(GivenUp it, Context cx) {
        try {
            return it.pollDrop(cx).isReady();
        } catch (Throwable thrown) {
            failed(thrown);
            return true;
        }
    }

    /**
     * Whether it has a value to hand on; else those of its futures are released.
     *
     * @return false if it fails or is dropped
     */
    public boolean isReady() {
        return failure == null && outcome.isReady();
    }

    /**
     * What it is ready with.
     *
     * @return as passed to {@link #with}
     */
    public Poll<R> outcome() {
        return outcome;
    }

    /**
     * The cleanup of one of its futures has failed.
     *
     * @param thrown the exception
     */
    public void failed(Throwable thrown) {
        ofCleanup.add(thrown);
    }

    /**
     * The failure, with those of the cleanup suppressed in it.
     *
     * @return new drops, to continue with
     */
    public Drops drops() {
        return withCleanup(new Drops(failure));
    }

    /**
     * The failures of the cleanup alone: a drop takes the place of an exception that is on its way.
     *
     * @return new drops, to continue with
     */
    public Drops dropsOfCleanup() {
        return withCleanup(new Drops(null));
    }

    private Drops withCleanup(Drops drops) {
        ofCleanup.forEach(drops::and);
        return drops;
    }

    /**
     * Releases the value, if there is one, which cannot be handed on.
     *
     * @param of the combinator
     * @param to receives the exceptions
     */
    public void release(Future<R> of, Drops to) {
        if (isReady()) {
            releaseAs(of.undelivered(), to);
        }
    }

    /**
     * As {@link #release(Future, Drops)}, for the item of a stream. There is none at its end.
     *
     * @param how how to release the value
     * @param to receives the exceptions
     */
    public void releaseAs(Undelivered<? super R> how, Drops to) {
        if (isReady() && outcome instanceof Poll.Ready<R> ready && ready.value() != null) {
            to.release(how, ready.value());
        }
    }
}
