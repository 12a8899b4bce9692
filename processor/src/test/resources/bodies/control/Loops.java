package bodies.control;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

final class Loops {
    private Loops() {}

    @Case
    @AsyncFn
    static int whileConditionAwaits(Trace t) {
        int n = 0;
        while (await(t.leaf("go" + n, n < 3))) n++;
        return n;
    }

    @Case
    @AsyncFn
    static int whileBodyAwaits(Trace t) {
        int n = 0;
        while (n < 3) {
            n += await(t.leaf("n" + n, 1));
        }
        return n;
    }

    @Case
    @AsyncFn
    static int neverEntered(Trace t) {
        int n = 0;
        while (t.v("c", false)) n = await(t.leaf("never", 1));
        for (; n > 0; ) n = await(t.leaf("never", 1));
        return n;
    }

    @Case
    @AsyncFn
    static int doWhile(Trace t) {
        int n = 0;
        do {
            n += await(t.leaf("n" + n, 2));
        } while (n < await(t.leaf("limit", 5)));
        return n;
    }

    @Case
    @AsyncFn
    static int doWhileContinueGoesToTheCondition(Trace t) {
        int n = 0;
        do {
            n++;
            if (n == 2) continue;
            if (n == 4) break;
            t.log("body " + n);
        } while (await(t.leaf("c" + n, n < 10)));
        return n;
    }

    @Case
    @AsyncFn
    static int doWhileOnlyBodyAwaits(Trace t) {
        int n = 0;
        do n += await(t.leaf("n", 3));
        while (t.v("c" + n, n < 7));
        return n;
    }

    @Case
    @AsyncFn
    static String variableDeclaredBeforeTheLoopAndAssignedInIt(Trace t) {
        StringBuilder d = new StringBuilder("0");
        boolean done = false;
        do {
            d = new StringBuilder("1");
            await(t.tick("x"));
            done = true;
        } while (!done);
        return d.toString();
    }

    @Case
    @AsyncFn
    static int forWithAwaitsInEveryPart(Trace t) {
        int sum = 0;
        for (int i = await(t.leaf("init", 0)); i < await(t.leaf("limit", 3)); i += await(t.leaf("step", 1))) {
            sum += await(t.leaf("body" + i, i));
        }
        return sum;
    }

    @Case
    @AsyncFn
    static int forWithoutParts(Trace t) {
        int n = 0;
        for (; ; ) {
            n += await(t.leaf("n", 1));
            if (n == 3) break;
        }
        for (; ; ) {
            await(t.tick("once"));
            break;
        }
        return n;
    }

    @Case
    @AsyncFn
    static int forWithSeveralInitialisersAndUpdates(Trace t) {
        int r = 0;
        for (int i = 0, j = await(t.leaf("j", 10)), k; i < j; i++, t.log("update"), j -= await(t.leaf("step", 3))) {
            k = i * j;
            r += k;
        }
        int a, b;
        for (a = 0, b = await(t.leaf("b", 1)), t.log("init"); a < 2; a++, b *= 2) await(t.tick("tick" + a));
        return r * 100 + a * 10 + b;
    }

    @Case
    @AsyncFn
    static int continueRunsTheUpdate(Trace t) {
        int sum = 0;
        for (int i = 0; i < 5; i += await(t.leaf("up" + i, 1))) {
            if (i % 2 == 0) continue;
            sum += i;
            if (await(t.leaf("c" + i, i == 1))) continue;
            t.log("end of body");
        }
        return sum;
    }

    @Case
    @AsyncFn
    static String nestedForWithSameNames(Trace t) {
        String s = "";
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) s += await(t.leaf("s" + i + j, i + j));
            for (int j = 5; j > 3; j--) s += await(t.leaf("u" + j, "-" + j));
        }
        for (int i = 7; i < 8; i++) s += await(t.leaf("i", i));
        return s;
    }

    @Case
    @AsyncFn
    static int statementAfterAnEndlessLoop(Trace t) {
        int n = 0;
        while (true) {
            if (await(t.leaf("n" + n, n)) == 2) break;
            n++;
        }
        return n + await(t.leaf("after", 10));
    }

    @Case
    @AsyncFn
    static int endlessLoopLeftByReturnOnly(Trace t) {
        for (int n = 0; ; n++) {
            if (n == await(t.leaf("limit", 2))) return n;
        }
    }

    @Case
    @AsyncFn
    static void endlessLoopLeftByThrowOnly(Trace t) {
        int n = 0;
        while (true) {
            n += await(t.leaf("n", 1));
            if (n == 3) throw t.boom("three");
        }
    }

    @Case
    @AsyncFn
    static int endlessDoLeftByReturn(Trace t) {
        int n = 0;
        do {
            if (n++ > 1) return await(t.leaf("r", n));
            await(t.tick("again"));
        } while (true);
    }

    @Case
    @AsyncFn
    static int loopWithoutAwaitBetweenAwaits(Trace t) {
        int a = await(t.leaf("a", 3));
        int f = 1;
        for (int i = 2; i <= a; i++) {
            if (i == 100) break;
            f *= i;
        }
        return f + await(t.leaf("b", 1));
    }

    @Case
    @AsyncFn
    static int emptyBodies(Trace t) {
        int n = 0;
        while (await(t.leaf("w" + n, n++ < 2))) ;
        for (; await(t.leaf("f" + n, n < 6)); n++) ;
        do ; while (await(t.leaf("d" + n, n++ < 7)));
        return n;
    }

    @Case
    @AsyncFn
    static long aMillionReadyAwaitsDoNotGrowTheStack(Trace t) {
        long sum = 0;
        for (int i = 0; i < 1_000_000; i++) {
            sum += await(t.quiet(i));
        }
        return sum;
    }

    @Case
    @AsyncFn
    static int constantFalseLoops(Trace t) {
        int n = 0;
        do {
            n += await(t.leaf("once", 1));
            if (n > 0) continue;
            t.log("never");
        } while (false);
        return n;
    }

    @Case
    @AsyncFn
    static String loopVariablesOfManyTypes(Trace t) {
        String s = "";
        for (char c = 'a'; c <= 'c'; c++) s += await(t.leaf("c" + c, c));
        for (byte b = 126; b > 0; b++) s += await(t.leaf("b" + b, b));
        for (double d = 0; d < 1; d += 0.5) s += await(t.leaf("d" + d, d));
        for (Integer i = 0; i < 2; i++) s += await(t.leaf("i" + i, i));
        for (String q = ""; q.length() < 2; q += "q") s += await(t.leaf("q" + q, q));
        return s;
    }

    @Case
    @AsyncFn
    static int valueOfTheConditionIsReadAfterTheUpdate(Trace t) {
        int[] limit = {3};
        int i;
        for (i = 0; i < limit[0]; i++) {
            await(t.run("shrink" + i, () -> limit[0]--));
        }
        return i * 10 + limit[0];
    }

    @Case
    @AsyncFn
    static int exceptionLeavesTheLoop(Trace t) {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            t.log("i" + i);
            sum += i == 1 ? await(t.<Integer>fail("fails")) : await(t.leaf("ok", i));
        }
        return sum;
    }
}
