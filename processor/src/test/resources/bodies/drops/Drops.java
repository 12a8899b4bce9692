package bodies.drops;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Guard;
import dev.asyncfn.processor.differential.Trace;

/** Cleanup of a future that is dropped where it is suspended on {@code body}: DropTest says what it does. */
@SuppressWarnings({"finally", "try"})
final class Drops {
    private Drops() {}

    @Case
    @AsyncFn
    static int finallysThatAwait(Trace t) {
        try {
            try (Guard a = t.guard("a")) {
                return await(t.leaf("body", 1));
            } finally {
                t.log("before inner");
                await(t.tick("inner"));
                t.log("after inner");
            }
        } finally {
            t.log("before outer");
            await(t.tick("outer"));
            t.log("after outer");
        }
    }

    @Case
    @AsyncFn
    static void twoFailingFinallys(Trace t) {
        try {
            try {
                try {
                    await(t.tick("body"));
                } finally {
                    t.log("inner");
                    throw t.boom("inner");
                }
            } finally {
                t.log("outer");
                throw t.boom("outer");
            }
        } finally {
            t.log("last");
        }
    }

    @Case
    @AsyncFn
    static String failingFinallyInATryThatCatches(Trace t) {
        try {
            try {
                await(t.tick("body"));
            } finally {
                t.log("finally");
                if (t.v("c", true)) throw t.boom("finally");
            }
            return "never";
        } catch (Boom e) {
            t.log("caught");
            return e.getMessage();
        }
    }

    static final class FailsToDrop implements Future<String> {
        private final Trace t;
        private boolean suspended;

        FailsToDrop(Trace t) {
            this.t = t;
        }

        @Override
        public Poll<String> poll(Context cx) {
            if (suspended) return Poll.ready("value");
            suspended = true;
            cx.waker().wakeByRef();
            return Poll.pending();
        }

        @Override
        public void drop() {
            throw t.boom("drop");
        }
    }

    @AsyncFn
    static String childThatFailsToDrop(Trace t) {
        try (Guard a = t.guard("a")) {
            return await(new FailsToDrop(t));
        } finally {
            t.log("finally");
        }
    }

    @Case
    @AsyncFn
    static String catchesThatDoNotSeeIt(Trace t) {
        try {
            try {
                return await(t.leaf("body", "body"));
            } catch (Throwable e) {
                t.log("caught " + e);
                throw e;
            } finally {
                t.log("finally");
            }
        } catch (Error e) {
            t.log("caught " + e);
            return "never";
        }
    }

    @Case
    @AsyncFn
    static String finallyThatJumpsAway(Trace t) {
        while (true) {
            try {
                await(t.tick("body"));
            } finally {
                t.log("finally");
                break;
            }
        }
        await(t.tick("after"));
        t.log("after");
        return "end";
    }

    @Case
    @AsyncFn
    static String finallyThatContinues(Trace t) {
        for (int i = 0; ; i++) {
            try (Guard a = t.guard("a")) {
                try {
                    await(t.tick("body"));
                    if (i == 2) throw t.boom("end");
                } finally {
                    await(t.tick("cleanup"));
                    if (i < 2) continue;
                }
            }
        }
    }

    @Case
    @AsyncFn
    static int finallyThatReturns(Trace t) {
        try {
            try {
                try {
                    return await(t.leaf("body", 1));
                } finally {
                    t.log("inner");
                    if (t != null) throw t.boom("inner");
                }
            } finally {
                t.log("outer");
                return 2;
            }
        } finally {
            t.log("outermost");
        }
    }

    @Case
    @AsyncFn
    static int loopInAFinally(Trace t) {
        int n = 0;
        try {
            n += await(t.leaf("body", 1));
        } finally {
            for (int i = 0; i < 3; i++) {
                try {
                    n += await(t.leaf("cleanup " + i, 10));
                } finally {
                    t.log("cleaned " + i);
                }
            }
        }
        return n;
    }

    @Case
    @AsyncFn
    static void failuresAfterAwaits(Trace t) {
        try {
            try {
                try {
                    await(t.tick("body"));
                } finally {
                    await(t.tick("inner cleanup"));
                    throw t.boom("inner");
                }
            } finally {
                await(t.tick("outer cleanup"));
                throw t.boom("outer");
            }
        } finally {
            t.log("last");
        }
    }

    @Case
    @AsyncFn
    static int cleanupThatRecovers(Trace t) {
        try {
            return await(t.leaf("body", 1));
        } finally {
            try {
                await(t.fail("cleanup"));
            } catch (Boom e) {
                t.log("recovered from " + e.getMessage());
                await(t.tick("again"));
            }
            t.log("cleaned");
        }
    }

    @Case
    @AsyncFn
    static String failingAwaitInATryThatCatches(Trace t) {
        try {
            try {
                await(t.tick("body"));
            } finally {
                await(t.fail("cleanup"));
            }
            return "never";
        } catch (Boom e) {
            t.log("caught");
            return e.getMessage();
        }
    }

    @Case
    @AsyncFn
    static int awaitsInnerAlone(Trace t) {
        return 1 + await(inner(t));
    }

    @AsyncFn
    static int inner(Trace t) {
        try (Guard g = t.guard("inner")) {
            return await(t.leaf("body", 5));
        } finally {
            await(t.tick("inner cleanup"));
        }
    }

    @Case
    @AsyncFn
    static int innerAsyncFn(Trace t) {
        try (Guard g = t.guard("outer")) {
            return await(inner(t));
        }
    }

    /** Never ready, though it would wake its task if it were. */
    static final class Never implements Future<String> {
        private dev.asyncfn.Waker waker;

        @Override
        public Poll<String> poll(Context cx) {
            if (waker == null) {
                waker = cx.waker().clone();
            }
            return Poll.pending();
        }

        @Override
        public void drop() {
            waker.drop();
        }
    }

    @AsyncFn
    static String cleanupThatHangs(Trace t) {
        try (Guard a = t.guard("a")) {
            try {
                return await(new Never());
            } finally {
                try {
                    t.log("cleanup hangs");
                    await(new Never());
                    t.log("never");
                } finally {
                    t.log("outer");
                }
            }
        }
    }
}
