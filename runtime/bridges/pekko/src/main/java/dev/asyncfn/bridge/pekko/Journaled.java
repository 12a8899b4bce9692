package dev.asyncfn.bridge.pekko;

import dev.asyncfn.Future;
import java.util.List;

/**
 * The state of a persistent entity, as its async fn sees it: kept as events in a journal. An {@link AsyncEntity} is one; a test can use a
 * list.
 *
 * <p>Not thread-safe: it belongs to the task that carries out a command, which may use it between its awaits as plain code uses a field.
 *
 * @param <E> the type of the events
 * @param <S> the type of the state, which is immutable
 */
public interface Journaled<E, S> {
    /**
     * The state after all events that have been persisted.
     *
     * @return the state, which no other command changes before the current one has ended
     */
    S state();

    /**
     * A future that persists events when it is first polled, all of them or none, and is ready once the journal has kept them.
     *
     * <p>If the journal fails, the entity fails, as it cannot know what was kept: the future is dropped, and so is the task that awaits it.
     * Dropping it before the events were handed to the journal has them not persisted; later, it only stops waiting.
     *
     * @param events one at least
     * @return a new future of the state after these events
     * @throws IllegalArgumentException if there are no events
     */
    Future<S> persistAll(List<? extends E> events);

    /**
     * As {@link #persistAll}, for one event.
     *
     * @param event the event
     * @return a new future of the state after this event
     */
    default Future<S> persist(E event) {
        return persistAll(List.of(event));
    }
}
