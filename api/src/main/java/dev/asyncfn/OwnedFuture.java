package dev.asyncfn;

import java.util.Objects;

/**
 * A future that records what drives it, so that a second owner is refused instead of taking the wakes from the first. In Rust, the
 * compiler does this: a future is moved into its owner.
 *
 * <p>Generated futures and the combinators of the runtime extend it, and a future that is written by hand may: one that does not has no
 * place for its owner, so nothing notices that two tasks or combinators drive it, and only the newest of them is woken. The owner is
 * recorded when a future is spawned, passed to a combinator, or suspends the async fn that awaits it, and not by each poll, which costs
 * nothing. Two threads that claim it at the same instant may not notice each other.
 *
 * @param <T> the type of the value
 */
public abstract class OwnedFuture<T> implements Future<T> {
    /** Null while nothing drives it. Written by the code that passes the future on, which also publishes it. */
    private Object owner;

    /** A future without an owner. */
    protected OwnedFuture() {}

    /**
     * Makes {@code owner} the owner of {@code future}. Has no effect on a future that is not an {@code OwnedFuture}, or that {@code owner} owns
     * already.
     *
     * @param future the future, which may be null
     * @param owner the future that awaits it, or whatever drives it; its {@code toString()} names it in messages, unless it is a
     *     generated future
     * @throws IllegalStateException if it has another owner
     */
    public static void claim(Future<?> future, Object owner) {
        if (future instanceof OwnedFuture<?> owned) {
            owned.claim(owner);
        }
    }

    /**
     * Leaves {@code future} without an owner, so that other code may drive it. Has no effect if {@code owner} does not own it.
     *
     * @param future the future, which may be null
     * @param owner as passed to {@link #claim(Future, Object)}
     */
    public static void disclaim(Future<?> future, Object owner) {
        if (future instanceof OwnedFuture<?> owned && owned.owner == owner) {
            owned.owner = null;
        }
    }

    /** As {@link #claim(Future, Object)}, for this future. */
    final void claim(Object claimant) {
        Object before = owner;
        if (before == null) {
            owner = Objects.requireNonNull(claimant, "owner");
        } else if (before != claimant) {
            throw new IllegalStateException(
                    name(this) + " is driven by " + name(before) + ", so " + name(claimant)
                            + " cannot drive it, too: a future has one owner. Await the handle of the task, or share the future");
        }
    }

    /** Null while nothing drives it. */
    final Object owner() {
        return owner;
    }

    /** Forgets the owner, when the future has ended: what is kept of it must not keep the owner. */
    final void disclaim() {
        owner = null;
    }

    private static String name(Object driver) {
        if (driver instanceof StateMachine<?, ?> machine) {
            StackTraceElement location = machine.location();
            return location == null
                    ? machine.getClass().getSimpleName()
                    : location.getClassName() + "." + location.getMethodName();
        }
        return driver instanceof OwnedFuture<?> ? driver.getClass().getSimpleName() : driver.toString();
    }
}
