package bodies.variables;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;

final class Intersections {
    private Intersections() {}

    private static <T> T pick(T a, T b) {
        return a;
    }

    @Case
    @AsyncFn
    static String intersection(Trace t) {
        var mixed = pick(1, "a");
        await(t.tick("t"));
        var list = List.of(1, "b", 2.5);
        await(t.tick("u"));
        Comparable<?> c = mixed;
        for (var x : list) {
            await(t.tick("x" + x));
            java.io.Serializable s = x;
            t.log("s " + s);
        }
        return c + " " + list.get(1);
    }

    @Case
    @AsyncFn
    static Object memberOfWhatIsChosen(Trace t) {
        return (t.v("array", true) ? new ArrayList<>(List.of(1)) : await(t.leaf("l", new LinkedList<>(List.of("x")))))
                .get(0);
    }
}
