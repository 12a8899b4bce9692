package bodies.exceptions;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Locals that are assigned in one part of a try and read in another. */
final class Assignments {
    private Assignments() {}

    @Case
    @AsyncFn
    static String assignedInTheTryReadInTheCatch(Trace t) {
        String step = "none";
        try {
            step = "first";
            await(t.tick("first"));
            step = await(t.leaf("second", "second"));
            await(t.fail("boom"));
            step = "never";
        } catch (Boom e) {
            return step + await(t.leaf("caught", "!"));
        }
        return step;
    }

    @Case
    @AsyncFn
    static int assignedInTheTryReadInTheFinally(Trace t) {
        int n = 0;
        int result = -1;
        try {
            n++;
            await(t.tick("a"));
            n++;
            await(t.fail("b"));
            n++;
        } catch (Boom e) {
            n *= 10;
        } finally {
            result = n;
            await(t.tick("f"));
        }
        return result;
    }

    @Case
    @AsyncFn
    static String firstAssignedInTheTry(Trace t) {
        String s;
        try {
            s = await(t.leaf("s", "s"));
        } finally {
            await(t.tick("f"));
        }
        return s;
    }

    @Case
    @AsyncFn
    static String firstAssignedInTheTryOrTheCatch(Trace t) {
        String r = "";
        for (int i = 0; i < 2; i++) {
            final String s;
            String u;
            try {
                u = i == 0 ? await(t.leaf("u", "u")) : await(t.<String>fail("boom"));
            } catch (Boom e) {
                u = await(t.leaf("caught", "c"));
            }
            s = u;
            Runnable use = () -> t.log("s = " + s);
            await(t.tick("t"));
            use.run();
            r += s;
        }
        return r;
    }

    @Case
    @AsyncFn
    static int primitiveFirstAssignedInTheCatch(Trace t) {
        int n;
        try {
            await(t.fail("boom"));
            n = 1;
        } catch (Boom e) {
            n = 2;
            await(t.tick("t"));
        } finally {
            await(t.tick("f"));
        }
        return n;
    }

    @Case
    @AsyncFn
    static String fieldsAndElementsKeepWhatTheTryWrote(Trace t) {
        int[] a = {0, 0};
        try {
            a[0] = await(t.leaf("one", 1));
            a[1] = a[0] + await(t.<Integer>fail("boom"));
        } catch (Boom e) {
            a[1] -= await(t.leaf("five", 5));
        }
        return a[0] + " " + a[1];
    }

    @Case
    @AsyncFn
    static String incrementHappensOnceAlthoughTheTryIsEnteredAgain(Trace t) {
        int entered = 0;
        String s = "";
        while (entered < 3) {
            try {
                entered++;
                s += await(t.leaf("a", "a"));
                if (entered == 2) await(t.fail("two"));
                s += await(t.leaf("b", "b"));
            } catch (Boom e) {
                s += entered;
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String operandsBeforeAFailedAwaitAreEvaluatedOnce(Trace t) {
        int n = 0;
        String s = "";
        try {
            s = t.v("left", "l") + ++n + await(t.<String>fail("boom"));
        } catch (Boom e) {
            s += n + await(t.leaf("c", "c"));
        }
        return s;
    }

    @Case
    @AsyncFn
    static String shadowedNamesInTryAndCatch(Trace t) {
        String r = "";
        try {
            String x = await(t.leaf("x1", "try"));
            r += x;
            await(t.fail("boom"));
        } catch (Boom e) {
            int x = await(t.leaf("x2", 7));
            r += x;
            await(t.tick("t"));
            r += x;
        } finally {
            double x = await(t.leaf("x3", 0.5));
            r += x;
            await(t.tick("u"));
            r += x;
        }
        return r;
    }
}
