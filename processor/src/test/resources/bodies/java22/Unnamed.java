package bodies.java22;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Guard;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.Map;

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

    @Case
    @AsyncFn
    static int nestedUnnamedElements(Trace t) {
        int n = 0;
        for (String _ : List.of("a", "b")) {
            for (String _ : List.of("c", "d", "e")) {
                n += await(t.leaf("n", 1));
                for (var _ : new int[] {1, 2}) {
                    for (var _ : new int[] {1, 2}) {
                        n += await(t.leaf("m", 10));
                    }
                }
            }
        }
        return n;
    }

    @Case
    @AsyncFn
    static String unnamedInAGuard(Trace t) {
        String all = "";
        for (Object o : List.of("a", 1, Map.entry("k", "v"))) {
            all += switch (o) {
                case Object x when x instanceof String _ && await(t.leaf("string", true)) -> await(t.leaf("s", "s"));
                case Object x when x instanceof Map.Entry<?, ?> _ -> x + await(t.leaf("entry", "entry"));
                case Object _ -> await(t.leaf("other", "other"));
            };
        }
        return all;
    }

    @Case
    @AsyncFn
    static String unnamedInPartsThatAwait(Trace t) {
        String all = "";
        int _ = await(t.leaf("one", 1));
        int _ = await(t.leaf("two", 2)), _ = t.v("three", 3);
        try {
            await(t.fail("boom"));
        } catch (Boom _) {
            all += await(t.leaf("caught", "caught "));
            try {
                await(t.fail("inner"));
            } catch (Boom _) {
                all += await(t.leaf("caught inner", "inner "));
            }
        }
        try (Guard _ = t.guard("a");
                Guard _ = await(t.leaf("b", t.guard("b")))) {
            all += await(t.leaf("body", "body "));
        }
        for (int i = 0, _ = await(t.leaf("init", 1)); i < 2; i++) {
            all += await(t.leaf("i", i));
        }
        return all;
    }
}
