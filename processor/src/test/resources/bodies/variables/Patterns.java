package bodies.variables;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

final class Patterns {
    private Patterns() {}

    @Case
    @AsyncFn
    static int flowsPastTheStatement(Trace t) {
        Object o = await(t.leaf("o", "abc"));
        if (!(o instanceof String s)) return -1;
        int n = await(t.leaf("n", 10));
        return n + s.length();
    }

    @Case
    @AsyncFn
    static int flowsPastAThrow(Trace t) {
        if (!(await(t.leaf("o", (Object) 5)) instanceof Integer i)) {
            throw t.boom("never");
        }
        await(t.tick("t"));
        return i;
    }

    @Case
    @AsyncFn
    static String inTheThenBranch(Trace t) {
        Object o = t.v("o", (Object) "abc");
        if (o instanceof String s && s.length() == await(t.leaf("three", 3))) {
            await(t.tick("t"));
            return s;
        }
        return "never";
    }

    @Case
    @AsyncFn
    static String awaitedThenMatchedThenAwaited(Trace t) {
        if (await(t.leaf("o", (Object) "abc")) instanceof String s && await(t.leaf("c", !s.isBlank())) && !s.isEmpty())
            return s + await(t.leaf("x", "x")) + s;
        else return "never";
    }

    @Case
    @AsyncFn
    static String throughOr(Trace t) {
        Object o = await(t.leaf("o", (Object) "abc"));
        if (!(o instanceof String s) || await(t.leaf("no", false)) || s.length() != await(t.leaf("three", 3))) {
            return "never";
        }
        await(t.tick("t"));
        return s;
    }

    @Case
    @AsyncFn
    static String pastAWhile(Trace t) {
        Object o = 0;
        while (!(o instanceof String s)) {
            o = await(t.leaf("o", o.equals(2) ? (Object) "done" : (Integer) o + 1));
        }
        await(t.tick("t"));
        return s;
    }

    @Case
    @AsyncFn
    static int insideAWhile(Trace t) {
        Object o = 0;
        int sum = 0;
        while (o instanceof Integer i && i < await(t.leaf("limit", 3))) {
            sum += i;
            o = await(t.leaf("next", (Object) (i + 1)));
        }
        return sum;
    }

    @Case
    @AsyncFn
    static int insideAFor(Trace t) {
        int sum = 0;
        Object o = 1;
        for (; o instanceof Integer i && i < 4; o = await(t.leaf("next" + i, (Object) (i + 1)))) {
            sum += await(t.leaf("i", i));
        }
        return sum;
    }

    @Case
    @AsyncFn
    static String inATernary(Trace t) {
        Object o = await(t.leaf("o", (Object) "abc"));
        String r = o instanceof String s ? s + await(t.leaf("a", "!")) + s : "never";
        return !(o instanceof Integer i) ? r + await(t.leaf("b", "?")) : "never" + i;
    }

    @Case
    @AsyncFn
    static boolean inAReturnedConjunction(Trace t) {
        Object o = t.v("o", (Object) "abc");
        return o instanceof String s && await(t.leaf("n", 3)) == s.length() && s.startsWith(await(t.leaf("p", "a")));
    }

    @Case
    @AsyncFn
    static String oneNameSeveralTimes(Trace t) {
        String r = "";
        for (Object o : List.of("a", 1, 'c')) {
            if (o instanceof String x) {
                await(t.tick("s"));
                r += x.length();
            } else if (o instanceof Integer x) {
                await(t.tick("i"));
                r += x + 1;
            } else if (o instanceof Character x && x > await(t.leaf("min", 'a'))) {
                r += x;
            }
        }
        return r;
    }

    private static final String s = "field";

    @Case
    @AsyncFn
    static String fieldWhereThePatternIsNotInScope(Trace t) {
        Object o = await(t.leaf("o", (Object) 1));
        if (o instanceof String s && !s.isEmpty()) {
            await(t.tick("never"));
            return s;
        }
        await(t.tick("t"));
        return s;
    }

