package bodies.expressions;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

final class ArrayCreation {
    private ArrayCreation() {}

    @Case
    @AsyncFn
    static String arrayCreation(Trace t) {
        int[][] a = new int[await(t.leaf("n", 2))][await(t.leaf("m", 3))];
        String[][] b = new String[await(t.leaf("k", 1))][];
        Object[] c = {await(t.leaf("x", 1)), new int[] {await(t.leaf("y", 2))}, "z", new Object[] {}};
        int[][] d = {{await(t.leaf("p", 1))}, null, new int[await(t.leaf("q", 4))]};
        return a.length + "" + a[1].length + b.length + b[0] + c[0] + ((int[]) c[1])[0] + d[0][0] + d[2].length;
    }

    @Case
    @AsyncFn
    static void negativeArraySize(Trace t) {
        Object o = new int[await(t.leaf("n", -1))];
        t.log("unreachable " + o);
    }
}
