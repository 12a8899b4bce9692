package dev.asyncfn.sync;

/** Waits for a place in the buffer of a bounded {@link Mpsc}. From its first poll on it keeps the channel open, as the sender itself does. */
abstract class MpscAcquire<T, R> extends Acquire<R> {
    final MpscState<T> state;
    private final MpscSender<T> sender;
    private boolean begun;

    MpscAcquire(MpscSender<T> sender, String name) {
        super(sender.state.slots, 1, name);
        this.sender = sender;
        this.state = sender.state;
    }

    @Override
    final boolean isReady() {
        if (!begun) {
            if (sender.isClosedItself()) {
                return true; // to throw that
            }
            begun = true;
            state.begin();
        }
        return super.isReady();
    }

    @Override
    final R complete(WakeList woken) {
        if (!begun) {
            throw sender.closedItself();
        }
        if (granted && !state.isReceiverClosed()) {
            return acquired(woken);
        }
        RuntimeException refusal = refusal();
        abandon(woken);
        throw refusal;
    }

    @Override
    void abandon(WakeList woken) {
        if (begun) {
            super.abandon(woken);
            state.end(woken);
        }
    }

    /** Puts one value into the place. */
    static final class Send<T> extends MpscAcquire<T, Void> {
        private T value;

        Send(MpscSender<T> sender, T value) {
            super(sender, "Mpsc.send");
            this.value = value;
        }

        @Override
        Void acquired(WakeList woken) {
            state.push(value, woken);
            value = null;
            state.end(woken);
            return null;
        }

        @Override
        RuntimeException refusal() {
            RuntimeException refusal = new SendException(value);
            value = null; // the exception returns it
            return refusal;
        }

        @Override
        void abandon(WakeList woken) {
            if (value != null) {
                woken.release(state.undelivered, value);
                value = null;
            }
            super.abandon(woken);
        }
    }

    /** Passes the place to the caller. */
    static final class Reserve<T> extends MpscAcquire<T, Mpsc.Permit<T>> {
        Reserve(MpscSender<T> sender) {
            super(sender, "Mpsc.reserve");
        }

        @Override
        Mpsc.Permit<T> acquired(WakeList woken) {
            Mpsc.Permit<T> permit = new Mpsc.Permit<>(state);
            state.end(woken);
            return permit;
        }

        @Override
        RuntimeException refusal() {
            return new ClosedException("the receiver has been closed");
        }
    }
}
