package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.failure.Drops;

/**
 * How a combinator will end, once the futures that it gives up have cleaned up.
 *
 * @param outcome ready, or pending if it fails or is dropped
 * @param drops the failure, if there is one, and those of the cleanup
 * @param failed whether the values of futures that have completed are released
 */
record Ending<R>(Poll<R> outcome, Drops drops, boolean failed) {
    /** Releases the outcome, which cannot be handed on. */
    void release(Future<R> of, Drops to) {
        if (outcome instanceof Poll.Ready<R> ready) {
            to.release(of.undelivered(), ready.value());
        }
    }
}
