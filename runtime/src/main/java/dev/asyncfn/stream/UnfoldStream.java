package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.future.Pair;
import dev.asyncfn.waker.SingleWait;
import java.util.Objects;
import java.util.function.Function;

/** The items that a function makes of a state, with the next state. */
final class UnfoldStream<S, T> extends SingleWait implements Stream<T>, Traced {
    private final Function<? super S, ? extends Future<Pair<T, S>>> step;
    /** The first one is the caller's until a step has it; the others are of this. */
    private S state;
    /** The step that is under way, or null. */
    private Future<Pair<T, S>> child;

    /** Of an item, with its state, which goes to the next step. */
    private Undelivered<? super Pair<T, S>> ofPair;

    UnfoldStream(S initial, Function<? super S, ? extends Future<Pair<T, S>>> step) {
        this.state = initial;
        this.step = Objects.requireNonNull(step, "step");
    }

    @Override
    public Poll<T> pollNext(Context cx) throws Exception {
        if (child == null) {
            child = ChildFuture.claimed(step.apply(state), this, "step returned null");
            state = null;
        }
        Future<Pair<T, S>> polled = child;
        child = null;
        if (!(ChildFuture.poll(polled, cx) instanceof Poll.Ready<Pair<T, S>> ready)) {
            child = polled;
            return Poll.pending();
        }
        Pair<T, S> next = ready.value();
        if (next == null) {
            return Stream.end();
        }
        state = next.second();
        ofPair = polled.undelivered();
        try {
            return Streams.item(next.first());
        } catch (NullPointerException noItem) {
            new Drops(noItem).run(this::releaseState);
            throw noItem;
        }
    }

    /** A step that says nothing of pairs has made one of an item that is closed as any other, and so is the state. */
    @Override
    public Undelivered<? super T> undelivered() {
        Undelivered<? super Pair<T, S>> how = ofPair;
        return closes(how) ? Undelivered.close() : item -> how.release(new Pair<>(item, null));
    }

    private static boolean closes(Undelivered<?> how) {
        return how == null || how == Undelivered.close();
    }

    /** Lets go of the state that the last step has left for the next. */
    private void releaseState() {
        S left = state;
        Undelivered<? super Pair<T, S>> how = ofPair;
        state = null;
        if (left != null && how != null) {
            Drops drops = new Drops(null);
            if (closes(how)) {
                drops.release(Undelivered.close(), left);
            } else {
                drops.release(how, new Pair<>(null, left));
            }
            drops.rethrow();
        }
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        Future<Pair<T, S>> polled = child;
        child = null;
        if (ChildFuture.isPendingAfterDrop(polled, cx)) {
            child = polled;
            return Poll.pending();
        }
        releaseState();
        return Poll.ready(null);
    }

    @Override
    public void drop() {
        Future<?> left = child;
        child = null;
        Drops drops = new Drops(null);
        drops.drop(left);
        drops.run(this::releaseState);
        drops.rethrow();
    }

    @Override
    public String toString() {
        return state();
    }

    @Override
    public String state() {
        return "UnfoldStream";
    }

    @Override
    public Future<?> awaited() {
        return child;
    }
}
