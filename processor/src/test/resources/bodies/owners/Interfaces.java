package bodies.owners;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

interface Interfaces {
    int LIMIT = 3;

    Trace t();

    default int base() {
        return 100;
    }

    @AsyncFn
    private int hidden(int n) {
        int b = base();
        return b + LIMIT + await(t().leaf("hidden", n));
    }

    @AsyncFn
    static int open(Interfaces i, int n) {
        int a = i.hidden(n);
        return a + await(i.hidden(a)) + shared(i.t());
    }

    @AsyncFn
    private static int shared(Trace t) {
        return await(t.leaf("shared", LIMIT));
    }

    record Plain(Trace t) implements Interfaces {}

    @Case
    @AsyncFn
    static int privateAndStaticMethods(Trace t) {
        return open(new Plain(t), 1) + open(() -> t, 2);
    }

    @Case
    @AsyncFn
    static int calledThroughTheInterface(Trace t) {
        Interfaces i = new Interfaces() {
            @Override
            public Trace t() {
                return t;
            }

            @Override
            public int base() {
                return 7;
            }
        };
        await(t.tick("t"));
        return Interfaces.open(i, 5);
    }
}
