package bodies.thirty;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Of the thirty cases of the checklist those about variables and their scopes. */
final class Variables {
    private Variables() {}

    @Case
    @AsyncFn
    static String case19NestedCatchParametersOfOneName(Trace t) {
        String s;
        try {
            await(t.fail("first"));
            s = "never";
        } catch (Boom e) {
            s = await(t.leaf("m", e.getMessage()));
            class Inner {
                String inner() {
                    try {
                        throw t.boom("third");
                    } catch (Boom e) {
                        return e.getMessage();
                    }
                }
            }
            s += " " + new Inner().inner() + " " + e.getMessage();
        }
        try {
            await(t.fail("fourth"));
        } catch (Boom e) {
            s += " " + await(t.leaf("n", e.getMessage()));
        }
        return s;
    }

    @Case
    @AsyncFn
    static String case26CapturedVariableIsNotNulled(Trace t) {
        List<Supplier<String>> suppliers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String captured = await(t.leaf("c" + i, "c" + i));
            suppliers.add(() -> captured);
            await(t.tick("t"));
        }
        await(t.tick("u"));
        return suppliers.get(0).get() + suppliers.get(1).get() + suppliers.get(2).get();
    }

    @Case
    @AsyncFn
    static String case27ShadowedIteratorsInNestedLoops(Trace t) {
        String s = "";
        for (List<String> it : List.of(List.of("a", "b"), List.of("c"))) {
            for (String x : it) {
                for (char y : x.toCharArray()) {
                    s += await(t.leaf("y", y)) + x;
                }
                s += it.size();
            }
        }
        for (String it : List.of("d")) s += await(t.leaf("it", it));
        return s;
    }
}
