package dev.asyncfn.samples.desugaring;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import java.io.PrintStream;

/** A leaf: the event has not happened yet at the first poll, and has happened at the second. */
final class EventFuture implements Future<Integer> {
    private final PrintStream out;
    private boolean happened;

    EventFuture(PrintStream out) {
        this.out = out;
    }

    @Override
    public Poll<Integer> poll(Context cx) {
        if (happened) {
            return Poll.ready(21);
        }
        out.println("(waiting for the event)");
        happened = true;
        cx.waker().wakeByRef(); // asks for another poll; a leaf of the real world is woken from outside
        return Poll.pending();
    }
}
