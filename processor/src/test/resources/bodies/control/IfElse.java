package bodies.control;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

final class IfElse {
    private IfElse() {}

    @Case
    @AsyncFn
    static String chain(Trace t) {
        int n = await(t.leaf("n", 3));
        if (n == 1) {
            return "one";
        } else if (n == await(t.leaf("two", 2))) {
            return "two";
        } else if (await(t.leaf("three", 3)) == n) {
            t.log("found");
            await(t.tick("in three"));
        } else {
            await(t.tick("in else"));
        }
        return "end";
    }

    @Case
    @AsyncFn
    static String danglingElse(Trace t) {
        String s = "";
        for (int i = 0; i < 4; i++)
            if ((i & 1) == 0)
                if (await(t.leaf("i" + i, i)) == 0) s += "a";
                else s += await(t.leaf("b", "b"));
        if (s.length() == 2) if (s.length() == 1) s += "never"; else s += "inner";
        return s;
    }

    @Case
    @AsyncFn
    static int elseIsEmpty(Trace t) {
        int n = 0;
        if (await(t.leaf("c", false))) n = 1;
        else ;
        if (await(t.leaf("d", true))) {} else n = 2;
        if (n == 0) ;
        else n = await(t.leaf("never", 3));
        return n;
    }

    @Case
    @AsyncFn
    static int onlyTheElseAwaits(Trace t) {
        int n;
        if (t.v("c", false)) n = 1;
        else n = await(t.leaf("n", 2));
        if (t.v("d", true)) {
            n++;
        } else {
            n = await(t.leaf("never", 3));
        }
        return n;
    }

    @Case
    @AsyncFn
    static int bothArmsReturn(Trace t) {
        if (await(t.leaf("c", false))) {
            return 1;
        } else {
            return await(t.leaf("two", 2));
        }
    }

    @Case
    @AsyncFn
    static int oneArmThrows(Trace t) {
        int r;
        if (await(t.leaf("c", true))) {
            r = await(t.leaf("r", 4));
        } else {
            throw t.boom("never");
        }
        return r;
    }

    @Case
    @AsyncFn
    static String conditionAssigns(Trace t) {
        String s;
        if ((s = await(t.leaf("s", "x"))) != null && s.isEmpty()) return "empty";
        else if (!(s = await(t.leaf("u", "y"))).equals("y")) return "other";
        return s;
    }

    @Case
    @AsyncFn
    static int constantConditions(Trace t) {
        int n = 0;
        if (true) n += await(t.leaf("a", 1));
        if (false) n += await(t.leaf("never", 2));
        if (false) {
            t.log("never");
        } else n += await(t.leaf("b", 4));
        return n;
    }

    @Case
    @AsyncFn
    static int deep(Trace t) {
        int n = 0;
        if (await(t.leaf("a", true))) {
            if (await(t.leaf("b", false))) n = 1;
            else {
                if (n == 0) {
                    n += 10;
                    if (await(t.leaf("c", true))) {
                        n += await(t.leaf("d", 100));
                    }
                    n++;
                }
                n++;
            }
            n++;
        }
        return n;
    }

    @Case
    @AsyncFn
    static int earlyReturnThenMore(Trace t) {
        if (t.v("c", false)) return 0;
        int a = await(t.leaf("a", 1));
        if (a > 5) return a;
        int b = await(t.leaf("b", 7));
        if (b > 5) return b;
        return await(t.leaf("never", -1));
    }
}
