package dev.asyncfn.sync;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A channel for one value. tokio's {@code oneshot}.
 *
 * <pre>{@code
 * var channel = Oneshot.<String>channel();
 * pool.spawn(answer(channel.sender()));
 * String answer = await(channel.receiver());
 * }</pre>
 */
public final class Oneshot {
    private Oneshot() {}

    /**
     * A new channel. Its value may be null. If it is sent but never received, it is closed if it is {@link AutoCloseable}.
     *
     * @param <T> the type of the value
     * @return the two halves, which may be used by different threads
     */
    public static <T> Channel<Sender<T>, Receiver<T>> channel() {
        return channelOf(Undelivered.close());
    }

    /**
     * A new channel, with a hook for a value that is sent but never received, because the receiver is dropped, or because a combinator that has
     * received it is. kotlinx.coroutines' {@code onUndeliveredElement}; see {@link Undelivered}.
     *
     * @param <T> the type of the value
     * @param onUndelivered called outside all locks; the value, which may be null, is not closed then
     * @return the two halves, which may be used by different threads
     */
    public static <T> Channel<Sender<T>, Receiver<T>> channel(Consumer<? super T> onUndelivered) {
        Objects.requireNonNull(onUndelivered, "onUndelivered");
        return channelOf(onUndelivered::accept);
    }

    private static <T> Channel<Sender<T>, Receiver<T>> channelOf(Undelivered<? super T> undelivered) {
        State<T> state = new State<>(undelivered);
        return new Channel<>(new Sender<>(state), new Receiver<>(state));
    }

    /** The shared part of the halves; guarded by itself. */
    private static final class State<T> {
        final Waiters<Receiver<T>> receiver = new Waiters<>(this);
        final Waiters<AwaitClosed> senders = new Waiters<>(this);
        /** There is a value, which was not received yet. */
        boolean full;

        T value;
        boolean senderGone;
        boolean receiverGone;
        final Undelivered<? super T> undelivered;

        State(Undelivered<? super T> undelivered) {
            this.undelivered = undelivered;
        }

        void closeReceiver(WakeList woken) {
            receiverGone = true;
            senders.wakeAll(woken);
            receiver.wakeAll(woken);
        }

        T take() {
            T taken = value;
            value = null;
            full = false;
            return taken;
        }
    }

    /**
     * Sends the value, or is closed without sending one. Thread-safe.
     *
     * @param <T> the type of the value
     */
    public static final class Sender<T> implements AutoCloseable {
        private final State<T> state;

        private Sender(State<T> state) {
            this.state = state;
        }

        /**
         * Sends the value, which closes the sender. It never waits.
         *
         * @param value may be null
         * @throws SendException if the receiver is gone; the exception returns the value
         * @throws IllegalStateException if a value was sent before, or this has been closed
         */
        public void send(T value) {
            WakeList woken = new WakeList();
            synchronized (state) {
                if (state.senderGone) {
                    throw new IllegalStateException("this Oneshot.Sender has sent its value, or has been closed");
                }
                state.senderGone = true;
                if (state.receiverGone) {
                    throw new SendException(value);
                }
                state.value = value;
                state.full = true;
                state.receiver.wakeAll(woken);
            }
            woken.wakeAll();
        }

        /**
         * Waits until the receiver takes no more value: it was closed or dropped, or has received. tokio's {@code closed}.
         *
         * @return a new future, whose value is null; it is also ready if the receiver was closed before this call
         */
        public Future<Void> closed() {
            return new AwaitClosed(state.senders, "Oneshot.closed", () -> state.receiverGone);
        }

        /**
         * Whether the receiver takes no more value.
         *
         * @return true from then on; false may be out of date as soon as it is returned
         */
        public boolean isClosed() {
            synchronized (state) {
                return state.receiverGone;
            }
        }

        /** Gives up: if no value was sent, the receiver gets a {@link ClosedException}. May be called again. Rust's {@code Drop}. */
        @Override
        public void close() {
            WakeList woken = WakeList.toRelease();
            synchronized (state) {
                state.senderGone = true;
                state.receiver.wakeAll(woken);
            }
            woken.wakeAll();
        }
    }

    /**
     * A future of the value. It throws {@link ClosedException} if none was sent, because the sender or this receiver was closed. Dropping it
     * closes it, and releases a value that was sent but not received.
     *
     * @param <T> the type of the value
     */
    public static final class Receiver<T> extends Waiter<T> implements Future<T>, AutoCloseable {
        private final State<T> state;

        private Receiver(State<T> state) {
            this.state = state;
        }

        @Override
        Waiters<?> line() {
            return state.receiver;
        }

        @Override
        String name() {
            return "Oneshot.Receiver";
        }

        /**
         * The value, if it is there; then this has completed, and the next one is {@link TryRecv.Closed}. Closed, too, if dropped.
         *
         * @return {@link TryRecv.Received}, {@link TryRecv.Empty} while a value may still come, or {@link TryRecv.Closed}
         */
        public TryRecv<T> tryRecv() {
            WakeList woken = new WakeList();
            TryRecv<T> result;
            synchronized (state) {
                if (state.full) {
                    result = new TryRecv.Received<>(state.take());
                    state.closeReceiver(woken);
                } else {
                    boolean closed = state.senderGone || state.receiverGone;
                    result = closed ? new TryRecv.Closed<>() : new TryRecv.Empty<>();
                }
            }
            woken.wakeAll();
            return result;
        }

        /**
         * Blocks the thread until the value is there. tokio's {@code blocking_recv}.
         *
         * @return the value, which may be null
         * @throws ClosedException if none was sent
         * @throws IllegalStateException on a thread that runs an executor
         */
        public T blockingRecv() {
            return Async.blockOn((Future<T>) this);
        }

        /** From now on no value can be sent; a value that was sent can still be received. May be called again. tokio's {@code close}. */
        @Override
        public void close() {
            WakeList woken = WakeList.toRelease();
            synchronized (state) {
                state.closeReceiver(woken);
            }
            woken.wakeAll();
        }

        @Override
        boolean isReady() {
            return state.full || state.senderGone || state.receiverGone;
        }

        @Override
        Poll<T> complete(WakeList woken) {
            Poll<T> received = Poll.ready(state.value);
            boolean sent = state.full;
            state.take();
            state.closeReceiver(woken);
            if (!sent) {
                throw new ClosedException("the sender was closed without sending, or the receiver was closed");
            }
            return received;
        }

        @Override
        void abandon(WakeList woken) {
            if (state.full) {
                woken.release(state.undelivered, state.take());
            }
            state.closeReceiver(woken);
        }

        @Override
        public Undelivered<? super T> undelivered() {
            return state.undelivered;
        }
    }
}
