package bodies.owners;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;

/** Code that is silent in its own class must not warn in the generated one. */
@SuppressWarnings("rawtypes")
final class Suppressed {
    private Suppressed() {}

    @Deprecated
    static int old(int n) {
        return n + 1;
    }

    @Deprecated
    static int oldField = 3;

    /** A deprecated type. */
    @Deprecated
    static final class OldType {
        final int n = 4;
    }

    @Case
    @AsyncFn
    static int deprecatedMembersOfTheSameClass(Trace t) {
        oldField += old(await(t.leaf("n", 1)));
        OldType o = new OldType();
        await(t.tick("t"));
        return oldField + o.n;
    }

    @Case
    @AsyncFn
    @SuppressWarnings({"unchecked", "cast"})
    static int uncheckedCode(Trace t) {
        List raw = new ArrayList();
        raw.add(await(t.leaf("a", "a")));
        List<String> list = raw;
        await(t.tick("t"));
        return ((List<String>) list).get(0).length();
    }

    @Case
    @AsyncFn
    static int rawTypesOfTheClass(Trace t) {
        List raw = await(t.leaf("list", List.of(1)));
        await(t.tick("t"));
        return raw.size();
    }

    @Case
    @AsyncFn
    @SuppressWarnings("fallthrough")
    static int fallthrough(Trace t) {
        int n = 0;
        int two = await(t.leaf("two", 2));
        switch (two) {
            case 1:
                n = 100;
            case 2:
                n += 1;
            case 3:
                n += 10;
        }
        return n + await(t.leaf("last", 0));
    }

    @Case
    @AsyncFn
    @Deprecated
    static int deprecatedAsyncFn(Trace t) {
        return await(t.leaf("n", 1));
    }

    @Case
    @AsyncFn
    @SuppressWarnings("divzero")
    static void constantDivisionByZero(Trace t) {
        await(t.tick("t"));
        t.v("unreachable", 1 / 0);
    }
}
