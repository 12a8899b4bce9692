package dev.asyncfn.samples.twins;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import java.io.PrintStream;

/**
 * A leaf future written by hand: pending a given number of times, waking itself each time, then ready with its value.
 * It prints every step, so that a trace of a state machine can be read.
 *
 * @param <T> what it is ready with
 */
public final class Step<T> implements Future<T> {
    private final PrintStream out;
    private final String name;
    private final T value;
    private int pending;

    private Step(PrintStream out, String name, int pending, T value) {
        this.out = out;
        this.name = name;
        this.pending = pending;
        this.value = value;
    }

    /** Announces the leaf at once: unlike an async fn, an ordinary method runs when it is called. */
    public static <T> Step<T> step(PrintStream out, String name, int pending, T value) {
        out.println("create " + name);
        return new Step<>(out, name, pending, value);
    }

    @Override
    public Poll<T> poll(Context cx) {
        if (pending > 0) {
            pending--;
            out.println("leaf " + name + " pending");
            cx.waker().wakeByRef();
            return Poll.pending();
        }
        out.println("leaf " + name + " ready");
        return Poll.ready(value);
    }
}
