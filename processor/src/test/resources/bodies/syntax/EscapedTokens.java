package bodies.syntax;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;

/** Braces, keywords, operators and letters that are written as escapes. */
final class EscapedTokens {
    private EscapedTokens() {}

    @Case
    @AsyncFn
    static \u0069nt braces(Trace t) \u007b
        int n = await(t.leaf("n", 1));
        while (n < 5) \u007b // in
            n += await(t.leaf("more", 2));
        \u007d
        try \u007b
            n += await(t.leaf("try", 3));
        \u007d finally \u007b
            n++;
        \u007d
        return n\u003b
    \u007d

    @Case
    @AsyncFn
    static int bracesOfClasses(Trace t) {
        int n = await(t.leaf("n", 1));
        var list = new ArrayList<Integer>(/* { */) \u007b
            private static final long serialVersionUID = 1;
            final int kept = n;

            int own() {
                return kept + size();
            }
        \u007d;
        list.add(await(t.leaf("added", 2)));
        return list.own();
    }

    @Case
    @AsyncFn
    static int keywords(Trace t) {
        \u0066or (int i = 0; i \u003c 2; i\u002b\u002b) \u0061wait(t.leaf("i", i));
        switch\u0028await(t.leaf("s", 1))) {
            c\u0061se 1\u003a
                return n\u0065w int[] {await(t.leaf("e", 3))}\u005b0\u005d;
            default:
                return 0;
        }
    }

    @Case
    @AsyncFn
    static int operators(Trace t) {
        int a = await(t.leaf("a", 2));
        if (a > 0 \u0026\u0026 await(t.leaf("and", 1)) > 0 \u007c\u007c a > 1) a++; // \u000a a += 100;
        /* \u002a/ a += 1000; /* */
        return a;
    }

    @Case
    @AsyncFn
    static String literals(Trace t) {
        String s = \u0022x\u0022 + await(t.leaf("s", "\u0022 + \u0022"));
        char c = \u0027x\u0027;
        return s + c + "\uuuu0041\u005c\u005cu0041" + '\u005c'' + await(t.leaf("c", '\u005c\u005c'));
    }

    /** Of a generic class, whose name must be qualified in the future. */
    static final class Open<T> {
        T value;

        Open(T value) {
            this.value = value;
        }
    }

    /** No future can name it. */
    private static final class Hidden<T> {
        T value;

        Hidden(T value) {
            this.value = value;
        }
    }

    private static <T> T same(T value) {
        return value;
    }

    @Case
    @AsyncFn
    static int bracketsBehindBrackets(Trace t) {
        int n = await(t.leaf("n", 1));
        Open<Open<Integer\u003e\u003e a = new Open<Open<Integer>\u003e(new Open<>(n));
        Open<Open<Open<Integer\uu003e\u003e> b = new Open<Open<Open<Integer>\u003e\u003e(a);
        List<? extends Open<Open<Integer\u003e>> c = EscapedTokens.<List<Open<Open<Integer\u003e\u003e\u003e>same(List.of(a));
        Hidden<Hidden<Integer\u003e\u003e d = EscapedTokens.<Hidden<Hidden<Integer\u003e>>same(new Hidden<>(new Hidden<>(n)));
        List<Hidden<Integer\u003e> e = List.of(d.value);
        await(t.tick("t"));
        return a.value.value + b.value.value.value + c.get(0).value.value + d.value.value + e.get(0).value
                + (64 \u003e\u003e n) + (64 >\u003e> n) + (64 \u003e>> 2);
    }
}
