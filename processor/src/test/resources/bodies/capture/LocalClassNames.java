package bodies.capture;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

final class LocalClassNames {
    private LocalClassNames() {}

    @Case
    @AsyncFn
    static String sameNameInTwoBlocks(Trace t) {
        String s = "";
        {
            class Thing {
                int v = 1;
            }
            Thing x = new Thing();
            await(t.tick("t"));
            s += x.v;
        }
        {
            class Thing {
                String v = "two";
            }
            Thing x = new Thing();
            await(t.tick("u"));
            s += x.v;
        }
        return s;
    }
}
