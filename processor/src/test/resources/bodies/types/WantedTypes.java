package bodies.types;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** What is wanted of the awaited value decides types among the arguments: which overload a lambda calls, which array is made. */
final class WantedTypes {
    private WantedTypes() {}

    static String kind(Object o) {
        return "object " + o;
    }

    static String kind(String s) {
        return "string " + s;
    }

    record Shown<T>(T value, Function<T, String> show) {
        @Override
        public String toString() {
            return show.apply(value);
        }
    }

    static <T> List<T> listed(T value, Function<? super T, String> show) {
        Trace.current().log(show.apply(value));
        return new ArrayList<>(List.of(value));
    }

    static <T> List<T> listedAll(List<? extends T> values, Function<? super T, String> show) {
        values.forEach(value -> Trace.current().log(show.apply(value)));
        return new ArrayList<>(values);
    }

    static <T> CompletionStage<List<T>> stage(Trace t, T value, Function<? super T, String> show) {
        return t.stage("stage", listed(value, show));
    }

    static <T> Future<List<T>> future(Trace t, T value, Function<? super T, String> show) {
        return t.leaf("future", listed(value, show));
    }

    @SafeVarargs
    static <T> CompletionStage<List<T>> all(Trace t, T... values) {
        return t.stage("all", Arrays.asList(values));
    }

    /** Fails where the list is of an array of integers. */
    static String set(List<Number> numbers) {
        numbers.set(0, 2.5);
        return numbers.toString();
    }

    static String size(List<Object> list, int n) {
        return list.size() + n + "";
    }

    // ---- the overload that a lambda calls

    @Case
    @AsyncFn
    static int lambdaOfAStage(Trace t) {
        List<Object> list = await(stage(t, "a", x -> kind(x)));
        return list.size();
    }

    @Case
    @AsyncFn
    static int lambdaOfAFuture(Trace t) {
        List<Object> list = await(future(t, "a", x -> kind(x)));
        return list.size();
    }

    @Case
    @AsyncFn
    static int referenceOfAStage(Trace t) {
        List<Object> list = await(stage(t, "a", WantedTypes::kind));
        return list.size();
    }

    @Case
    @AsyncFn
    static int lambdaInside(Trace t) {
        List<Object> list = await(t.stage("s", listed("a", x -> kind(x))));
        return list.size();
    }

    @Case
    @AsyncFn
    static int lambdaAfterAList(Trace t) {
        List<Object> list = await(t.stage("s", listedAll(List.of("a", "b"), x -> kind(x))));
        return list.size();
    }

    @Case
    @AsyncFn
    static int lambdaAfterAChoice(Trace t) {
        List<Object> list = await(t.stage("s", listed(await(t.leaf("c", true)) ? "a" : "b", x -> kind(x))));
        return list.size();
    }

    @Case
    @AsyncFn
    static int sameTypeAsTheArgument(Trace t) {
        List<String> list = await(stage(t, "a", x -> kind(x)));
        return list.size();
    }

    @Case
    @AsyncFn
    static String lambdaOfADiamond(Trace t) {
        Shown<Object> shown = await(t.stage("s", new Shown<>("a", x -> kind(x))));
        return shown.toString();
    }

    @Case
    @AsyncFn
    static String asAnArgument(Trace t) {
        return size(await(stage(t, "a", x -> kind(x))), await(t.leaf("n", 1)));
    }

    @Case
    @AsyncFn
    static List<Object> asTheResult(Trace t) {
        return await(stage(t, "a", x -> kind(x)));
    }

    @Case
    @AsyncFn
    static int asAChoice(Trace t) {
        List<Object> list = await(t.leaf("c", false)) ? await(stage(t, "a", x -> kind(x))) : await(t.stage("s", listed("b", x -> kind(x))));
        return list.size();
    }

    @Case
    @AsyncFn
    static int standingAlone(Trace t) {
        await(stage(t, "a", x -> kind(x)));
        return await(stage(t, "b", x -> kind(x))).size();
    }

    @Case
    @AsyncFn
    static int insideALambda(Trace t) {
        Supplier<List<Object>> made = await(t.stage("s", () -> listed("a", x -> kind(x))));
        return made.get().size();
    }

    // ---- the array of what is passed one by one

    @Case
    @AsyncFn
    static String arrayInside(Trace t) {
        List<Number> numbers = await(t.stage("s", Arrays.asList(1)));
        return set(numbers);
    }

    @Case
    @AsyncFn
    static String arrayOfAStage(Trace t) {
        return set(await(all(t, 1, 2)));
    }

    @Case
    @AsyncFn
    static String arrayOfSeveralKinds(Trace t) {
        List<Number> numbers = await(all(t, 1, 2L));
        return set(numbers);
    }

