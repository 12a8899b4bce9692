package dev.asyncfn.sync;

import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Waits for a value, and takes it out of the buffer only when it is ready, so that dropping this loses nothing. */
abstract class MpscReceive<T, R> extends Waiter<R> {
    final MpscState<T> state;
    /** How many had waited when it first had to, and itself; 0 before. */
    private long place;

    MpscReceive(MpscState<T> state) {
        this.state = state;
    }

    @Override
    final Waiters<?> line() {
        return state.receivers;
    }

    /** Another may have taken the value for which it was woken: it stands again before those that came later. */
    @Override
    final void enterLine() {
        Waiter<?> later = null;
        if (place == 0) {
            place = state.nextPlace();
        } else {
            later = state.receivers.first();
            while (later instanceof MpscReceive<?, ?> other && other.place < place) {
                later = other.next;
            }
        }
        state.receivers.addBefore(later, this);
    }

    @Override
    boolean isReady() {
        return !state.isEmpty() || state.isOver();
    }

    @Override
    final void abandon(WakeList woken) {
        if (!state.isEmpty()) {
            state.receivers.wakeFirst(woken); // this one may have been woken for the value
        }
    }

    static final class One<T> extends MpscReceive<T, Optional<T>> {
        One(MpscState<T> state) {
            super(state);
        }

        @Override
        String name() {
            return "Mpsc.recv";
        }

        @Override
        Poll<Optional<T>> completeAtOnce() {
            synchronized (state) {
                T value = inLine ? null : state.peekAtOnce();
                if (value == null) {
                    return null;
                }
                Poll<Optional<T>> ready = Poll.ready(Optional.of(value));
                state.popAtOnce(); // only now: if there was no memory for it, nothing is taken
                return ready;
            }
        }

        @Override
        Poll<Optional<T>> complete(WakeList woken) {
            if (state.isEmpty()) {
                return Poll.ready(Optional.empty());
            }
            Poll<Optional<T>> received = Poll.ready(Optional.of(state.peek()));
            state.pop(woken);
            return received;
        }

        @Override
        public Undelivered<? super Optional<T>> undelivered() {
            return received -> {
                if (received.isPresent()) {
                    state.undelivered.release(received.get());
                }
            };
        }
    }

    static final class Many<T> extends MpscReceive<T, List<T>> {
        private final int limit;

        Many(MpscState<T> state, int limit) {
            super(state);
            this.limit = limit;
        }

        @Override
        String name() {
            return "Mpsc.recvMany";
        }

        @Override
        Poll<List<T>> complete(WakeList woken) {
            List<T> values = new ArrayList<>(Math.min(limit, state.size()));
            Poll<List<T>> received = Poll.ready(values);
            state.popMany(limit, values, woken);
            return received;
        }

        @Override
        public Undelivered<? super List<T>> undelivered() {
            return received -> {
                Drops drops = new Drops(null);
                received.forEach(value -> drops.release(state.undelivered, value));
                drops.rethrow();
            };
        }
    }
}
