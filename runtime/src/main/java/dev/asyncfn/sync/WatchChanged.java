package dev.asyncfn.sync;

import dev.asyncfn.Poll;

/** Waits for a value of a {@link Watch} that the receiver has not seen. */
final class WatchChanged<T> extends Watcher<Void> {
    private final WatchState<T> state;
    private final Watch.Receiver<T> receiver;

    WatchChanged(WatchState<T> state, Watch.Receiver<T> receiver) {
        this.state = state;
        this.receiver = receiver;
    }

    @Override
    Waiters<?> line() {
        return state.receivers;
    }

    @Override
    String name() {
        return "Watch.changed";
    }

    @Override
    boolean isReady() {
        return !receiver.isSeen();
    }

    @Override
    Poll<Void> complete(WakeList woken) {
        Poll<Void> changed = Poll.ready(null);
        receiver.see();
        return changed;
    }
}
