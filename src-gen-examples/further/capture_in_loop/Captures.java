package further.capture_in_loop;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A lambda keeps the variable of its own iteration, although that variable lives in a field across the await. */
final class Captures {
    private Captures() {}

    @AsyncFn
    static List<Supplier<String>> suppliers(int n) {
        List<Supplier<String>> suppliers = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int square = i * i;
            String name = await(describe(i));
            suppliers.add(() -> name + " = " + square);
        }
        return suppliers;
    }

    static Future<String> describe(int i) {
        return later("square of " + i);
    }

    public static void main(String[] args) {
        Async.blockOn(CapturesAsync.suppliers(3)).forEach(s -> System.out.println(s.get()));
    }
}