    @Case
    @AsyncFn
    static String arrayOfNothing(Trace t) {
        List<Number> numbers = await(WantedTypes.all(t));
        return numbers.toArray().getClass() + "";
    }

    @Case
    @AsyncFn
    static String arrayGiven(Trace t) {
        List<? extends Number> numbers = await(all(t, new Integer[] {1}));
        return numbers.toArray().getClass() + "";
    }

    @Case
    @AsyncFn
    static String arrayOfAChoice(Trace t) {
        return set(await(await(t.leaf("c", true)) ? all(t, 1) : t.stage("s", Arrays.asList(2))));
    }

    static <N extends Number> String set(List<? super N> numbers, N number) {
        numbers.set(0, number);
        return numbers.toString();
    }

    @Case
    @AsyncFn
    static String arrayOfSeveralTypesTogether(Trace t) {
        return set(await(t.stage("s", Arrays.asList(1))), 2.5);
    }

    @Case
    @AsyncFn
    static String keptArrayOfSeveralTypesTogether(Trace t) {
        return set(Arrays.asList(1), await(t.leaf("n", 2.5)));
    }

    @Case
    @AsyncFn
    static String arrayOfSeveralArguments(Trace t) {
        List<? extends Number> numbers = await(t.stage("s", Arrays.asList(1, 2.5)));
        return numbers.toArray().getClass() + "";
    }

    @Case
    @AsyncFn
    static String arrayOfASwitch(Trace t) {
        int n = await(t.leaf("n", 1));
        return set(
                await(
                        switch (n) {
                            case 1 -> all(t, 1);
                            default -> t.stage("s", Arrays.asList(2));
                        }));
    }

    @Case
    @AsyncFn
    static int lambdaOfASwitch(Trace t) {
        int n = await(t.leaf("n", 2));
        List<Object> list = await(
                switch (n) {
                    case 1 -> stage(t, "a", x -> kind(x));
                    default -> {
                        t.log("default");
                        yield stage(t, "b", WantedTypes::kind);
                    }
                });
        return list.size();
    }

    @Case
    @AsyncFn
    static String parenthesesInASwitch(Trace t) {
        int n = await(t.leaf("n", 1));
        return set(
                await(
                        switch (n) {
                            case 1 -> (all(t, 1));
                            default -> (t.stage("s", (Arrays.asList(2))));
                        }));
    }

    // ---- anonymous classes, whose constructors say nothing of type parameters

    static class Numbers<T> {
        final T[] all;

        @SafeVarargs
        Numbers(T... all) {
            this.all = all;
        }
    }

    static class Named<T> {
        final String name;

        Named(T value, Function<? super T, String> show) {
            name = show.apply(value);
        }
    }

    @Case
    @AsyncFn
    static String lambdaOfAnAnonymousClass(Trace t) {
        Named<Object> named = await(t.stage("s", new Named<>("a", x -> kind(x)) {}));
        return named.name;
    }

    @Case
    @AsyncFn
    static String arrayOfAnAnonymousClass(Trace t) {
        Numbers<Number> numbers = await(t.stage("s", new Numbers<>(1) {}));
        return numbers.all.getClass() + "";
    }

    @Case
    @AsyncFn
    static String arrayOfADiamond(Trace t) {
        Numbers<Number> numbers = await(t.stage("s", new Numbers<>(1)));
        return numbers.all.getClass() + "";
    }

    // ---- a result of which something is captured

    private static <T, A, R> R collected(List<T> values, Collector<? super T, A, ? extends R> collector) {
        return values.stream().collect(collector);
    }

    @AsyncFn
    private static <T, K, V> Map<K, Collection<V>> grouped(
            Trace t, List<T> values, Function<? super T, ? extends K> key, Function<? super T, ? extends V> value) {
        Function<? super T, ? extends K> keys = await(t.stage("k", key));
        Function<? super T, ? extends V> mapped = await(t.stage("v", value));
        return await(t.stage(
                "m",
                collected(
                        values,
                        await(t.stage(
                                "c",
                                Collectors.toMap(
                                        keys,
                                        each -> {
                                            List<V> list = new ArrayList<>();
                                            V one = mapped.apply(each);
                                            list.add(one);
                                            return list;
                                        },
                                        (some, others) -> {
                                            some.addAll(others);
                                            return some;
                                        },
                                        LinkedHashMap::new))))));
    }

    @Case
    @AsyncFn
    static String collectorWithItsAccumulator(Trace t) {
        return await(grouped(t, List.of("a", "bb", "cc"), String::length, WantedTypes::kind)) + "";
    }
}
