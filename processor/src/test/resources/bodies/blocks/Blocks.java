package bodies.blocks;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncAction;
import dev.asyncfn.AsyncBlock;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;

/** What an async block is made of: its body, and what it captures. */
final class Blocks {
    private static final int CONSTANT = 5;
    private static int statics = 2;
    private int field = 1;
    private final Trace t;

    Blocks(Trace t) {
        this.t = t;
    }

    private int twice(int n) {
        return 2 * n + field;
    }

    @AsyncFn
    int load(int n) {
        return await(t.leaf("load " + n, n + field));
    }

    @AsyncFn
    private static int read(Trace t, int n) {
        return await(t.leaf("read " + n, n));
    }

    @AsyncFn
    private static void store(Trace t, int n) {
        await(t.tick("store " + n));
    }

    @Case
    @AsyncFn
    static int expressionBody(Trace t) {
        var block = async(() -> await(t.leaf("x", 1)) + await(t.leaf("y", 2)));
        t.log("nothing has run");
        return await(block);
    }

    @Case
    @AsyncFn
    static int blockBody(Trace t) {
        TryFuture<Integer, RuntimeException> block = async(() -> {
            t.log("begins");
            int x = await(t.leaf("x", 1));
            for (int i = 0; i < 2; i++) {
                x += await(t.leaf("i" + i, i));
            }
            return x;
        });
        t.log("made");
        return await(block);
    }

    @Case
    @AsyncFn
    static void bodyWithoutAValue(Trace t) {
        TryFuture<Void, RuntimeException> block = async(() -> {
            await(t.tick("x"));
            if (t.v("c", false)) return;
            await(t.tick("y"));
        });
        await(block);
        await(async(() -> {}));
        t.log("value " + await(async(() -> t.log("z"))));
    }

    @Case
    @AsyncFn
    static void callsAFnWithoutAValue(Trace t) {
        await(async(() -> store(t, 1)));
        var later = async(() -> store(t, 2));
        store(t, 3);
        await(later);
    }

    @Case
    @AsyncFn
    static int returnLeavesTheBlock(Trace t) {
        int total = 0;
        for (int i = 0; i < 3; i++) {
            int n = i;
            total += await(async(() -> {
                while (true) {
                    int x = await(t.leaf("x" + n, n));
                    if (x == 1) return 10;
                    try {
                        if (x == 2) return 20;
                    } finally {
                        await(t.tick("finally " + n));
                    }
                    return x;
                }
            }));
        }
        return total;
    }

