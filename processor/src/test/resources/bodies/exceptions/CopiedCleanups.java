package bodies.exceptions;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Guard;
import dev.asyncfn.processor.differential.Trace;

/**
 * A {@code finally} block with variables in a switch, which a jump behind a pattern runs. javac writes classes that do not
 * verify for some of these jumps, but not for those of the bodies here.
 */
@SuppressWarnings({"fallthrough", "try"})
final class CopiedCleanups {
    private CopiedCleanups() {}

    private static Object any(Object value) {
        return value;
    }

    @Case
    @AsyncFn
    static Object aReturn(Trace t) {
        int n = await(t.leaf("n", 2));
        try (Guard guard = t.guard("g")) {
            if (!(any("s") instanceof Integer i)) {
                return any("no");
            }
        } finally {
            switch (n) {
                case 2:
                    String x = "two";
                    t.log(x);
                default:
                    t.log("default");
            }
        }
        return "end";
    }

    @Case
    @AsyncFn
    static Object variablesThatAreAssignedLater(Trace t) {
        int n = await(t.leaf("n", 2));
        try (Guard guard = t.guard("g")) {
            if (!(any("s") instanceof Integer i)) {
                return any("no");
            }
        } finally {
            switch (n) {
                case 1:
                case 2:
                    String x; // not yet
                    if (n > 1) {
                        x = "many";
                    } else {
                        x = "one";
                    }
                    t.log(x); // last
                case 3:
                    t.log("three");
                    break;
                default:
                    t.log("default");
            }
        }
        return "end";
    }

    @Case
    @AsyncFn
    static Object aSwitchExpression(Trace t) {
        int n = await(t.leaf("n", 2));
        try (Guard guard = t.guard("g")) {
            if (!(any("s") instanceof Integer i)) {
                return any("no");
            }
        } finally {
            t.log(
                    switch (n) {
                        case 2:
                            String x = "two";
                            yield x;
                        default:
                            yield "default";
                    });
        }
        return "end";
    }

    @Case
    @AsyncFn
    static Object aVariableThatSeveralGroupsUse(Trace t) {
        int n = await(t.leaf("n", 2));
        try {
            t.log("attempt");
            if (n > 1) {
                return any("no");
            }
        } finally {
            switch (n) {
                case 1:
                    String x = "one";
                    t.log(x);
                case 2:
                    x = "two";
                    t.log(x);
            }
        }
        return "end";
    }
}
