import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

/** A class of the unnamed package. */
public final class UnnamedPackage {
    private int n = 1;

    UnnamedPackage(Trace t) {}

    @AsyncFn
    private static String helper(Trace t, List<String> list) {
        return await(t.leaf("helper", list.get(0)));
    }

    @Case
    @AsyncFn
    int instanceMethod(Trace t) {
        n += await(t.leaf("n", 5));
        return n;
    }

    @Case
    @AsyncFn
    static String callsAnother(Trace t) {
        return helper(t, List.of("a")) + await(helper(t, List.of("b"))) + new UnnamedPackage(t).instanceMethod(t);
    }
}
