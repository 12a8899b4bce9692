package bodies.calls;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

final class Overloads {
    private Overloads() {}

    static String m(int x) {
        return "int ";
    }

    static String m(Integer x) {
        return "Integer ";
    }

    static String m(long x) {
        return "long ";
    }

    static String m(Object x) {
        return "Object ";
    }

    static String m(CharSequence x) {
        return "CharSequence ";
    }

    static String m(double x) {
        return "double ";
    }

    static String m(char x) {
        return "char ";
    }

    @Case
    @AsyncFn
    static String awaitedResults(Trace t) {
        return m(await(t.leaf("boxed", 1))) + m(await(t.leaf("s", "s"))) + m(await(t.leaf("l", 1L)))
                + m((int) await(t.leaf("i", 1))) + m(await(t.leaf("c", 'c'))) + m(await(t.leaf("o", (Object) 1)))
                + m(await(t.leaf("n", (Number) 1))) + m(await(t.leaf("sb", new StringBuilder())));
    }

    @Case
    @AsyncFn
    static String operandsLeftOfAnAwait(Trace t) {
        byte b = 1;
        Integer boxed = 2;
        return two(t.v("i", 1), await(t.leaf("x", 0))) + two(boxed, await(t.leaf("x", 0)))
                + two(b, await(t.leaf("x", 0))) + two(1 + await(t.leaf("y", 1)), "2")
                + two(await(t.leaf("z", 1)) + 1L, "3") + two('c', await(t.leaf("x", 0)));
    }

    private static String two(int a, Object b) {
        return "int ";
    }

    private static String two(Integer a, Object b) {
        return "Integer ";
    }

    private static String two(long a, Object b) {
        return "long ";
    }

    private static String two(byte a, Object b) {
        return "byte ";
    }

    @Case
    @AsyncFn
    static String resultsOfConditionals(Trace t) {
        return m(await(t.leaf("a", true)) ? 1 : 2) + m(await(t.leaf("b", true)) ? 1 : 2L)
                + m(await(t.leaf("d", true)) ? await(t.leaf("e", 1)) : await(t.leaf("never", 2)))
                + m(await(t.leaf("f", true)) ? "s" : new StringBuilder());
    }

    @Case
    @AsyncFn
    static String resultsOfAsyncFns(Trace t) {
        return m(primitive(t)) + m(await(primitive(t))) + m(boxed(t)) + m(await(boxed(t))) + m(wide(t));
    }

    @AsyncFn
    static int primitive(Trace t) {
        return await(t.leaf("p", 1));
    }

    @AsyncFn
    static Integer boxed(Trace t) {
        return await(t.leaf("b", 1));
    }

    @AsyncFn
    static long wide(Trace t) {
        return await(t.leaf("w", 1));
    }

    static String take(Collection<?> c) {
        return "Collection ";
    }

    static String take(List<?> c) {
        return "List ";
    }

    @Case
    @AsyncFn
    static String staticTypesDecide(Trace t) {
        Collection<String> c = await(t.leaf("c", new ArrayList<>()));
        var l = await(t.leaf("l", new ArrayList<String>()));
        await(t.tick("t"));
        Object o = l;
        return take(c) + take(l) + m(o) + m(null == o ? null : o);
    }

    @AsyncFn
    static String f(Trace t, int n) {
        return "f int " + await(t.leaf("n", n)) + " ";
    }

    @AsyncFn
    static String f(Trace t, String s) {
        return "f String " + await(t.leaf("s", s)) + " ";
    }

    @AsyncFn
    static String f(Trace t) {
        return "f " + await(t.leaf("none", "none")) + " ";
    }

    @AsyncFn
    static String f(Trace t, int[] a, List<String> l) {
        return "f array " + await(t.leaf("a", a[0])) + l + " ";
    }

    static String f(Trace t, long n) {
        return "f long " + n + " ";
    }

    @Case
    @AsyncFn
    static String overloadedAsyncFns(Trace t) {
        return f(t, 1) + await(f(t, "s")) + f(t) + f(t, new int[] {3}, List.of("l")) + f(t, 4L);
    }
}
