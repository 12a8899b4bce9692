package bodies.blocks;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Guard;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Where an async block may stand. */
@SuppressWarnings("try")
final class BlockPositions {
    private BlockPositions() {}

    @AsyncFn
    private static int sum(Future<Integer> a, int b, Future<Integer> c) {
        return await(a) + b + await(c);
    }

    private static int pass(Trace t, String name, int n) {
        t.log(name);
        return n;
    }

    @Case
    @AsyncFn
    static int amongAwaitedArguments(Trace t) {
        int x = await(t.leaf("x", 1));
        return await(sum(
                async(() -> pass(t, "a", await(t.leaf("a", x)))),
                await(t.leaf("b", 10)) + pass(t, "between", 0),
                async(() -> pass(t, "c", await(t.leaf("c", 100))))));
    }

    private static TryFuture<Integer, RuntimeException> made;

    private static int make(Trace t, TryFuture<Integer, RuntimeException> a, int b) {
        t.log("make");
        made = a;
        return b;
    }

    @Case
    @AsyncFn
    static int leftOfAnAwait(Trace t) {
        int[] n = {1};
        int b = make(t, async(() -> n[0] + await(t.leaf("a", 1))), await(t.leaf("b", 2)));
        n[0] = 50;
        return await(made) + b;
    }

    private static <T, E extends Exception> TryFuture<T, E> retried(int n, Supplier<TryFuture<T, E>> attempt) {
        return attempt.get();
    }

    private static <T> Future<T> again(Trace t, Supplier<? extends Future<T>> attempt) {
        t.log("again");
        Future<T> first = attempt.get();
        first.drop();
        return attempt.get();
    }

    private static <A, B> List<Future<B>> each(List<A> all, Function<? super A, ? extends Future<B>> f) {
        List<Future<B>> futures = new ArrayList<>();
        for (A a : all) futures.add(f.apply(a));
        return futures;
    }

    @Case
    @AsyncFn
    static int inLambdas(Trace t) {
        int n = await(t.leaf("n", 1));
        int first = await(again(t, () -> async(() -> n + await(t.leaf("x", 1)))));
        int total = 0;
        for (Future<Integer> each : each(List.of(1, 2), i -> async(() -> i * n + await(t.leaf("i" + i, 10))))) {
            total += await(each);
        }
        Function<Integer, Future<Integer>> f = i -> {
            int j = i + 1;
            return async(() -> i + j + n + await(t.leaf("f" + i, 0)));
        };
        await(t.tick("between"));
        return first + total + await(f.apply(5)) + await(f.apply(7));
    }

    @Case
    @AsyncFn
    static int inStreams(Trace t) {
        int n = await(t.leaf("n", 3));
        List<TryFuture<Integer, RuntimeException>> all =
                Stream.of(1, 2, 3).map(i -> async(() -> i * n + await(t.leaf("i" + i, 0)))).toList();
        int total = 0;
        for (var each : all) total += await(each);
        var more = Stream.of("a", "b").map(s -> async(() -> s + await(t.leaf(s, n)))).toList();
        String text = "";
        for (var each : more) text += await(each);
        return total + text.length();
    }

    @Case
    @AsyncFn
    static int inAPlainLambdaThatIsNoValue(Trace t) {
        int n = await(t.leaf("n", 3));
        List<Future<Integer>> made = new ArrayList<>();
        Runnable r = () -> made.add(async(() -> n + await(t.leaf("x", 1))));
        r.run();
        await(t.tick("y"));
        r.run();
        return await(made.get(0)) + await(made.get(1));
    }

    @Case
    @AsyncFn
    static int inTryAndFinally(Trace t) throws Exception {
        int n = 0;
        try (Guard g = t.guard("g")) {
            n += await(async(() -> await(t.leaf("body", 1))));
            var failing = async(() -> {
                await(t.tick("failing"));
                throw t.boom("boom");
            });
            await(failing);
        } catch (dev.asyncfn.processor.differential.Boom e) {
            int m = n;
            n += await(async(() -> m + await(t.leaf("caught " + e.getMessage(), 10))));
        } finally {
            int m = n;
            n += await(async(() -> m + await(t.leaf("finally", 100))));
        }
        return n;
    }

    @Case
    @AsyncFn
    static int inSwitches(Trace t) {
        int total = 0;
        for (int i = 0; i < 3; i++) {
            int n = i;
            Future<Integer> block = switch (i) {
                case 0 -> async(() -> await(t.leaf("zero", 0)));
                case 1 -> {
                    int m = n + await(t.leaf("m", 5));
                    yield async(() -> m + await(t.leaf("one", 1)));
                }
                default -> async(() -> n * await(t.leaf("two", 2)));
            };
            switch (n) {
                case 0:
                    total += await(async(() -> await(t.leaf("case", 1))));
                case 1:
                    total += await(block);
                    break;
                default:
                    var other = async(() -> await(block) + await(t.leaf("default", 100)));
                    total += await(other);
            }
        }
        return total;
    }

