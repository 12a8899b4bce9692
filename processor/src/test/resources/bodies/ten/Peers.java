package bodies.ten;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

/** The ten cases that broke the JVM's other compilers of async functions, but for leaks: LeakTest. */
final class Peers {
    private Peers() {}

    static final class Made {
        static {
            Trace.current().log("<clinit>");
        }

        private final String text;

        Made(Trace t, int before, char[] chars, int after) {
            t.log("<init> " + before + after);
            text = new String(chars);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @Case
    @AsyncFn
    static String case01NewStringOfAnAwaitedArray(Trace t) {
        return new String(await(t.leaf("chars", new char[] {'o', 'k'})));
    }

    /**
     * A known difference: a blocking body allocates the object, and so initialises its class, before it evaluates the
     * arguments (JLS 15.9.4); the future only when it has them all.
     */
    @Case(like = "case01Reference")
    @AsyncFn
    static Made case01OrderOfArgumentsAndInitialisation(Trace t) {
        return new Made(t, t.v("before", 1), await(t.leaf("chars", new char[] {'x'})), t.v("after", 2));
    }

    static Made case01Reference(Trace t) {
        int before = t.v("before", 1);
        char[] chars = await(t.leaf("chars", new char[] {'x'}));
        return new Made(t, before, chars, t.v("after", 2));
    }

    @Case
    @AsyncFn
    static int[] case02ElementsAssignedInALoop(Trace t) {
        int n = 4;
        int[] a = new int[n];
        for (int i = 0; i < n; i++) a[i] = await(t.leaf("f" + i, i * i));
        return a;
    }

    private static void check(boolean holds) {
        if (!holds) throw new AssertionError();
    }

    @Case
    @AsyncFn
    static int case03AssignmentInATryIsSeenInTheCatch(Trace t) {
        int x = 0;
        await(t.tick("d"));
        try {
            x = 3;
            await(t.fail("fail"));
        } catch (Throwable e) {
            check(x == 3);
            t.log(e.getMessage());
        }
        return x;
    }

    @Case
    @AsyncFn
    static int case03AssignmentThatNeverHappensIsNotSeenInTheCatch(Trace t) {
        int x = 0;
        await(t.tick("d"));
        try {
            x = 3 + await(t.<Integer>fail("fail"));
        } catch (Throwable e) {
            check(x == 0);
            t.log(e.getMessage());
        }
        return x;
    }

    @Case
    @AsyncFn
    static String case04TryCatchFinallyInACatchAllAwaiting(Trace t) {
        String s = "";
        try {
            s += await(t.<String>fail("body"));
        } catch (Boom outer) {
            s += await(t.leaf("catch", outer.getMessage()));
            try {
                s += await(t.<String>fail("inner body"));
            } catch (Boom inner) {
                s += await(t.leaf("inner catch", "/" + inner.getMessage()));
                return s;
            } finally {
                await(t.tick("inner finally"));
            }
        } finally {
            await(t.tick("outer finally"));
        }
        return "never";
    }

    @Case
    @AsyncFn
    static long case05ContinueBeforeTheAwait(Trace t) {
        long n = 0;
        for (Long l : List.of(1L, 2L, 3L)) {
            if (l == 2) continue;
            n += await(t.leaf("x", l));
        }
        return n;
    }

    @Case
    @AsyncFn
    static void case05EndlessLoopThatBreaksAfterTheAwait(Trace t) {
        for (; ; ) {
            await(t.tick("x"));
            break;
        }
    }

    @Case
    @AsyncFn
    static String case05ForEachOverStrings(Trace t) {
        String s = "";
        for (String x : new String[] {"a", "b"}) s += await(t.leaf("x", x));
        return s;
    }

    record Data(int value) {}

    @Case
    @AsyncFn
    static Data case06VariableReassignedInADoLoop(Trace t) {
        Data d = new Data(0);
        boolean done = false;
        do {
            d = new Data(1);
            await(t.tick("x"));
            done = true;
        } while (!done);
        return d;
    }

    @AsyncFn
    static byte[] bigArray(Trace t) {
        return await(t.leaf("big", new byte[1_000_000]));
    }

    @Case
    @AsyncFn
    static String case07ResultsThatAreNotUsed(Trace t) {
        await(bigArray(t));
        {
            byte[] b = new byte[1_000_000];
            t.log("block " + b.length);
        }
        byte[] captured = new byte[3];
        Runnable r = () -> t.log("captured " + captured.length);
        await(t.tick("long work"));
        r.run();
        return "done";
    }

    @Case
    @AsyncFn
    static int case08MillionReadyAwaitsDoNotGrowTheStack(Trace t) {
        Future<Integer> one = Future.ready(1);
        int n = 0;
        for (int i = 0; i < 1_000_000; i++) n += await(one);
        return n;
    }

    @AsyncFn
    static int tail(Trace t, int n) {
        return await(t.leaf("tail", n)) + 1;
    }

    @Case
    @AsyncFn
    static int case09ReturnOfAnotherAsyncFn(Trace t) {
        return tail(t, 41);
    }

    private static String old(Trace t, int i) {
        return "old " + i;
    }

    @Case
    @AsyncFn
    static String case10NestedOldSwitches(Trace t) {
        String s = "";
        for (int i = 0; i < 4; i++) {
            switch (await(t.leaf("i", i))) {
                case 0:
                    s += "zero ";
                case 1:
                    switch (await(t.leaf("s", "s" + i))) {
                        case "s0":
                            s += await(t.leaf("a", "a "));
                            break;
                        case "s1":
                            s += "b ";
                        default:
                            s += await(t.leaf("c", "c "));
                    }
                    s += "after ";
                    break;
                case 2:
                    continue;
                default:
                    s += old(t, i);
            }
            s += ". ";
        }
        return s;
    }

    @Case
    @AsyncFn
    static String case10ArrowsWithYield(Trace t) {
        String s = "";
        for (String key : List.of("a", "b", "c")) {
            s += switch (await(t.leaf("key", key))) {
                case "a" -> "A";
                case "b" -> {
                    String x = await(t.leaf("x", "x"));
                    yield x + key;
                }
                default -> await(t.leaf("d", "D"));
            };
        }
        return s;
    }
}
