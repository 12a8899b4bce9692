package bodies.control;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

final class Blocks {
    private Blocks() {}

    @Case
    @AsyncFn
    static String sameNameSameType(Trace t) {
        String r = "";
        {
            String s = await(t.leaf("a", "a"));
            await(t.tick("t1"));
            r += s;
        }
        {
            String s = await(t.leaf("b", "b"));
            await(t.tick("t2"));
            r += s;
        }
        String s = "c";
        await(t.tick("t3"));
        return r + s;
    }

    @Case
    @AsyncFn
    static String sameNameOtherTypes(Trace t) {
        String r = "";
        {
            int x = await(t.leaf("int", 1));
            await(t.tick("t1"));
            r += x;
        }
        {
            String x = await(t.leaf("string", "s"));
            await(t.tick("t2"));
            r += x;
        }
        for (long x = 5; x < 6; x++) {
            await(t.tick("t3"));
            r += x / 2;
        }
        for (char x : new char[] {'c'}) {
            await(t.tick("t4"));
            r += x;
        }
        int[] x = {9};
        await(t.tick("t5"));
        return r + x[0];
    }

    @Case
    @AsyncFn
    static int nestedBlocks(Trace t) {
        int n = 0;
        {
            int a = await(t.leaf("a", 1));
            {
                int b = await(t.leaf("b", 2));
                {
                    n += a + b + await(t.leaf("c", 3));
                }
                n += b;
            }
            n += a;
        }
        {}
        ;
        ;
        return n;
    }

    @Case
    @AsyncFn
    static int freshVariableInEachIteration(Trace t) {
        int n = 0;
        for (int i = 0; i < 3; i++) {
            int x = 0;
            x += await(t.leaf("x" + i, i + 1));
            n = n * 10 + x;
        }
        return n;
    }

    @Case
    @AsyncFn
    static String variableNamedLikeAParameterOfALambda(Trace t) {
        java.util.function.Function<String, String> f = x -> x + "!";
        String r = f.apply(await(t.leaf("a", "a")));
        String x = await(t.leaf("x", "x"));
        await(t.tick("t"));
        return r + f.apply(x);
    }
}
