package dev.asyncfn.sync;

import dev.asyncfn.Future;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A changing value with many watchers, such as a configuration or a state. tokio's {@code watch}. Receivers see the newest value and are
 * notified of changes; changes that come faster than a receiver looks are skipped.
 *
 * <pre>{@code
 * var channel = Watch.channel(Config.DEFAULT);
 *
 * Watch.Receiver<Config> config = channel.receiver();
 * for (; ; ) {
 *     apply(config.borrowAndUpdate());
 *     await(config.changed());
 * }
 * }</pre>
 *
 * <p>Values may be null. They are shared, not copied, so they should be immutable, and nothing closes one that was replaced or never seen.
 */
public final class Watch {
    private Watch() {}

    /**
     * A new channel, with one sender and one receiver, which counts the first value as seen.
     *
     * @param <T> the type of the value
     * @param initial may be null
     * @return the two halves, which must both be closed
     */
    public static <T> Channel<Sender<T>, Receiver<T>> channel(T initial) {
        Sender<T> sender = new Sender<>(new WatchState<>(initial));
        return new Channel<>(sender, sender.subscribe());
    }

    /**
     * Changes the value. tokio's {@code Sender}. Thread-safe.
     *
     * @param <T> the type of the value
     */
    public static final class Sender<T> implements AutoCloseable {
        private final WatchState<T> state;
        /** Guarded by the state. */
        private boolean closed;

        private Sender(WatchState<T> state) {
            this.state = state;
        }

        /**
         * Replaces the value.
         *
         * @param value may be null
         * @throws SendException if there is no receiver; the value stays unchanged
         * @throws IllegalStateException if this has been closed
         */
        public void send(T value) {
            WakeList woken = new WakeList();
            synchronized (state) {
                checkOpen();
                if (state.receiverCount() == 0) {
                    throw new SendException(value);
                }
                state.store(value, woken);
            }
            woken.wakeAll();
        }

        /**
         * Replaces the value, whether there are receivers or not. tokio's {@code send_replace}.
         *
         * @param value may be null
         * @return the value before, which may be null
         * @throws IllegalStateException if this has been closed
         */
        public T sendReplace(T value) {
            WakeList woken = new WakeList();
            T before;
            synchronized (state) {
                checkOpen();
                before = state.store(value, woken);
            }
            woken.wakeAll();
            return before;
        }

        /**
         * Replaces the value by the result of the function, whether there are receivers or not. tokio's {@code send_modify}.
         *
         * @param modification is called outside all locks, and again if another value was stored in the meantime, as by
         *     {@link java.util.concurrent.atomic.AtomicReference#updateAndGet}; its argument and its result may be null
         * @throws IllegalStateException if this has been closed
         */
        public void sendModify(UnaryOperator<T> modification) {
            Objects.requireNonNull(modification, "modification");
            checkOpenLocked();
            state.modify(modification, true);
        }

        /**
         * As {@link #sendModify}, if the result does not equal the value; otherwise no receiver is notified. tokio's {@code send_if_modified}.
         *
         * @param modification see there
         * @return whether the value was replaced
         * @throws IllegalStateException if this has been closed
         */
        public boolean sendIfModified(UnaryOperator<T> modification) {
            Objects.requireNonNull(modification, "modification");
            checkOpenLocked();
            return state.modify(modification, false);
        }

        /**
         * The newest value, which may be null.
         *
         * @return the value itself, which receivers may be using
         */
        public T borrow() {
            synchronized (state) {
                return state.value();
            }
        }

        /**
         * Another receiver, which counts the current value as seen.
         *
         * @return a receiver, which must be closed separately
         */
        public Receiver<T> subscribe() {
            synchronized (state) {
                return new Receiver<>(state, state.version());
            }
        }

        /**
         * How many receivers there are.
         *
         * @return a number that may be out of date as soon as it is returned
         */
        public int receiverCount() {
            synchronized (state) {
                return state.receiverCount();
            }
        }

        /**
         * Waits until there is no receiver. tokio's {@code closed}.
         *
         * @return a new future, whose value is null; each poll checks whether there is a receiver, so one that is created in the meantime
         *     keeps it waiting
         */
        public Future<Void> closed() {
            return new AwaitClosed(state.awaitingClose, "Watch.closed", () -> state.receiverCount() == 0);
        }

        /**
         * Whether there is no receiver. tokio's {@code is_closed}; it does not say whether this was closed.
         *
         * @return an answer that may be out of date as soon as it is returned
         */
        public boolean isClosed() {
            return receiverCount() == 0;
        }

        /**
         * Whether {@code other} sends to the same channel. tokio's {@code same_channel}.
         *
         * @param other may be closed, like this sender
         * @return true for clones of one sender
         */
        public boolean sameChannel(Sender<?> other) {
            return state == other.state;
        }

        /**
         * Another sender to the same channel, to be closed separately.
         *
         * @throws IllegalStateException if this has been closed
         */
        @Override
        public Sender<T> clone() {
            synchronized (state) {
                checkOpen();
                Sender<T> clone = new Sender<>(state);
                state.addSender();
                return clone;
            }
        }

