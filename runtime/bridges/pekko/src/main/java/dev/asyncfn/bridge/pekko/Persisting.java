package dev.asyncfn.bridge.pekko;

import dev.asyncfn.Context;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.future.AtomicWaker;
import java.util.List;

/** Events that are persisted with the effect of the turn in which this is first polled. */
final class Persisting<E, S> extends OwnedFuture<S> {
    private enum Phase {
        NEW,
        ASKED,
        KEPT,
        ENDED
    }

    private final AsyncEntity<?, E, S> entity;
    private final List<E> events;
    private final AtomicWaker waker = new AtomicWaker();
    private Phase phase = Phase.NEW;
    private S state;

    Persisting(AsyncEntity<?, E, S> entity, List<E> events) {
        this.entity = entity;
        this.events = events;
    }

    List<E> events() {
        return events;
    }

    @Override
    public Poll<S> poll(Context cx) {
        switch (phase) {
            case NEW -> {
                entity.ask(this);
                phase = Phase.ASKED;
            }
            case KEPT -> {
                phase = Phase.ENDED;
                return Poll.ready(state);
            }
            case ENDED -> throw new IllegalStateException("polled after its end");
            default -> {}
        }
        waker.register(cx.waker());
        return Poll.pending();
    }

    /** The journal has the events. */
    void kept(S newState) {
        if (phase == Phase.ASKED) {
            phase = Phase.KEPT;
            state = newState;
            waker.wake();
        }
    }

    @Override
    public void drop() {
        if (phase == Phase.ASKED) {
            entity.withdraw(this);
            waker.drop();
        }
        phase = Phase.ENDED;
    }

    @Override
    public String toString() {
        return "Persisting " + events.size() + " events of "
                + entity.persistenceId().id();
    }
}
