package dev.asyncfn.samples.twins;

import static dev.asyncfn.Async.await;
import static dev.asyncfn.samples.twins.Step.step;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.io.PrintStream;

/** Twin of {@code misuse.rs}: polled after completion, and polled again after the body threw. */
public final class Misuse {
    private final PrintStream out;

    public Misuse(PrintStream out) {
        this.out = out;
    }

    @AsyncFn
    public int one() {
        return await(step(out, "s", 0, 1));
    }

    @AsyncFn
    public int boom() {
        int v = await(step(out, "s", 1, 1));
        if (v == 1) {
            throw new IllegalStateException("boom");
        }
        return v;
    }

    static void run(PrintStream out) throws Exception {
        Misuse misuse = new Misuse(out);
        Driver driver = new Driver(out);

        Future<Integer> one = MisuseAsync.one(misuse);
        out.println("=> " + option(driver, one));
        out.println("panic: " + panic(driver, one));

        Future<Integer> boom = MisuseAsync.boom(misuse);
        out.println("=> " + option(driver, boom));
        for (int i = 0; i < 2; i++) {
            out.println("panic: " + panic(driver, boom));
        }
    }

    /** An option as Rust's {@code {:?}} prints it. */
    private static String option(Driver driver, Future<Integer> future) throws Exception {
        return driver.pollOnce(future).map(v -> "Some(" + v + ")").orElse("None");
    }

    private static String panic(Driver driver, Future<Integer> future) throws Exception {
        try {
            return "none, but " + driver.pollOnce(future);
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }

    public static void main(String[] args) throws Exception {
        run(System.out);
    }
}
