package bodies.order;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** {@code &&}, {@code ||} and {@code ?:} await only what they evaluate. */
final class ShortCircuit {
    private ShortCircuit() {}

    @Case
    @AsyncFn
    static String andSkipsItsRightSide(Trace t) {
        boolean no = t.v("f", false) && await(t.leaf("never", true));
        boolean yes = t.v("g", true) && await(t.leaf("h", true));
        return no + " " + yes;
    }

    @Case
    @AsyncFn
    static String orSkipsItsRightSide(Trace t) {
        boolean yes = t.v("f", true) || await(t.leaf("never", true));
        boolean no = t.v("g", false) || await(t.leaf("h", false));
        return yes + " " + no;
    }

    @Case
    @AsyncFn
    static boolean mixed(Trace t) {
        return t.v("left", 0) == 0 && t.v("go", false) && await(t.leaf("right", true))
                || await(t.leaf("other", false))
                || !await(t.leaf("last", false));
    }

    @Case
    @AsyncFn
    static boolean negatedNest(Trace t) {
        return !(await(t.leaf("a", true)) && !(await(t.leaf("b", false)) || await(t.leaf("c", true))));
    }

    @Case
    @AsyncFn
    static int nullGuard(Trace t) {
        String s = null;
        String r = "abc";
        int n = 0;
        if (s != null && s.length() == await(t.leaf("never", 1))) n += 1;
        if (r != null && r.length() == await(t.leaf("three", 3))) n += 2;
        return n;
    }

    @Case
    @AsyncFn
    static boolean nonShortCircuitOperatorsEvaluateBoth(Trace t) {
        boolean a = t.v("a", false) & await(t.leaf("b", true));
        boolean b = t.v("c", true) | await(t.leaf("d", false));
        boolean c = await(t.leaf("e", true)) ^ await(t.leaf("f", true));
        return a | b & !c;
    }

    @Case
    @AsyncFn
    static String ternaryAwaitsOneArm(Trace t) {
        String a = t.v("c", true) ? await(t.leaf("yes", "y")) : await(t.leaf("no", "n"));
        String b = await(t.leaf("d", false)) ? "Y" : await(t.leaf("no", "n"));
        String c = await(t.leaf("e", true)) ? "Y" : "N";
        return a + b + c;
    }

    @Case
    @AsyncFn
    static int chainOfTernaries(Trace t) {
        int x = await(t.leaf("x", 2));
        return x == await(t.leaf("one", 1)) ? await(t.leaf("ten", 10))
                : x == await(t.leaf("two", 2)) ? await(t.leaf("twenty", 20))
                : await(t.leaf("other", -1));
    }

    @Case
    @AsyncFn
    static int ternaryInsideAnArgument(Trace t) {
        return Math.max(t.v("left", 1), t.v("c", false) ? 5 : await(t.leaf("arm", 3))) + t.v("right", 10);
    }

    @Case
    @AsyncFn
    static boolean assignmentsInsideAConditional(Trace t) {
        int x = 0;
        boolean r = (x = await(t.leaf("x", 3))) > 2 && (x += await(t.leaf("y", 4))) > 10 || x == 7;
        t.log("x " + x);
        return r;
    }

    @Case
    @AsyncFn
    static void conditionalAsAStatementOfCalls(Trace t) {
        boolean unused = t.v("a", true) && t.v("b", await(t.leaf("c", true))) && t.v("d", false);
        t.log("done " + unused);
    }

    @Case
    @AsyncFn
    static String operandSpilledAcrossAConditional(Trace t) {
        return t.v("first", "1") + (t.v("c", true) && await(t.leaf("d", true)) ? await(t.leaf("e", "2")) : "3")
                + t.v("last", "4");
    }

    @Case
    @AsyncFn
    static boolean conditionalInsideACallInsideACondition(Trace t) {
        if (Boolean.logicalXor(t.v("a", true), t.v("b", false) || await(t.leaf("c", true)))) {
            return await(t.leaf("then", true));
        }
        return await(t.leaf("else", false)) || t.v("z", true);
    }

    @Case
    @AsyncFn
    static int whileWithAShortCircuit(Trace t) {
        int n = 0;
        while (n < 5 && await(t.leaf("go" + n, n != 3)) || n == 3 && await(t.leaf("extra", true))) {
            n++;
            if (n > 4) break;
        }
        return n;
    }

    @Case
    @AsyncFn
    static Boolean boxedConditions(Trace t) {
        Boolean b = await(t.leaf("b", Boolean.TRUE));
        if (b && await(t.leaf("c", Boolean.FALSE))) return null;
        return b ? await(t.leaf("d", Boolean.TRUE)) : null;
    }

    @Case
    @AsyncFn
    static void nullConditionThrowsBeforeItsArms(Trace t) {
        Boolean b = null;
        String s = b ? await(t.leaf("yes", "y")) : await(t.leaf("no", "n"));
        t.log("unreachable " + s);
    }

    @Case
    @AsyncFn
    static String constantAfterAnAwaitedOperand(Trace t) {
        String s = await(t.leaf("a", false)) || true ? await(t.leaf("yes", "y")) : await(t.leaf("no", "n"));
        if (await(t.leaf("b", true)) && false) s += await(t.leaf("never", "?"));
        do {
            s += await(t.leaf("again", "!"));
        } while (await(t.leaf("c", s.length() < 3)) && false);
        return s;
    }

    @Case
    @AsyncFn
    static String constantAfterAPattern(Trace t) {
        String s = !(await(t.leaf("o", (Object) "s")) instanceof Integer n) || true ? await(t.leaf("yes", "y")) : "n";
        if (!(await(t.leaf("p", (Object) 7)) instanceof Integer n && n == t.v("seven", 7)) || true) {
            s += await(t.leaf("then", "t"));
        } else {
            s += await(t.leaf("else", "e"));
        }
        return s;
    }
}
