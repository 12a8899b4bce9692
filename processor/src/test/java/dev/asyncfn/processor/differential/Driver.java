package dev.asyncfn.processor.differential;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Waker;

/** Polls one future by hand, each time with a new context, and checks that a pending one has arranged to be woken. */
final class Driver {
    private final Future<?> future;
    private final Trace trace;
    private int suspensions;

    Driver(Future<?> future, Trace trace) {
        this.future = future;
        this.trace = trace;
    }

    int suspensions() {
        return suspensions;
    }

    Outcome runToEnd() {
        return run(Integer.MAX_VALUE);
    }

    /** Null if the future was still pending after the given number of suspensions. */
    Outcome run(int untilSuspensions) {
        try {
            while (suspensions < untilSuspensions) {
                if (poll(future::poll) instanceof Poll.Ready<?> ready) {
                    return Outcome.returned(ready.value(), trace);
                }
                suspensions++;
            }
            return null;
        } catch (Throwable thrown) {
            Traced.restore(thrown, future);
            return Outcome.threw(thrown, trace);
        }
    }

    /** Drops the future, with as much time as its cleanup takes. */
    Outcome drop() {
        try {
            while (!poll(future::pollDrop).isReady()) {
                suspensions++;
            }
            return Outcome.returned(null, trace);
        } catch (Throwable thrown) {
            return Outcome.threw(thrown, trace);
        }
    }

    private interface Polled {
        Poll<?> poll(Context cx) throws Exception;
    }

    private Poll<?> poll(Polled polled) throws Exception {
        boolean[] woken = {false};
        Context cx = Context.fromWaker(Waker.of(() -> woken[0] = true));
        trace.expect(cx);
        Poll<?> poll = polled.poll(cx);
        if (!poll.isReady()) {
            while (!woken[0] && trace.completeStage()) {
                // The stage that is awaited need not be the oldest one.
            }
            if (!woken[0]) {
                trace.violation("pending, but nothing woke it");
                throw new IllegalStateException("stalled");
            }
        }
        return poll;
    }
}
