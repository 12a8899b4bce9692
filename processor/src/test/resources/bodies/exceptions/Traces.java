package bodies.exceptions;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a body sees of a stack trace: wherever it looks, the trace is that of the body run blocking. */
final class Traces {
    private Traces() {}

    /** The frames of this file, of an exception and of all that belong to it. */
    private static String seen(Throwable e) {
        StringBuilder seen = new StringBuilder(e.getClass().getSimpleName());
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().contains("Traces")) {
                seen.append(' ').append(frame.getClassName().replaceAll(".*\\.", "")).append('.')
                        .append(frame.getMethodName().replaceAll("^(lambda\\$.+)\\$\\w+$", "$1"))
                        .append(':').append(frame.getLineNumber());
            }
        }
        if (e.getCause() != null) seen.append(" cause ").append(seen(e.getCause()));
        for (Throwable suppressed : e.getSuppressed()) seen.append(" suppressed ").append(seen(suppressed));
        return seen.toString();
    }

    @AsyncFn
    static int fails(Trace t, int depth) {
        await(t.tick("before " + depth));
        if (depth == 1) {
            await(t.tick("innermost"));
            throw t.boom("deep");
        }
        int value = await(fails(t, depth - 1));
        await(t.tick("never"));
        return value;
    }

    @AsyncFn
    static int failsAtOnce(Trace t) {
        if (t.v("at once", true)) throw t.boom("at once");
        return await(t.leaf("never", 1));
    }

    @AsyncFn
    static int cleansUp(Trace t) {
        try {
            return await(fails(t, 2));
        } finally {
            t.log("bare");
        }
    }

    @AsyncFn
    static int cleansUpSlowly(Trace t) {
        try {
            return await(fails(t, 2));
        } finally {
            await(t.tick("slow 1"));
            await(t.tick("slow 2"));
        }
    }

    @AsyncFn
    static int catchesAnotherType(Trace t) throws IOException {
        try {
            if (t.v("io", false)) throw new IOException();
            return await(fails(t, 2));
        } catch (IOException e) {
            return e.getStackTrace().length;
        }
    }

    @AsyncFn
    static int throwsOn(Trace t) {
        try {
            return await(fails(t, 2));
        } catch (Boom e) {
            throw e;
        }
    }

    @AsyncFn
    static int throwsOnLater(Trace t) {
        try {
            return await(fails(t, 2));
        } catch (Boom e) {
            await(t.tick("later"));
            throw e;
        }
    }

    @Case
    @AsyncFn
    static void looksInTheCatch(Trace t) {
        try {
            await(t.tick("a"));
            await(fails(t, 3));
        } catch (Boom e) {
            t.log(seen(e));
        }
    }

    @Case
    @AsyncFn
    static void looksBehindABareFinally(Trace t) {
        try {
            await(cleansUp(t));
        } catch (Boom e) {
            t.log(seen(e));
        }
    }

    @Case
    @AsyncFn
    static void looksBehindAFinallyThatAwaits(Trace t) {
        try {
            await(cleansUpSlowly(t));
        } catch (Boom e) {
            t.log(seen(e));
        }
    }

    @Case
    @AsyncFn
    static void looksBehindOthersThatDoNot(Trace t) throws IOException {
        try {
            await(catchesAnotherType(t));
        } catch (Boom e) {
            t.log(seen(e));
        }
        try {
            await(throwsOn(t));
        } catch (Boom e) {
            t.log(seen(e));
        }
        try {
            await(throwsOnLater(t));
        } catch (Boom e) {
            t.log(seen(e));
        }
    }

    @Case
    @AsyncFn
    static void looksBehindItsOwnFinallys(Trace t) {
        try {
            try {
                try {
                    await(fails(t, 2));
                } finally {
                    t.log("bare");
                }
            } finally {
                await(t.tick("slow"));
            }
        } catch (Boom e) {
            t.log(seen(e));
        }
    }

    @Case
    @AsyncFn
    static void looksInAnOuterClauseOnly(Trace t) {
        try {
            try {
                await(fails(t, 2));
            } catch (IllegalArgumentException e) {
                t.log(seen(e));
            } catch (Boom e) {
                throw e;
            }
        } catch (Boom e) {
            t.log(seen(e));
        }
    }

    @Case
    @AsyncFn
    static int wrapsItAsACause(Trace t) {
        try {
            try {
                return await(cleansUp(t));
            } catch (Boom e) {
                throw new IllegalStateException(e);
            }
        } catch (IllegalStateException e) {
            t.log(seen(e));
            throw e;
        }
    }

    @Case
    @AsyncFn
    static int wrapsItUnseen(Trace t) {
        try {
            return await(cleansUpSlowly(t));
        } catch (Boom e) {
            throw new IllegalStateException("wraps", e);
        }
    }

    @Case
    @AsyncFn
    static void suppressesOneInAnother(Trace t) {
        try {
            try {
                await(fails(t, 2));
            } catch (Boom e) {
                try {
                    await(t.tick("again"));
                    await(cleansUp(t));
                } catch (Boom e2) {
                    e.addSuppressed(e2);
                }
                throw e;
            }
        } catch (Boom e) {
            t.log(seen(e));
            throw e;
        }
    }

    @Case
    @AsyncFn
    static void finallyThrowsAnother(Trace t) {
        try {
            try {
                await(fails(t, 2));
            } finally {
                if (t.v("throws", true)) throw t.boom("from finally");
            }
        } catch (Boom e) {
            t.log(seen(e));
        }
        try {
            try {
                await(fails(t, 2));
            } finally {
                await(fails(t, 1));
            }
        } catch (Boom e) {
            t.log(seen(e));
        }
    }

    @Case
    @AsyncFn
    static void closeThrowsAnother(Trace t) {
        try {
            try (var g = t.badGuard("g");
                    var h = t.badGuard("h")) {
                await(fails(t, 2));
            }
        } catch (Boom e) {
            t.log(seen(e));
        }
    }

    @Case
    @AsyncFn
    static int closeThrowsAnotherUnseen(Trace t) {
        try (var g = t.badGuard("g")) {
            return await(cleansUp(t));
        }
    }

    @Case
    @AsyncFn
    static void keptInAVariableAndSeenLater(Trace t) {
        Boom kept = null;
        List<Exception> all = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            try {
                await(fails(t, 2));
            } catch (Boom e) {
                kept = e;
                all.add(e);
            }
            await(t.tick("between"));
        }
        t.log(seen(kept));
        for (Exception e : all) t.log(seen(e));
    }

    @Case
    @AsyncFn
    static void triedAgainUnseenUntilTheLast(Trace t) {
        for (int i = 0; ; i++) {
            try {
                await(fails(t, 2));
            } catch (Boom e) {
                if (i == 2) {
                    t.log(seen(e));
                    break;
                }
            }
            try {
                await(cleansUp(t));
            } catch (Boom unseen) {
                await(t.tick("swallowed"));
            }
        }
    }

    @Case
    @AsyncFn
    static int swallowsOneAndFailsAtOnce(Trace t) {
        try {
            await(fails(t, 2));
        } catch (Boom unseen) {
            t.log("swallowed");
        }
        return await(failsAtOnce(t));
    }

    @Case
    @AsyncFn
    static int swallowsOneAndFailsLater(Trace t) {
        try {
            await(fails(t, 2));
        } catch (Boom unseen) {
            t.log("swallowed");
        }
        return await(fails(t, 2));
    }

    @Case
    @AsyncFn
    static int swallowsOneAndThrows(Trace t) {
        try {
            await(fails(t, 2));
        } catch (Boom unseen) {
            t.log("swallowed");
        }
        throw t.boom("own");
    }

    @Case
    @AsyncFn
    static void looksInALambdaAndInABlock(Trace t) {
        try {
            await(fails(t, 2));
        } catch (Boom e) {
            Supplier<String> lambda = () -> seen(e);
            t.log(lambda.get());
        }
        try {
            await(fails(t, 2));
        } catch (Boom e) {
            await(async(() -> {
                await(t.tick("in the block"));
                t.log(seen(e));
            }));
        }
    }

    @Case
    @AsyncFn
    static int throwsTheSameTwice(Trace t) {
        Boom same = t.boom("same");
        try {
            await(t.tick("a"));
            throw same;
        } catch (Boom unseen) {
            await(t.tick("swallowed"));
        }
        try {
            await(t.tick("b"));
            throw same;
        } finally {
            t.log("bare");
        }
    }

    @Case
    @AsyncFn
    static void finallyCatchesItsOwn(Trace t) {
        try {
            await(t.tick("body"));
        } finally {
            try {
                await(fails(t, 2));
            } catch (Boom e) {
                t.log(seen(e));
            }
        }
    }

    @Case
    @AsyncFn
    static void severalTypesInOneClause(Trace t) {
        try {
            await(fails(t, 2));
        } catch (IllegalStateException | Boom e) {
            t.log(seen(e));
        }
        try {
            await(cleansUp(t));
        } catch (Throwable e) {
            t.log(seen(e));
        }
    }
}
