package bodies.exceptions;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** What a finally keeps, and what it replaces. */
@SuppressWarnings("finally")
final class Finally {
    private Finally() {}

    @Case
    @AsyncFn
    static int returnInTheCatchPassesTheFinally(Trace t) {
        int n = 1;
        try {
            n = await(t.<Integer>fail("boom"));
        } catch (Boom e) {
            return n + await(t.leaf("caught", 10));
        } finally {
            n = 1000;
            await(t.tick("finally"));
        }
        return n;
    }

    @Case
    @AsyncFn
    static int returnInTheCatchPassesAFinallyWithoutAwait(Trace t) {
        int n = 1;
        try {
            n = await(t.<Integer>fail("boom"));
        } catch (Boom e) {
            return n + await(t.leaf("caught", 10));
        } finally {
            n = 1000;
            t.log("finally");
        }
        return n;
    }

    @Case
    @AsyncFn
    static String throwInTheFinallyReplacesTheReturn(Trace t) {
        try {
            return await(t.leaf("value", "lost"));
        } finally {
            await(t.tick("finally"));
            if (t.v("c", true)) throw t.boom("replaces");
        }
    }

    @Case
    @AsyncFn
    static String returnInTheFinallyReplacesTheException(Trace t) {
        try {
            return await(t.<String>fail("lost"));
        } finally {
            return await(t.leaf("finally", "replaces"));
        }
    }

    @Case
    @AsyncFn
    static String continueInTheFinallyReplacesAnException(Trace t) {
        String s = "";
        for (int i = 0; i < 3; i++) {
            try {
                s += i;
                await(t.fail("lost " + i));
            } finally {
                s += await(t.leaf("finally", "f"));
                continue;
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String breakInTheFinallyReplacesAReturn(Trace t) {
        String s = "";
        while (true) {
            try {
                s += await(t.leaf("a", "a"));
                return "lost";
            } finally {
                s += await(t.leaf("finally", "f"));
                break;
            }
        }
        return s + await(t.leaf("after", "!"));
    }

    @Case
    @AsyncFn
    static String nestedFinallysReplaceEachOther(Trace t) {
        String s = "";
        outer:
        for (int i = 0; ; i++) {
            try {
                try {
                    if (i == 0) await(t.fail("first"));
                    if (i == 1) return "lost";
                    s += "body;";
                } finally {
                    s += await(t.leaf("inner", "inner;"));
                    if (i == 0) throw t.boom("second");
                    if (i == 1) continue outer;
                }
            } catch (Boom e) {
                s += e.getMessage() + ";";
            } finally {
                s += await(t.leaf("outer", "outer;"));
                if (i == 2) break;
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String normalFinallyRestoresWhatWasPending(Trace t) {
        String s = "";
        for (int i = 0; i < 4; i++) {
            try {
                try {
                    if (i == 0) continue;
                    if (i == 1) await(t.fail("one"));
                    if (i == 3) break;
                    s += "two;";
                } finally {
                    s += "f" + i + ";";
                    for (int k = 0; k < 2; k++) {
                        if (k == 0) continue;
                        await(t.tick("k"));
                        break;
                    }
                }
                s += "end " + i + ";";
            } catch (Boom e) {
                s += e.getMessage() + ";";
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String returnOutOfThreeFinallysInTwoLoops(Trace t) {
        try {
            for (int i = 0; ; i++) {
                try {
                    for (int k = 0; ; k++) {
                        try {
                            await(t.tick("body"));
                            if (k == 1 && i == 1) return i + " " + k;
                            if (k == 1) break;
                        } finally {
                            await(t.tick("f3 " + i + k));
                        }
                    }
                } finally {
                    t.log("f2 " + i);
                }
            }
        } finally {
            await(t.tick("f1"));
        }
    }

    @Case
    @AsyncFn
    static String labelledJumpsThroughFinallys(Trace t) {
        String s = "";
        a:
        for (int i = 0; i < 4; i++) {
            try {
                b:
                for (int k = 0; k < 4; k++) {
                    try {
                        s += await(t.leaf("s", "" + i + k + " "));
                        if (k < i) continue b;
                        if (i == 1) continue a;
                        if (i == 2) break b;
                        if (i == 3) break a;
                        if (k == 2) break;
                    } finally {
                        s += await(t.leaf("fb", "fb "));
                    }
                }
                s += "after b ";
            } finally {
                s += await(t.leaf("fa", "fa "));
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String jumpOutOfACatchAndOutOfAFinallyWithoutAwait(Trace t) {
        String s = "";
        while (true) {
            try {
                try {
                    s += await(t.<String>fail("boom"));
                } catch (Boom e) {
                    s += "c";
                    break;
                } finally {
                    s += "i";
                    t.log("inner");
                }
            } finally {
                s += await(t.leaf("outer", "o"));
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static void voidReturnInTryCatchAndFinally(Trace t) {
        try {
            await(t.fail("a"));
            return;
        } catch (Boom e) {
            await(t.tick("b"));
            return;
        } finally {
            await(t.tick("c"));
            if (t.v("c", true)) return;
            t.log("never");
        }
    }

    @Case
    @AsyncFn
    static void exceptionInACatchPassesTheFinally(Trace t) {
        try {
            await(t.fail("first"));
        } catch (Boom e) {
            await(t.fail("second"));
        } finally {
            await(t.tick("finally"));
        }
    }

    @Case
    @AsyncFn
    static void lastOfManyExceptionsIsThrown(Trace t) {
        try {
            try {
                await(t.fail("first"));
            } catch (Boom e) {
                await(t.fail("second"));
            } finally {
                await(t.fail("third"));
            }
        } finally {
            await(t.fail("fourth"));
        }
    }

    @Case
    @AsyncFn
    static long returnedWideValueIsKept(Trace t) {
        long l = 1L << 40;
        try {
            return l + await(t.leaf("l", 1L));
        } finally {
            l = 0;
            await(t.tick("finally"));
        }
    }

    @Case
    @AsyncFn
    static Integer returnedBoxOfAnInner(Trace t) {
        try {
            try {
                return await(t.leaf("n", 1000));
            } finally {
                await(t.tick("inner"));
            }
        } finally {
            await(t.tick("outer"));
        }
    }

    @Case
    @AsyncFn
    static int finallyInALoopInAFinally(Trace t) {
        int n = 0;
        try {
            n += await(t.leaf("try", 1));
        } finally {
            for (int i = 0; i < 2; i++) {
                try {
                    n += await(t.leaf("i", 10));
                } finally {
                    n += await(t.leaf("f", 100));
                }
            }
        }
        return n;
    }

    @Case
    @AsyncFn
    static String finallyReadsWhatTheTryWasAbleToDo(Trace t) {
        String done = "nothing";
        try {
            await(t.tick("a"));
            done = "a";
            await(t.fail("b"));
            done = "b";
        } catch (Boom e) {
            done += " failed";
        } finally {
            t.log(done);
            await(t.tick("f"));
            done += "!";
        }
        return done;
    }
}
