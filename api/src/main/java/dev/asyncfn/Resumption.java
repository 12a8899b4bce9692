package dev.asyncfn;

/**
 * Polls a chain of async fns that wait for each other from its inner end: the innermost first, and the others only if it ends. Without it,
 * each wake of a task polls all of them from the outside in, only to find that they still wait. Rust does that. In Kotlin and C# a callee
 * calls its caller back, which begins at the inner end, too.
 *
 * <pre>{@code
 *   outermost ──awaited──▶ this ┄┄first┄┄▶ fn ──awaited──▶ fn ──awaited──▶ fn ──awaited──▶ a leaf, a join, a timeout
 *                                             ◀───owner───    ◀───owner───  ▲
 *                                                                     inner ┘ polled first
 * }</pre>
 *
 * <p>It is what the outermost future polls in place of {@code first}. When {@code inner} ends, its result goes to its {@linkplain OwnedFuture owner}:
 * this stands in for {@code inner} there, and then the owner is polled; and so on outwards, as far as they end. Only {@link StateMachine}s
 * are passed over, because their poll does nothing but to poll what they wait for. A join or a timeout does more, so the chain ends there, and
 * another one begins below it. The outermost future is made ready for it when a poll of it is pending for the second time in the same
 * state. Many never are, and cost nothing.
 *
 * <p>The stack is then as deep as the part that runs, and a trace lacks the frames of those that were passed over: {@link GeneratedFrames} adds
 * them.
 */
final class Resumption implements StandIn {
    private static final Poll<?> ENDED = Poll.ready(null);

    /** The outermost of the chain, without the future in which this stands in for it. */
    private StateMachine<?, ?> first;

    /** The innermost, which is suspended; or the one whose failure its owner gets now. */
    private StateMachine<?, ?> inner;

    /** What an owner that is about to be polled or dropped gets; null once it has. */
    private Poll<?> given;

    /** Given in place of a result. Kept until a poll of the chain succeeds, so that the trace can be restored. */
    private Throwable failure;

    /** The one that threw it, and not only passed it on. */
    private StateMachine<?, ?> origin;

    /** How many exceptions are suppressed in it already. */
    private int suppressed;

    /** @param first is suspended, and owned by the future in which this will stand in for it */
    Resumption(StateMachine<?, ?> first) {
        this.first = first;
        this.inner = innermost(first);
    }

    /** A future that owns the one in which this stands in does it now. */
    void moveTo(StateMachine<?, ?> outermost) {
        outermost.awaited = first;
        first = outermost;
    }

    /** The innermost of a chain. Shorter ones are joined to it. */
    private static StateMachine<?, ?> innermost(StateMachine<?, ?> from) {
        StateMachine<?, ?> at = from;
        for (; ; ) {
            if (at.awaited instanceof Resumption other && other.given == null) {
                at.awaited = other.first;
            }
            if (!(at.awaited instanceof StateMachine<?, ?> child) || child.owner() != at) {
                return at;
            }
            at = child;
        }
    }

    /** The one to begin with. Other code may have polled or dropped a part of the chain by itself. */
    private StateMachine<?, ?> innermost() {
        StateMachine<?, ?> at = inner;
        if (at != null && !(at.awaited instanceof StateMachine<?, ?>)) {
            if (at == first || at.owner() instanceof StateMachine<?, ?> owner && owner.awaited == at) {
                return at;
            }
        }
        return innermost(first);
    }

    @Override
    public Future<?> awaited() {
        return given == null ? first : inner;
    }

    /** The one of a chain that threw a failure which passed this; null if that is not known. */
    StateMachine<?, ?> origin(Throwable thrown) {
        return thrown == failure ? origin : null;
    }

    /** Whether this stands in for the chain in a future, and not for the one that has just ended. */
    boolean isBelow(Future<?> outermost) {
        return first.owner() == outermost;
    }

