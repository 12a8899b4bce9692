package dev.asyncfn.sync;

import dev.asyncfn.Future;
import dev.asyncfn.Waker;

/**
 * The common part of the senders of {@link Mpsc} channels. Thread-safe. Each is closed separately; once all are, and what they sent was
 * received, the channel is over.
 *
 * @param <T> the type of the values
 */
public abstract sealed class MpscSender<T> implements AutoCloseable permits Mpsc.Sender, Mpsc.UnboundedSender {
    final MpscState<T> state;
    /** Guarded by the state. */
    private boolean closed;

    MpscSender(MpscState<T> state) {
        this.state = state;
    }

    /**
     * Waits until the receiver is closed. tokio's {@code closed}.
     *
     * @return a new future, whose value is null
     */
    public final Future<Void> closed() {
        return new AwaitClosed(state.awaitingClose, "Mpsc.closed", state::isReceiverClosed);
    }

    /**
     * Whether the receiver is closed, so that sending is without effect. tokio's {@code is_closed}; it does not say whether this was closed.
     *
     * @return true from then on; false may be out of date as soon as it is returned
     */
    public final boolean isClosed() {
        synchronized (state) {
            return state.isReceiverClosed();
        }
    }

    /**
     * Whether {@code other} sends to the same channel. tokio's {@code same_channel}.
     *
     * @param other may be closed, like this sender
     * @return true for clones of one sender
     */
    public final boolean sameChannel(MpscSender<?> other) {
        return state == other.state;
    }

    /** Closes this sender, not its clones. Sends that have started are still completed. May be called again. Rust's {@code Drop}. */
    @Override
    public final void close() {
        synchronized (state) {
            if (closed) {
                return;
            }
            closed = true;
            state.removeSender();
        }
        state.tellIfOver();
    }

    /** Sends, if that takes no more than the value and the first of those that receive. Called without the lock; if false, nothing has changed. */
    final boolean sendAtOnce(T value) {
        Waker receiver;
        synchronized (state) {
            if (closed || !state.pushAtOnce(value)) {
                return false;
            }
            receiver = state.receivers.takeFirst();
        }
        if (receiver != null) {
            WakeList.wake(receiver);
        }
        return true;
    }

    /** Called under the lock, as are those below. */
    final boolean isClosedItself() {
        return closed;
    }

    final IllegalStateException closedItself() {
        return new IllegalStateException("this Mpsc sender has been closed");
    }

    final void checkOpen() {
        if (closed) {
            throw closedItself();
        }
    }
}
