package bodies.variables;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

final class ArrayInitialisers {
    private ArrayInitialisers() {}

    @Case
    @AsyncFn
    static String arrayInitialisers(Trace t) {
        int a[] = {1, 2}, b = await(t.leaf("b", 3)), c[][] = {{b}, {await(t.leaf("c", 4)), 5}};
        String[] s = {"x", await(t.leaf("y", "y")), null};
        String[] u[] = {{}, s};
        int[] empty = {};
        await(t.tick("t"));
        char[] chars = {'a', await(t.leaf("char", 'b'))};
        long[] longs = {1, await(t.leaf("int", 2)), 'c'};
        return a[0] + a[1] + b + c[0][0] + c[1][0] + c[1][1] + s[0] + s[1] + s[2] + u[1].length + empty.length
                + new String(chars) + longs[1] + longs[2];
    }

    @Case
    @AsyncFn
    @SuppressWarnings("unchecked")
    static int genericArray(Trace t) {
        List<String>[] lists = (List<String>[]) new List<?>[2];
        lists[0] = await(t.leaf("list", List.of("a", "b")));
        await(t.tick("t"));
        return lists[0].size();
    }
}
