package bodies.types;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** Lambdas, method references and diamonds that get their types from what becomes of the awaited value. */
final class PolyTargets {
    private PolyTargets() {}

    private static <T> CompletionStage<T> supply(Trace t, Supplier<T> s) {
        return t.stage("supply", s.get());
    }

    private static <T> Future<T> future(Trace t, Supplier<T> s) {
        return t.leaf("future", s.get());
    }

    private static <T, E extends Exception> TryFuture<T, E> tried(Trace t, Supplier<T> s, Class<E> failure) {
        return t.tryLeaf("tried", s.get(), failure);
    }

    private static <T> CompletableFuture<List<T>> listed(Trace t, Supplier<? extends T> s) {
        return t.stage("listed", List.<T>of(s.get())).toCompletableFuture();
    }

    private static <A, B> CompletionStage<B> applied(Trace t, A a, Function<? super A, ? extends B> f) {
        return t.stage("applied", f.apply(a));
    }

    private static <T> Future<? extends T> some(Trace t, Supplier<? extends T> s) {
        return t.leaf("some", s.get());
    }

    @SafeVarargs
    private static <T> CompletionStage<T> last(Trace t, Supplier<? extends T>... all) {
        return t.stage("last", all[all.length - 1].get());
    }

    private static <T extends Comparable<? super T>> Future<Comparator<T>> order(Trace t, UnaryOperator<Comparator<T>> f) {
        return t.leaf("order", f.apply(Comparator.naturalOrder()));
    }

    @AsyncFn
    static <T> T given(Trace t, Supplier<? extends T> s) {
        await(t.tick("given"));
        return s.get();
    }

    @AsyncFn
    static <T> Function<? super T, Integer> boxing(Trace t, ToIntFunction<T> f) {
        await(t.tick("boxing"));
        return f::applyAsInt;
    }

    @AsyncFn
    static <T> Class<? super T> superclass(Trace t, Class<T> c) {
        await(t.tick("superclass"));
        return c.getSuperclass();
    }

    @AsyncFn
    static <T> List<? extends T> listOf(Trace t, Supplier<? extends T> s) {
        await(t.tick("listOf"));
        return List.of(s.get());
    }

    @AsyncFn
    static Callable<?> returned(Trace t) {
        return await(supply(t, () -> () -> 1));
    }

    @AsyncFn
    static Callable<?> returnedFuture(Trace t) {
        return await(future(t, () -> () -> 2));
    }

    @AsyncFn
    static Callable<? extends Number> returnedBounded(Trace t) {
        return await(supply(t, () -> () -> 3));
    }

    @AsyncFn
    static <T> Supplier<? super T> returnedVariable(Trace t, T value) {
        return await(supply(t, () -> () -> value));
    }

    @Case
    @AsyncFn
    static String ofReturns(Trace t) throws Exception {
        return "" + returned(t).call() + returnedFuture(t).call() + returnedBounded(t).call()
                + returnedVariable(t, 4).get();
    }

    @Case
    @AsyncFn
    static String ofVariables(Trace t) throws Exception {
        Callable<String> a = await(supply(t, () -> () -> "a"));
        Supplier<Function<String, Integer>> b = await(supply(t, () -> () -> String::length));
        Function<String, Integer> c = await(supply(t, () -> String::length));
        Function<? super String, ? extends Number> d = await(supply(t, () -> s -> s.length()));
        BinaryOperator<Integer> e = await(future(t, () -> (x, y) -> x + y));
        Callable<Callable<Callable<String>>> f = await(supply(t, () -> () -> () -> () -> "f"));
        c = await(supply(t, () -> s -> -s.length()));
        return a.call() + b.get().apply("bb") + c.apply("ccc") + d.apply("d") + e.apply(1, 2) + f.call().call().call();
    }

    @Case
    @AsyncFn
    static String ofBlockLambdas(Trace t) throws Exception {
        Callable<String> a = await(supply(t, () -> {
            if (t.v("b", true)) {
                return () -> "yes";
            }
            return () -> "no";
        }));
        Function<String, Integer> b = await(supply(t, () -> {
            class Local {
                String text() {
                    return "local";
                }
            }
            Runnable unrelated = () -> t.log(new Local().text());
            unrelated.run();
            return String::length;
        }));
        return a.call() + b.apply("b");
    }

