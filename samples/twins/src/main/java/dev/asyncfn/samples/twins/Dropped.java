package dev.asyncfn.samples.twins;

import static dev.asyncfn.Async.await;
import static dev.asyncfn.samples.twins.Step.step;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.io.PrintStream;
import java.util.Optional;

/** Twin of {@code dropped.rs}: a future dropped at each of its suspension points closes what is open, from the inside out. */
@SuppressWarnings("try") // a guard is there to be closed, not to be used
public final class Dropped {
    private final PrintStream out;

    public Dropped(PrintStream out) {
        this.out = out;
    }

    @AsyncFn
    public int inner() {
        try (Guard g = new Guard(out, "inner")) {
            return await(step(out, "in", 2, 5));
        }
    }

    @AsyncFn
    public int outer() {
        try (Guard a = new Guard(out, "a")) {
            int x = await(step(out, "one", 1, 1));
            int y;
            try (Guard b = new Guard(out, "b")) {
                y = await(inner());
            }
            try (Guard c = new Guard(out, "c")) {
                return x + y + await(step(out, "two", 1, 2));
            }
        }
    }

    static void run(PrintStream out) throws Exception {
        Dropped dropped = new Dropped(out);
        boolean done = false;
        for (int polls = 0; polls < 6 && !done; polls++) {
            out.println("# dropped after " + polls + " polls");
            Future<Integer> future = DroppedAsync.outer(dropped);
            done = poll(future, polls, out);
            out.println("drop");
            future.drop();
        }
    }

    /** Returns whether the future was ready. */
    private static boolean poll(Future<Integer> future, int polls, PrintStream out) throws Exception {
        Driver driver = new Driver(out);
        for (int i = 0; i < polls; i++) {
            Optional<Integer> output = driver.pollOnce(future);
            if (output.isPresent()) {
                out.println("=> ready " + output.get());
                return true;
            }
            out.println("=> pending");
        }
        return false;
    }

    public static void main(String[] args) throws Exception {
        run(System.out);
    }
}
