package dev.asyncfn.samples.desugaring;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import java.io.PrintStream;

/**
 * What {@link Trivial#trivial} is turned into, written by hand as the notes on Rust's async do: an enum of states, and a loop over a
 * switch that moves from state to state without leaving poll. Compare it with the generated {@code TrivialAsync}.
 */
final class TrivialByHand implements Future<Integer> {
    private enum State {
        NEVER_POLLED,
        WAITING_FOR_E,
        FINISHED
    }

    private State state = State.NEVER_POLLED;
    private final PrintStream out;
    private EventFuture e;

    TrivialByHand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Poll<Integer> poll(Context cx) {
        for (; ; ) {
            switch (state) {
                case NEVER_POLLED -> {
                    out.println("Hello!");
                    e = Trivial.event(out);
                    state = State.WAITING_FOR_E;
                }
                case WAITING_FOR_E -> {
                    if (!(e.poll(cx) instanceof Poll.Ready<Integer> ready)) {
                        return Poll.pending();
                    }
                    int value = ready.value();
                    out.println("Got: " + value);
                    state = State.FINISHED;
                    return Poll.ready(value * 2);
                }
                case FINISHED -> throw new IllegalStateException("`async fn` resumed after completion");
            }
        }
    }
}