    @Case
    @AsyncFn
    static String ofArguments(Trace t) throws Exception {
        return call(await(supply(t, () -> () -> "a")), await(future(t, () -> () -> "b")))
                + apply(await(t.leaf("s", "abc")), await(supply(t, () -> s -> s.length())))
                + java.util.Collections.<Callable<String>>singletonList(await(supply(t, () -> () -> "c"))).get(0).call();
    }

    private static String call(Callable<String> a, Callable<? extends CharSequence> b) throws Exception {
        return a.call() + b.call();
    }

    private static <T, R> R apply(T value, Function<T, R> f) {
        return f.apply(value);
    }

    @Case
    @AsyncFn
    static String ofArraysAndElements(Trace t) throws Exception {
        Callable<?>[] calls = {await(supply(t, () -> () -> 1)), () -> 2, await(future(t, () -> () -> 3))};
        calls[await(t.leaf("i", 1))] = await(supply(t, () -> () -> 4));
        Map<String, Callable<String>> map = new HashMap<>();
        map.put(await(t.leaf("k", "k")), await(supply(t, () -> () -> "v")));
        return "" + calls[0].call() + calls[1].call() + calls[2].call() + map.get("k").call();
    }

    @Case
    @AsyncFn
    static String ofConditionals(Trace t) throws Exception {
        Callable<String> a = t.v("a", true) ? await(supply(t, () -> () -> "a")) : () -> "x";
        Callable<String> b = await(t.v("b", false) ? supply(t, () -> () -> "b") : supply(t, () -> () -> "c"));
        Callable<String> c = await(supply(t, t.v("c", true) ? () -> () -> "d" : () -> () -> "e"));
        Callable<String> d = await(supply(t, () -> t.v("d", true) ? () -> "f" : () -> "g"));
        Callable<String> e =
                await(
                        switch (t.v("e", 1)) {
                            case 1 -> supply(t, () -> () -> "h");
                            default -> supply(t, () -> () -> "i");
                        });
        Callable<String> f =
                switch (await(t.leaf("f", 1))) {
                    case 1 -> await(supply(t, () -> () -> "j"));
                    default -> () -> "k";
                };
        return a.call() + b.call() + c.call() + d.call() + e.call() + f.call();
    }

