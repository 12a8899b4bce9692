package dev.asyncfn.samples.desugaring;

import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.io.PrintStream;

/** One async fn three ways: its future as generated, the same written by hand, and the body itself, which blocks. */
public final class Trivial {
    private Trivial() {}

    @AsyncFn
    static int trivial(PrintStream out) {
        out.println("Hello!");
        EventFuture e = event(out);
        int value = await(e);
        out.println("Got: " + value);
        return value * 2;
    }

    static EventFuture event(PrintStream out) {
        return new EventFuture(out);
    }

    static void run(PrintStream out) {
        Future<Integer> generated = TrivialAsync.trivial(out);
        out.println("the generated future is created: nothing has run");
        out.println("it gives " + Async.blockOn(generated));
        out.println("the same by hand");
        out.println("it gives " + Async.blockOn(new TrivialByHand(out)));
        out.println("the method itself blocks");
        out.println("it gives " + trivial(out));
    }

    public static void main(String[] args) {
        run(System.out);
    }
}
