package bodies.calls.other;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Trace;

public final class Remote {
    private final Trace t;
    public int value = 5;

    public Remote(Trace t) {
        this.t = t;
    }

    @AsyncFn
    public static int far(Trace t, int n) {
        return await(t.leaf("far", n));
    }

    @AsyncFn
    public int near(int n) {
        value += await(t.leaf("near", n));
        return value;
    }

    @AsyncFn
    public static Remote make(Trace t) {
        return new Remote(await(t.leaf("make", t)));
    }

    public static final class Part {
        private Part() {}

        @AsyncFn
        public static int part(Trace t, int n) {
            return await(t.leaf("part", n)) + 1;
        }
    }
}
