package bodies.thirty;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Guard;
import dev.asyncfn.processor.differential.Trace;
import java.io.IOException;

/** Of the thirty cases of the checklist those about how statements complete. */
@SuppressWarnings({"finally", "try"})
final class Completions {
    private Completions() {}

    @Case
    @AsyncFn
    static int case10ReturnedValueIsEvaluatedBeforeTheFinally(Trace t) {
        int x = 0;
        try {
            x = await(t.leaf("f", 1));
            return x;
        } finally {
            x += await(t.leaf("g", 10));
            t.log("x = " + x);
        }
    }

    @Case
    @AsyncFn
    static String case11LabelledBreakThroughThreeAwaitingFinallys(Trace t) {
        String s = "";
        out:
        {
            try {
                try {
                    try {
                        if (await(t.leaf("body", true))) break out;
                        t.log("never");
                    } finally {
                        s += await(t.leaf("inner", "a"));
                    }
                } finally {
                    s += await(t.leaf("middle", "b"));
                }
            } finally {
                s += await(t.leaf("outer", "c"));
            }
            t.log("never");
        }
        return s;
    }

    @Case
    @AsyncFn
    static void case12ThrowInAnInnerFinallyReplacesTheException(Trace t) {
        try {
            try {
                await(t.fail("first"));
            } finally {
                await(t.tick("inner"));
                throw t.boom("second");
            }
        } finally {
            await(t.tick("outer"));
        }
    }

    @Case
    @AsyncFn
    static void case13RethrowAfterAnAwaitInTheCatch(Trace t) throws IOException {
        try {
            await(t.tryFail("fails", new IOException("io")));
        } catch (IOException e) {
            await(t.tick("f"));
            throw e;
        }
    }

    @Case
    @AsyncFn
    static String case14LoopWithContinueInTheCatchAndThrowInTheFinally(Trace t) {
        int n = 0;
        try {
            for (int i = 0; ; i++) {
                try {
                    await(t.fail("fail " + i));
                } catch (Boom e) {
                    await(t.tick("caught " + e.getMessage()));
                    continue;
                } finally {
                    n += await(t.leaf("finally", 1));
                    if (i == 2) throw t.boom("enough");
                }
            }
        } catch (Boom e) {
            return e.getMessage() + " " + n;
        }
    }

    @Case
    @AsyncFn
    static int case15LastFinallyOverridesAllOthers(Trace t) {
        try {
            try {
                try {
                    return await(t.leaf("body", 1));
                } finally {
                    await(t.fail("inner"));
                }
            } finally {
                return await(t.leaf("middle", 3));
            }
        } finally {
            return await(t.leaf("outer", 4));
        }
    }

    @Case
    @AsyncFn
    static String case16ReturnSurvivesAwaitsInFinally(Trace t) {
        try {
            return await(t.leaf("value", "kept"));
        } finally {
            await(t.tick("one"));
            await(t.tick("two"));
        }
    }

    @Case
    @AsyncFn
    static String case17ContinueOuterOutOfATryWithFinally(Trace t) {
        String s = "";
        outer:
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                try {
                    s += await(t.leaf("ik", "" + i + k + " "));
                    if (k == i) continue outer;
                } finally {
                    s += await(t.leaf("finally", "f "));
                }
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String case18OneBreakThroughSeveralFinallys(Trace t) {
        String s = "";
        while (true) {
            try {
                try {
                    await(t.tick("body"));
                    try {
                        if (s.isEmpty()) break;
                        t.log("never");
                    } finally {
                        s += "a";
                    }
                } finally {
                    s += await(t.leaf("b", "b"));
                }
            } finally {
                s += await(t.leaf("c", "c"));
            }
        }
        return s + await(t.leaf("after", "!"));
    }

    @Case
    @AsyncFn
    static void case23ThrowAfterATryIsNotCaughtByIt(Trace t) {
        try {
            await(t.tick("body"));
        } catch (Boom e) {
            t.log("never");
        }
        throw t.boom("after");
    }

    @Case
    @AsyncFn
    static void case24ReturnCompletesAfterTheAwaitOfItsFinally(Trace t) {
        try {
            return;
        } finally {
            await(t.tick("finally"));
        }
    }

    @Case
    @AsyncFn
    static int case25BreakInAFinallyOverridesTheReturn(Trace t) {
        OUT:
        do {
            try {
                await(t.tick("a"));
                return 1;
            } finally {
                break OUT;
            }
        } while (false);
        return 2;
    }

    @Case
    @AsyncFn
    static String case29ExceptionOnResumeSkipsTheInnerCatchAndTheOuterReadsALiveLocal(Trace t) {
        String live = t.v("live", "live");
        try {
            try {
                await(t.tryFail("fails", new IOException("io")));
                return "never";
            } catch (IllegalStateException e) {
                return "wrong catch";
            }
        } catch (IOException e) {
            return e.getMessage() + " " + live;
        }
    }

    /** Cancelled at each await it closes in this order too: the harness drops it there. */
    @Case
    @AsyncFn
    static int case30ClosesInTheSameOrderWhenCancelledAtAnyAwait(Trace t) {
        int n = 0;
        try (Guard a = t.guard("a")) {
            n += await(t.leaf("one", 1));
            try (Guard b = t.guard("b");
                    Guard c = t.guard("c")) {
                n += await(t.leaf("two", 2));
            } finally {
                t.log("finally");
            }
            n += await(t.leaf("three", 3));
        }
        return n + await(t.leaf("four", 4));
    }
}
