package bodies.leaks;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

/** What is reachable from a future that is suspended on {@code stop}: LeakTest looks. */
@SuppressWarnings({"finally", "try"})
final class Leaks {
    private Leaks() {}

    @AsyncFn
    static byte[] bigArray(Trace t) {
        return await(t.leaf("big array", t.watch("big", new byte[1000])));
    }

    @Case
    @AsyncFn
    static void deadLocal(Trace t) {
        byte[] big = t.watch("big", new byte[1000]);
        t.log("" + big.length);
        await(t.tick("stop"));
    }

    @Case
    @AsyncFn
    static void localThatWasKeptBefore(Trace t) {
        byte[] big = t.watch("big", new byte[1000]);
        await(t.tick("before"));
        t.log("" + big.length);
        await(t.tick("stop"));
    }

    @Case
    @AsyncFn
    static void unusedResult(Trace t) {
        await(bigArray(t));
        await(t.tick("stop"));
    }

    @Case
    @AsyncFn
    static int consumedResult(Trace t) {
        int n = await(bigArray(t)).length;
        await(t.tick("stop"));
        return n;
    }

    @Case
    @AsyncFn
    static void blockScoped(Trace t) {
        {
            byte[] big = t.watch("big", new byte[1000]);
            await(t.tick("inside"));
            t.log("" + big.length);
        }
        await(t.tick("stop"));
    }

    @Case
    @AsyncFn
    static void captured(Trace t) {
        byte[] big = t.watch("big", new byte[1000]);
        Runnable r = () -> t.log("" + big.length);
        await(t.tick("stop"));
        r.run();
    }

    @Case
    @AsyncFn
    static void capturedByABlock(Trace t) {
        byte[] big = t.watch("big", new byte[1000]);
        var block = async(() -> t.log("" + big.length));
        await(t.tick("stop"));
        await(block);
    }

    @Case
    @AsyncFn
    static void capturedByABlockThatHasEnded(Trace t) {
        byte[] big = t.watch("big", new byte[1000]);
        await(async(() -> {
            await(t.tick("inside"));
            t.log("" + big.length);
        }));
        await(t.tick("stop"));
    }

    @Case
    @AsyncFn
    static void lastUsedInABlock(Trace t) {
        byte[] big = t.watch("big", new byte[1000]);
        await(async(() -> {
            t.log("" + big.length);
            await(t.tick("stop"));
        }));
    }

    @Case
    @AsyncFn
    static void live(Trace t) {
        byte[] big = t.watch("big", new byte[1000]);
        await(t.tick("stop"));
        t.log("" + big.length);
    }

    @Case
    @AsyncFn
    static void overwritten(Trace t) {
        byte[] x = t.watch("old", new byte[1000]);
        await(t.tick("t"));
        t.log("" + x.length);
        x = t.watch("new", new byte[10]);
        await(t.tick("stop"));
        t.log("" + x.length);
    }

    @Case
    @AsyncFn
    static void deadOnOneBranch(Trace t) {
        byte[] big = t.watch("big", new byte[1000]);
        if (await(t.leaf("c", true))) {
            await(t.tick("stop"));
        } else {
            t.log("" + big.length);
        }
    }

    @Case
    @AsyncFn
    static void earlierIteration(Trace t) {
        for (int i = 0; i < 2; i++) {
            byte[] b = t.watch("b" + i, new byte[1000]);
            await(t.tick(i == 0 ? "t" : "stop"));
            t.log("" + b.length);
        }
    }

    @Case
    @AsyncFn
    static void loopIsOver(Trace t) {
        for (Object o : t.watch("list", List.of(t.watch("element", new Object())))) {
            t.log(await(t.leaf("same", o)) == o ? "same" : "other");
        }
        for (Object o : t.watch("array", new Object[] {1})) {
            await(t.tick("t"));
            t.log("" + o);
        }
        await(t.tick("stop"));
    }

    @Case
    @AsyncFn
    static void awaitedFuture(Trace t) {
        Future<Integer> future = t.watch("future", t.leaf("future", 1));
        await(future);
        await(t.tick("stop"));
    }

    private static int length(byte[] first, int second) {
        return first.length + second;
    }

    @Case
    @AsyncFn
    static int operandThatIsKept(Trace t) {
        return length(t.watch("big", new byte[1000]), await(t.leaf("stop", 1)));
    }

    @Case
    @AsyncFn
    static int operandThatWasConsumed(Trace t) {
        int n = length(t.watch("big", new byte[1000]), await(t.leaf("t", 1)));
        await(t.tick("stop"));
        return n;
    }

    @AsyncFn
    static int inner(Trace t, byte[] big) {
        int n = big.length;
        await(t.tick("stop"));
        return n;
    }

    @Case
    @AsyncFn
    static int parameterOfAnInner(Trace t) {
        return await(inner(t, t.watch("big", new byte[1000]))) + 1;
    }

    private static void fails(Trace t) {
        throw t.watch("exception", new IllegalStateException());
    }

