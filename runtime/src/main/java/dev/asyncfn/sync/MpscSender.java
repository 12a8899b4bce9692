package dev.asyncfn.sync;

import dev.asyncfn.Future;

/**
 * What the senders of {@link Mpsc} channels have in common. Thread-safe. Each one is closed for itself; once all are, and what they sent was
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

    /** Waits until the receiver is closed. tokio's {@code closed}. */
    public final Future<Void> closed() {
        return new AwaitClosed(state, state.awaitingClose, "Mpsc.closed", state::isReceiverClosed);
    }

    /** Whether the receiver is closed, so that sending is in vain. tokio's {@code is_closed}; it does not say whether this was closed. */
    public final boolean isClosed() {
        synchronized (state) {
            return state.isReceiverClosed();
        }
    }

    /** Whether {@code other} sends to the same channel. tokio's {@code same_channel}. */
    public final boolean sameChannel(MpscSender<?> other) {
        return state == other.state;
    }

    /** Closes this sender, not its clones. What it has begun to send is still sent. May be called again. Rust's {@code Drop}. */
    @Override
    public final void close() {
        WakeList woken = new WakeList();
        synchronized (state) {
            if (closed) {
                return;
            }
            closed = true;
            state.removeSender(woken);
        }
        woken.wakeAll();
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
