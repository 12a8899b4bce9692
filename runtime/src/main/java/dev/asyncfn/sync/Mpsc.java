package dev.asyncfn.sync;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.Undelivered;
import dev.asyncfn.Waker;
import dev.asyncfn.failure.Drops;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Channels of many senders and one receiver. tokio's {@code mpsc}.
 *
 * <pre>{@code
 * var channel = Mpsc.<String>bounded(16);
 * pool.spawn(produce(channel.sender())); // await(sender.send(line)) for each line, then sender.close()
 *
 * Mpsc.Receiver<String> lines = channel.receiver();
 * for (Optional<String> line = await(lines.recv()); line.isPresent(); line = await(lines.recv())) {
 *     ... line.get()
 * }
 * }</pre>
 *
 * <p>Values arrive in the order in which the sends completed, and those of one sender in the order in which it awaited them. They cannot be
 * null. All futures here are cancel-safe: a send that is dropped before it was ready has sent nothing, and such a receive has taken nothing.
 *
 * <p>A value belongs to the channel from the call of {@code send} until it is received, or a {@link SendException} returns it. If it can no
 * longer be received, because the send or the receiver is dropped, or because a combinator that has received it is, it is
 * {@linkplain dev.asyncfn.Undelivered undelivered}: it is closed if it is {@link AutoCloseable}, or goes to the hook of the channel. To keep
 * a value until there is a place for it, {@linkplain Sender#reserve reserve} the place first.
 */
public final class Mpsc {
    private Mpsc() {}

    /**
     * A channel whose senders wait while {@code capacity} values are in it. tokio's {@code channel}.
     *
     * @param <T> the type of the values
     * @param capacity how many values and reserved places there can be
     * @return the receiver, and a sender from which others are cloned. Each must be closed
     * @throws IllegalArgumentException if the capacity is not positive
     */
    public static <T> Channel<Sender<T>, Receiver<T>> bounded(int capacity) {
        return boundedOf(capacity, Undelivered.close());
    }

    /**
     * As {@link #bounded(int)}, with a hook for values that will not be received. kotlinx.coroutines' {@code onUndeliveredElement}.
     *
     * @param <T> the type of the values
     * @param capacity how many values and reserved places there can be
     * @param onUndelivered called for each such value, once, outside all locks; it is not closed then
     * @return the receiver, and a sender from which others are cloned. Each must be closed
     * @throws IllegalArgumentException if the capacity is not positive
     */
    public static <T> Channel<Sender<T>, Receiver<T>> bounded(int capacity, Consumer<? super T> onUndelivered) {
        Objects.requireNonNull(onUndelivered, "onUndelivered");
        return boundedOf(capacity, onUndelivered::accept);
    }

    private static <T> Channel<Sender<T>, Receiver<T>> boundedOf(int capacity, Undelivered<? super T> undelivered) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("a channel with a capacity of " + capacity + " never takes a value");
        }
        MpscState<T> state = new MpscState<>(capacity, undelivered);
        return new Channel<>(new Sender<>(state), new Receiver<>(state));
    }

    /**
     * A channel whose senders never wait; its values may fill the memory, which is freed as they are received. tokio's
     * {@code unbounded_channel}.
     *
     * @param <T> the type of the values
     * @return the receiver, and a sender from which others are cloned. Each must be closed
     */
    public static <T> Channel<UnboundedSender<T>, Receiver<T>> unbounded() {
        return unboundedOf(Undelivered.close());
    }

    /**
     * As {@link #unbounded()}, with a hook for values that will not be received. kotlinx.coroutines' {@code onUndeliveredElement}.
     *
     * @param <T> the type of the values
     * @param onUndelivered called for each such value, once, outside all locks; it is not closed then
     * @return the receiver, and a sender from which others are cloned. Each must be closed
     */
    public static <T> Channel<UnboundedSender<T>, Receiver<T>> unbounded(Consumer<? super T> onUndelivered) {
        Objects.requireNonNull(onUndelivered, "onUndelivered");
        return unboundedOf(onUndelivered::accept);
    }

    private static <T> Channel<UnboundedSender<T>, Receiver<T>> unboundedOf(Undelivered<? super T> undelivered) {
        MpscState<T> state = new MpscState<>(undelivered);
        return new Channel<>(new UnboundedSender<>(state), new Receiver<>(state));
    }

    /**
     * Sends to a bounded channel. tokio's {@code Sender}. Thread-safe. Waiting senders get their turn in the order in which their futures were
     * first polled.
     *
     * @param <T> the type of the values
     */
    public static final class Sender<T> extends MpscSender<T> {
        private Sender(MpscState<T> state) {
            super(state);
        }

        /**
         * Waits for a place, and puts the value there.
         *
         * @param value belongs to the channel from this call on, even if the future is never polled
         * @return a future that throws {@link SendException} with the value if the receiver was closed before, and
         *     {@link IllegalStateException} if this sender was closed before the first poll; then the value is undelivered
         */
        public Future<Void> send(T value) {
            return new MpscAcquire.Send<>(this, Objects.requireNonNull(value, "value"));
        }

        /**
         * Sends the value if there is a free place and no task waits for one. tokio's {@code try_send}.
         *
         * @param value still belongs to the caller if this returns false or throws
         * @return false if the channel is full
         * @throws SendException if the receiver has been closed
         * @throws IllegalStateException if this has been closed
         */
        public boolean trySend(T value) {
            if (sendAtOnce(Objects.requireNonNull(value, "value"))) {
                return true;
            }
            synchronized (state) {
                checkOpen();
                if (state.isReceiverClosed()) {
                    throw new SendException(value);
                }
            }
            return false;
        }

        /**
         * As {@link #send}, but blocks the thread. tokio's {@code blocking_send}.
         *
         * @param value belongs to the channel from this call on, unless this throws a {@link SendException}, which returns it
         * @throws SendException if the receiver is closed before there was a place
         * @throws IllegalStateException on a thread that runs an executor, or if this has been closed; then the value is undelivered
         */
        public void blockingSend(T value) {
            Future<Void> sending = send(value);
            try {
                Async.blockOn(sending);
            } catch (Throwable refused) { // perhaps before the first poll
                new Drops(refused).drop(sending);
                throw refused;
            }
        }

        /**
         * Waits for a place, and reserves it for one value.
         *
         * @return a future of the permit, which must be used or closed; it throws {@link ClosedException} if the receiver was closed before,
         *     and {@link IllegalStateException} if this sender was closed before the first poll
         */
        public Future<Permit<T>> reserve() {
            return new MpscAcquire.Reserve<>(this);
        }

        /**
         * A permit, if there is a free place and no task waits for one. tokio's {@code try_reserve}.
         *
         * @return a permit, which must be used or closed; or empty if the channel is full
         * @throws ClosedException if the receiver has been closed
         * @throws IllegalStateException if this has been closed
         */
        public Optional<Permit<T>> tryReserve() {
            synchronized (state) {
                checkOpen();
                if (state.isReceiverClosed()) {
                    throw new ClosedException("the receiver has been closed");
                }
                if (!state.slots.isFree()) {
                    return Optional.empty();
                }
                Optional<Permit<T>> permit =
                        Optional.of(new Permit<>(state)); // first: without memory, nothing is taken
                state.slots.takeFree();
                state.addPermit();
                return permit;
            }
        }

        /**
         * How many places are free.
         *
         * @return a number that may be out of date as soon as it is returned
         */
        public int capacity() {
            synchronized (state) {
                return state.slots.available();
            }
        }

        /**
         * The capacity of the channel.
         *
         * @return the number that the channel was created with
         */
        public int maxCapacity() {
            return state.maxCapacity;
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
    }

    /**
     * Sends to an unbounded channel. tokio's {@code UnboundedSender}. Thread-safe.
     *
     * @param <T> the type of the values
     */
    public static final class UnboundedSender<T> extends MpscSender<T> {
        private UnboundedSender(MpscState<T> state) {
            super(state);
        }

        /**
         * Sends the value, at once.
         *
         * @param value still belongs to the caller if this throws
         * @throws SendException if the receiver has been closed
         * @throws IllegalStateException if this has been closed
         */
        public void send(T value) {
            if (!sendAtOnce(Objects.requireNonNull(value, "value"))) {
                synchronized (state) {
                    checkOpen();
                }
                throw new SendException(value);
            }
        }

        /**
         * Another sender to the same channel, to be closed separately.
         *
         * @throws IllegalStateException if this has been closed
         */
        @Override
        public UnboundedSender<T> clone() {
            synchronized (state) {
                checkOpen();
                UnboundedSender<T> clone = new UnboundedSender<>(state);
                state.addSender();
                return clone;
            }
        }
    }

    /**
     * A place for one value, reserved for its owner. tokio's {@code Permit}. Thread-safe. It keeps the channel open as a sender does.
     *
     * @param <T> the type of the values
     */
    public static final class Permit<T> implements AutoCloseable {
        private final MpscState<T> state;
        /** Guarded by the state. */
        private boolean used;

        /** The caller takes the place for it, and has it counted. */
        Permit(MpscState<T> state) {
            this.state = state;
        }

        /**
         * Puts the value there immediately, which closes the permit. If the receiver was closed in the meantime, it still gets the value if it
         * keeps receiving; if it was dropped, the value is undelivered, and an exception of its release is thrown.
         *
         * @param value still belongs to the caller if this throws an {@link IllegalStateException}
         * @throws IllegalStateException if this was used or closed
         */
        public void send(T value) {
            Objects.requireNonNull(value, "value");
            WakeList woken = new WakeList();
            synchronized (state) {
                if (used) {
                    throw new IllegalStateException("this Mpsc.Permit has been used or closed");
                }
                state.push(value, woken);
                used = true; // only now: without memory for the value, the place is still reserved
                state.removePermit(woken);
            }
            woken.wakeAll();
        }

        /** Passes the place to the next in line, if it was not used. May be called again. */
        @Override
        public void close() {
            Waker next;
            synchronized (state) {
                if (used) {
                    return;
                }
                used = true;
                next = state.returnPlace();
            }
            if (next != null) {
                WakeList.wake(next);
            }
            state.tellIfOver();
        }
    }

    /**
     * Receives. tokio's {@code Receiver}. It is meant for one task at a time; if several tasks receive at the same time, each value goes to one of them.
     * A value wakes the one that waits longest, but is not kept for it: a poll that comes before may take it. The other then keeps its place in the line.
     *
     * @param <T> the type of the values
     */
    public static final class Receiver<T> implements AutoCloseable {
        private final MpscState<T> state;

        private Receiver(MpscState<T> state) {
            this.state = state;
        }

        /**
         * Waits for the next value.
         *
         * @return a future of the value, or empty once none is left and none can come: all senders, or this receiver, were closed
         */
        public Future<Optional<T>> recv() {
            return new MpscReceive.One<>(state);
        }

        /**
         * Waits for one value or more. tokio's {@code recv_many}.
         *
         * @param limit the maximum number
         * @return a future of the values that are there, or of none where {@link #recv} would return empty
         * @throws IllegalArgumentException if the limit is not positive
         */
        public Future<List<T>> recvMany(int limit) {
            if (limit <= 0) {
                throw new IllegalArgumentException("a limit of " + limit + " never receives a value");
            }
            return new MpscReceive.Many<>(state, limit);
        }

        /**
         * The next value, if it is there. tokio's {@code try_recv}.
         *
         * @return {@link TryRecv.Received}, {@link TryRecv.Empty} while a value may still come, or {@link TryRecv.Closed}
         */
        public TryRecv<T> tryRecv() {
            WakeList woken = new WakeList();
            TryRecv<T> result;
            synchronized (state) {
                if (state.isEmpty()) {
                    return state.isOver() ? new TryRecv.Closed<>() : new TryRecv.Empty<>();
                }
                result = new TryRecv.Received<>(state.pop(woken));
            }
            woken.wakeAll();
            return result;
        }

        /**
         * As {@link #recv}, but blocks the thread. tokio's {@code blocking_recv}.
         *
         * @return the value, or empty once none is left and none can come
         * @throws IllegalStateException on a thread that runs an executor
         */
        public Optional<T> blockingRecv() {
            return Async.blockOn(recv());
        }

        /**
         * How many values could be received now. tokio's {@code len}.
         *
         * @return a number that other receiving tasks may reduce, and senders increase, at any time
         */
        public int size() {
            synchronized (state) {
                return state.size();
            }
        }

        /**
         * Whether no value could be received now.
         *
         * @return an answer that may be out of date as soon as it is returned; it does not say whether values may still come
         */
        public boolean isEmpty() {
            return size() == 0;
        }

        /**
         * From now on nothing can be sent, and waiting senders are notified. Values in the channel, and values for reserved places, can still
         * be received. May be called again. tokio's {@code close}.
         */
        @Override
        public void close() {
            WakeList woken = WakeList.toRelease();
            synchronized (state) {
                state.closeReceiver(woken);
            }
            woken.wakeAll();
        }

        /**
         * As {@link #close}, and also releases the values in the channel, in order. Rust's {@code Drop}. An exception of a release is thrown
         * once all have been released.
         */
        public void drop() {
            WakeList woken = WakeList.toRelease();
            synchronized (state) {
                state.dropReceiver(woken);
            }
            woken.wakeAll();
        }
    }
}
