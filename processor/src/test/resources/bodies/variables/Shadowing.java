package bodies.variables;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Locals and parameters hide fields; the field stays reachable through this or the class. */
final class Shadowing {
    private int x = 1;
    private static int s = 2;
    private final Trace t;

    Shadowing(Trace t) {
        this.t = t;
    }

    @Case
    @AsyncFn
    int localHidesAField() {
        int x = await(t.leaf("x", 10));
        this.x += await(t.leaf("more", 5));
        x++;
        await(t.tick("t"));
        return x * 100 + this.x;
    }

    @Case
    @AsyncFn
    int fieldThenLocalThenField() {
        x = await(t.leaf("x", 3));
        {
            int x = await(t.leaf("local", 7));
            await(t.tick("t"));
            x += this.x;
            this.x = x;
        }
        return x;
    }

    @Case
    @AsyncFn
    int localHidesAStaticField() {
        int s = await(t.leaf("s", 10));
        await(t.tick("tick"));
        Shadowing.s += s;
        return Shadowing.s;
    }

    @Case
    @AsyncFn
    static int parameterIsAssigned(Trace t) {
        return await(assigns(t, 4, "x"));
    }

    @AsyncFn
    private static int assigns(Trace t, int n, final String name) {
        n += await(t.leaf(name, 10));
        t = t.v("again", t);
        n *= await(t.leaf("n", 2));
        return n;
    }

    @Case
    @AsyncFn
    static String localNamedLikeATypeOrPackage(Trace t) {
        String Shadowing = await(t.leaf("a", "a"));
        String java = await(t.leaf("b", "b"));
        String dev = await(t.leaf("c", "c"));
        String bodies = await(t.leaf("d", "d"));
        String String = await(t.leaf("e", "e"));
        await(t.tick("t"));
        return Shadowing + java + dev + bodies + String;
    }

    @Case
    @AsyncFn
    static int localNamedLikeAMethod(Trace t) {
        int helper = await(t.leaf("h", 3));
        await(t.tick("t"));
        return helper(helper) + helper;
    }

    private static int helper(int helper) {
        return helper * 10;
    }
}
