package dev.asyncfn;

/**
 * A {@link StateMachine} whose body has a {@code try} statement with an await in it.
 *
 * <p>Java cannot jump into the middle of a {@code try}. So one {@code try} surrounds all states, and {@code handler} holds the state in
 * which an exception continues: the catch or finally of the innermost {@code try} that the body is in. rustc needs none of this, because a
 * panic is not caught inside an {@code async fn}, and destructors do the cleanup of {@code finally} blocks.
 *
 * <p>A drop is an exception, too: {@link Dropped}, thrown at the await. No catch clause sees it; every finally block does. There are two
 * forms: {@link #pollDrop} lets the finally blocks await; {@link #drop()} ends them at an await that is not ready at once.
 *
 * @param <T> the type of the value
 * @param <S> the states, as in {@link StateMachine}
 */
public abstract class GuardedStateMachine<T, S> extends StateMachine<T, S> {
    /** The state in which an exception continues; null outside every {@code try}. */
    protected S handler;

    /**
     * A future that has not been polled.
     *
     * @param start its first state
     */
    protected GuardedStateMachine(S start) {
        super(start);
    }

    /**
     * Runs the body, from one state to where it is suspended again, or to its end. A drop is a run like any other: its first await throws.
     *
     * @param cx the context of the poll
     * @param next the state in which to begin
     * @param dropped the drop that is in progress, or null in a poll
     * @return the result of the poll
     * @throws Exception what the body throws
     */
    protected abstract Poll<T> run(Context cx, S next, Dropped dropped) throws Exception;

    /**
     * Handles an exception of the body: it continues at the handler, or leaves the future if there is none. Its stack trace stays as it
     * is, because most handlers do not look at it: a finally block cannot, and a catch clause may be for another type.
     *
     * @param failure the exception
     * @param dropped the drop that is in progress, or null
     * @return the exception that the handler gets
     * @throws Exception the exception itself, if there is no handler
     */
    protected final Throwable caught(Throwable failure, Dropped dropped) throws Exception {
        if (handler == null) {
            throw rethrow(failure);
        }
        if (dropped == null) {
            waitFailed();
            return failure;
        }
        Traced.restore(failure, this); // nobody can do it later: the drop keeps the exception alone
        awaited = null;
        return dropped.and(failure);
    }

    /**
     * Makes the stack trace of an exception that a catch clause got what it would be if the body had run blocking. The generated class
     * calls it where the clause may look at the exception. See {@link Traced#restore}.
     *
     * @param caught the exception
     */
    protected final void restoreTrace(Throwable caught) {
        Traced.restore(caught, this);
    }

    /**
     * Puts off an exception until the end of a finally block that awaits. Its stack trace is restored now, because after a suspension
     * it is not known any more which futures it passed.
     *
     * @param thrown the exception, or null if nothing was thrown
     * @return the exception to throw at the end of the block, or null
     */
    protected final Throwable putOff(Throwable thrown) {
        if (thrown != null) {
            restoreTrace(thrown);
        }
        return thrown;
    }

    /** {@inheritDoc} */
    @Override
    protected final Poll<T> complete(S done, T value) {
        forgetFailedWait();
        return super.complete(done, value);
    }

    /** An await in a finally block ends there if the future is being dropped in a hurry: nobody will poll it again. */
    @Override
    protected final Poll<T> suspend(S at, Future<?> child) {
        if (isDropped()) {
            child.drop();
            throw new Dropped();
        }
        return super.suspend(at, child);
    }

    /** The body must not handle this exception, so there is no handler from here on. */
    @Override
    protected final IllegalStateException ended(S how) {
        handler = null;
        return super.ended(how);
    }

    /**
     * Abandons the future: drops the future that it waits for, then runs the finally blocks from the inside out, and ends. It has
     * no effect on a future that has ended.
     *
     * @param droppedState the state {@code DROPPED}
     */
    protected final void dropGuarded(S droppedState) {
        if (hasEnded()) {
            return;
        }
        Dropping dropping = dropping();
        S at = state;
        state = droppedState;
        dropping.hurry();
        if (handler != null) {
            awaited = dropping;
            try {
                run(Context.fromWaker(Waker.noop()), at, dropping.dropped);
            } catch (Throwable failure) {
                dropping.dropped.and(failure);
            }
        }
        state = droppedState;
        end();
        dropping.dropped.rethrowFailures();
    }

    /**
     * As {@link #pollDrop}, for a body with finally blocks: they run from the inside out, and what they await is awaited. Such an await
     * continues in the state after it, as in a poll.
     *
     * @param cx the context of this call
     * @return ready once the future has ended, or pending
     * @throws Exception the first failure of the cleanup, with the later ones suppressed in it
     */
    protected final Poll<Void> pollDropGuarded(Context cx) throws Exception {
        if (hasEnded()) {
            return Poll.ready(null);
        }
        Dropping dropping = dropping();
        awaited = dropping;
        try {
            if (!run(cx, state, dropping.dropped).isReady()) {
                dropping.waitFor(awaited);
                awaited = dropping;
                return Poll.pending();
            }
        } catch (Throwable failure) {
            dropping.dropped.and(failure);
        }
        end();
        drop(); // nothing is left to drop: the state becomes DROPPED
        dropping.dropped.rethrowFailures();
        return Poll.ready(null);
    }

    /** The drop that is in progress, or one that begins here. */
    private Dropping dropping() {
        return awaited instanceof Dropping begun ? begun : new Dropping(handler, awaited);
    }

    private void end() {
        awaited = null;
        handler = null;
        letGo();
    }
}
