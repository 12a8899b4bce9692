package bodies.thirty.java21;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

/** Of the thirty cases of the checklist the one about guards. */
final class Guards {
    private Guards() {}

    @Case
    @AsyncFn
    static String case28GuardThatAwaits(Trace t) {
        String s = "";
        for (Object o : List.of(1, 2, "x", 3L)) {
            s += switch (o) {
                case Integer i when await(t.leaf("ok " + i, i == 2)) -> "ok " + i;
                case Integer i -> "not " + i;
                case String text -> text;
                default -> "other";
            } + ";";
        }
        return s;
    }
}
