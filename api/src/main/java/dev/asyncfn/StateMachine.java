package dev.asyncfn;

/**
 * The part that all async fns share: the state of a future, the future it waits for, and its three ways to end. A generated class
 * adds the states of one async fn and its {@code poll}, and nothing else. rustc builds the same machine for an {@code async fn}, with
 * the variants of an anonymous enum as its states.
 *
 * <pre>{@code
 *           poll: pending              poll: ready
 *   START ─────────────────▶ AWAIT_… ───────────────▶ DONE      the future has its value
 *     │                       │  ▲ │
 *     │ drop()         drop() │  └─┘ poll: pending
 *     └───────▶ DROPPED ◀─────┘                                 it was abandoned
 *
 *   during a poll, and for good if the body throws:   PANICKED
 * }</pre>
 *
 * <p>It exists for generated classes. A class written by hand may extend it, but must then follow the rules below.
 *
 * <p>Not thread-safe: like every {@link Future} it is driven by one thread at a time.
 *
 * @param <T> the type of the value
 * @param <S> the states: an enum that begins with {@code START}, {@code DONE}, {@code PANICKED}, {@code DROPPED}, numbered 0 to 3 as
 *     rustc numbers them; after these come the places where the async fn can be
 */
public abstract class StateMachine<T, S> extends OwnedFuture<T> implements Traced {
    private static final int DONE = 1;
    private static final int DROPPED = 3;

    /** The state in which the next poll continues. */
    protected S state;

    /**
     * What the next poll polls first: the future that this one waits for, or what stands in for it. Null unless this is suspended. For
     * the future itself ask {@link #awaited()}.
     */
    protected Future<?> awaited;

    /**
     * The state in which it was suspended last, from which a stack trace finds the source line; or a {@link FailedWait}, which knows
     * that state.
     */
    private Object suspendedAt;

    /**
     * A future that has not been polled.
     *
     * @param start its first state
     */
    protected StateMachine(S start) {
        state = start;
        suspendedAt = start;
    }

    /**
     * Begins a poll. From here on the state is {@code PANICKED}, and it stays so if the body throws, so that no code has to catch the
     * exception. A poll that calls itself is detected for the same reason.
     *
     * @param panicked the state {@code PANICKED}
     * @return the state in which to continue
     * @throws IllegalStateException if the body has thrown, or a poll is running already
     */
    protected final S enter(S panicked) {
        S next = state;
        if (next == panicked) {
            throw new IllegalStateException("`async fn` resumed after panicking");
        }
        state = panicked;
        return next;
    }

    /**
     * Ends a poll that cannot continue yet. The next poll first polls {@code child}, and continues once that is ready.
     *
     * @param at the state in which to continue
     * @param child the future to wait for
     * @return {@link Poll#pending()}
     * @throws IllegalStateException if {@code child} is driven by something else; see {@link OwnedFuture}
     */
    protected Poll<T> suspend(S at, Future<?> child) {
        if (child != awaited) {
            claim(child, this);
        }
        state = at;
        suspendedAt = at;
        awaited = child;
        return Poll.pending();
    }

    /**
     * Ends a poll in which the future that this one waits for was still pending. If that waits for another async fn, and so on, later
     * polls begin at the innermost of them.
     *
     * @param at the state in which to continue, as before
     * @return {@link Poll#pending()}
     */
    protected final Poll<T> suspend(S at) {
        Poll<T> pending = suspend(at, awaited);
        if (awaited instanceof StateMachine<?, ?> child && child.owner() == this) {
            passOver(child);
        }
        return pending;
    }

    /** Has those passed over that only wait for each other. With less than three of them that takes longer than to poll them. */
    private void passOver(StateMachine<?, ?> child) {
        if (child.awaited instanceof Resumption below) {
            below.moveTo(child);
            awaited = below;
        } else if (child.awaited instanceof StateMachine<?, ?> second && second.awaited instanceof StateMachine<?, ?>) {
            awaited = new Resumption(child);
        }
    }

    /**
     * Ends a wait: the next poll has no other future to poll first.
     *
     * @param polled what the awaited future gave, which must be ready
     * @return its value
     */
    protected final Object take(Poll<?> polled) {
        awaited = null;
        return ((Poll.Ready<?>) polled).value();
    }

    /**
     * Ends the future with its value.
     *
     * @param done the state {@code DONE}
     * @param value the value, which may be null
     * @return ready, with the value
     */
    protected Poll<T> complete(S done, T value) {
        state = done;
        disclaim();
        letGo();
        return Poll.ready(value);
    }

