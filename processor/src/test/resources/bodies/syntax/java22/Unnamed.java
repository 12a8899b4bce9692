package bodies.syntax.java22;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.StringReader;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

final class Unnamed {
    private Unnamed() {}

    record Pair<A, B>(A a, B b) {}

    @Case
    @AsyncFn
    static String everywhere(Trace t) throws Exception {
        int n = 0;
        for (var _ : List.of(1, 2)) n += await(t.leaf("n", 1));
        for (int i = 0, _ = await(t.leaf("init", 5)); i < 2; i++) n += 10;
        int _ = await(t.leaf("unused", 3));
        var _ = n++;
        Function<String, Integer> f = _ -> 1;
        BiFunction<String, String, Integer> g = (_, _) -> 2;
        BiFunction<String, String, Integer> h = (String _, String _) -> 3;
        try (var _ = new StringReader(await(t.leaf("r", "r")));
                StringReader _ = new StringReader("s")) {
            n += f.apply("") + g.apply("", "") + h.apply("", "");
            throw t.boom("b");
        } catch (RuntimeException _) {
            n += await(t.leaf("caught", 100));
        }
        return "" + n;
    }

    @Case
    @AsyncFn
    static String patterns(Trace t) {
        String s = "";
        for (Object o : new Object[] {new Pair<>(1, "x"), new Pair<>("y", 2), 3, "four", 5.0, 'c'}) {
            s += switch (await(t.leaf("o", o))) {
                case Pair<?, ?>(Integer _, var b) -> "int " + b;
                case Pair<?, ?>(_, Integer i) when i > await(t.leaf("one", 1)) -> "second " + i;
                case Pair<?, ?>(_, _) -> "pair";
                case Integer _, Character _ when await(t.leaf("yes", true)) -> "either";
                case String _ -> await(t.leaf("string", "string"));
                default -> "default";
            };
            if (o instanceof Pair<?, ?>(var a, _) && await(t.leaf("and", a != null))) s += a;
        }
        return s;
    }
}
