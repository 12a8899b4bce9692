package bodies.java22;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

final class Unnamed {
    private Unnamed() {}

    record Point(int x, int y) {}

    @Case
    @AsyncFn
    static int unnamedVariablesAndPatterns(Trace t) {
        int n = 0;
        for (var _ : List.of(1, 2)) n += await(t.leaf("n", 1));
        for (int i = 0, _ = t.v("side", 1); i < 1; i++) n += await(t.leaf("m", 10));
        int _ = await(t.leaf("ignored", 5));
        Object o = new Point(3, 4);
        if (o instanceof Point(int x, _) && await(t.leaf("c", true))) n += x * 100;
        java.util.function.BiFunction<Integer, Integer, Integer> f = (a, _) -> a;
        try {
            Integer.parseInt("x");
        } catch (NumberFormatException _) {
            n += 1000;
        }
        await(t.tick("t"));
        return n + f.apply(10000, 0);
    }
}
