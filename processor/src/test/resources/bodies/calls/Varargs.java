package bodies.calls;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

final class Varargs {
    private Varargs() {}

    private static String ints(int... n) {
        return Arrays.toString(n);
    }

    static String objects(String first, Object... rest) {
        return first + (rest == null ? "null" : Arrays.toString(rest));
    }

    @SafeVarargs
    static <E> List<E> list(E... all) {
        List<E> list = new ArrayList<>();
        for (E e : all) list.add(e);
        return list;
    }

    @Case
    @AsyncFn
    static String awaitedElements(Trace t) {
        return ints(t.v("a", 1), await(t.leaf("b", 2)), t.v("c", 3)) + ints() + ints(await(t.leaf("d", 4)));
    }

    @Case
    @AsyncFn
    static String arrayIsPassedAsItIs(Trace t) {
        return ints(await(t.leaf("a", new int[] {1, 2}))) + objects("x", await(t.leaf("b", new Object[] {"y", 1})));
    }

    @Case
    @AsyncFn
    static String arrayAsOneElement(Trace t) {
        return objects("x", (Object) await(t.leaf("a", new String[0])).length) + objects(await(t.leaf("f", "f")));
    }

    @Case
    @AsyncFn
    static String boxing(Trace t) {
        return objects(await(t.leaf("s", "s")), 1, await(t.leaf("c", 'c')), null, await(t.leaf("l", 2L)), 1.5f);
    }

    @Case
    @AsyncFn
    static String nullArray(Trace t) {
        return objects("x", await(t.leaf("null", (Object[]) null)));
    }

    @Case
    @AsyncFn
    static String generic(Trace t) {
        return list(await(t.leaf("a", 1)), 2.5, await(t.leaf("b", 'b'))) + "" + list(await(t.leaf("c", "c"))).size();
    }

    @Case
    @AsyncFn
    static String format(Trace t) {
        return String.format("%s %d %s", await(t.leaf("a", "a")), await(t.leaf("n", 3)), t.v("b", "b"));
    }

    @Case
    @AsyncFn
    static String asyncFnWithVarargs(Trace t) {
        return joined(t) + joined(t, "a") + await(joined(t, "b", await(t.leaf("c", "c"))))
                + joined(t, new String[] {"d", "e"});
    }

    @AsyncFn
    static String joined(Trace t, String... parts) {
        String s = "";
        for (String p : parts) s += await(t.leaf(p, p));
        return "[" + s + parts.length + "]";
    }
}
