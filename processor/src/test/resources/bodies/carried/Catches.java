package bodies.carried;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.IOException;

/** Exceptions of private classes that are caught, and resources that are closed. */
final class Catches {
    private Catches() {}

    private static class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;
        final int code;

        Failure(int code) {
            super("failure " + code);
            this.code = code;
        }
    }

    private static final class Worse extends Failure {
        private static final long serialVersionUID = 1;

        Worse() {
            super(99);
        }
    }

    private static final class Checked extends Exception {
        private static final long serialVersionUID = 1;
    }

    private static final class Fatal extends Error {
        private static final long serialVersionUID = 1;
    }

    private static final class Opened implements AutoCloseable {
        private final Trace t;
        private final String name;

        Opened(Trace t, String name) {
            this.t = t;
            this.name = name;
            t.log("open " + name);
        }

        String name() {
            return name;
        }

        @Override
        public void close() {
            t.log("close " + name);
            if (name.equals("bad")) {
                throw new Failure(7);
            }
        }
    }

    private static void fail(int how) throws Checked, IOException {
        switch (how) {
            case 0 -> throw new Failure(3);
            case 1 -> throw new Worse();
            case 2 -> throw new Checked();
            case 3 -> throw new IOException("io");
            case 4 -> throw new Fatal();
            case 5 -> throw new IllegalStateException("other");
            default -> {}
        }
    }

    @Case
    @AsyncFn
    static String inASplitTry(Trace t) throws IOException {
        String s = "";
        for (int how = 0; how < 7; how++) {
            try {
                s += await(t.leaf("a", how));
                fail(how);
                s += "-";
            } catch (Worse e) {
                s += "worse " + e.code + await(t.leaf("worse", 1));
            } catch (Failure e) {
                s += "failure " + e.code + e.getMessage();
            } catch (Checked | IOException e) {
                s += "two " + e.getClass().getSimpleName() + e.getMessage();
            } catch (Fatal e) {
                s += "fatal";
            } catch (IllegalStateException e) {
                s += e.getMessage();
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String inATryWithoutAnAwait(Trace t) throws IOException {
        String s = "" + await(t.leaf("a", 1));
        for (int how = 0; how < 7; how++) {
            try {
                fail(how);
                continue;
            } catch (Worse e) {
                s += "worse";
                if (how == 1) {
                    continue;
                }
            } catch (Failure | Checked e) {
                s += e.getMessage();
            } catch (Fatal e) {
                s += "fatal" + (e instanceof Error);
            } catch (RuntimeException | IOException e) {
                s += e.getMessage();
            } finally {
                s += ";";
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String whatIsNotCaughtGoesOn(Trace t) throws Exception {
        try {
            try {
                await(t.tick("t"));
                fail(5);
            } catch (Failure e) {
                return "wrong";
            }
        } catch (IllegalStateException e) {
            return e.getMessage() + await(t.leaf("b", 2));
        }
        return "never";
    }

    @Case
    @AsyncFn
    static void thrownAgain(Trace t) throws Exception {
        try {
            await(t.tick("before"));
            throw new Worse();
        } catch (Failure e) {
            t.log("caught " + e.code);
            await(t.tick("t"));
            throw e;
        } finally {
            t.log("finally");
        }
    }

    @Case
    @AsyncFn
    static void notSeenByADrop(Trace t) {
        try {
            await(t.tick("t"));
        } catch (Fatal e) {
            t.log("caught a drop");
        }
    }

    @Case
    @AsyncFn
    static String assignedAndCaptured(Trace t) {
        try {
            throw new Failure(await(t.leaf("code", 4)));
        } catch (Failure e) {
            java.util.function.Supplier<String> text = () -> e.getMessage() + e.code;
            await(t.tick("t"));
            return text.get();
        }
    }

    @Case
    @AsyncFn
    static String resources(Trace t) {
        String s = "";
        try (Opened one = new Opened(t, "one");
                Opened two = new Opened(t, await(t.leaf("name", "two")))) {
            s += one.name() + two.name() + await(t.leaf("in", 1));
        }
        Opened three = new Opened(t, "three");
        try (three) {
            s += three.name();
        }
        try (Opened bad = new Opened(t, "bad")) {
            s += bad.name();
        } catch (Failure e) {
            s += e.code;
        }
        try (Opened none = null) {
            s += none;
        }
        return s;
    }

    @Case
    @AsyncFn
    static void suppressed(Trace t) {
        try (Opened bad = new Opened(t, "bad")) {
            await(t.tick("t"));
            throw new IllegalStateException(bad.name());
        }
    }
}
