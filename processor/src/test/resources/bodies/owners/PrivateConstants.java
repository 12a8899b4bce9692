package bodies.owners;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

final class PrivateConstants {
    private static final String CONSTANT = "constant";
    private static final int SIZE = 2;
    private final Trace t;

    PrivateConstants(Trace t) {
        this.t = t;
    }

    @Case
    @AsyncFn
    String privateConstants() {
        String s = CONSTANT + SIZE;
        int[] a = new int[SIZE];
        int n = await(t.leaf("n", 2));
        switch (n) {
            case SIZE:
                s += "!";
                break;
            default:
                s += "never";
        }
        return s + a.length;
    }
}