        /** Closes this sender. Once all senders are closed, the value does not change any more. May be called again. Rust's {@code Drop}. */
        @Override
        public void close() {
            WakeList woken = WakeList.toRelease();
            synchronized (state) {
                if (closed) {
                    return;
                }
                closed = true;
                state.removeSender(woken);
            }
            woken.wakeAll();
        }

        private void checkOpenLocked() {
            synchronized (state) {
                checkOpen();
            }
        }

        private void checkOpen() {
            if (closed) {
                throw new IllegalStateException("this Watch.Sender has been closed");
            }
        }
    }

    /**
     * Watches the value. tokio's {@code Receiver}. Thread-safe, but meant for one task at a time: a value that one task has
     * seen counts as seen for all that share the receiver.
     *
     * @param <T> the type of the value
     */
    public static final class Receiver<T> implements AutoCloseable {
        private static final long NONE = -1;

        private final WatchState<T> state;
        /** The version that was seen; guarded by the state, as is {@link #closed}. */
        private long seen;

        private boolean closed;

        private Receiver(WatchState<T> state, long seen) {
            this.state = state;
            this.seen = seen;
            state.addReceiver();
        }

        /**
         * The newest value, which may be null. This does not count as seeing it.
         *
         * @return the value itself, which other receivers may be using; also after this or all senders were closed
         */
        public T borrow() {
            synchronized (state) {
                return state.value();
            }
        }

        /**
         * The newest value, which may be null, and from now on counts as seen. tokio's {@code borrow_and_update}.
         *
         * @return the value itself, which other receivers may be using; also after this or all senders were closed
         */
        public T borrowAndUpdate() {
            synchronized (state) {
                seen = state.version();
                return state.value();
            }
        }

        long version() {
            synchronized (state) {
                return state.version();
            }
        }

        /**
         * Whether there is a value that has not been seen.
         *
         * @return an answer that stays true until the value counts as seen
         * @throws ClosedException if not, and there never will be, because all senders are closed
         * @throws IllegalStateException if this has been closed
         */
        public boolean hasChanged() {
            synchronized (state) {
                checkOpen();
                if (seen == state.version() && state.isSenderGone()) {
                    throw gone();
                }
                return seen != state.version();
            }
        }

        /** The value counts as not seen: the next {@link #changed} is ready. tokio's {@code mark_changed}. */
        public void markChanged() {
            WakeList woken = new WakeList();
            synchronized (state) {
                seen = NONE;
                state.receivers.wakeAll(woken);
            }
            woken.wakeAll();
        }

        /** The value counts as seen. tokio's {@code mark_unchanged}. */
        public void markUnchanged() {
            borrowAndUpdate();
        }

        /**
         * Waits for a value that has not been seen, which counts as seen once this is ready.
         *
         * @return a future that throws {@link ClosedException} if there is none and all senders are closed, and
         *     {@link IllegalStateException} if this has been closed
         */
        public Future<Void> changed() {
            return new WatchChanged<>(state, this);
        }

        /**
         * Waits for a value that meets the condition, which may be the current one. Each value that is checked counts as seen.
         *
         * @param condition is called by the polls, outside all locks; its argument may be null; its exceptions are those of the future
         * @return a future of the value, which throws as that of {@link #changed} does
         */
        public Future<T> waitFor(Predicate<? super T> condition) {
            return new WatchWaitFor<>(this, Objects.requireNonNull(condition, "condition"));
        }

        /**
         * Whether {@code other} watches the same value. tokio's {@code same_channel}.
         *
         * @param other may be closed, like this receiver
         * @return true for receivers of one channel
         */
        public boolean sameChannel(Receiver<?> other) {
            return state == other.state;
        }

        /**
         * Another receiver, which has seen the same values.
         *
         * @throws IllegalStateException if this has been closed
         */
        @Override
        public Receiver<T> clone() {
            synchronized (state) {
                checkOpen();
                return new Receiver<>(state, seen);
            }
        }

        /** Stops watching. May be called again. Rust's {@code Drop}. */
        @Override
        public void close() {
            WakeList woken = WakeList.toRelease();
            synchronized (state) {
                if (closed) {
                    return;
                }
                closed = true;
                state.removeReceiver(woken);
            }
            woken.wakeAll();
        }

        /** Whether {@link #see} has something to say. Called under the lock, as is that. */
        boolean isSeen() {
            return seen == state.version() && !state.isSenderGone() && !closed;
        }

        /** The newest value counts as seen; throws if there is none that was not, and none can come. */
        void see() {
            checkOpen();
            if (seen == state.version()) {
                throw gone();
            }
            seen = state.version();
        }

        /** Called outside the lock. */
        void checkUsable() {
            synchronized (state) {
                checkOpen();
            }
        }

        private void checkOpen() {
            if (closed) {
                throw new IllegalStateException("this Watch.Receiver has been closed");
            }
        }

        private static ClosedException gone() {
            return new ClosedException("all senders have been closed, and the last value was seen");
        }
    }
}
