package bodies.mixed.java22;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

final class Unnamed {
    private Unnamed() {}

    sealed interface Res {}

    record Ok(int value, String note) implements Res {}

    record Err(Exception e) implements Res {}

    record None() implements Res {}

    @Case
    @AsyncFn
    static String multiplePatterns(Trace t) {
        String r = "";
        for (Res res : List.of(new Ok(1, "a"), new Err(null), new None(), new Ok(2, "b"))) {
            r += switch (res) {
                case Ok(int v, _) when v == await(t.leaf("v", 2)) -> "two";
                case Ok(_, String note) -> note + await(t.leaf("n", 0));
                case Err _, None _ when await(t.leaf("c", res instanceof Err)) -> "err";
                case Err _, None _ -> "none";
            };
        }
        return r;
    }

    @Case
    @AsyncFn
    static String unnamedEverywhere(Trace t) {
        String r = "";
        try (var _ = t.guard("g"); var _ = await(t.leaf("h", t.guard("h")))) {
            r += await(t.leaf("body", "body"));
        }
        BiFunction<String, Integer, String> f = (_, _) -> "lambda";
        for (var _ : Map.of("k", 1).entrySet()) {
            int _ = await(t.leaf("x", 1));
            var _ = t.v("y", 2);
            r += f.apply(null, null);
        }
        try {
            throw new IllegalStateException();
        } catch (IllegalStateException | IllegalArgumentException _) {
            r += await(t.leaf("caught", "caught"));
        }
        return r;
    }
}
