package dev.asyncfn;

/**
 * The end of a value that nobody takes: what Rust's {@code Drop} is for a value that goes out of scope, and kotlinx.coroutines'
 * {@code onUndeliveredElement}.
 *
 * <p>A value is handed over by the poll that is ready with it, and then has one owner: the code that polled. Code that keeps the value
 * for a while, such as a join that waits for its other futures, may find that it can no longer hand it on, because it is dropped or
 * fails. Then the value is undelivered. Its owner releases it, once, by the {@link Future#undelivered()} of the future that it came
 * from. A value that was passed to a function of the user has been delivered.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface Undelivered<T> {
    /**
     * Releases a value. Called at most once for each, by the thread that drops or polls the owner, and with no lock held.
     *
     * @param value the value, which may be null
     * @throws Exception the failure to release it. If the owner is failing, it is suppressed in that failure; otherwise the drop or the
     *     poll throws it, once everything has been released
     */
    void release(T value) throws Exception;

    /**
     * Closes a value that is {@link AutoCloseable}, and drops one that is a {@link Future}: the default. It does nothing with other
     * values.
     *
     * @param <T> the type of the value
     * @return always the same instance
     */
    static <T> Undelivered<T> close() {
        @SuppressWarnings("unchecked") // it takes any value
        Undelivered<T> closing = (Undelivered<T>) Closing.INSTANCE;
        return closing;
    }

    /**
     * Does nothing: for a value that has other owners, such as that of a future with several clones.
     *
     * @param <T> the type of the value
     * @return always the same instance
     */
    static <T> Undelivered<T> keep() {
        @SuppressWarnings("unchecked") // it takes any value
        Undelivered<T> keeping = (Undelivered<T>) Keeping.INSTANCE;
        return keeping;
    }

    /**
     * Whether {@link #release} would do something with {@code value}. An owner that has to record a value only to release it can ask
     * first.
     *
     * @param value the value, which may be null
     * @return false if it certainly does nothing
     */
    default boolean concerns(T value) {
        return true;
    }

    /** The default. */
    final class Closing implements Undelivered<Object> {
        private static final Closing INSTANCE = new Closing();

        private Closing() {}

        @Override
        public void release(Object value) throws Exception {
            if (value instanceof Future<?> future) {
                future.drop(); // first: a future that can be closed is given up by its drop
            } else if (value instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }

        @Override
        public boolean concerns(Object value) {
            return value instanceof Future<?> || value instanceof AutoCloseable;
        }
    }

    /** Does nothing. */
    final class Keeping implements Undelivered<Object> {
        private static final Keeping INSTANCE = new Keeping();

        private Keeping() {}

        @Override
        public void release(Object value) {
            // its other owners have it
        }

        @Override
        public boolean concerns(Object value) {
            return false;
        }
    }
}
