package dev.asyncfn.sync;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import java.util.Objects;
import java.util.Optional;

/**
 * Channels of many senders and many receivers, each of which gets every value. tokio's {@code broadcast}.
 *
 * <p>Sending never waits: the newest {@code capacity} values are kept, and a slower receiver misses the oldest. A
 * {@link LaggedException} reports how many, once, and the receiver continues with the oldest value that is left. Values cannot be null; they are shared, not
 * copied, so they should be immutable. For the same reason, nothing closes a value that is overwritten or never received, nor does a combinator
 * that has received one: another receiver may have it.
 */
public final class Broadcast {
    private Broadcast() {}

    /**
     * A new channel, with one sender and one receiver; the sender creates more of both.
     *
     * @param <T> the type of the values
     * @param capacity exactly how many values are kept; tokio rounds up to a power of two. Places are made as values come, up to so many
     * @return the two halves, which must both be closed
     * @throws IllegalArgumentException if the capacity is not positive
     */
    public static <T> Channel<Sender<T>, Receiver<T>> channel(int capacity) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("a channel with a capacity of " + capacity + " never keeps a value");
        }
        Sender<T> sender = new Sender<>(new BroadcastState<>(capacity));
        return new Channel<>(sender, sender.subscribe());
    }

    /**
     * Sends to all receivers. tokio's {@code Sender}. Thread-safe.
     *
     * @param <T> the type of the values
     */
    public static final class Sender<T> implements AutoCloseable {
        private final BroadcastState<T> state;
        /** Guarded by the state. */
        private boolean closed;

        private Sender(BroadcastState<T> state) {
            this.state = state;
        }

        /**
         * Sends the value.
         *
         * @param value shared with all receivers, so that nothing closes it
         * @return the number of receivers; some of them may still be closed, or lag, without having seen the value
         * @throws SendException if there is no receiver; a later one would not get the value either
         * @throws IllegalStateException if this has been closed
         */
        public int send(T value) {
            Objects.requireNonNull(value, "value");
            WakeList woken = new WakeList();
            int receivers;
            synchronized (state) {
                checkOpen();
                receivers = state.receiverCount();
                if (receivers == 0) {
                    throw new SendException(value);
                }
                state.push(value, woken);
            }
            woken.wakeAll();
            return receivers;
        }

        /**
         * Another receiver, for values that are sent from now on. It is also allowed after this sender was closed, though rarely useful.
         *
         * @return a receiver, which must be closed, as the channel keeps values for it until then
         */
        public Receiver<T> subscribe() {
            synchronized (state) {
                return new Receiver<>(state);
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
            return new AwaitClosed(state.awaitingClose, "Broadcast.closed", () -> state.receiverCount() == 0);
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

        /** Closes this sender. Once all senders are closed, receivers reach the end of the values. May be called again. Rust's {@code Drop}. */
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

        private void checkOpen() {
            if (closed) {
                throw new IllegalStateException("this Broadcast.Sender has been closed");
            }
        }
    }

    /**
     * Receives every value that is sent while it exists. tokio's {@code Receiver}. Thread-safe, but meant for one task at a time; if several
     * tasks use the same receiver, each value goes to one of them, whichever is polled first.
     *
     * @param <T> the type of the values
     */
    public static final class Receiver<T> implements AutoCloseable {
        private final BroadcastState<T> state;
        /** The position of the next value; guarded by the state, as is {@link #closed}. */
        private long next;

        private boolean closed;

        private Receiver(BroadcastState<T> state) {
            this.state = state;
            this.next = state.tail();
            state.addReceiver();
        }

        /**
         * Waits for the next value.
         *
         * @return a future of the value, or empty once none is left and all senders are closed; it throws {@link LaggedException} if values
         *     were missed, and {@link IllegalStateException} if this has been closed
         */
        public Future<Optional<T>> recv() {
            return new Recv<>(this);
        }

        /**
         * The next value, if it is there. tokio's {@code try_recv}.
         *
         * @return {@link TryRecv.Received}, {@link TryRecv.Empty} while a value may still come, or {@link TryRecv.Closed}
         * @throws LaggedException if values were missed
         * @throws IllegalStateException if this has been closed
         */
        public TryRecv<T> tryRecv() {
            synchronized (state) {
                checkOpen();
                if (next == state.tail()) {
                    return state.isSenderGone() ? new TryRecv.Closed<>() : new TryRecv.Empty<>();
                }
                TryRecv<T> received = new TryRecv.Received<>(look());
                take();
                return received;
            }
        }

        /**
         * As {@link #recv}, but blocks the thread. tokio's {@code blocking_recv}.
         *
         * @return the value, or empty once none is left and all senders are closed
         * @throws LaggedException if values were missed
         * @throws IllegalStateException on a thread that runs an executor, or if this has been closed
         */
        public Optional<T> blockingRecv() {
            return Async.blockOn(recv());
        }

        /**
         * How many values this has not received yet, including those that it missed. tokio's {@code len}.
         *
         * @return zero once this has been closed
         */
        public long size() {
            synchronized (state) {
                return closed ? 0 : state.tail() - next;
            }
        }

        /**
         * Whether this has received all values.
         *
         * @return true once this has been closed
         */
        public boolean isEmpty() {
            return size() == 0;
        }

        /**
         * Another receiver of the same channel, for values that are sent from now on. tokio's {@code resubscribe}.
         *
         * @return a receiver that has missed nothing, even if this one lags; it must be closed separately
         */
        public Receiver<T> resubscribe() {
            synchronized (state) {
                return new Receiver<>(state);
            }
        }

        /** Takes no more values. May be called again. Rust's {@code Drop}. */
        @Override
        public void close() {
            WakeList woken = WakeList.toRelease();
            synchronized (state) {
                if (closed) {
                    return;
                }
                closed = true;
                state.removeReceiver(next, woken);
            }
            woken.wakeAll();
        }

        /** The next value. Called under the lock, when there is one, as is the following. */
        private T look() {
            long oldest = state.oldest();
            if (next < oldest) {
                LaggedException lagged = new LaggedException(oldest - next);
                next = oldest;
                throw lagged;
            }
            return state.at(next);
        }

        /** The value has been received. */
        private void take() {
            state.see(next);
            next++;
        }

        private void checkOpen() {
            if (closed) {
                throw new IllegalStateException("this Broadcast.Receiver has been closed");
            }
        }
    }

    private static final class Recv<T> extends Watcher<Optional<T>> {
        private final Receiver<T> receiver;

        Recv(Receiver<T> receiver) {
            this.receiver = receiver;
        }

        @Override
        Waiters<?> line() {
            return receiver.state.receivers;
        }

        @Override
        String name() {
            return "Broadcast.recv";
        }

        @Override
        boolean isReady() {
            return receiver.next != receiver.state.tail() || receiver.state.isSenderGone() || receiver.closed;
        }

        @Override
        Poll<Optional<T>> complete(WakeList woken) {
            receiver.checkOpen();
            if (receiver.next == receiver.state.tail()) {
                return Poll.ready(Optional.empty());
            }
            Poll<Optional<T>> received = Poll.ready(Optional.of(receiver.look()));
            receiver.take();
            return received;
        }

        /** The other receivers have the value, too. */
        @Override
        public Undelivered<? super Optional<T>> undelivered() {
            return Undelivered.keep();
        }
    }
}
