package bodies.resources;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Guard;
import dev.asyncfn.processor.differential.Trace;
import java.io.Closeable;
import java.io.IOException;

/** try-with-resources with awaits: what is closed, when, and what becomes of exceptions. */
@SuppressWarnings("try")
final class Resources {
    private final Trace t;
    final Guard field;

    Resources(Trace t) {
        this.t = t;
        this.field = null;
    }

    @Case
    @AsyncFn
    static String one(Trace t) {
        try (Guard a = t.guard("a")) {
            return await(t.leaf("body", "body of ")) + a;
        }
    }

    @Case
    @AsyncFn
    static String two(Trace t) {
        String s = "";
        try (Guard a = t.guard("a");
                Guard b = t.guard("b")) {
            s += await(t.leaf("body", "body")) + a + b;
        }
        return s + await(t.leaf("after", "!"));
    }

    @Case
    @AsyncFn
    static String threeOpenedByAwaits(Trace t) {
        try (Guard a = await(t.effect("a", () -> t.guard("a")));
                Guard b = t.guard("b" + a);
                Guard c = await(t.effect("c", () -> t.guard("c" + a + b)))) {
            return await(t.leaf("body", "body")) + a + b + c;
        }
    }

    @Case
    @AsyncFn
    static String awaitsInTheInitialiserOnly(Trace t) {
        try (Guard a = await(t.effect("a", () -> t.guard("a")))) {
            return "body " + a;
        }
    }

    @Case
    @AsyncFn
    static String nullResources(Trace t) {
        try (Guard a = t.guard("a");
                Guard none = null;
                Guard awaited = await(t.<Guard>leaf("none", null))) {
            await(t.tick("body"));
            return a + " " + none + " " + awaited;
        }
    }

    @Case
    @AsyncFn
    static String varResource(Trace t) {
        try (var a = t.guard("a");
                var b = await(t.effect("b", () -> t.guard("b")))) {
            return await(t.leaf("body", "body")) + a + b;
        }
    }

    @Case
    @AsyncFn
    static String variableAsResource(Trace t) {
        Guard a = t.guard("a");
        final Guard b = await(t.effect("b", () -> t.guard("b")));
        try (a;
                b) {
            await(t.tick("body"));
        }
        return a + " " + b;
    }

    @Case
    @AsyncFn
    String fieldAsResource() {
        Holder holder = new Holder(t.guard("h"));
        try (holder.guard;
                field) {
            await(t.tick("body"));
        }
        return "" + field;
    }

    static final class Holder {
        final Guard guard;

        Holder(Guard guard) {
            this.guard = guard;
        }
    }

    @Case
    @AsyncFn
    static void closeFails(Trace t) {
        try (Guard a = t.guard("a");
                Guard bad = t.badGuard("bad");
                Guard c = t.guard("c")) {
            await(t.tick("body"));
        }
    }

    @Case
    @AsyncFn
    static void closeFailsAfterAnException(Trace t) {
        try (Guard bad = t.badGuard("bad");
                Guard worse = t.badGuard("worse")) {
            await(t.tick("a"));
            await(t.fail("primary"));
        }
    }

    @Case
    @AsyncFn
    static void allClosesFail(Trace t) {
        try (Guard bad = t.badGuard("bad");
                Guard worse = t.badGuard("worse")) {
            await(t.tick("body"));
        }
    }

    @Case
    @AsyncFn
    static int closeFailureReplacesAReturn(Trace t) {
        try (Guard bad = t.badGuard("bad")) {
            return await(t.leaf("lost", 1));
        }
    }

    @Case
    @AsyncFn
    static String openingTheSecondFails(Trace t) {
        try (Guard a = t.guard("a");
                Guard b = await(t.<Guard>fail("b"))) {
            return await(t.leaf("never", "never"));
        } catch (Boom e) {
            return e.getMessage() + await(t.leaf("caught", "!"));
        }
    }

    private static Guard failing(Trace t) {
        throw t.boom("opening");
    }

    @Case
    @AsyncFn
    static String openingTheSecondFailsWithoutAwait(Trace t) {
        try (Guard a = t.badGuard("a");
                Guard b = failing(t)) {
            return await(t.leaf("never", "never"));
        } catch (Boom e) {
            return e.getMessage() + " " + e.getSuppressed()[0].getMessage();
        }
    }

    @Case
    @AsyncFn
    static String openingTheFirstFails(Trace t) {
        try (Guard a = failing(t)) {
            await(t.tick("never"));
            return "never";
        } catch (Boom e) {
            return e.getMessage();
        } finally {
            await(t.tick("finally"));
        }
    }

    @Case
    @AsyncFn
    static String catchAndFinallyRunAfterTheCloses(Trace t) {
        String s = "";
        try (Guard a = t.guard("a");
                Guard b = t.guard("b")) {
            s += await(t.<String>fail("body"));
        } catch (Boom e) {
            t.log("catch");
            s += await(t.leaf("caught", e.getMessage()));
        } finally {
            t.log("finally");
            s += await(t.leaf("finally", "!"));
        }
        return s;
    }

