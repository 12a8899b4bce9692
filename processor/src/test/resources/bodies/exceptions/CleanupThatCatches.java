package bodies.exceptions;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** A finally may fail and catch its own failure, also when it runs because the future is dropped. */
final class CleanupThatCatches {
    private CleanupThatCatches() {}

    @Case
    @AsyncFn
    static String tryInTheTryTheCatchAndTheFinally(Trace t) {
        String s = "";
        try {
            try {
                s += await(t.<String>fail("a"));
            } catch (Boom e) {
                s += await(t.leaf("ca", e.getMessage()));
                throw t.boom("b");
            }
        } catch (Boom e) {
            try {
                s += await(t.leaf("cb", e.getMessage()));
                await(t.fail("c"));
            } catch (Boom e2) {
                s += e.getMessage() + e2.getMessage();
            }
        } finally {
            try {
                await(t.fail("d"));
            } catch (Boom e) {
                s += await(t.leaf("cd", e.getMessage()));
            } finally {
                s += await(t.leaf("f", "!"));
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String finallyCatchesWithoutAnAwait(Trace t) {
        try {
            return await(t.leaf("body", "body"));
        } finally {
            try {
                if (t.v("c", true)) throw t.boom("verbatim");
            } catch (Boom e) {
                t.log("caught " + e.getMessage());
            }
            await(t.tick("finally"));
        }
    }

    @AsyncFn
    static void cleanUp(Trace t) {
        try {
            await(t.fail("inner"));
        } catch (Boom e) {
            await(t.tick("inner caught"));
        }
    }

    @Case
    @AsyncFn
    static String finallyCallsAnAsyncFnThatCatches(Trace t) {
        try {
            return await(t.leaf("body", "body"));
        } finally {
            cleanUp(t);
            t.log("finally");
        }
    }

    @Case
    @AsyncFn
    static String finallyCatchesItsOwnAwaitedFailure(Trace t) {
        try {
            return await(t.leaf("body", "body"));
        } finally {
            try {
                await(t.fail("inner"));
            } catch (Boom e) {
                await(t.tick("caught"));
            } finally {
                t.log("innermost");
            }
            t.log("finally");
        }
    }
}
