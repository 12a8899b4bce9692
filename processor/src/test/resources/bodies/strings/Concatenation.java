package bodies.strings;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Shapes that javac 17 itself compiles as the language says; see java21 for the others. */
final class Concatenation {
    private Concatenation() {}

    @Case
    @AsyncFn
    static String nullsAndPrimitives(Trace t) {
        String none = null;
        return none + await(t.leaf("null", (String) null)) + 'c' + 1 + 2L + 1.0f + true + null
                + await(t.leaf("x", 'x'));
    }

    @Case
    @AsyncFn
    static String numbersAddBeforeTheFirstString(Trace t) {
        return 1 + await(t.leaf("two", 2)) + "s" + 1 + await(t.leaf("three", 2));
    }

    @Case
    @AsyncFn
    static String charsAddBeforeTheFirstString(Trace t) {
        return 'a' + await(t.leaf("b", 'b')) + "s" + 'a' + await(t.leaf("c", 'b'));
    }

    @Case
    @AsyncFn
    static String characterArrayIsAnObject(Trace t) {
        char[] none = null;
        Object chars = none;
        return "" + chars + await(t.leaf("a", "a"));
    }

    static final class Loud {
        private final Trace t;
        private final String name;

        Loud(Trace t, String name) {
            this.t = t;
            this.name = name;
        }

        @Override
        public String toString() {
            t.log("toString " + name);
            return name;
        }
    }

    @Case(like = "convertsReference")
    @AsyncFn
    static String leftOperandIsConvertedBeforeTheAwait(Trace t) {
        Loud a = new Loud(t, "a");
        Loud b = new Loud(t, "b");
        return a + await(t.leaf("x", "-")) + b + await(t.leaf("y", "+"));
    }

    // JDK-8273914: javac 17 converts all operands at the end (JLS 15.18.1 converts each as it is evaluated).
    static String convertsReference(Trace t) {
        String left = new Loud(t, "a").toString();
        left += await(t.leaf("x", "-"));
        left += new Loud(t, "b").toString();
        return left + await(t.leaf("y", "+"));
    }

    @Case(like = "mutatedReference")
    @AsyncFn
    static String leftOperandIsMutatedMeanwhile(Trace t) {
        StringBuilder sb = new StringBuilder("old");
        return sb + await(t.effect("f", () -> sb.append("er").toString()));
    }

    static String mutatedReference(Trace t) {
        StringBuilder sb = new StringBuilder("old");
        String left = sb.toString();
        return left + await(t.effect("f", () -> sb.append("er").toString()));
    }

    @Case(like = "objectTargetReference")
    @AsyncFn
    static String oldValueOfAnObjectIsConvertedBeforeTheAwait(Trace t) {
        StringBuilder sb = new StringBuilder("old");
        Object[] a = {sb};
        a[0] += await(t.effect("f", () -> sb.append("er").toString()));
        return a[0].toString();
    }

    static String objectTargetReference(Trace t) {
        StringBuilder sb = new StringBuilder("old");
        String old = sb.toString();
        return old + await(t.effect("f", () -> sb.append("er").toString()));
    }

    @Case
    @AsyncFn
    static String convertedInItsOwnSubexpression(Trace t) {
        StringBuilder sb = new StringBuilder("old");
        return sb.toString() + await(t.effect("f", () -> sb.append("er").toString())) + sb.toString();
    }

    @Case
    @AsyncFn
    static String compoundKeepsTheOldString(Trace t) {
        String s = "a";
        s += (s = await(t.leaf("b", "b"))) + s;
        return s;
    }

    @Case
    @AsyncFn
    static String compoundWithNumbers(Trace t) {
        String s = "";
        s += 1 + await(t.leaf("two", 2));
        s += 'c' + 1;
        s += await(t.leaf("d", 'd'));
        s += null;
        s += await(t.leaf("null", (Object) null));
        s += await(t.leaf("array", new int[0])).length;
        return s;
    }

    @Case
    @AsyncFn
    static String compoundOnNull(Trace t) {
        String s = null;
        s += await(t.leaf("a", "a"));
        return s;
    }

    @Case
    @AsyncFn
    static String textBlocks(Trace t) {
        String s = """
            first "line" \
            goes on
              second	tab\ttab
            """ + await(t.leaf("a", """
                a
                  b"""));
        return s + """
            \u0041 end""" + await(t.leaf("b", ""));
    }

    @Case
    @AsyncFn
    static String escapesAndUnicode(Trace t) {
        String grüße = await(t.leaf("grüße", "ä\n\"\\\t\u00e9\0"));
        char \u0061bc = 'ß';
        await(t.tick("日本"));
        String 名前 = grüße + abc + '\'' + '"' + "\\u0022.length()";
        return 名前 + await(t.leaf("end", "\uD83D\uDE00"));
    }

    @Case
    @AsyncFn
    static String inArguments(Trace t) {
        return String.join(",", "a" + await(t.leaf("b", "b")), await(t.leaf("c", 3)) + "" + await(t.leaf("d", 4)));
    }

    @Case
    @AsyncFn
    static String constantFolding(Trace t) {
        final String a = "x" + 1;
        boolean before = a == "x1";
        await(t.tick("t"));
        return before + " " + (a == "x1") + " " + ("x" + 1 == await(t.leaf("s", "x1")));
    }
}