    @Case
    @AsyncFn
    static int inConditions(Trace t) {
        boolean c = await(t.leaf("c", true));
        Future<Integer> f = c ? async(() -> await(t.leaf("then", 1))) : async(() -> await(t.leaf("else", 2)));
        var g = c ? async(() -> await(t.leaf("then", 3))) : async(() -> await(t.leaf("else", 4)));
        g = async(() -> await(t.leaf("again", 5)));
        if (await(async(() -> await(t.leaf("if", true))))) {
            return await(f) + await(g);
        }
        while (await(async(() -> c && await(t.leaf("while", true))))) return 1;
        return 0;
    }

    @Case
    @AsyncFn
    static int inArraysAndFields(Trace t) {
        int n = await(t.leaf("n", 2));
        Future<?>[] all = {async(() -> n + await(t.leaf("a", 1))), async(() -> t.log("b"))};
        all[0] = async(() -> n * await(t.leaf("c", 10)));
        Map<String, Future<Integer>> map = new HashMap<>();
        map.put("x", async(() -> await(t.leaf("x", n))));
        map.computeIfAbsent("y", key -> async(() -> await(t.leaf(key, n))));
        Holder holder = new Holder(async(() -> await(t.leaf("held", n))));
        holder.other = async(() -> await(t.leaf("other", n)));
        await(all[1]);
        return (int) await(all[0]) + await(map.get("x")) + await(map.get("y")) + await(holder.future) + await(holder.other);
    }

    static final class Holder {
        final Future<Integer> future;
        Future<Integer> other;

        Holder(Future<Integer> future) {
            this.future = future;
        }
    }

    @Case
    @AsyncFn
    static TryFuture<Integer, RuntimeException> returned(Trace t) {
        int n = await(t.leaf("n", 2));
        if (n == 3) return async(() -> 3);
        TryFuture<Integer, RuntimeException> result = null;
        t.log("" + await(Optional.of(async(() -> n + await(t.leaf("x", 1)))).get()));
        return result;
    }

    @Case
    @AsyncFn
    static int selected(Trace t) throws Exception {
        boolean same = async(() -> await(t.leaf("x", 1))) == null;
        String text = "" + (async(() -> 1) != null);
        async(() -> await(t.leaf("never", 1))).drop();
        return await(t.leaf("y", 2)) + text.length() + (same ? 100 : 0);
    }

    @Case
    @AsyncFn
    static int inSynchronized(Trace t) {
        int n = await(t.leaf("n", 2));
        Future<Integer> f;
        synchronized (t) {
            f = async(() -> n + await(t.leaf("x", 1)));
        }
        return await(f);
    }

    @Case
    @AsyncFn
    static int discarded(Trace t) {
        int n = await(t.leaf("n", 2));
        @SuppressWarnings("asyncfn:unused_must_use")
        class Unused {}
        Future<Integer> kept = async(() -> n);
        for (Future<Integer> f = async(() -> await(t.leaf("init", n))); ; f = async(() -> await(t.leaf("update", 9)))) {
            if (await(f) == 9) break;
        }
        return await(kept);
    }

    @Case
    @AsyncFn
    static int behindPatterns(Trace t) {
        Object o = await(t.leaf("o", (Object) "text"));
        if (o instanceof String s && await(async(() -> s.length() + await(t.leaf("x", 1)))) > 3) {
            return await(async(() -> s.indexOf('x') + await(t.leaf("y", 1))));
        }
        return o instanceof Integer n ? await(async(() -> n + await(t.leaf("z", 1)))) : 0;
    }

    @Case
    @AsyncFn
    static int deprecated(Trace t) {
        @SuppressWarnings({"removal", "deprecation"})
        var block = async(() -> new Integer(await(t.leaf("x", 5))));
        return await(block);
    }

    @Case
    @AsyncFn
    static int severalOnOneLine(Trace t) {
        return await(async(() -> await(t.leaf("a", 1)))) + await(async(() -> await(t.leaf("b", 2)))) + await(async(() -> await(t.leaf("c", 3))));
    }

    @Case
    @AsyncFn
    static int evaluationOrder(Trace t) {
        StringBuilder text = new StringBuilder("a");
        int[] n = {1};
        int result = n[0] + await(async(() -> n[0] += await(t.leaf("x", 5)))) + n[0];
        String s = text + await(async(() -> text.append("b").length() + await(t.leaf("y", 1)) + ""));
        int[] array = {0, 0, 0};
        array[n[0] - 5] += await(async(() -> {
            n[0] = 7;
            return await(t.leaf("z", 3));
        }));
        return result * 1000 + s.length() * 100 + array[1] * 10 + n[0];
    }
}
