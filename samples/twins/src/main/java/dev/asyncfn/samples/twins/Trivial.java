package dev.asyncfn.samples.twins;

import static dev.asyncfn.Async.await;
import static dev.asyncfn.samples.twins.Step.step;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.io.PrintStream;

/** Twin of {@code trivial.rs}: nothing runs before the first poll, and the body continues after its await. */
public final class Trivial {
    private final PrintStream out;

    public Trivial(PrintStream out) {
        this.out = out;
    }

    @AsyncFn
    public int trivial() {
        out.println("Hello!");
        Step<Integer> e = step(out, "event", 1, 21);
        int value = await(e);
        out.println("Got: " + value);
        return value * 2;
    }

    static void run(PrintStream out) throws Exception {
        Future<Integer> future = TrivialAsync.trivial(new Trivial(out));
        out.println("created");
        new Driver(out).drive(future);
    }

    public static void main(String[] args) throws Exception {
        run(System.out);
    }
}