    /** The future that this one waits for has thrown. Until the next suspension it is kept for stack traces. */
    final void waitFailed() {
        if (awaited != null) {
            Resumption passed = awaited instanceof Resumption resumption ? resumption : null;
            suspendedAt = new FailedWait(suspendedAt, awaited(), passed);
            awaited = null;
            if (passed != null) {
                passed.taken();
            }
        }
    }

    /** No stack trace needs the future that has thrown any more. */
    final void forgetFailedWait() {
        if (suspendedAt instanceof FailedWait failed) {
            suspendedAt = failed.at();
        }
    }

    /**
     * The exception for a poll after the end.
     *
     * @param how the state {@code DONE} or {@code DROPPED}, in which the future stays
     * @return the exception to throw
     */
    protected IllegalStateException ended(S how) {
        state = how;
        return new IllegalStateException(
                "`async fn` resumed after " + (number(how) == DONE ? "completion" : "being dropped"));
    }

    /**
     * Sets the fields that hold references to null, so that nothing is kept alive by a future that has ended. A class with such
     * fields overrides it.
     */
    protected void letGo() {}

    /**
     * Abandons the future: drops the future that it waits for, and ends. It has no effect on a future that has ended.
     *
     * @param dropped the state {@code DROPPED}
     */
    protected final void drop(S dropped) {
        if (hasEnded()) {
            return;
        }
        state = dropped;
        Future<?> child = awaited;
        awaited = null;
        letGo();
        if (child != null) {
            child.drop();
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>There is no cleanup of its own to wait for: only that of the future that it waits for.
     */
    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        if (!hasEnded() && awaited != null) {
            try {
                if (!awaited.pollDrop(cx).isReady()) {
                    return Poll.pending();
                }
            } catch (Throwable failure) {
                awaited = null; // it has ended
                drop();
                throw failure;
            }
            awaited = null;
        }
        drop();
        return Poll.ready(null);
    }

    /**
     * Whether the future is in one of its three last states, or is being polled.
     *
     * @return whether it has ended or is being polled
     */
    protected final boolean hasEnded() {
        int number = number(state);
        return number >= DONE && number <= DROPPED;
    }

    /**
     * Whether the future has been dropped, or is being dropped.
     *
     * @return whether it has been dropped
     */
    protected final boolean isDropped() {
        return number(state) == DROPPED;
    }

    /**
     * Throws an exception unchanged, even a checked one that no signature allows here: the body was checked where it was written.
     *
     * @param exception the exception
     * @return never; the type lets a caller write {@code throw rethrow(e)}
     */
    protected static RuntimeException rethrow(Throwable exception) {
        throw Sneaky.asIs(exception);
    }

    private static int number(Object state) {
        return state instanceof Enum<?> constant ? constant.ordinal() : ((Numbered) state).ordinal();
    }

    @Override
    public final String state() {
        return state.toString();
    }

    @Override
    public final Future<?> awaited() {
        if (awaited == null) {
            return suspendedAt instanceof FailedWait failed ? failed.child() : null;
        }
        Future<?> child = awaited;
        while (child instanceof StandIn standIn) {
            child = standIn.awaited();
        }
        return child;
    }

    /** What passed over those from which an exception of the awaited future came; null if they were polled one by one. */
    final Resumption resumption() {
        Future<?> child = awaited instanceof Dropping dropping ? dropping.awaited() : awaited;
        if (child instanceof Resumption resumption) {
            return resumption;
        }
        return suspendedAt instanceof FailedWait failed ? failed.passed() : null;
    }

    @Override
    public final String suspendedAt() {
        return (suspendedAt instanceof FailedWait failed ? failed.at() : suspendedAt).toString();
    }

    /**
     * A wait that ended with an exception, which the body handles. Its stack trace may still have to be restored from the child.
     *
     * @param at the state of the suspension
     * @param child the future that threw
     * @param passed what the exception came through, or null
     */
    private record FailedWait(Object at, Future<?> child, Resumption passed) {}

    /** A state that is not an enum constant: javac cannot compile an enum with more than a few thousand constants. */
    public interface Numbered {
        /**
         * The number that the state would have as a constant.
         *
         * @return the number
         */
        int ordinal();

        /** The name of the state. */
        @Override
        String toString();
    }
}