    @Case
    @AsyncFn
    static String eachIterationHasItsOwn(Trace t) {
        List<Future<String>> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String name = "n" + i;
            await(t.tick("round " + i));
            all.add(async(() -> name + await(t.leaf(name, "!"))));
        }
        for (String name : List.of("a", "b")) {
            all.add(async(() -> await(t.leaf(name, name))));
        }
        String text = "";
        for (Future<String> each : all) text += await(each);
        return text;
    }

    @Case
    @AsyncFn
    static int capturesTheValueOfTheMoment(Trace t) {
        int[] shared = {1};
        int once = await(t.leaf("once", 7));
        var block = async(() -> once + shared[0] + await(t.leaf("x", 0)) + shared[0]);
        shared[0] = 100;
        await(t.tick("between"));
        return await(block);
    }

    @Case
    @AsyncFn
    static int assignedOnceLater(Trace t) {
        int late;
        await(t.tick("before"));
        late = await(t.leaf("late", 4));
        var block = async(() -> late * await(t.leaf("x", 2)));
        await(t.tick("after"));
        return await(block) + late;
    }

    @Case
    @AsyncFn
    static int constantsAreNotCaptured(Trace t) {
        final int limit = 3;
        final String name = "three";
        return await(async(() -> {
            switch (await(t.leaf("x", 3))) {
                case limit:
                    return name.length() + CONSTANT;
                case CONSTANT:
                    return 1;
                default:
                    return 0;
            }
        }));
    }

    @Case
    @AsyncFn
    int membersOfTheOwner() {
        var block = async(() -> {
            int before = field + this.field + Blocks.this.field + twice(3) + this.twice(4) + statics;
            field += await(t.leaf("x", 10));
            statics++;
            return before + field + statics + load(1) + await(this.load(2));
        });
        field = 50;
        int result = await(block);
        statics = 2;
        return result;
    }

    @Case
    @AsyncFn
    boolean thisIsTheOwner() {
        Object self = await(async(() -> {
            await(t.tick("x"));
            return this;
        }));
        return self == this && await(async(() -> equals(this)));
    }

    @Case
    @AsyncFn
    static String capturesPatternVariables(Trace t) {
        Object value = await(t.leaf("value", (Object) "text"));
        if (!(value instanceof String text)) return "none";
        var block = async(() -> text + await(t.leaf("x", 1)));
        Object other = 5;
        if (other instanceof Integer n && n > 3) {
            return await(async(() -> text + n + await(t.leaf("y", 2)))) + await(block);
        }
        return await(block);
    }

    @Case
    @AsyncFn
    static String capturesExceptionsAndResources(Trace t) throws Exception {
        String text = "";
        try (var guard = t.guard("g")) {
            text += await(async(() -> {
                await(t.tick("x"));
                return guard != null;
            }));
            throw t.boom("thrown");
        } catch (dev.asyncfn.processor.differential.Boom e) {
            return text + await(async(() -> e.getMessage() + await(t.leaf("y", 1))));
        }
    }

    @Case
    @AsyncFn
    static int nested(Trace t) {
        int a = await(t.leaf("a", 1));
        var outer = async(() -> {
            int b = a + await(t.leaf("b", 10));
            var inner = async(() -> {
                int c = a + b + await(t.leaf("c", 100));
                return await(async(() -> a + b + c + await(t.leaf("d", 1000))));
            });
            t.log("inner is made");
            return await(inner) + b;
        });
        return await(outer);
    }

    @Case
    @AsyncFn
    static int shadowsNothing(Trace t) {
        int x = await(t.leaf("x", 1));
        int sum = 0;
        for (int i = 0; i < 2; i++) {
            int y = i;
            sum += await(async(() -> {
                int z = y + x;
                int state = await(t.leaf("s", 3));
                int awaited = await(t.leaf("t", 4));
                int next = z;
                return state + awaited + next;
            }));
        }
        int z = 100, state = 1000;
        return sum + z + state;
    }

    @Case
    @AsyncFn
    static int plainLambdasInside(Trace t) {
        int n = await(t.leaf("n", 2));
        return await(async(() -> {
            int m = await(t.leaf("m", 3));
            java.util.function.IntUnaryOperator f = i -> i * m + n;
            await(t.tick("x"));
            java.util.function.Supplier<Integer> g = () -> {
                int sum = 0;
                for (int i = 0; i < 3; i++) sum += f.applyAsInt(i);
                return sum;
            };
            return g.get();
        }));
    }

    @Case
    @AsyncFn
    static int castsAndParentheses(Trace t) {
        int n = await(t.leaf("n", 1));
        Future<Integer> one = async((AsyncBlock<Integer, RuntimeException>) () -> n + await(t.leaf("x", 1)));
        var two = (async(((() -> n + await(t.leaf("y", 2))))));
        Future<Void> three = Async.async((AsyncAction<RuntimeException>) () -> t.log("z"));
        var four = Async.<Integer, RuntimeException>async(() -> await(t.leaf("w", 4)));
        await(three);
        return await(one) + await(two) + await(four);
    }

    @Case
    @AsyncFn
    static int awaitedTwiceInAJoin(Trace t) {
        return await(sum(async(() -> await(t.leaf("x", 1))), async(() -> {
            t.log("y begins");
            return await(t.leaf("y", 2));
        })));
    }

    @AsyncFn
    private static int sum(Future<Integer> a, Future<Integer> b) {
        return await(a) * 10 + await(b);
    }

    @Case
    @AsyncFn
    static int ofAStoredLambda(Trace t) {
        AsyncBlock<Integer, RuntimeException> stored = () -> t.v("runs", 3);
        var block = async(stored);
        t.log("made");
        return await(block) + await(t.leaf("x", 1));
    }

    @AsyncFn
    private int own() {
        return await(t.leaf("own", 7)) + field;
    }

    @AsyncFn
    private static void nothing() {
        await(Trace.current().tick("nothing"));
    }

    @Case
    @AsyncFn
    int ofReferences() {
        Blocks other = new Blocks(t);
        other.field = 40;
        var own = async(this::own);
        var others = async(other::own);
        other = null;
        field = 2;
        await(async(Blocks::nothing));
        Blocks none = await(t.leaf("none", null));
        try {
            await(async(none::own));
        } catch (NullPointerException e) {
            t.log("checked where it is made");
        }
        return await(own) + await(others);
    }

    @Case
    @AsyncFn
    static String comments(Trace t) {
        // before
        var block = async(/* why */ () -> { // opens
            // inside
            String s = await(t.leaf("s", "s")); // behind
            /* last */
            return s; // returned
        } /* closes */); // after
        return /* value */ await(block);
    }

    @Case
    @AsyncFn
    static int droppedBeforeItRuns(Trace t) {
        var block = async(() -> {
            t.log("never");
            return await(t.leaf("never", 1));
        });
        block.drop();
        await(t.tick("x"));
        return 1;
    }
}
