package bodies.expressions;

import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.Map;

/** An await stands wherever Java allows a method call. */
final class Awaits {
    int x = 1;
    int[] cells = {1, 2, 3};
    Awaits next;
    static Awaits instance;

    Awaits(Trace t) {}

    @Case
    @AsyncFn
    static String asReceiver(Trace t) {
        return await(t.leaf("s", " ab ")).trim().concat(await(t.leaf("u", "c")).toUpperCase())
                + await(t.leaf("list", List.of(1, 2))).get(await(t.leaf("i", 1)));
    }

    @Case
    @AsyncFn
    static int asArrayAndIndex(Trace t) {
        int[][] m = {{1, 2}, {3, 4}};
        return await(t.leaf("a", m))[await(t.leaf("i", 1))][await(t.leaf("j", 0))] + m[0][await(t.leaf("k", 1))]
                + await(t.leaf("length", m)).length;
    }

    @Case
    @AsyncFn
    int asReceiverOfAField(Trace t) {
        next = new Awaits(t);
        next.x = 5;
        return await(t.leaf("this", this)).next.x + await(t.leaf("next", next)).cells[2] + await(t.leaf("me", this)).x;
    }

    @Case
    @AsyncFn
    static void asNullReceiver(Trace t) {
        await(t.leaf("null", (String) null)).trim();
    }

    @Case
    @AsyncFn
    static int deeplyNested(Trace t) {
        return await(t.leaf("a", await(t.leaf("b", await(t.leaf("c", await(t.leaf("d", 1)) + 1)) + 1)) + 1));
    }

    @Case
    @AsyncFn
    static int awaitOfAnAwaitedFuture(Trace t) {
        Future<Future<Future<Integer>>> f = t.leaf("a", t.leaf("b", t.leaf("c", 3)));
        return await(await(await(f)));
    }

    @Case
    @AsyncFn
    static int qualifiedAwait(Trace t) {
        int a = Async.await(t.leaf("a", 1));
        int b = dev.asyncfn.Async.await(t.leaf("b", 2));
        int c = Async.<Integer>await(t.leaf("c", 3));
        return a + b + c + (await(t.leaf("d", 4))) + ((await((t.leaf("e", 5)))));
    }

    @Case
    @AsyncFn
    static int ternaryOfFutures(Trace t) {
        boolean c = await(t.leaf("c", true));
        return await(c ? t.leaf("yes", 1) : t.leaf("no", 2)) + await(!c ? t.leaf("never", 1) : t.leaf("else", 2));
    }

    @Case
    @AsyncFn
    static int futureKeptInAVariable(Trace t) {
        Future<Integer> f = t.leaf("f", 1);
        Future<Integer> g = f;
        t.log("created");
        int a = await(g);
        Future<?>[] all = {t.leaf("x", 5)};
        return a + (Integer) await(all[0]);
    }

    @Case
    @AsyncFn
    static String asStatementOfMethodChain(Trace t) {
        StringBuilder sb = new StringBuilder();
        sb.append(await(t.leaf("a", "a"))).append(await(t.leaf("b", 1))).append(await(t.leaf("c", 'c'))).reverse();
        await(t.leaf("sb", sb)).append("!");
        return sb.toString();
    }

    @Case
    @AsyncFn
    static boolean negatedAndCompared(Trace t) {
        return !await(t.leaf("a", false)) == (await(t.leaf("b", 1)) <= await(t.leaf("c", 2)))
                && await(t.leaf("d", "x")) != null && null == await(t.leaf("e", (Object) null));
    }

    @Case
    @AsyncFn
    static String instanceOf(Trace t) {
        Object o = await(t.leaf("o", (Object) List.of(1)));
        return (await(t.leaf("a", (Object) "s")) instanceof String) + " " + (o instanceof Map) + " "
                + (await(t.leaf("b", o)) instanceof List<?> l && l.size() == 1);
    }

    @Case
    @AsyncFn
    static String classLiterals(Trace t) {
        Class<?> c = await(t.leaf("c", int[].class));
        return c.getSimpleName() + Awaits.class.getSimpleName() + int.class + await(t.leaf("d", void.class))
                + Map.Entry.class.getSimpleName() + String[][].class.getSimpleName();
    }

    @Case
    @AsyncFn
    static int veryLongExpression(Trace t) {
        return 1 + await(t.leaf("a", 1)) + 2 + await(t.leaf("b", 2)) * (3 + await(t.leaf("c", 3))) - t.v("d", 4)
                + (await(t.leaf("e", 5)) > 4 ? await(t.leaf("f", 6)) : 0) + Math.max(t.v("g", 7), await(t.leaf("h", 8)))
                + new int[] {t.v("i", 9), await(t.leaf("j", 10))}[await(t.leaf("k", 1))]
                + Integer.parseInt(t.v("l", "1") + await(t.leaf("m", "1")) + 1)
                + (t.v("n", true) && await(t.leaf("o", true)) || await(t.leaf("never", true)) ? 100 : 200)
                + (int) (char) (await(t.leaf("p", 65)) + 1) + -await(t.leaf("q", 1)) + ~await(t.leaf("r", 2))
                + "abc".substring(await(t.leaf("s", 1))).length() + List.of(1, await(t.leaf("u", 2))).get(1);
    }

    @Case
    @AsyncFn
    static String genericMethodsInferFromTheContext(Trace t) {
        List<String> a = await(t.leaf("a", List.of()));
        Map<String, List<Integer>> b = await(t.leaf("b", Map.of("k", List.of(1))));
        List<? extends Number> c = List.of(await(t.leaf("c", 1)), 2);
        return a.size() + "" + b.get("k").get(0) + c + List.<Object>of(await(t.leaf("d", "d")), 1);
    }

    @Case
    @AsyncFn
    static int staticFieldOfAnInstance(Trace t) {
        Awaits.instance = await(t.leaf("i", new Awaits(t)));
        instance.x += await(t.leaf("x", 4));
        instance.cells[await(t.leaf("c", 1))] *= 10;
        return instance.x + Awaits.instance.cells[1];
    }

    @Case
    @AsyncFn
    int switchExpressionWithoutAwaitAsOperand(Trace t) {
        int a = await(t.leaf("a", 2));
        return switch (a) {
            case 1 -> 10;
            case 2 -> {
                int b = a * 10;
                yield b + x;
            }
            default -> throw t.boom("never");
        } + await(t.leaf("b", 100)) + (a > 1 ? switch (x) { case 1 -> 5; default -> 6; } : 7);
    }
}
