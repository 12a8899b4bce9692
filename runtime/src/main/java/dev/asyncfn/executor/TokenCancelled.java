package dev.asyncfn.executor;

import java.util.concurrent.CancellationException;

/** Thrown when a token has ended a future; a separate type, to distinguish a task that was meant to end from one that failed. */
final class TokenCancelled extends CancellationException {
    private static final long serialVersionUID = 1L;

    TokenCancelled() {
        super("the token was cancelled");
    }
}
