package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.failure.Sneaky;
import dev.asyncfn.future.AtomicWaker;
import java.util.ArrayDeque;
import java.util.Deque;

/** A stream made by hand: gives what the test puts in, counts its polls and drops, and minds that nobody polls it when it is over. */
final class Source<T> implements Stream<T> {
    private static final Object END = new Object();

    private record Failure(Throwable thrown) {}

    int polls;
    int drops;
    private final AtomicWaker waker = new AtomicWaker();
    private final Deque<Object> script = new ArrayDeque<>();
    private boolean over;

    Source<T> give(T item) {
        script.add(item);
        waker.wake();
        return this;
    }

    Source<T> end() {
        script.add(END);
        waker.wake();
        return this;
    }

    Source<T> fail(Throwable thrown) {
        script.add(new Failure(thrown));
        waker.wake();
        return this;
    }

    /** Wakes for no reason. */
    void wake() {
        waker.wake();
    }

    @Override
    @SuppressWarnings("unchecked") // what give has put there
    public Poll<T> pollNext(Context cx) {
        if (over) {
            throw new AssertionError("polled when it is over");
        }
        polls++;
        waker.register(cx.waker());
        if (script.isEmpty()) {
            return Poll.pending();
        }
        if (!cx.proceed()) {
            return Poll.pending();
        }
        Object next = script.remove();
        if (next != END && !(next instanceof Failure)) {
            return Poll.ready((T) next);
        }
        over = true;
        waker.drop();
        if (next instanceof Failure failure) {
            throw Sneaky.asIs(failure.thrown());
        }
        return Stream.end();
    }

    @Override
    public void drop() {
        drops++;
        over = true;
        waker.drop();
    }
}
