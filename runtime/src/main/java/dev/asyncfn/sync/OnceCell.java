package dev.asyncfn.sync;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that is made once, by the first task that needs it. tokio's {@code OnceCell}. Thread-safe.
 *
 * <pre>{@code
 * private final OnceCell<Connection> connection = new OnceCell<>();
 *
 * Connection open = await(connection.getOrInit(() -> ConnectionAsync.open(address)));
 * }</pre>
 *
 * <p>While one task makes the value, the others wait. If it fails or is given up, the next in line tries it in its own way; only a value is kept. For a
 * future whose failure counts as well, see {@link dev.asyncfn.future.Futures#shared shared}.
 *
 * @param <T> the type of the value, which belongs to the cell, and is not closed when a task that waits for it is dropped
 */
public final class OnceCell<T> {
    /** Held by the one that makes the value; closed once it is there. */
    private final Semaphore turn = new Semaphore(1);

    private volatile Poll<T> value;

    /** An empty cell. */
    public OnceCell() {}

    /**
     * The value, if it is there.
     *
     * @return empty also for a value that is null: see {@link #isInitialized()}
     */
    public Optional<T> get() {
        return value instanceof Poll.Ready<T> ready ? Optional.ofNullable(ready.value()) : Optional.empty();
    }

    /**
     * Whether the value is there.
     *
     * @return true from then on
     */
    public boolean isInitialized() {
        return value != null;
    }

    /**
     * Sets the value, if it is not there and nothing makes it.
     *
     * @param value may be null
     * @return whether it was set
     */
    public boolean set(T value) {
        if (isInitialized()) {
            return false;
        }
        try {
            Poll<T> ready = Poll.ready(value); // first: without memory, nobody else may be kept from it
            boolean mine = turn.tryAcquire().isPresent();
            if (mine) {
                initialize(ready);
            }
            return mine;
        } catch (ClosedException initialized) {
            return false;
        }
    }

    /**
     * The value. If it is not there, this makes it, or waits for another that does.
     *
     * @param init called at most once, in a poll, if it is the turn of this future; must not return null
     * @return a future that owns what {@code init} makes, and throws what that throws
     */
    public Future<T> getOrInit(Supplier<? extends Future<T>> init) {
        return new OnceInit<T, Exception>(this, init);
    }

    /**
     * As {@link #getOrInit}, for a future that names its checked exception. tokio's {@code get_or_try_init}.
     *
     * @param <E> the checked exception that the future may fail with
     * @param init called at most once, in a poll, if it is the turn of this future; must not return null
     * @return a future that names the exception
     */
    public <E extends Exception> TryFuture<T, E> getOrTryInit(Supplier<? extends TryFuture<T, E>> init) {
        return new OnceInit<>(this, init);
    }

    /** The value, or null. */
    Poll<T> value() {
        return value;
    }

    Future<Semaphore.Permit> turn() {
        return turn.acquire();
    }

    /** Called by the one whose turn it is. Those that wait are woken. */
    void initialize(Poll<T> ready) {
        value = Objects.requireNonNull(ready);
        turn.close();
    }
}
