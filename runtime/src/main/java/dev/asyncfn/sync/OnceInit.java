package dev.asyncfn.sync;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import java.util.Objects;
import java.util.function.Supplier;

/** Waits for the value of a {@link OnceCell}, or makes it. */
final class OnceInit<T, E extends Exception> extends OwnedFuture<T> implements TryFuture<T, E>, Traced {
    private final OnceCell<T> cell;
    private final Supplier<? extends Future<T>> init;

    /** The place in the line; null once it is its turn. */
    private Future<Semaphore.Permit> line;
    /** Null unless it is its turn. */
    private Semaphore.Permit turn;
    /** Null unless it makes the value. */
    private Future<T> making;

    private boolean ended;

    OnceInit(OnceCell<T> cell, Supplier<? extends Future<T>> init) {
        this.cell = cell;
        this.init = Objects.requireNonNull(init, "init");
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        Poll<T> there = cell.value();
        if (there != null) {
            return cx.proceed() ? end(there) : Poll.pending();
        }
        if (turn == null) {
            line = line == null ? cell.turn() : line;
            if (!isItsTurn(cx)) {
                return Poll.pending();
            }
        }
        there = cell.value();
        return there != null ? end(there) : make(cx);
    }

    private Poll<T> end(Poll<T> ready) {
        drop();
        return ready;
    }

    /** Also true if the value was made at this moment, for which the line is closed. */
    private boolean isItsTurn(Context cx) throws Exception {
        try {
            if (!(line.poll(cx) instanceof Poll.Ready<Semaphore.Permit> mine)) {
                return false;
            }
            turn = mine.value();
        } catch (ClosedException initialized) {
            if (cell.value() == null) {
                throw initialized;
            }
        }
        line = null;
        return true;
    }

    private Poll<T> make(Context cx) throws Exception {
        ended = true;
        Poll<T> poll;
        try {
            if (making == null) {
                Future<T> made = Objects.requireNonNull(init.get(), "the future is null");
                OwnedFuture.claim(made, this);
                making = made;
            }
            poll = Objects.requireNonNull(making.poll(cx), "poll returned null");
        } catch (Throwable failure) {
            passOn();
            throw failure;
        }
        if (poll.isPending()) {
            ended = false;
            return poll;
        }
        making = null;
        turn = null;
        cell.initialize(poll);
        return poll;
    }

    /** The next in line tries it. */
    private void passOn() {
        Semaphore.Permit passed = turn;
        turn = null;
        if (passed != null) {
            passed.close();
        }
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        if (!ended && making != null) {
            ended = true;
            try {
                if (making.pollDrop(cx).isPending()) {
                    ended = false;
                    return Poll.pending();
                }
            } catch (Throwable failure) {
                passOn();
                throw failure;
            }
            making = null;
            passOn();
        }
        drop();
        return Poll.ready(null);
    }

    @Override
    public void drop() {
        if (ended) {
            return;
        }
        ended = true;
        Drops drops = new Drops(null);
        drops.drop(line);
        drops.drop(making);
        drops.run(this::passOn);
        line = null;
        making = null;
        drops.rethrow();
    }

    /** The value belongs to the cell. */
    @Override
    public Undelivered<? super T> undelivered() {
        return Undelivered.keep();
    }

    @Override
    public String state() {
        if (ended) {
            return "DONE";
        }
        return making == null ? "OnceCell.getOrInit" : "OnceCell.getOrInit, making the value";
    }

    /** What makes the value, also if it has failed. */
    @Override
    public Future<?> awaited() {
        return making == null ? line : making;
    }
}