    @Case
    @AsyncFn
    static void caughtException(Trace t) {
        try {
            await(t.tick("t"));
            fails(t);
        } catch (IllegalStateException e) {
            await(t.tick("caught"));
            t.log("" + e.getMessage());
        }
        await(t.tick("stop"));
    }

    @Case
    @AsyncFn
    static void caughtExceptionThatIsNotUsed(Trace t) {
        try {
            await(t.tick("t"));
            fails(t);
        } catch (IllegalStateException e) {
            await(t.tick("stop"));
        }
    }

    @Case
    @AsyncFn
    static void caughtExceptionThatIsUsedLater(Trace t) {
        try {
            await(t.tick("t"));
            fails(t);
        } catch (IllegalStateException e) {
            await(t.tick("stop"));
            throw e;
        }
    }

    @Case
    @AsyncFn
    static void resourceThatWasClosed(Trace t) {
        try (AutoCloseableLog resource = t.watch("resource", new AutoCloseableLog(t))) {
            await(t.tick("body"));
        }
        await(t.tick("stop"));
    }

    record AutoCloseableLog(Trace t) implements AutoCloseable {
        @Override
        public void close() {
            t.log("close");
        }
    }

    @Case
    @AsyncFn
    static void resourceInTheCatchOfItsTry(Trace t) {
        try (AutoCloseableLog resource = t.watch("resource", new AutoCloseableLog(t))) {
            await(t.fail("body"));
        } catch (RuntimeException e) {
            await(t.tick("stop"));
        }
    }

    @Case
    @AsyncFn
    static void resourceThatIsOpen(Trace t) {
        try (AutoCloseableLog resource = t.watch("resource", new AutoCloseableLog(t))) {
            await(t.tick("stop"));
        }
    }

    @Case
    @AsyncFn
    static void pendingExceptionThatWasThrownOn(Trace t) {
        try {
            try {
                await(t.tick("t"));
                fails(t);
            } finally {
                await(t.tick("finally"));
            }
        } catch (IllegalStateException e) {
            t.log("caught");
        }
        await(t.tick("stop"));
    }

    @Case
    @AsyncFn
    static void pendingExceptionInItsFinally(Trace t) {
        try {
            await(t.tick("t"));
            fails(t);
        } finally {
            await(t.tick("stop"));
        }
    }

    @Case
    @AsyncFn
    static void pendingExceptionThatAReturnReplaces(Trace t) {
        try {
            await(t.tick("t"));
            fails(t);
        } finally {
            await(t.tick("stop"));
            return;
        }
    }

    @Case
    @AsyncFn
    static int localWhoseLastUseIsAReturn(Trace t) {
        byte[] big = null;
        try {
            big = t.watch("big", new byte[1000]);
            await(t.tick("t"));
            return big.length;
        } finally {
            await(t.tick("stop"));
        }
    }

    @Case
    @AsyncFn
    static byte[] pendingReturn(Trace t) {
        try {
            return t.watch("big", new byte[3]);
        } finally {
            await(t.tick("stop"));
        }
    }

    @Case
    @AsyncFn
    static int assignedInTheTryReadInTheCatch(Trace t) {
        byte[] big = null;
        try {
            big = t.watch("big", new byte[1000]);
            await(t.tick("stop"));
        } catch (RuntimeException e) {
            return big.length;
        }
        return 0;
    }

    @Case
    @AsyncFn
    static void selectorOfASwitch(Trace t) {
        switch (await(t.leaf("selector", t.watch("selector", new String("a"))))) {
            case "a" -> await(t.tick("stop"));
            default -> await(t.tick("never"));
        }
    }

    @Case
    @AsyncFn
    static byte[] returnedAtTheEnd(Trace t) {
        byte[] big = t.watch("big", new byte[3]);
        await(t.tick("stop"));
        byte[] other = t.watch("other", new byte[4]);
        Runnable r = () -> t.log("" + big.length + other.length);
        await(t.tick("t"));
        r.run();
        return other;
    }

    @Case
    @AsyncFn
    static int returnThroughAFinally(Trace t) {
        byte[] big = t.watch("big", new byte[1000]);
        try {
            await(t.tick("before"));
            return big.length;
        } finally {
            await(t.tick("stop"));
        }
    }

    @Case
    @AsyncFn
    static int conditionalReturnThroughAFinally(Trace t) {
        byte[] big = t.watch("big", new byte[1000]);
        try {
            await(t.tick("before"));
            if (big.length > 10) return big.length;
            await(t.tick("after"));
            return big.length + 1;
        } finally {
            await(t.tick("stop"));
        }
    }

    @Case
    @AsyncFn
    static void breakThroughAFinally(Trace t) {
        byte[] big = t.watch("big", new byte[1000]);
        while (true) {
            try {
                await(t.tick("before"));
                if (big.length > 10) break;
                t.log("" + big.length);
            } finally {
                await(t.tick("stop"));
            }
        }
    }

