package bodies.control;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** return, throw, and what stands behind them. */
final class Leaving {
    private static int count;

    private Leaving() {}

    @Case
    @AsyncFn
    static int onlyReturns(Trace t) {
        return await(t.leaf("r", 1));
    }

    @Case
    @AsyncFn
    static void emptyBody(Trace t) {}

    @Case
    @AsyncFn
    static int bodyWithoutAwait(Trace t) {
        t.log("ran");
        return 5;
    }

    @Case
    @AsyncFn
    static void bodyThatOnlyThrows(Trace t) {
        throw t.boom("at once");
    }

    @Case
    @AsyncFn
    static void returnWithoutValue(Trace t) {
        if (await(t.leaf("c", true))) return;
        t.log("never");
    }

    @Case
    @AsyncFn
    static void voidEndsWithAnAwait(Trace t) {
        await(t.tick("a"));
        await(t.leaf("value is ignored", 3));
    }

    @Case
    @AsyncFn
    static Integer returnsNull(Trace t) {
        await(t.tick("a"));
        return null;
    }

    @Case
    @AsyncFn
    static Integer returnsAnAwaitedNull(Trace t) {
        return await(t.leaf("null", (Integer) null));
    }

    @Case
    @AsyncFn
    static int awaitedNullIsUnboxed(Trace t) {
        return await(t.leaf("null", (Integer) null));
    }

    @Case
    @AsyncFn
    static Void voidValue(Trace t) {
        return await(t.tick("a"));
    }

    @Case
    @AsyncFn
    static int returnInEveryArm(Trace t) {
        for (int i = 0; ; i++) {
            if (i == 2) {
                if (await(t.leaf("c", true))) return 1;
                else return 2;
            } else if (i > 5) {
                throw t.boom("never");
            }
            await(t.tick("i" + i));
        }
    }

    @Case
    @AsyncFn
    static void throwAwaited(Trace t) {
        throw await(t.leaf("exception", t.boom("late")));
    }

    @Case
    @AsyncFn
    static void throwAwaitedNull(Trace t) {
        throw await(t.leaf("null", (RuntimeException) null));
    }

    @Case
    @AsyncFn
    static int throwBeforeTheFirstAwait(Trace t) {
        if (t.v("c", true)) throw t.boom("early");
        return await(t.leaf("never", 1));
    }

    @Case
    @AsyncFn
    static int throwBetweenAwaits(Trace t) {
        int a = await(t.leaf("a", 1));
        if (a == 1) throw t.boom("between");
        return await(t.leaf("never", 1));
    }

    @Case
    @AsyncFn
    static void throwBuiltFromAwaits(Trace t) {
        throw new IllegalArgumentException(await(t.leaf("m", "message")), await(t.leaf("cause", t.boom("cause"))));
    }

    @Case
    @AsyncFn
    static int errorsPass(Trace t) {
        await(t.tick("a"));
        throw t.tag("error", new AssertionError("an error"));
    }

    @Case
    @AsyncFn
    static int leafFails(Trace t) {
        int a = await(t.leaf("a", 1));
        int b = await(t.fail("b"));
        t.log("never");
        return a + b;
    }

    @Case
    @AsyncFn
    static int creatingTheLeafFails(Trace t) {
        int a = await(t.leaf("a", 1));
        return a + await(broken(t));
    }

    private static dev.asyncfn.Future<Integer> broken(Trace t) {
        throw t.boom("no future");
    }

    @Case
    @AsyncFn
    static int nullFutureThrows(Trace t) {
        int a = await(t.leaf("a", 1));
        dev.asyncfn.Future<Integer> none = null;
        return a + await(none);
    }

    @Case
    @AsyncFn
    static int throwAfterATryIsNotCaughtByIt(Trace t) {
        try {
            count += 1;
        } catch (RuntimeException e) {
            t.log("never");
        }
        if (await(t.leaf("c", true))) throw t.boom("after");
        return count;
    }

    @Case
    @AsyncFn
    static int assertHolds(Trace t) {
        int a = await(t.leaf("a", 1));
        assert a == await(t.leaf("b", 1)) : await(t.leaf("never", "message"));
        assert a == 1;
        return a;
    }

    @Case
    @AsyncFn
    static void assertFailsWithAnAwaitedMessage(Trace t) {
        assert await(t.leaf("c", false)) : await(t.leaf("message", "why"));
    }

    @Case
    @AsyncFn
    static void assertFailsWithoutMessage(Trace t) {
        assert await(t.leaf("c", false));
    }

    @Case
    @AsyncFn
    static void assertFailsWithACause(Trace t) {
        await(t.tick("a"));
        assert t.v("c", false) : await(t.leaf("cause", t.boom("cause")));
    }

    @Case
    @AsyncFn
    static void assertFailsWithPrimitiveMessage(Trace t) {
        assert await(t.leaf("c", false)) : await(t.leaf("n", 42));
    }

    @Case(assertions = false)
    @AsyncFn
    static int disabledAssertsEvaluateNothing(Trace t) {
        assert await(t.leaf("never", false)) : await(t.leaf("never", "message"));
        assert t.v("never", false);
        return await(t.leaf("a", 1));
    }
}
