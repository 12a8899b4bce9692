package dev.asyncfn.sync;

import dev.asyncfn.Poll;

/** Waits for a place in the buffer of a bounded {@link Mpsc}. From its first poll on it keeps the channel open, as the sender itself does. */
abstract class MpscAcquire<T, R> extends Acquire<R> {
    final MpscSender<T> sender;

    MpscAcquire(MpscSender<T> sender) {
        this.sender = sender;
    }

    final MpscState<T> channel() {
        return sender.state;
    }

    @Override
    final Permits permits() {
        return channel().slots;
    }

    @Override
    final int count() {
        return 1;
    }

    @Override
    final boolean isReady() {
        if (!looked) {
            if (sender.isClosedItself()) {
                return true; // to throw that
            }
            channel().begin();
        }
        return super.isReady();
    }

    @Override
    final Poll<R> complete(WakeList woken) {
        if (!looked) {
            abandon(woken);
            throw sender.closedItself();
        }
        if (granted && !channel().isReceiverClosed()) {
            return acquired(woken);
        }
        RuntimeException refusal = refusal();
        abandon(woken);
        throw refusal;
    }

    @Override
    void abandon(WakeList woken) {
        if (looked) {
            super.abandon(woken);
            channel().end(woken);
        }
    }

    /** Puts one value into the place. */
    static final class Send<T> extends MpscAcquire<T, Void> {
        private static final Poll<Void> SENT = Poll.ready(null);

        private T value;

        Send(MpscSender<T> sender, T value) {
            super(sender);
            this.value = value;
        }

        @Override
        String name() {
            return "Mpsc.send";
        }

        @Override
        Poll<Void> completeAtOnce() {
            if (looked || !sender.sendAtOnce(value)) {
                return null;
            }
            value = null;
            return SENT;
        }

        @Override
        Poll<Void> acquired(WakeList woken) {
            channel().push(value, woken);
            value = null;
            channel().end(woken);
            return SENT;
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
                woken.release(channel().undelivered, value);
                value = null;
            }
            super.abandon(woken);
        }
    }

    /** Passes the place to the caller. */
    static final class Reserve<T> extends MpscAcquire<T, Mpsc.Permit<T>> {
        Reserve(MpscSender<T> sender) {
            super(sender);
        }

        @Override
        String name() {
            return "Mpsc.reserve";
        }

        @Override
        Poll<Mpsc.Permit<T>> acquired(WakeList woken) {
            Poll<Mpsc.Permit<T>> permit = Poll.ready(new Mpsc.Permit<>(channel()));
            channel().addPermit();
            channel().end(woken);
            return permit;
        }

        @Override
        RuntimeException refusal() {
            return new ClosedException("the receiver has been closed");
        }
    }
}
