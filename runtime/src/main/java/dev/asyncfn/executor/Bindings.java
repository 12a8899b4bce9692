package dev.asyncfn.executor;

import dev.asyncfn.Future;

/**
 * The values that are bound to task locals, as a list from the inside out. The list of the code that runs is held by its thread, and only
 * while a future with bound values is polled or dropped.
 *
 * @param outer the other values, or null
 */
record Bindings(TaskLocal<?> local, Object value, Bindings outer) {
    private static final ThreadLocal<Bindings> OF_THREAD = new ThreadLocal<>();

    /** Those of the code that calls this, or null. */
    static Bindings current() {
        return OF_THREAD.get();
    }

    /** The innermost value of a task local, or null. */
    static Bindings find(TaskLocal<?> local) {
        Bindings bound = OF_THREAD.get();
        while (bound != null && bound.local != local) {
            bound = bound.outer;
        }
        return bound;
    }

    /** Makes these the values of the code that runs on this thread from now on; null for none. */
    static void set(Bindings bindings) {
        if (OF_THREAD.get() != bindings) {
            OF_THREAD.set(bindings); // not removed, if null: the next look would have to make a new entry
        }
    }

    /** Unbinds everything for tasks that this thread runs inside a poll: they have values of their own. Returns what to {@link #set} afterwards. */
    static Bindings leave() {
        Bindings left = OF_THREAD.get();
        if (left != null) {
            OF_THREAD.set(null);
        }
        return left;
    }

    /** A future to be spawned here: it inherits the values, if there are any. */
    static <T> Future<T> inherited(Future<T> future) {
        Bindings here = OF_THREAD.get();
        return here == null ? future : new Inherited<>(future, here);
    }

    /** The future that was spawned, where {@link #inherited} has wrapped it. */
    static Future<?> within(Future<?> spawned) {
        return spawned instanceof Inherited<?> inherited ? inherited.awaited() : spawned;
    }

    private static final class Inherited<T> extends WithBindings<T, Exception> {
        private final Bindings bindings;

        Inherited(Future<T> future, Bindings bindings) {
            super(future);
            this.bindings = bindings;
        }

        @Override
        Bindings over(Bindings current) {
            return bindings;
        }
    }
}
