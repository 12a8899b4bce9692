package bodies.ten.java21;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

final class Guards {
    private Guards() {}

    @Case
    @AsyncFn
    static String case10GuardsWithAwaitInNestedSwitches(Trace t) {
        String s = "";
        for (Object o : List.of("a", 1, "b")) {
            switch (o) {
                case String x when await(t.leaf("is a", x.equals("a"))):
                    s += switch (x.length()) {
                        case 1 -> {
                            yield await(t.leaf("one", "one "));
                        }
                        default -> "more ";
                    };
                    break;
                case String x:
                    s += await(t.leaf("x", x + " "));
                    break;
                default:
                    s += "other ";
            }
        }
        return s;
    }
}
