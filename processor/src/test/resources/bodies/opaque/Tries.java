package bodies.opaque;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** A try without an await stays as it is, whatever jumps out of it. */
final class Tries {
    private static int field;

    private Tries() {}

    private static int parse(Trace t, String s) {
        t.log("parse " + s);
        return Integer.parseInt(s);
    }

    @Case
    @AsyncFn
    static int returnsFromATry(Trace t) {
        for (String s : List.of("x", "7", "never")) {
            String u = await(t.leaf(s, s));
            try {
                return parse(t, u);
            } catch (NumberFormatException e) {
                t.log("caught");
            } finally {
                t.log("finally");
            }
        }
        return -1;
    }

    @Case
    @AsyncFn
    static String jumpsToAwaitingLoops(Trace t) {
        String r = "";
        outer:
        for (int i = 0; ; i++) {
            for (String s : List.of("1", "x", "3", "4")) {
                r += await(t.leaf("s", s));
                try {
                    int n = parse(t, s);
                    if (n == 3) continue outer;
                    if (i == 1) break outer;
                } catch (NumberFormatException e) {
                    continue;
                } finally {
                    t.log("finally " + s);
                }
                r += "+";
            }
        }
        return r;
    }

    @Case
    @AsyncFn
    @SuppressWarnings("finally")
    static int finallyOverridesTheReturn(Trace t) {
        while (true) {
            int n = await(t.leaf("n", 1));
            try {
                return n;
            } finally {
                break;
            }
        }
        return await(t.leaf("after", 2));
    }

    @Case
    @AsyncFn
    static int finallyRunsAfterTheReturnedValue(Trace t) {
        int n = await(t.leaf("n", 1));
        try {
            return n + t.v("value", 10);
        } finally {
            n = 100;
            field = n;
            t.log("finally " + n);
        }
    }

    @Case
    @AsyncFn
    static String multiCatchAndRethrow(Trace t) throws IOException {
        await(t.tick("t"));
        String s = "";
        try {
            if (t.v("c", true)) throw t.tag("io", new IOException("io"));
        } catch (IOException | IllegalStateException e) {
            s = e.getMessage();
        }
        await(t.tick("u"));
        try {
            if (s.equals("io")) throw t.tag("second", new IOException("second"));
            t.log("never");
        } catch (Exception e) {
            t.log("rethrows");
            throw e;
        }
        return s;
    }

    static final class Resource implements AutoCloseable {
        private final Trace t;
        private final String name;

        Resource(Trace t, String name) {
            this.t = t;
            this.name = name;
            t.log("open " + name);
        }

        @Override
        public void close() {
            t.log("close " + name);
            if (name.equals("bad")) throw t.boom("close");
        }
    }

    @Case
    @AsyncFn
    static int resources(Trace t) {
        int n = await(t.leaf("n", 1));
        for (int i = 0; ; i++) {
            try (Resource a = new Resource(t, "a" + i);
                    Resource b = new Resource(t, "b" + i)) {
                if (i == n) return i * 10 + a.name.length() + b.name.length();
                if (i == 0) continue;
            }
            await(t.tick("never"));
        }
    }

    @Case
    @AsyncFn
    static void suppressedException(Trace t) {
        await(t.tick("t"));
        try (Resource a = new Resource(t, "bad")) {
            throw t.boom("body " + a.name);
        }
    }

    @Case
    @AsyncFn
    static String catchParametersOfOneName(Trace t) {
        String r = "";
        try {
            parse(t, "a");
        } catch (NumberFormatException e) {
            r += e.getMessage();
            try {
                parse(t, "b");
            } catch (NumberFormatException f) {
                r += f.getMessage();
            }
        }
        String e = await(t.leaf("e", "e"));
        await(t.tick("t"));
        try {
            parse(t, "c");
        } catch (RuntimeException f) {
            r += f.getMessage();
        }
        return r + e;
    }

    @Case
    @AsyncFn
    static int caughtExceptionIsUsedLater(Trace t) {
        RuntimeException kept = null;
        int n = await(t.leaf("n", 1));
        try {
            n = parse(t, "x");
        } catch (NumberFormatException e) {
            kept = e;
        }
        await(t.tick("t"));
        return kept == null ? n : kept.getMessage().length();
    }

    @Case
    @AsyncFn
    static int locksAndMonitors(Trace t) {
        int n = await(t.leaf("n", 1));
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        try {
            n++;
        } finally {
            lock.unlock();
        }
        await(t.tick("t"));
        synchronized (lock) {
            n += lock.isLocked() ? 100 : 10;
            if (n > 5) return n;
        }
        return await(t.leaf("never", -1));
    }

    @Case
    @AsyncFn
    static int synchronizedThatContinues(Trace t) {
        int n = 0;
        for (Object o : List.of("a", "b")) {
            n += await(t.leaf("o", 1));
            synchronized (o) {
                if (o.equals("a")) continue;
                if (n == 2) break;
            }
            n += 100;
        }
        return n;
    }

    @Case
    @AsyncFn
    static int nestedTriesWithLabels(Trace t) {
        int n = 0;
        a:
        while (true) {
            n += await(t.leaf("n", 1));
            try {
                b:
                try {
                    if (n == 1) break b;
                    if (n == 2) continue a;
                    break a;
                } finally {
                    t.log("inner");
                }
            } finally {
                t.log("outer");
            }
            n += await(t.leaf("zero", 0));
        }
        return n;
    }

    @Case
    @AsyncFn
    static int assignedInATryAndReadInLaterStates(Trace t) {
        int x = 0;
        try {
            x = 3;
            parse(t, "x");
            x = 4;
        } catch (RuntimeException e) {
            t.log("caught " + x);
        }
        await(t.tick("t"));
        int y;
        try {
            y = parse(t, "5");
        } finally {
            x++;
        }
        await(t.tick("u"));
        return x * 10 + y;
    }
}