    @Case
    @AsyncFn
    static String captured(Trace t) {
        Object o = await(t.leaf("o", (Object) "abc"));
        if (!(o instanceof String text)) return "never";
        java.util.function.Supplier<String> f = () -> text + "!";
        await(t.tick("t"));
        return f.get();
    }

    @Case
    @AsyncFn
    static int instanceofWithoutPattern(Trace t) {
        int n = 0;
        if (await(t.leaf("o", (Object) "abc")) instanceof CharSequence) n += 1;
        if (await(t.leaf("null", (Object) null)) instanceof Object) n += 2;
        boolean list = await(t.leaf("list", (Object) List.of(1))) instanceof List<?> && await(t.leaf("yes", true));
        return list ? n + 4 : n;
    }

    @Case
    @AsyncFn
    static String negatedTwice(Trace t) {
        Object o = await(t.leaf("o", (Object) "abc"));
        if (!(!(o instanceof String x))) {
            await(t.tick("t"));
            return x;
        }
        return "never";
    }

    @Case
    @AsyncFn
    static String genericPattern(Trace t) {
        List<String> list = await(t.leaf("list", new java.util.ArrayList<>(List.of("a"))));
        if (!(list instanceof java.util.ArrayList<String> array)) return "never";
        await(t.tick("t"));
        array.add(await(t.leaf("b", "b")));
        return array.get(0) + array.get(1);
    }

    @Case
    @AsyncFn
    static String pastALabelledLoop(Trace t) {
        Object o = 1;
        outer:
        while (!(o instanceof String s)) {
            for (int i = 0; ; i++) {
                o = t.v("o", i == 2 ? "text" : i);
                if (i > 1) continue outer;
            }
        }
        return s + await(t.leaf("s", s.length())) + s;
    }

    @Case
    @AsyncFn
    static String pastADoAndAFor(Trace t) {
        Object o = 1;
        int n = 0;
        do {
            o = t.v("o", n++ == 2 ? "text" : n);
        } while (!(o instanceof String s));
        Object p = 1;
        for (int i = 0; !(p instanceof Integer k && k > 2); i++) p = t.v("p", i);
        return s + k + await(t.leaf("end", s + k)) + s + k;
    }

    @Case
    @AsyncFn
    static String severalThatFlowPast(Trace t) {
        String all = "";
        for (Object o : new Object[] {1, "a", 2L, "b"}) {
            for (Object p : new Object[] {"c", 3}) {
                if (!(o instanceof String s) || !(p instanceof Integer i && i > 1)) {
                    continue;
                }
                all += s + i;
                all += await(t.leaf("s", s)) + s + i;
            }
        }
        return all;
    }

    @Case
    @AsyncFn
    static String conditionWithoutAwaitScopeWithAwait(Trace t) {
        String all = "";
        for (Object o : new Object[] {1, "a", 2L}) {
            all += o instanceof String s ? await(t.leaf("s", s)) + s : o instanceof Integer i ? i + 1 : await(t.leaf("o", o));
            boolean b = o instanceof Integer k && k == 1 && await(t.leaf("k", k)) == k || o instanceof Long l && l == 2;
            if (o instanceof Integer m) {
                all += await(t.leaf("m", m)) + m;
            } else if (o instanceof String s && !s.isEmpty()) {
                all += await(t.leaf("not empty", s)) + s;
            }
            all += b;
        }
        return all;
    }

    @Case
    @AsyncFn
    static String flowsOutOfNestedStatements(Trace t) {
        Object o = t.v("o", "text");
        {
            if (!(o instanceof String s)) throw new IllegalStateException();
            if (s.isEmpty()) return s;
            await(t.tick("in"));
            o = s + s;
        }
        one:
        two:
        for (; !(o instanceof Integer s); ) {
            o = 1;
            continue two;
        }
        await(t.tick("out"));
        return o + "" + s;
    }
}
