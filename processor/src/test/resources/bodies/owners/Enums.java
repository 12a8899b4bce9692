package bodies.owners;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

enum Enums {
    ONE(1) {
        @Override
        int weight() {
            return 10;
        }
    },
    TWO(2);

    private final int n;
    private static int calls;

    Enums(int n) {
        this.n = n;
    }

    int weight() {
        return n;
    }

    @AsyncFn
    final int weigh(Trace t) {
        calls++;
        int w = weight() + await(t.leaf(name(), n)) + ordinal();
        return w * calls;
    }

    @AsyncFn
    private static Enums parse(Trace t, String s) {
        return valueOf(await(t.leaf("name", s)));
    }

    @Case
    @AsyncFn
    static String constants(Trace t) {
        String s = "";
        for (Enums e : values()) s += e + "=" + e.weigh(t) + await(t.leaf("comma", ","));
        return s + parse(t, "TWO") + (ONE.compareTo(parse(t, "ONE")) == 0) + calls;
    }

    @Case
    @AsyncFn
    static Enums unknownConstant(Trace t) {
        return parse(t, "THREE");
    }
}
