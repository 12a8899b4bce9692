package bodies.exceptions;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Guard;
import dev.asyncfn.processor.differential.Trace;

/** Whole statements with jumps and exceptions of their own in a finally; what was pending before is pending after. */
@SuppressWarnings("finally")
final class NestedCleanups {
    private NestedCleanups() {}


    @AsyncFn
    static String cleansUp(Trace t, int body, int cleanup) {
        String log = "";
        try {
            if (body == 0) return await(t.leaf("value", "value"));
            if (body == 1) await(t.fail("body"));
            log += "body ";
        } finally {
            for (int i = 0; i < 2; i++) {
                try {
                    if (cleanup == 0) continue;
                    if (cleanup == 1) await(t.fail("cleanup"));
                    if (cleanup == 2) break;
                    log += await(t.leaf("cleaned", "cleaned "));
                } catch (Boom e) {
                    log += await(t.leaf("caught", "caught "));
                } finally {
                    await(t.tick("innermost"));
                    t.log(log);
                }
            }
        }
        return log + await(t.leaf("end", "end"));
    }

    @Case
    @AsyncFn
    static String everyPairOfWaysOut(Trace t) {
        String all = "";
        for (int body = 0; body < 3; body++) {
            for (int cleanup = 0; cleanup < 4; cleanup++) {
                try {
                    all += cleansUp(t, body, cleanup);
                } catch (Boom e) {
                    all += e.getMessage();
                }
                all += ";";
            }
        }
        return all;
    }

    @Case
    @AsyncFn
    static int returnedValueOutlivesResourcesOfTheCleanup(Trace t) {
        int n = 1;
        try (Guard a = t.guard("a")) {
            return n + await(t.leaf("value", 10));
        } finally {
            try (Guard b = t.guard("b")) {
                n += await(t.leaf("cleanup", 100));
            }
            try (Guard bad = t.badGuard("bad")) {
                n += await(t.leaf("cleanup 2", 1000));
            } catch (Boom e) {
                t.log(e.getMessage() + n);
            }
            await(t.tick("end"));
        }
    }

    @Case
    @AsyncFn
    static void exceptionOutlivesTheOnesOfItsCleanup(Trace t) {
        try {
            await(t.fail("first"));
        } finally {
            try {
                await(t.fail("second"));
            } catch (Boom second) {
                try {
                    await(t.fail("third"));
                } catch (Boom third) {
                    await(t.tick("caught"));
                    t.log(second.getMessage() + third.getMessage());
                } finally {
                    await(t.tick("innermost"));
                }
            } finally {
                await(t.tick("inner"));
            }
        }
    }

    @Case
    @AsyncFn
    static String switchExpressionInAReturnThroughFinallys(Trace t) {
        String s = "s";
        try {
            return s + switch (await(t.leaf("i", 1))) {
                case 1 -> {
                    try {
                        yield await(t.leaf("yielded", "y")) + s;
                    } finally {
                        s += await(t.leaf("f", "f"));
                    }
                }
                default -> "never";
            } + s;
        } finally {
            s = await(t.leaf("outer", "o"));
            t.log(s);
        }
    }

    @Case
    @AsyncFn
    static String loopWithReturnsInEveryPart(Trace t) {
        String all = "";
        for (int i = 0; i < 3; i++) {
            try {
                if (i == 0) continue;
                all += await(t.leaf("i", i));
                if (i == 2) return all;
            } catch (Boom e) {
                return "never";
            } finally {
                for (String x : new String[] {"a", "b"}) {
                    try {
                        if (x.equals("a")) continue;
                        all += await(t.leaf("x", x));
                    } finally {
                        all += await(t.leaf("f", "f"));
                    }
                }
                t.log(all);
            }
        }
        return "never";
    }

    @Case
    @AsyncFn
    static Object returnOfAnInnerCatchInAFinallyReplacesAll(Trace t) {
        try {
            try {
                return await(t.leaf("lost", 1));
            } finally {
                try {
                    await(t.fail("boom"));
                } catch (Boom e) {
                    return await(t.leaf("kept", "kept"));
                } finally {
                    await(t.tick("innermost"));
                }
            }
        } finally {
            await(t.tick("outer"));
        }
    }

    @Case
    @AsyncFn
    static String threeFinallysInAFinally(Trace t) {
        String s = "";
        try {
            await(t.fail("body"));
        } catch (Boom e) {
            s += e.getMessage();
            return s;
        } finally {
            try {
                try {
                    try {
                        s += await(t.leaf("1", "1"));
                    } finally {
                        s += await(t.leaf("2", "2"));
                    }
                } finally {
                    s += await(t.leaf("3", "3"));
                }
            } finally {
                s += await(t.leaf("4", "4"));
                t.log(s);
            }
        }
        return "never";
    }
}
