package bodies.text;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Operators and keywords written as Unicode escapes: what they decide about may not be assigned. */
final class HiddenOperators {
    private HiddenOperators() {}

    static void use(Trace t, Object... values) {
        for (Object value : values) {
            t.log("use " + value);
        }
    }

    @Case
    @AsyncFn
    static String and(Trace t) {
        String x = "one";
        String s = await(t.leaf("s", "a"));
        use(t, s.equals("b") \u0026\u0026 (x = "two") != null);
        await(t.tick("t"));
        return x;
    }

    @Case
    @AsyncFn
    static String halfHiddenAnd(Trace t) {
        String x = "one";
        String s = await(t.leaf("s", "a"));
        use(t, s.equals("b") &\uuu0026 (x = "two") != null);
        await(t.tick("t"));
        return x;
    }

    @Case
    @AsyncFn
    static String or(Trace t) {
        String x = "one";
        String s = await(t.leaf("s", "a"));
        use(t, s.equals("a") \u007c\u007c (x = "two") != null);
        await(t.tick("t"));
        return x;
    }

    @Case
    @AsyncFn
    static String choice(Trace t) {
        String x = "one";
        String s = await(t.leaf("s", "a"));
        use(t, s.equals("b") \u003f (x = "two") : "no");
        await(t.tick("t"));
        use(t, s.equals("a") \u003f "yes" : (x = "three"));
        await(t.tick("u"));
        return x;
    }

    @Case
    @AsyncFn
    static String arrow(Trace t) {
        String x = "one";
        String s = await(t.leaf("s", "a"));
        use(t, sw\u0069tch (s) \u007b case "b" -\u003e (x = "two"); default \u002d> "no"; \u007d);
        await(t.tick("t"));
        return x;
    }

    @Case
    @AsyncFn
    static String keywords(Trace t) {
        String x = "one";
        String y = "two";
        String z = "three";
        String s = await(t.leaf("s", "a"));
        i\u0066 (s.equals("b")) x = "four";
        \u0077hile (s.equals("b")) y = "five";
        f\u006fr (int i = 0; i < 0; i++) z = "six";
        await(t.tick("t"));
        return x + y + z;
    }

    @Case
    @AsyncFn
    static String elseBranch(Trace t) {
        String x = "one";
        String s = await(t.leaf("s", "a"));
        i\u0066 (s.equals("a")) use(t, s); \u0065lse x = "two";
        await(t.tick("t"));
        return x;
    }

    @Case
    @AsyncFn
    static String caught(Trace t) {
        String x = "one";
        String s = await(t.leaf("s", "a"));
        tr\u0079 \u007b
            x = s.substring(5);
        \u007d c\u0061tch (IndexOutOfBoundsException e) {
            use(t, e.getClass().getSimpleName());
        }
        await(t.tick("t"));
        return x;
    }

    @Case
    @AsyncFn
    static String statementSwitch(Trace t) {
        String x = "one";
        String s = await(t.leaf("s", "a"));
        \u0073witch (s) { case "b": x = "two"; default: }
        await(t.tick("t"));
        return x;
    }

    @Case(assertions = false)
    @AsyncFn
    static String disabledAssertion(Trace t) {
        String x = "one";
        await(t.leaf("s", "a"));
        \u0061ssert (x = "two") != null;
        await(t.tick("t"));
        return x;
    }

    @Case
    @AsyncFn
    static String insideALambda(Trace t) {
        String x = "one";
        String s = await(t.leaf("s", "a"));
        java.util.function.Predicate<String> p = r -\u003e r.equals("b") \u0026\u0026 r.isEmpty();
        use(t, p.test(s) & (x = "two") != null, p.test(s) \u0026\u0026 (x = "three") != null);
        await(t.tick("t"));
        return x;
    }

    @Case
    @AsyncFn
    static String inACondition(Trace t) {
        String x = "one";
        String s = await(t.leaf("s", "a"));
        if (s.equals("b") \u0026\u0026 (x = "two") != null) {
            await(t.tick("t"));
        }
        await(t.tick("u"));
        return x;
    }

    @Case
    @AsyncFn
    static String inTheFutureAwaited(Trace t) {
        String x = "one";
        String s = await(t.leaf("s", "a"));
        await(t.leaf("v", s.equals("b") \u0026\u0026 (x = "two") != null));
        await(t.tick("u"));
        return x;
    }

    @Case
    @AsyncFn
    static String inAValue(Trace t) {
        String x = "one";
        String s = await(t.leaf("s", "a"));
        String y = s.equals("b") \u003f (x = "two") : s;
        await(t.tick("u"));
        return x + y;
    }
}