    @Override
    @SuppressWarnings("unchecked") // a value of any type: it goes to the await that knows it
    public Poll<Object> poll(Context cx) throws Exception {
        Poll<?> result = given;
        if (result == null) {
            return (Poll<Object>) resume(cx);
        }
        if (failure != null) {
            throw Sneaky.asIs(failure);
        }
        given = null;
        return (Poll<Object>) result;
    }

    /** The failure has reached a handler. */
    void taken() {
        given = null;
    }

    private Poll<?> resume(Context cx) {
        StateMachine<?, ?> child = null;
        StateMachine<?, ?> at = innermost();
        for (; ; ) {
            Object owner = at.owner(); // now: one that ends forgets it
            Poll<?> result;
            try {
                result = at.poll(cx);
                if (failure != null) {
                    forget();
                }
                if (!(result instanceof Poll.Ready<?>)) {
                    inner = at.awaited instanceof StateMachine<?, ?> ? innermost(at) : at;
                    return Poll.pending();
                }
            } catch (Throwable thrown) {
                result = ENDED;
                failed(at, child, thrown);
            }
            if (at == first || !(owner instanceof StateMachine<?, ?> next)) {
                given = null;
                if (failure != null) {
                    throw Sneaky.asIs(failure);
                }
                return result;
            }
            given = result;
            next.awaited = this;
            child = at;
            at = next;
        }
    }

    /** The owner is given the failure. */
    private void failed(StateMachine<?, ?> at, StateMachine<?, ?> child, Throwable thrown) {
        if (at.awaited == this) {
            at.awaited = child;
        }
        if (at instanceof GuardedStateMachine<?, ?>) {
            restoreSuppressed(at, thrown);
        }
        if (thrown != failure) {
            failure = thrown;
            origin = at;
        }
        suppressed = thrown.getSuppressed().length;
        inner = at;
    }

    /** Those that this one has added. Later it would not be known whose they are: the failure may be an older one, from below. */
    private void restoreSuppressed(StateMachine<?, ?> at, Throwable thrown) {
        Throwable[] all = thrown.getSuppressed();
        for (int i = thrown == failure ? suppressed : 0; i < all.length; i++) {
            Traced.restore(all[i], at);
        }
    }

    private void forget() {
        given = null;
        failure = null;
        origin = null;
        suppressed = 0;
        inner = null;
    }

    @Override
    public void drop() {
        if (given == null) {
            resumeDrop(null);
        } else {
            rethrowFailure();
        }
    }

    @Override
    public Poll<Void> pollDrop(Context cx) {
        if (given == null) {
            return resumeDrop(cx) ? Poll.ready(null) : Poll.pending();
        }
        rethrowFailure();
        return Poll.ready(null);
    }

    private void rethrowFailure() {
        if (failure != null) {
            throw Sneaky.asIs(failure);
        }
    }

    /**
     * Drops the chain from the inside out, in the order in which finally blocks run.
     *
     * @param cx null if they get no time
     * @return whether it has ended
     */
    private boolean resumeDrop(Context cx) {
        StateMachine<?, ?> child = null;
        StateMachine<?, ?> at = innermost();
        failure = null;
        for (; ; ) {
            Object owner = at.owner();
            try {
                if (cx == null) {
                    at.drop();
                } else if (!at.pollDrop(cx).isReady()) {
                    forget();
                    inner = at;
                    return false;
                }
                failure = null;
            } catch (Throwable thrown) {
                if (thrown != failure) {
                    Traced.restore(thrown, at); // now: what is dropped does not know any more where it was suspended
                }
                failure = thrown;
            }
            if (at.awaited == this) {
                at.awaited = child; // it had ended before
            }
            if (at == first || !(owner instanceof StateMachine<?, ?> next)) {
                given = null;
                inner = null;
                rethrowFailure();
                return true;
            }
            given = ENDED;
            next.awaited = this;
            child = at;
            at = next;
        }
    }
}
