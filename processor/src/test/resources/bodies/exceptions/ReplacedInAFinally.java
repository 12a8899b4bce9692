package bodies.exceptions;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Guard;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

/** Jumps in a finally that are themselves replaced: the jump that led to the outer finally counts again. */
@SuppressWarnings("finally")
final class ReplacedInAFinally {
    private ReplacedInAFinally() {}

    @AsyncFn
    static String returnInAFinally(Trace t, boolean c, boolean d) {
        try {
            return await(t.leaf("first", "first"));
        } finally {
            out:
            try {
                if (c) return await(t.leaf("second", "second"));
            } finally {
                await(t.tick("inner"));
                if (d) break out;
            }
            await(t.tick("outer"));
        }
    }

    @Case
    @AsyncFn
    static String returnReplacedInAFinally(Trace t) {
        return returnInAFinally(t, true, true) + returnInAFinally(t, true, false) + returnInAFinally(t, false, true);
    }

    @Case
    @AsyncFn
    static String threeDeep(Trace t) {
        String all = "";
        for (int i = 0; i < 16; i++) {
            all += threeDeep(t, i) + ";";
        }
        return all;
    }

    @AsyncFn
    static String threeDeep(Trace t, int bits) {
        try {
            return await(t.leaf("first", "first"));
        } finally {
            outer:
            try {
                await(t.tick("one"));
                if ((bits & 1) != 0) return await(t.leaf("second", "second"));
            } finally {
                inner:
                try {
                    await(t.tick("two"));
                    if ((bits & 2) != 0) return await(t.leaf("third", "third"));
                } finally {
                    await(t.tick("three"));
                    if ((bits & 4) != 0) break inner;
                }
                await(t.tick("four"));
                if ((bits & 8) != 0) break outer;
            }
            await(t.tick("five"));
        }
    }

    @Case
    @AsyncFn
    static String returnReplacedByAnExceptionThatIsCaught(Trace t) {
        try {
            return await(t.leaf("first", "first"));
        } finally {
            try {
                try {
                    if (t.v("c", true)) return await(t.leaf("second", "second"));
                } finally {
                    await(t.fail("boom"));
                }
            } catch (Boom e) {
                t.log("caught " + await(t.leaf("message", e.getMessage())));
            }
        }
    }

    @Case
    @AsyncFn
    static String returnInAFinallyPassesAnotherFinallyWithAReplacedReturn(Trace t) {
        try {
            try {
                await(t.fail("body"));
            } finally {
                if (t.v("c", true)) return await(t.leaf("first", "first"));
            }
        } finally {
            out:
            try {
                await(t.tick("pause"));
                if (t.v("d", true)) return await(t.leaf("second", "second"));
            } finally {
                await(t.tick("inner"));
                if (t.v("e", true)) break out;
            }
        }
        return "end";
    }

    @Case
    @AsyncFn
    static String returnReplacedByAContinue(Trace t) {
        try {
            return await(t.leaf("first", "first"));
        } finally {
            for (int i = 0; i < 3; i++) {
                try {
                    return await(t.leaf("second " + i, "second " + i));
                } finally {
                    await(t.tick("inner " + i));
                    if (i < 3) continue;
                }
            }
        }
    }

    @Case
    @AsyncFn
    static int exceptionPendingWhileAReturnIsReplaced(Trace t) {
        try {
            throw await(t.leaf("body", t.boom("body")));
        } finally {
            out:
            try {
                if (t.v("c", true)) return await(t.leaf("second", 2));
            } finally {
                await(t.tick("inner"));
                if (t.v("d", true)) break out;
            }
        }
    }

    @Case
    @AsyncFn
    static String returnPendingWhileAnExceptionIsReplaced(Trace t) {
        try {
            return await(t.leaf("first", "first"));
        } finally {
            out:
            try {
                await(t.fail("second"));
            } finally {
                await(t.tick("inner"));
                if (t.v("d", true)) break out;
            }
        }
    }

