package lesson_01_nothing_runs;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;

/** The method {@code trivial} as a state machine that a person wrote. */
final class TrivialByHand implements Future<Integer> {
    private enum State {
        NEVER_POLLED,
        WAITING_FOR_E,
        FINISHED
    }

    private State state = State.NEVER_POLLED;
    private Trivial.EventFuture e;

    @Override
    public Poll<Integer> poll(Context cx) {
        while (true) {
            switch (state) {
                case NEVER_POLLED -> {
                    System.out.println("Hello!");
                    e = Trivial.event();
                    state = State.WAITING_FOR_E;
                }
                case WAITING_FOR_E -> {
                    Poll<Integer> poll = e.poll(cx);
                    if (!(poll instanceof Poll.Ready<Integer> ready)) {
                        return Poll.pending();
                    }
                    int value = ready.value();
                    System.out.println("Got: " + value);
                    state = State.FINISHED;
                    return Poll.ready(value * 2);
                }
                case FINISHED -> throw new IllegalStateException("`async fn` resumed after completion");
            }
        }
    }
}
