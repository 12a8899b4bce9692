package bodies.exceptions;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import dev.asyncfn.Future;
import java.io.IOException;

/** Awaits in every part of a try, and exceptions from every source. */
final class Positions {
    private Positions() {}

    @Case
    @AsyncFn
    static String inTheTryOnly(Trace t) {
        String s = "";
        try {
            s += await(t.leaf("a", "a"));
            s += await(t.leaf("b", "b"));
        } catch (Boom e) {
            s += "never";
        } finally {
            s += "f";
            t.log("finally");
        }
        return s;
    }

    @Case
    @AsyncFn
    static String inTheCatchOnly(Trace t) {
        String s = await(t.leaf("before", "x"));
        try {
            if (s.equals("x")) throw t.boom("verbatim");
            s += "never";
        } catch (Boom e) {
            s += await(t.leaf("catch", e.getMessage()));
        }
        return s;
    }

    @Case
    @AsyncFn
    static String inTheFinallyOnly(Trace t) {
        String s = "";
        try {
            s += t.v("a", "a");
        } finally {
            s += await(t.leaf("finally", "f"));
        }
        return s;
    }

    @Case
    @AsyncFn
    static void inTheFinallyOnlyAndTheTryThrows(Trace t) {
        try {
            throw t.boom("verbatim");
        } finally {
            await(t.tick("finally"));
        }
    }

    @Case
    @AsyncFn
    static String inTryCatchAndFinallyNormally(Trace t) {
        String s = "";
        try {
            s += await(t.leaf("try", "t"));
        } catch (Boom e) {
            s += await(t.leaf("catch", "c"));
        } finally {
            s += await(t.leaf("finally", "f"));
        }
        return s + await(t.leaf("after", "."));
    }

    @Case
    @AsyncFn
    static String inTryCatchAndFinallyAfterAnException(Trace t) {
        String s = "";
        try {
            s += await(t.<String>fail("try"));
        } catch (Boom e) {
            s += await(t.leaf("catch", "c"));
        } finally {
            s += await(t.leaf("finally", "f"));
        }
        return s + await(t.leaf("after", "."));
    }

    @Case
    @AsyncFn
    static void inTryCatchAndFinallyAfterAnExceptionThatNoClauseCatches(Trace t) throws IOException {
        try {
            await(t.tryFail("try", new IOException("io")));
        } catch (Boom e) {
            await(t.tick("never"));
        } finally {
            await(t.tick("finally"));
        }
        await(t.tick("never"));
    }

    @Case
    @AsyncFn
    static String threeDeep(Trace t) {
        String s = "";
        try {
            s += await(t.leaf("1", "1"));
            try {
                s += await(t.leaf("2", "2"));
                try {
                    s += await(t.<String>fail("3"));
                } catch (IllegalStateException e) {
                    s += "never";
                } finally {
                    s += await(t.leaf("f3", "f3"));
                }
            } catch (IllegalArgumentException e) {
                s += "never";
            } finally {
                s += await(t.leaf("f2", "f2"));
            }
        } catch (Boom e) {
            s += await(t.leaf("caught", "c" + e.getMessage()));
        } finally {
            s += await(t.leaf("f1", "f1"));
        }
        return s;
    }

    @Case
    @AsyncFn
    static void threeDeepNothingIsCaught(Trace t) {
        try {
            try {
                try {
                    await(t.fail("boom"));
                } finally {
                    await(t.tick("f3"));
                }
            } finally {
                t.log("f2");
            }
        } finally {
            await(t.tick("f1"));
        }
    }

    private static String verbatim(Trace t, String name, boolean fails) {
        t.log(name);
        if (fails) throw t.boom(name);
        return name;
    }

    @AsyncFn
    static String verbatimCodeAround(Trace t, int fails) {
        String s = "";
        try {
            s += verbatim(t, "before", fails == 0);
            s += await(t.leaf("first", "1"));
            s += verbatim(t, "between", fails == 1);
            s += await(t.leaf("second", "2"));
            s += verbatim(t, "after", fails == 2);
        } catch (Boom e) {
            s += "[" + e.getMessage() + "]";
        }
        return s;
    }

