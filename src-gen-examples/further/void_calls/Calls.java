package further.void_calls;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import java.util.ArrayList;
import java.util.List;

/** Async fns that call async fns: awaited, with or without {@code await(...)} around the call. */
final class Calls {
    private Calls() {}

    @AsyncFn
    static void log(List<String> lines, String line) {
        await(later(null));
        lines.add(line);
    }

    @AsyncFn
    static int square(int n) {
        return await(later(n * n));
    }

    @AsyncFn
    static int run(List<String> lines) {
        log(lines, "start");
        int nine = square(3);
        int sixteen = await(square(4));
        log(lines, "stop");
        return nine + sixteen;
    }

    public static void main(String[] args) {
        List<String> lines = new ArrayList<>();
        System.out.println(Async.blockOn(CallsAsync.run(lines)));
        System.out.println(lines);
    }
}