    @Case
    @AsyncFn
    static String failureOfACloseIsCaught(Trace t) {
        try (Guard bad = t.badGuard("bad")) {
            await(t.tick("body"));
        } catch (Boom e) {
            return await(t.leaf("caught", e.getMessage()));
        }
        return "never";
    }

    @Case
    @AsyncFn
    static String jumpsOut(Trace t) {
        String s = "";
        outer:
        for (int i = 0; ; i++) {
            try (Guard a = t.guard("a" + i)) {
                for (int k = 0; k < 3; k++) {
                    try (Guard b = t.guard("b" + i + k)) {
                        s += await(t.leaf("body", "" + i + k + " "));
                        if (i == 0 && k == 1) continue outer;
                        if (i == 1 && k == 0) continue;
                        if (i == 1 && k == 1) break;
                        if (i == 2) break outer;
                    }
                }
                s += "after ";
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static int returnedValueIsEvaluatedBeforeTheClose(Trace t) {
        int[] n = {1};
        class Counter implements AutoCloseable {
            @Override
            public void close() {
                n[0] = 100;
                t.log("close");
            }
        }
        try (Counter c = new Counter()) {
            await(t.tick("body"));
            return n[0];
        }
    }

    static final class Closing implements Closeable {
        private final Trace t;
        private final boolean fails;

        Closing(Trace t, boolean fails) {
            this.t = t;
            this.fails = fails;
        }

        @Override
        public void close() throws IOException {
            t.log("close");
            if (fails) throw t.tag("close", new IOException("close"));
        }
    }

    @Case
    @AsyncFn
    static String checkedExceptionOfACloseIsCaught(Trace t) {
        String s = "";
        for (boolean fails : new boolean[] {false, true}) {
            try (Closing c = new Closing(t, fails)) {
                s += await(t.leaf("body", "body;"));
            } catch (IOException e) {
                s += await(t.leaf("caught", e.getMessage()));
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static void checkedExceptionOfACloseIsDeclared(Trace t) throws IOException {
        try (Closing c = new Closing(t, true)) {
            await(t.tick("body"));
        }
    }

    @Case
    @AsyncFn
    static String nestedInTheCatchAndTheFinally(Trace t) {
        String s = "";
        try (Guard a = t.guard("a")) {
            s += await(t.<String>fail("body"));
        } catch (Boom e) {
            try (Guard b = t.guard("b")) {
                s += await(t.leaf("caught", "c"));
            }
        } finally {
            try (Guard c = t.guard("c")) {
                s += await(t.leaf("finally", "f"));
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String capturedResource(Trace t) {
        try (Guard a = t.guard("a")) {
            java.util.function.Supplier<String> name = () -> "captured " + a;
            await(t.tick("body"));
            return name.get();
        }
    }

    @Case
    @AsyncFn
    static String bodyWithoutAwaitBetweenAwaits(Trace t) {
        await(t.tick("before"));
        try (Guard a = t.guard("a")) {
            t.log("body");
        }
        return await(t.leaf("after", "after"));
    }

    @AsyncFn
    static int inner(Trace t) {
        try (Guard g = t.guard("inner")) {
            return await(t.leaf("in", 5));
        }
    }

    @Case
    @AsyncFn
    static int outerAndInner(Trace t) {
        try (Guard a = t.guard("a")) {
            int x = await(t.leaf("one", 1));
            int y;
            try (Guard b = t.guard("b")) {
                y = inner(t);
            }
            try (Guard c = t.guard("c")) {
                return x + y + await(t.leaf("two", 2));
            }
        }
    }

    /** A resource that is only named must be a local that nothing assigns, wherever the machine keeps it. */
    @Case
    @AsyncFn
    static String namedInAWholeTry(Trace t) {
        String s = await(t.leaf("before", "b"));
        try (var a = t.guard("a")) {
            try (a) {
                t.log("whole " + a);
            }
            s += await(t.leaf("body", "c"));
            try (a) {
                t.log("again " + a);
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String namedInALoop(Trace t) {
        Guard kept = t.guard("kept");
        for (int i = 0; i < 2; i++) {
            try (kept; Guard other = t.guard("other" + i)) {
                t.log(kept + " and " + other);
            }
            await(t.tick("tick" + i));
            if (i == 1) {
                try (kept) {
                    t.log("last");
                }
            }
        }
        return "done";
    }

    @Case
    @AsyncFn
    static String parameterNamed(Trace t) {
        return named(t, t.guard("given"));
    }

    @AsyncFn
    static String named(Trace t, Guard given) {
        await(t.tick("before"));
        try (given) {
            t.log("whole " + given);
        }
        return await(t.leaf("after", "after"));
    }
}
