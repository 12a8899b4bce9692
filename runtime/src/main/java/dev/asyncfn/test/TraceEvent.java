package dev.asyncfn.test;

import java.util.List;
import java.util.Objects;

/**
 * One thing that has happened to a future that is watched by a {@link PollTrace} or a {@link TestExecutor}, or to one of the futures that it
 * waits for. Immutable and thread-safe, apart from the value of a {@link Ready} and the exception of a {@link Threw}.
 *
 * <p>The inner futures are seen from outside, by {@link dev.asyncfn.Traced}, after each poll of the root. So a future that was created
 * and has ended within one poll is not seen, and several steps of one poll are one {@link Moved}. A {@link PollTrace} around an inner
 * future shows its polls as well.
 *
 * <p>The events of one poll come in this order: {@link Polled}; for each inner future that is no longer there, children before parents,
 * {@link Moved} to its last state, and {@link LetGo}; for the others, parents before children, {@link Created} or {@link Moved}; then the outcome:
 * {@link Pending}, {@link Ready} or {@link Threw}. {@link Woken} and {@link Dropped} come between polls.
 */
public sealed interface TraceEvent {
    /**
     * The future that it happened to.
     *
     * @return the future
     */
    Subject future();

    /**
     * A future in a trace.
     *
     * @param number tells it from all others of the trace, or of the executor: 1 for the first, and so on, in the order in which they were seen
     * @param name what it calls itself, such as the name of its async fn; others may have the same name
     */
    record Subject(int number, String name) {
        /**
         * A future.
         *
         * @param number its number
         * @param name not null
         */
        public Subject {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A future in the tree from the root down to the leaves, at one moment.
     *
     * @param future the future
     * @param depth 1 for the future that the trace was made for, 2 for those that it waits for, and so on
     * @param state its state; empty if it has none to show
     */
    record Place(Subject future, int depth, String state) {
        /**
         * A place.
         *
         * @param future not null
         * @param depth how far down
         * @param state not null
         */
        public Place {
            Objects.requireNonNull(future, "future");
            Objects.requireNonNull(state, "state");
        }

        @Override
        public String toString() {
            return state.isEmpty() ? future.name() : future.name() + ": " + state;
        }
    }

    /**
     * It is there for the first time.
     *
     * @param future the future
     * @param parent the one that waits for it, or null for the root, which has no other name than that of the trace or task
     * @param state its state; empty if it has none to show
     */
    record Created(Subject future, Subject parent, String state) implements TraceEvent {}

    /**
     * A poll of the root begins.
     *
     * @param future the root
     * @param poll 1 for the first poll, and so on
     * @param from where it goes on: the tree before the poll, parents before children
     */
    record Polled(Subject future, int poll, List<Place> from) implements TraceEvent {
        /**
         * Copies the list.
         *
         * @param future the root
         * @param poll its number
         * @param from may be modified afterwards; none of them may be null
         */
        public Polled {
            from = List.copyOf(from);
        }
    }

    /**
     * It has another state than before the poll. It may have gone through others in between.
     *
     * @param future the future
     * @param from its state before
     * @param to its state now
     */
    record Moved(Subject future, String from, String to) implements TraceEvent {}

    /**
     * Nothing waits for it any more: it has ended, or was dropped or handed on.
     *
     * @param future the future
     */
    record LetGo(Subject future) implements TraceEvent {}

    /**
     * The poll of the root ends: it has to wait.
     *
     * @param future the root
     * @param leaves those that it waits for, in order: the ends of its tree
     */
    record Pending(Subject future, List<Subject> leaves) implements TraceEvent {
        /**
         * Copies the list.
         *
         * @param future the root
         * @param leaves may be modified afterwards; none of them may be null
         */
        public Pending {
            leaves = List.copyOf(leaves);
        }
    }

    /**
     * The poll of the root ends, and gives its value.
     *
     * @param future the root
     * @param value the value, which may be null
     */
    record Ready(Subject future, Object value) implements TraceEvent {}

    /**
     * The poll of the root ends, or its drop, and throws.
     *
     * @param future the root
     * @param failure the exception
     */
    record Threw(Subject future, Throwable failure) implements TraceEvent {}

    /**
     * The first wake since the poll began. Later ones until the next poll add nothing, and are no events.
     *
     * @param future the root
     * @param by who woke it. In a {@link PollTrace}, the method that was called to wake, such as {@code ManualFuture.ready}; in a
     *     {@link TestExecutor}, the task that ran, {@code the clock}, or {@code the test}
     * @param duringPoll whether the poll was still running. The event then comes after the outcome
     */
    record Woken(Subject future, String by, boolean duringPoll) implements TraceEvent {}

    /**
     * It was dropped before it had ended.
     *
     * @param future the root
     */
    record Dropped(Subject future) implements TraceEvent {}
}
