package dev.asyncfn.executor;

import java.util.concurrent.CancellationException;

/** Thrown where a token has ended a future; a type of its own, so that a task that was meant to end so can be told from one that failed. */
final class TokenCancelled extends CancellationException {
    private static final long serialVersionUID = 1L;

    TokenCancelled() {
        super("the token was cancelled");
    }
}
