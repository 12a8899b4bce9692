package dev.asyncfn;

/**
 * Stands in for the future that a body waits for while the body is being dropped: polling it first drops that future, and then throws
 * {@link Dropped}. So the drop reaches the body as an exception of its await. When the cleanup awaits another future, it stands in for
 * that one, and passes its value on.
 */
final class Dropping implements StandIn {
    final Dropped dropped;

    /** The future that is dropped first, or the one that the cleanup waits for; or null. */
    private Future<?> child;

    /** Whether the body still has to be told. */
    private boolean begins = true;

    /**
     * @param begun the handler of the state in which the body is suspended
     * @param child the future that it waits for; null if it has not been polled
     */
    Dropping(Object begun, Future<?> child) {
        this.dropped = new Dropped(begun);
        this.child = child;
    }

    /** The cleanup awaits a future. */
    void waitFor(Future<?> next) {
        if (next != this) {
            child = next;
            begins = false;
        }
    }

    /** Drops the future that was waited for; the next poll throws. */
    void hurry() {
        Future<?> given = child;
        child = null;
        begins = true;
        dropped.drop(given);
    }

    @Override
    @SuppressWarnings("unchecked") // a value of any type: it goes to the await that knows it
    public Poll<Object> poll(Context cx) throws Exception {
        if (!begins) {
            return (Poll<Object>) child.poll(cx);
        }
        if (child != null && !dropChild(cx)) {
            return Poll.pending();
        }
        child = null;
        throw dropped;
    }

    private boolean dropChild(Context cx) {
        try {
            return child.pollDrop(cx).isReady();
        } catch (Throwable failure) {
            dropped.and(failure);
            return true;
        }
    }

    @Override
    public Future<?> awaited() {
        return child;
    }
}