    @Case
    @AsyncFn
    static void continueThroughAFinally(Trace t) {
        for (int i = 0; i < 2; i++) {
            byte[] big = t.watch("big", new byte[1000]);
            try {
                await(t.tick("before"));
                if (big.length > 10) {
                    continue;
                }
                await(t.tick("between"));
                t.log("" + big.length);
            } finally {
                await(t.tick("stop"));
            }
        }
    }

    @Case
    @AsyncFn
    static void throwThroughAFinally(Trace t) {
        byte[] big = t.watch("big", new byte[1000]);
        try {
            await(t.tick("before"));
            if (big.length > 10) throw t.boom("boom" + big.length);
            await(t.tick("after"));
            t.log("" + big.length);
        } finally {
            await(t.tick("stop"));
        }
    }

    @Case
    @AsyncFn
    static int yieldThroughAFinally(Trace t) {
        byte[] big = t.watch("big", new byte[1000]);
        return switch (await(t.leaf("selector", 1))) {
            case 1 -> {
                try {
                    await(t.tick("before"));
                    yield big.length;
                } finally {
                    await(t.tick("stop"));
                }
            }
            default -> big.length + 1;
        };
    }

    @Case
    @AsyncFn
    static byte[] returnThatIsReplaced(Trace t) {
        byte[] small = new byte[1];
        for (int i = 0; ; i++) {
            try {
                await(t.tick("before"));
                return i == 0 ? t.watch("big", new byte[1000]) : small;
            } finally {
                if (i == 0) continue;
                await(t.tick("stop"));
            }
        }
    }

    @Case
    @AsyncFn
    static void assignedAndNotReadAnyMore(Trace t) {
        byte[] big = new byte[1];
        await(t.tick("before"));
        t.log("" + big.length);
        if (t.v("again", true)) big = t.watch("big", new byte[1000]);
        await(t.tick("stop"));
    }

    @Case
    @AsyncFn
    static void overwrittenInsideAnExpression(Trace t) {
        byte[] b = t.watch("big", new byte[1000]);
        await(t.tick("before"));
        t.log("" + b.length);
        await(t.tick("stop"));
        t.log("" + (b = new byte[1]).length);
        await(t.tick("after"));
        t.log("" + b.length);
    }

    @Case
    @AsyncFn
    static void overwrittenBehindWhatLooksLikeAnOperator(Trace t) {
        byte[] b = t.watch("big", new byte[1000]);
        await(t.tick("before"));
        t.log("" + b.length);
        await(t.tick("stop"));
        t.log("a && b || c ? d -> { if (e) }" /* && || ? -> { while */ + (b = new byte[1]).length);
        await(t.tick("after"));
        t.log("" + b.length);
    }

    @AsyncFn
    static void neverUses(Trace t, byte[] unused) {
        await(t.tick("stop"));
    }

    @Case
    @AsyncFn
    static void parameterThatIsNeverUsed(Trace t) {
        neverUses(t, t.watch("big", new byte[1000]));
    }

    @Case
    @AsyncFn
    static void patternVariable(Trace t) {
        Object o = t.watch("big", new byte[1000]);
        if (!(o instanceof byte[] b)) return;
        await(t.tick("before"));
        t.log("" + b.length);
        await(t.tick("stop"));
    }

    @Case
    @AsyncFn
    static void exceptionThatWasRethrown(Trace t) {
        try {
            try {
                await(t.tick("before"));
                throw t.watch("exception", new IllegalStateException("x"));
            } catch (IllegalStateException e) {
                await(t.tick("caught"));
                throw new IllegalArgumentException(e.getMessage());
            } finally {
                await(t.tick("stop"));
            }
        } catch (IllegalArgumentException e) {
            t.log("" + e.getMessage());
        }
    }

    private static void failAfter(Trace t, byte[] used) {
        throw new IllegalStateException(t.v("length", used.length) + " bytes");
    }

    @Case
    @AsyncFn
    static void lastUsedWhereAnExceptionCame(Trace t) {
        byte[] big = t.watch("big", new byte[1000]);
        await(t.tick("before"));
        try {
            failAfter(t, big);
            await(t.tick("never"));
        } catch (IllegalStateException e) {
            await(t.tick("stop"));
        }
    }

    @Case
    @AsyncFn
    static void assignedWhereAnExceptionCame(Trace t) {
        byte[] big = new byte[10];
        await(t.tick("before"));
        t.log("" + big.length);
        try {
            big = t.watch("big", new byte[1000]);
            failAfter(t, big);
            t.log("" + big.length);
        } catch (IllegalStateException e) {
            await(t.tick("stop"));
        }
    }

    @Case
    @AsyncFn
    static void lastUsedBeforeAJump(Trace t) {
        byte[] big = t.watch("big", new byte[1000]);
        out:
        {
            await(t.tick("before"));
            t.log("" + big.length);
            if (t.v("jumps", true)) break out;
            return;
        }
        await(t.tick("stop"));
    }
}