    @Case
    @AsyncFn
    static String exceptionFromVerbatimCodeBeforeBetweenAndAfterAwaits(Trace t) {
        return verbatimCodeAround(t, 0) + verbatimCodeAround(t, 1) + verbatimCodeAround(t, 2) + verbatimCodeAround(t, 3);
    }

    private static Future<String> notEvenCreated(Trace t) {
        throw t.boom("creation");
    }

    @Case
    @AsyncFn
    static String exceptionFromTheCreationOfALeaf(Trace t) {
        try {
            return await(notEvenCreated(t));
        } catch (Boom e) {
            return e.getMessage() + await(t.leaf("c", "!"));
        }
    }

    @Case
    @AsyncFn
    static String exceptionFromThePollAndFromTheResume(Trace t) {
        String s = "";
        for (int i = 0; i < 2; i++) {
            try {
                s += await(t.leaf("ok", "ok"));
                s += await(t.<String>fail("poll " + i));
            } catch (Boom e) {
                s += e.getMessage();
            }
        }
        return s;
    }

    /** The poll gives null, which it must not. */
    @Case
    @AsyncFn
    static String nullPollIsCaughtWhereItIsAwaited(Trace t) {
        Future<String> none = cx -> null;
        String s = "";
        try {
            s += await(none);
        } catch (NullPointerException e) {
            s += "used ";
        }
        try {
            await(none);
        } catch (NullPointerException e) {
            s += "discarded ";
        }
        return s + await(t.leaf("after", "x"));
    }

    @Case
    @AsyncFn
    static void nullPollIsThrown(Trace t) {
        Future<Void> none = cx -> null;
        await(t.leaf("before", "x"));
        await(none);
    }

    @Case
    @AsyncFn
    static String nullFutureIsCaughtWhereItIsAwaited(Trace t) {
        Future<String> none = null;
        try {
            await(t.tick("t"));
            return await(none);
        } catch (NullPointerException e) {
            return "caught" + await(t.leaf("after", "!"));
        }
    }

    @Case
    @AsyncFn
    static String finallyWithoutAwaitAroundATryWithAwait(Trace t) {
        String s = "";
        try {
            try {
                s += await(t.leaf("a", "a"));
            } finally {
                s += await(t.leaf("inner", "i"));
            }
            s += "b";
        } finally {
            s += "o";
            t.log("outer");
        }
        return s;
    }

    @Case
    @AsyncFn
    static String finallyWithAwaitAroundATryWithoutAwait(Trace t) {
        String s = "";
        try {
            try {
                s += t.v("a", "a");
                throw t.boom("x");
            } catch (Boom e) {
                s += e.getMessage();
            } finally {
                s += "i";
                t.log("inner");
            }
        } finally {
            s += await(t.leaf("outer", "o"));
        }
        return s;
    }

    @Case
    @AsyncFn
    static String catchThatNeverCompletes(Trace t) {
        String s;
        try {
            s = await(t.leaf("s", "s"));
        } catch (Boom e) {
            while (true) await(t.tick("never"));
        }
        return s;
    }

    @Case
    @AsyncFn
    static String tryThatNeverCompletes(Trace t) {
        try {
            while (true) await(t.fail("boom"));
        } catch (Boom e) {
            return e.getMessage();
        }
    }

    @Case
    @AsyncFn
    static String emptyParts(Trace t) {
        try {
        } finally {
            await(t.tick("finally"));
        }
        try {
            await(t.fail("ignored"));
        } catch (Boom e) {
        }
        try {
            await(t.tick("a"));
        } finally {
        }
        return "done";
    }

    @Case
    @AsyncFn
    static int tryInASwitchInALoop(Trace t) {
        int n = 0;
        for (int i = 0; i < 3; i++) {
            switch (i) {
                case 0:
                    try {
                        n += await(t.<Integer>fail("zero"));
                    } catch (Boom e) {
                        n += 1;
                        break;
                    }
                case 1:
                    try {
                        n += await(t.leaf("one", 10));
                        continue;
                    } finally {
                        n += await(t.leaf("finally", 100));
                    }
                default:
                    n += 1000;
            }
        }
        return n;
    }
}
