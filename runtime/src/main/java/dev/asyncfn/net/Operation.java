package dev.asyncfn.net;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.failure.Uncaught;
import java.io.IOException;
import java.nio.channels.AcceptPendingException;
import java.nio.channels.ReadPendingException;
import java.nio.channels.SelectionKey;
import java.nio.channels.WritePendingException;

/** A transfer on a source, tried at each poll. It is done by the poll that is ready, and no other has done any of it: it is cancel-safe. */
final class Operation<T> extends OwnedFuture<T> implements TryFuture<T, IOException>, Traced {
    /** Tries without blocking. Pending: nothing was available, and no wake has been arranged yet. */
    interface Attempt<T> {
        Poll<T> make() throws IOException;
    }

    private final Source source;
    private final Source.Direction direction;
    /** The one that the attempt needs, of {@link SelectionKey}. */
    private final int op;

    private final Object socket;
    private final String name;
    private final Attempt<T> attempt;
    private boolean ended;

    /**
     * An operation that has not begun.
     *
     * @param socket the source as the user knows it
     */
    Operation(Source source, int op, Object socket, String name, Attempt<T> attempt) {
        this.source = source;
        this.direction = source.direction(op);
        this.op = op;
        this.socket = socket;
        this.name = name;
        this.attempt = attempt;
    }

    @Override
    public Poll<T> poll(Context cx) throws IOException {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        boolean waits = false;
        try {
            if (!direction.enter(this)) {
                throw pendingException();
            }
            if (!cx.hasBudgetRemaining()) { // checked first: a transfer cannot be kept back, as a drop would
                // lose it
                waits = true;
                return outOfBudget(cx);
            }
            Poll<T> outcome = tryOnce(cx);
            waits = outcome.isPending();
            return outcome;
        } finally {
            if (!waits) {
                Uncaught.drop(this);
            }
        }
    }

    private Poll<T> outOfBudget(Context cx) {
        cx.proceed(); // which has the task polled again
        return Poll.pending();
    }

    /** Spends a unit of the budget unless it is pending: waiting must not use up the budget of other leaves. */
    private Poll<T> tryOnce(Context cx) throws IOException {
        boolean spends = true;
        try {
            Poll<T> outcome = attempt.make();
            if (outcome.isPending()) {
                direction.waker.register(cx.waker());
                source.arm(op); // which checks again: the selector also reports what has come since the attempt
                spends = false;
            }
            return outcome;
        } finally {
            if (spends) {
                cx.proceed();
            }
        }
    }

    private RuntimeException pendingException() {
        return switch (op) {
            case SelectionKey.OP_READ -> new ReadPendingException();
            case SelectionKey.OP_ACCEPT -> new AcceptPendingException();
            default -> new WritePendingException();
        };
    }

    @Override
    public void drop() {
        ended = true;
        direction.leave(this);
    }

    @Override
    public String state() {
        return ended ? "DONE" : socket + "." + name;
    }

    @Override
    public Future<?> awaited() {
        return null;
    }
}