    @Case
    @AsyncFn
    static String breakPendingWhileAContinueIsReplaced(Trace t) {
        String log = "";
        outer:
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                try {
                    log += await(t.leaf("ij", i + "" + j + " "));
                    if (j == 1) break;
                    if (i == 1) continue outer;
                } finally {
                    out:
                    try {
                        await(t.tick("one"));
                        if (i == 0) continue outer;
                        if (i == 2) break outer;
                    } finally {
                        await(t.tick("two"));
                        if (t.v("out", i + j != 3)) break out;
                    }
                    log += await(t.leaf("end", "end "));
                }
                log += "after ";
            }
        }
        return log;
    }

    @Case
    @AsyncFn
    static String finallyInCatchInFinally(Trace t) {
        try {
            return await(t.leaf("first", "first"));
        } finally {
            try {
                await(t.fail("one"));
            } catch (Boom e) {
                out:
                try {
                    if (t.v("c", true)) return await(t.leaf("second", e.getMessage()));
                } finally {
                    await(t.tick("inner"));
                    if (t.v("d", true)) break out;
                }
            } finally {
                await(t.tick("end"));
            }
        }
    }

    @Case
    @AsyncFn
    static String returnReplacedByAFailureToClose(Trace t) {
        try {
            try (Guard a = t.guard("a")) {
                return await(t.leaf("first", "first"));
            } finally {
                try (Guard b = t.badGuard("b")) {
                    if (t.v("c", true)) return await(t.leaf("second", "second"));
                }
            }
        } catch (Boom e) {
            await(t.tick("caught"));
            return e.getMessage();
        }
    }

    // javac keeps the values of all yields of a switch in one place, so that a yield that is replaced counts after all;
    // it does so with no returns, which these references have instead.

    static int yieldReplacedInAFinallyReference(Trace t) {
        return await(t.leaf("selector", 1)) == 1 ? chosen(t) : 3;
    }

    static int chosen(Trace t) {
        try {
            return await(t.leaf("first", 1));
        } finally {
            out:
            try {
                if (t.v("c", true)) return await(t.leaf("second", 2));
            } finally {
                await(t.tick("inner"));
                if (t.v("d", true)) break out;
            }
            await(t.tick("outer"));
        }
    }

    @Case(like = "yieldReplacedInAFinallyReference")
    @AsyncFn
    static int yieldReplacedInAFinally(Trace t) {
        int first =
                switch (await(t.leaf("selector", 1))) {
                    case 1:
                        try {
                            yield await(t.leaf("first", 1));
                        } finally {
                            out:
                            try {
                                if (t.v("c", true)) yield await(t.leaf("second", 2));
                            } finally {
                                await(t.tick("inner"));
                                if (t.v("d", true)) break out;
                            }
                            await(t.tick("outer"));
                        }
                    default:
                        yield 3;
                };
        return first;
    }

    static String yieldInAFinallyThatIsNotReplacedReference(Trace t) {
        String all = "";
        for (int i = 0; i < 4; i++) {
            all += await(t.leaf("selector", i % 2)) == 1 ? chosen(t, i) : "other";
        }
        return all;
    }

    static String chosen(Trace t, int i) {
        try {
            return await(t.leaf("first", "first"));
        } finally {
            out:
            try {
                if (t.v("c", true)) return await(t.leaf("second", "second"));
            } finally {
                await(t.tick("inner"));
                if (i == 3) break out;
            }
        }
    }

    @Case(like = "yieldInAFinallyThatIsNotReplacedReference")
    @AsyncFn
    static String yieldInAFinallyThatIsNotReplaced(Trace t) {
        String all = "";
        for (int i = 0; i < 4; i++) {
            all += switch (await(t.leaf("selector", i % 2))) {
                case 1 -> {
                    try {
                        yield await(t.leaf("first", "first"));
                    } finally {
                        out:
                        try {
                            if (t.v("c", true)) yield await(t.leaf("second", "second"));
                        } finally {
                            await(t.tick("inner"));
                            if (i == 3) break out;
                        }
                    }
                }
                default -> "other";
            };
        }
        return all;
    }

    @Case
    @AsyncFn
    static String wholeReturnReplaced(Trace t) {
        try {
            try {
                return t.v("first", "first");
            } finally {
                out:
                try {
                    if (t.v("c", true)) return t.v("second", "second");
                } finally {
                    if (t.v("d", true)) break out;
                }
            }
        } finally {
            await(t.tick("outer"));
        }
    }

    @Case
    @AsyncFn
    static String wholeReturnReplacedAndNothingAwaited(Trace t) {
        try {
            return t.v("first", "first");
        } finally {
            out:
            try {
                if (t.v("c", true)) return t.v("second", "second");
            } finally {
                if (t.v("d", true)) break out;
            }
        }
    }

    @Case
    @AsyncFn
    static String wholeJumpsReplaced(Trace t) {
        String log = "";
        outer:
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                log += await(t.leaf("ij", i + "" + j + " "));
                try {
                    if (j == 1) break;
                } finally {
                    out:
                    try {
                        if (i < 2) continue outer;
                        if (j == 2) break outer;
                    } finally {
                        if (i != 1) break out;
                    }
                    log += "end ";
                }
            }
            log += "after ";
        }
        return log;
    }

    static int wholeYieldReplacedReference(Trace t) {
        if (t.v("selector", 1) != 1) return 3;
        await(t.tick("one"));
        try {
            return t.v("first", 1);
        } finally {
            out:
            try {
                if (t.v("c", true)) return t.v("second", 2);
            } finally {
                if (t.v("d", true)) break out;
            }
        }
    }

    @Case(like = "wholeYieldReplacedReference")
    @AsyncFn
    static int wholeYieldReplaced(Trace t) {
        return switch (t.v("selector", 1)) {
            case 1:
                await(t.tick("one"));
                try {
                    yield t.v("first", 1);
                } finally {
                    out:
                    try {
                        if (t.v("c", true)) yield t.v("second", 2);
                    } finally {
                        if (t.v("d", true)) break out;
                    }
                }
            default:
                yield 3;
        };
    }

    @Case
    @AsyncFn
    static String wholeReturnReplacedByAnException(Trace t) {
        await(t.tick("begin"));
        for (String s : List.of("a", "b")) {
            try {
                return t.v(s, s);
            } finally {
                try {
                    try {
                        if (t.v("c", s.equals("a"))) return t.v("second", "second");
                    } finally {
                        if (t.v("d", true)) throw t.boom(s);
                    }
                } catch (Boom e) {
                    t.log("caught " + e.getMessage());
                }
            }
        }
        return "end";
    }
}
