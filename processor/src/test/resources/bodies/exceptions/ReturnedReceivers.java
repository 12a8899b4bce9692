package bodies.exceptions;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** The object itself is returned at several places, each through a {@code finally}. */
final class ReturnedReceivers {
    private Object strategy = "none";

    private final class Cached {
        @Override
        public String toString() {
            return "cached " + strategy;
        }
    }

    @AsyncFn
    private ReturnedReceivers set(Trace t, boolean cached) {
        await(t.tick("lock"));
        try {
            if (cached == await(t.leaf("before", !strategy.equals("none")))) return this;
            if (cached) strategy = new Cached().getClass().getSimpleName();
            else strategy = "none";
            return this;
        } finally {
            await(t.tick("unlock"));
        }
    }

    @AsyncFn
    private ReturnedReceivers nested(Trace t, int n) {
        try {
            try {
                if (n == 0) return this;
                if (await(t.leaf("n", n)) == 1) return new ReturnedReceivers();
                return this;
            } finally {
                await(t.tick("inner"));
            }
        } finally {
            await(t.tick("outer"));
        }
    }

    @AsyncFn
    private ReturnedReceivers chosen(Trace t, boolean first) {
        ReturnedReceivers self = first ? this : await(t.leaf("other", this));
        return (await(t.leaf("again", first)) ? this : self).set(t, true);
    }

    @Case
    @AsyncFn
    static String throughAFinally(Trace t) {
        ReturnedReceivers all = new ReturnedReceivers();
        String s = all.set(t, false) == all ? "same " : "other ";
        s += set(all, t).strategy;
        s += (all.nested(t, 0) == all) + "" + (all.nested(t, 1) == all) + (all.nested(t, 2) == all);
        return s + (all.chosen(t, true) == all) + (all.chosen(t, false) == all);
    }

    @AsyncFn
    private static ReturnedReceivers set(ReturnedReceivers all, Trace t) {
        return all.set(t, true);
    }
}
