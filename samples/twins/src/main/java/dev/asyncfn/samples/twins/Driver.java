package dev.asyncfn.samples.twins;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Wake;
import dev.asyncfn.Waker;
import java.io.PrintStream;
import java.util.Optional;

/** Polls one future by hand, as no executor would: in a busy loop, with a waker that only prints that it was woken. */
public final class Driver {
    private final PrintStream out;
    private final Context cx;

    public Driver(PrintStream out) {
        this.out = out;
        this.cx = Context.fromWaker(Waker.from(new PrintingWake(out)));
    }

    /** Polls until ready, printing a line before and after each poll. */
    public void drive(Future<?> future) throws Exception {
        for (int n = 1; ; n++) {
            out.println("poll " + n);
            Optional<?> output = pollOnce(future);
            if (output.isPresent()) {
                out.println("=> ready " + output.get());
                return;
            }
            out.println("=> pending");
        }
    }

    /** The future's output, or empty if it is pending; for futures whose output is never null. */
    public <T> Optional<T> pollOnce(Future<T> future) throws Exception {
        return future.poll(cx) instanceof Poll.Ready<T> ready ? Optional.of(ready.value()) : Optional.empty();
    }

    private record PrintingWake(PrintStream out) implements Wake {
        @Override
        public void wake() {
            out.println("wake");
        }
    }
}