    @Case
    @AsyncFn
    static String ofFallibleStages(Trace t) throws Exception {
        try {
            Callable<String> a = await(supply(t, () -> () -> "a"), IOException.class);
            Callable<String> b = await(tried(t, () -> () -> "b", IOException.class));
            return a.call() + b.call();
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    @Case
    @AsyncFn
    static String ofChains(Trace t) throws Exception {
        Function<Integer, Integer> a =
                await(supply(t, () -> 1).thenApply(x -> y -> x + y));
        Function<Integer, Function<Integer, Integer>> b =
                await(supply(t, () -> 1).thenCombine(supply(t, () -> 2), (x, y) -> z -> w -> x + y + z + w));
        return a.apply(2) + "" + b.apply(3).apply(4);
    }

    @Case
    @AsyncFn
    static String ofParameterizedResults(Trace t) throws Exception {
        List<Callable<?>> a = await(listed(t, () -> () -> 1));
        List<Function<String, Integer>> b = await(listed(t, () -> String::length));
        Function<String, Integer> c = await(applied(t, 5, n -> s -> s.length() + n));
        Predicate<String> d = await(last(t, () -> s -> true, () -> s -> s.isEmpty()));
        Callable<?> e = await(PolyTargets.<Callable<?>>some(t, () -> () -> 1));
        Comparator<String> f = await(order(t, o -> o.reversed()));
        Comparator<String> g = await(order(t, o -> o.thenComparing(s -> s.length())));
        return "" + a.get(0).call() + b.get(0).apply("bb") + c.apply("c") + d.test("") + e.call() + f.compare("a", "b")
                + g.compare("a", "b");
    }

    @Case
    @AsyncFn
    static String ofDiamondsAndGenericCalls(Trace t) {
        List<String> a = await(supply(t, () -> new ArrayList<>()));
        List<String> b = await(supply(t, ArrayList::new));
        Map<String, List<Integer>> c = await(future(t, () -> new HashMap<>(Map.of())));
        IntFunction<List<String>> d = await(supply(t, () -> ArrayList::new));
        IntFunction<String[]> e = await(supply(t, () -> String[]::new));
        List<? super Integer> f = await(t.leaf("f", new ArrayList<>()));
        a.add("a");
        b.add("b");
        c.put("c", List.of(1));
        f.add(1);
        return "" + a + b + c + d.apply(1) + e.apply(2).length + f;
    }

    @Case
    @AsyncFn
    static String ofAsyncFns(Trace t) throws Exception {
        Callable<String> a = given(t, () -> () -> "a");
        Callable<?> b = given(t, () -> () -> "b");
        Function<? super String, Integer> c = boxing(t, s -> s.length());
        Function<? super String, Integer> d = await(boxing(t, (String s) -> s.length()));
        List<? extends Callable<?>> e = listOf(t, () -> () -> 1);
        var f = await(listOf(t, () -> "f")).get(0);
        return a.call() + b.call() + c.apply("c") + d.apply("dd") + e.get(0).call() + f.length();
    }

    @Case
    @AsyncFn
    static String ofWildcardResults(Trace t) {
        Class<?> c = Integer.class;
        Class<?> a = await(superclass(t, c));
        Class<?> b = superclass(t, c);
        Class<? super Integer> d = superclass(t, Integer.class);
        var e = superclass(t, Integer.class);
        await(t.tick("t"));
        boolean same = c.getSuperclass() == await(t.leaf("n", (Class<?>) Number.class));
        boolean not = await(t.leaf("m", (Class<?>) Number.class)) != c.getSuperclass();
        return a.getSimpleName() + b.getSimpleName() + d.getSimpleName() + e.getSimpleName() + same + not
                + superclass(t, await(t.leaf("c", c))).getSimpleName()
                + superclass(t, c).getSuperclass().getSimpleName()
                + (superclass(t, c) == c.getSuperclass());
    }

    @Case
    @AsyncFn
    static String ofSpilledOperands(Trace t) throws Exception {
        return joined(() -> () -> "a", await(t.leaf("b", "b")), String::length, t.v("c", "c")::concat, await(t.leaf("d", "d")))
                + joined(
                        t.v("x", true) ? () -> () -> "e" : () -> () -> "f",
                        await(t.leaf("g", "g")),
                        t.v("y", 1) == 1 ? s -> 5 : String::length,
                        switch (t.v("z", 1)) {
                            case 1 -> s -> s;
                            default -> String::trim;
                        },
                        await(t.leaf("h", "h")))
                + paired(Comparator.comparing(String::length), await(t.leaf("i", "iii")), new ArrayList<>())
                + paired(Comparator.<String>naturalOrder(), "x", await(t.leaf("j", new ArrayList<>(List.of("y")))));
    }

    private static String joined(
            Supplier<Callable<String>> a, String b, ToIntFunction<String> c, UnaryOperator<String> d, String e)
            throws Exception {
        return a.get().call() + b + c.applyAsInt(b) + d.apply(e) + e;
    }

    private static <T> String paired(Comparator<? super T> order, T value, List<T> list) {
        list.add(value);
        list.sort(order);
        return list.toString();
    }

    @Case
    @AsyncFn
    static String ofGenericConstructors(Trace t) {
        Holder<String> a = new Holder<>(await(t.leaf("a", "a")), x -> x + x);
        Holder<Function<String, Integer>> b = new Holder<>(await(supply(t, () -> s -> s.length())), f -> f);
        Holder<? extends CharSequence> c = new <Integer>Holder<String>(await(t.leaf("n", 1)), "c", await(t.leaf("u", s -> s)));
        var d = new Holder<>(await(t.leaf("d", List.of(1))), l -> l);
        await(t.tick("t"));
        return a.changed() + b.changed().apply("bb") + c.changed() + d.changed().get(0);
    }

    static final class Holder<T> {
        private final T value;
        private final UnaryOperator<T> change;

        Holder(T value, UnaryOperator<T> change) {
            this.value = value;
            this.change = change;
        }

        <N> Holder(N number, T value, UnaryOperator<T> change) {
            this(value, change);
        }

        T changed() {
            return change.apply(value);
        }
    }

    @Case
    @AsyncFn
    static String ofOwnFutures(Trace t) throws Exception {
        Callable<String> a = await(cx -> Poll.ready(() -> "a"));
        Consumer<String> b = await(future(t, () -> t::log));
        b.accept("b");
        BiFunction<String, Integer, String> c = await(future(t, () -> String::repeat));
        return a.call() + c.apply("c", 3);
    }
}
