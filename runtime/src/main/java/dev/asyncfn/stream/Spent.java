package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;

/** Takes the place of a stream that is over, and knows how it ended. */
final class Spent<T> implements Stream<T> {
    private static final Poll<?> END = Poll.ready(null);
    private static final Spent<?> ENDED = new Spent<>(null);
    private static final Spent<?> THROWN = new Spent<>("stream polled after it has thrown");
    private static final Spent<?> DROPPED = new Spent<>("stream polled after it was dropped");

    /** Why it must not be polled, or null if it has just ended. */
    private final String offence;

    private Spent(String offence) {
        this.offence = offence;
    }

    /** One that came to its end. */
    static <T> Stream<T> ended() {
        return of(ENDED);
    }

    /** One that has thrown. */
    static <T> Stream<T> thrown() {
        return of(THROWN);
    }

    /** One that was dropped. */
    static <T> Stream<T> dropped() {
        return of(DROPPED);
    }

    /** Whether polling {@code stream} is an offence. */
    static boolean isBroken(Stream<?> stream) {
        return stream == THROWN || stream == DROPPED;
    }

    @SuppressWarnings("unchecked") // it holds no T
    static <T> Poll<T> endOfStream() {
        return (Poll<T>) END;
    }

    @SuppressWarnings("unchecked") // it has no T
    private static <T> Stream<T> of(Spent<?> spent) {
        return (Stream<T>) spent;
    }

    @Override
    public Poll<T> pollNext(Context cx) {
        if (offence != null) {
            throw new IllegalStateException(offence);
        }
        return endOfStream();
    }

    @Override
    public String toString() {
        return offence == null ? "ended" : offence;
    }
}
