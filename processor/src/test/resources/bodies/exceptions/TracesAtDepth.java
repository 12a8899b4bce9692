package bodies.exceptions;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Stack traces of exceptions that are thrown, caught, and looked at below async fns that are passed over when a leaf wakes. */
final class TracesAtDepth {
    private TracesAtDepth() {}

    /** The innermost frames of this file, of an exception and of all that belong to it. */
    private static String seen(Throwable e, int frames) {
        StringBuilder seen = new StringBuilder(e.getClass().getSimpleName());
        int left = frames;
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().contains("TracesAtDepth") && left-- > 0) {
                seen.append(' ').append(frame.getClassName().replaceAll(".*\\.", "")).append('.')
                        .append(frame.getMethodName().replaceAll("^(lambda\\$.+)\\$\\w+$", "$1"))
                        .append(':').append(frame.getLineNumber());
            }
        }
        if (e.getCause() != null) seen.append(" cause ").append(seen(e.getCause(), frames));
        for (Throwable suppressed : e.getSuppressed()) seen.append(" suppressed ").append(seen(suppressed, frames));
        return seen.toString();
    }

    @AsyncFn
    static int falls(Trace t, int depth) {
        if (depth == 0) {
            await(t.tick("first"));
            await(t.tick("second"));
            throw t.boom("deep");
        }
        int value = await(falls(t, depth - 1));
        return value + await(t.leaf("never", 1));
    }

    /** What catches and what throws are of one class. */
    @AsyncFn
    static int fallsPast(Trace t, int depth, int catching, String how) {
        try {
            if (depth == 0) {
                await(t.tick("first"));
                await(t.tick("second"));
                throw new IllegalStateException("wraps", t.boom("cause"));
            }
            return await(fallsPast(t, depth - 1, catching, how)) + 1;
        } catch (IllegalStateException e) {
            if (depth != catching) {
                throw e;
            }
            t.log(seen(e, catching + 1));
            switch (how) {
                case "again":
                    throw e;
                case "another":
                    throw new IllegalStateException("another", e);
                case "own":
                    throw new IllegalStateException("own", t.boom("own cause"));
                case "suppressed":
                    try {
                        throw t.boom("own");
                    } catch (Boom own) {
                        e.addSuppressed(own);
                    }
                    throw e;
                case "later":
                    await(t.tick("later"));
                    await(t.tick("much later"));
                    throw e;
                case "deeper":
                    return await(fallsPast(t, depth - 1, -1, "again"));
                default:
                    return depth;
            }
        }
    }

    @Case
    @AsyncFn
    static int passesAll(Trace t) {
        return await(falls(t, 4));
    }

    @Case
    @AsyncFn
    static void passesAllAndIsSeen(Trace t) {
        try {
            await(falls(t, 4));
        } catch (Boom e) {
            t.log(seen(e, 10));
        }
    }

    @Case
    @AsyncFn
    static int isCaughtOnTheWay(Trace t) {
        return await(fallsPast(t, 5, 2, "returns"));
    }

    @Case
    @AsyncFn
    static int isThrownAgainOnTheWay(Trace t) {
        return await(fallsPast(t, 5, 2, "again"));
    }

    @Case
    @AsyncFn
    static int isWrappedOnTheWay(Trace t) {
        return await(fallsPast(t, 5, 2, "another"));
    }

    @Case
    @AsyncFn
    static int isReplacedOnTheWay(Trace t) {
        return await(fallsPast(t, 5, 2, "own"));
    }

    @Case
    @AsyncFn
    static int getsASuppressedOneOnTheWay(Trace t) {
        return await(fallsPast(t, 5, 2, "suppressed"));
    }

    @Case
    @AsyncFn
    static int isThrownLaterOnTheWay(Trace t) {
        return await(fallsPast(t, 5, 2, "later"));
    }

    @Case
    @AsyncFn
    static int isFollowedByAnotherFall(Trace t) {
        return await(fallsPast(t, 5, 3, "deeper"));
    }

    @AsyncFn
    static int closesOnTheWay(Trace t, int depth) {
        try (var guard = t.badGuard("guard " + depth)) {
            return depth == 0 ? await(falls(t, 2)) : await(closesOnTheWay(t, depth - 1));
        }
    }

    @Case
    @AsyncFn
    static int failsToCloseOnTheWay(Trace t) {
        return await(closesOnTheWay(t, 3));
    }

    @AsyncFn
    static int waitsOnTheWay(Trace t, int depth) {
        try {
            return depth == 0 ? await(falls(t, 2)) : await(waitsOnTheWay(t, depth - 1));
        } finally {
            await(t.tick("finally " + depth));
            await(t.tick("finally again " + depth));
        }
    }

    @Case
    @AsyncFn
    static int waitsInFinallyBlocksOnTheWay(Trace t) {
        return await(waitsOnTheWay(t, 3));
    }

    @Case
    @AsyncFn
    static int swallowsOneAtDepthAndFailsItself(Trace t) {
        return await(swallows(t, 3)) + 1;
    }

    @AsyncFn
    static int swallows(Trace t, int depth) {
        if (depth > 0) {
            return await(swallows(t, depth - 1)) + 1;
        }
        try {
            return await(falls(t, 3));
        } catch (Boom unseen) {
            t.log("swallowed");
        }
        throw t.boom("own");
    }

    @Case
    @AsyncFn
    static int passesBlocks(Trace t) {
        return await(async(() -> {
            await(t.tick("outer"));
            int inner = await(async(() -> {
                await(t.tick("inner"));
                return await(falls(t, 2)) + 1;
            }));
            return inner + 1;
        }));
    }
}
