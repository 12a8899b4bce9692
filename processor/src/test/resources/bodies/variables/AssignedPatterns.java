package bodies.variables;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

final class AssignedPatterns {
    private AssignedPatterns() {}

    @Case
    @AsyncFn
    static String patternVariableIsAssigned(Trace t) {
        Object o = await(t.leaf("o", (Object) "abc"));
        if (o instanceof String s) {
            s += await(t.leaf("d", "d"));
            await(t.tick("t"));
            return s;
        }
        return "never";
    }
}
