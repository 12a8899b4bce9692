package dev.asyncfn.samples.desugaring;

import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A generated future over a leaf written by hand, which waits for a timer. */
public final class Timers {
    private Timers() {}

    @AsyncFn
    static int countdown(ScheduledExecutorService timer, int from, PrintStream out) {
        for (int n = from; n > 0; n--) {
            out.println(n);
            await(new TimerFuture(timer, Duration.ofMillis(10)));
        }
        out.println("lift-off");
        return from;
    }

    static void run(PrintStream out) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try {
            int ticks = Async.blockOn(TimersAsync.countdown(timer, 3, out));
            out.println(ticks + " ticks");
        } finally {
            timer.shutdown();
        }
    }

    public static void main(String[] args) {
        run(System.out);
    }
}
