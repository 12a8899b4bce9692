package bodies.opaque;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Blocks that hold a monitor stay whole; what they lock is evaluated before them, and may be awaited. */
final class Monitors {
    private Monitors() {}

    @Case
    @AsyncFn
    static String awaitedMonitor(Trace t) {
        Object lock = new Object();
        t.log("held before " + Thread.holdsLock(lock));
        synchronized (await(t.leaf("lock", lock))) {
            t.log("held " + Thread.holdsLock(lock));
        }
        t.log("held after " + Thread.holdsLock(lock));
        return await(t.leaf("end", "end"));
    }

    @Case
    @AsyncFn
    static String returnsFromAnAwaitedMonitor(Trace t) {
        Object lock = new Object();
        String[] locked = {"a", "b"};
        try {
            synchronized (t.v("array", locked)[await(t.leaf("index", 1))]) {
                t.log("held " + Thread.holdsLock(locked[1]));
                return t.v("result", "result");
            }
        } finally {
            t.log("held after " + Thread.holdsLock(locked[1]));
            await(t.tick("finally"));
        }
    }

    @Case
    @AsyncFn
    static int jumpsOutOfAnAwaitedMonitor(Trace t) {
        int n = 0;
        for (int i = 0; i < 4; i++) {
            synchronized (i % 2 == 0 ? await(t.leaf("even", t)) : t.v("odd", t)) {
                if (i == 1) continue;
                if (i == 3) break;
                n += 10;
            }
            n += await(t.leaf("n", 1));
        }
        t.log("held " + Thread.holdsLock(t));
        return n;
    }

    @Case
    @AsyncFn
    static String awaitedMonitorIsNull(Trace t) {
        try {
            synchronized (await(t.<Object>leaf("null", null))) {
                t.log("not here");
            }
        } catch (NullPointerException e) {
            await(t.tick("caught"));
        }
        return "end";
    }

    @Case
    @AsyncFn
    static String throwsOutOfAnAwaitedMonitor(Trace t) {
        Object lock = new Object();
        try {
            synchronized (await(t.leaf("lock", lock))) {
                throw t.boom("boom");
            }
        } catch (Boom e) {
            t.log("held " + Thread.holdsLock(lock));
            return await(t.leaf("message", e.getMessage()));
        }
    }

    @Case
    @AsyncFn
    static String nestedInAWholeMonitor(Trace t) {
        await(t.tick("begin"));
        synchronized (t) {
            String s =
                    switch (t.v("one", 1)) {
                        case 1 -> {
                            synchronized (s(t)) {
                                yield "a";
                            }
                        }
                        default -> "b";
                    };
            return s;
        }
    }

    private static String s(Trace t) {
        return t.v("s", "s");
    }
}
