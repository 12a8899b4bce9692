package bodies.types;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is awaited has a type that only the captured wildcard of another operand of the same call explains. */
final class CapturedReceivers {
    private CapturedReceivers() {}

    private final List<? extends Number> numbers = new ArrayList<>(List.of(3, 1, 2));

    private static List<? super Integer> integers() {
        return new ArrayList<>(List.of(3, 1, 2));
    }

    private static <T> List<T> wrap(List<T> list) {
        return list;
    }

    private static <T> Comparator<T> reversed(Comparator<T> order) {
        return order.reversed();
    }

    private static <T> String both(List<T> list, Comparator<? super T> order) {
        return "" + list.stream().sorted(order).toList();
    }

    private static <T> String flipped(Comparator<? super T> order, List<T> list) {
        return both(list, order);
    }

    @Case
    @AsyncFn
    static String sortsByAnAwaitedComparator(Trace t) {
        List<? super Integer> list = integers();
        list.sort(await(t.leaf("c", Comparator.comparing(x -> x.toString()))));
        return list.toString();
    }

    @Case
    @AsyncFn
    static String sortsWithoutALambda(Trace t) {
        List<? extends Number> list = new ArrayList<>(List.of(3, 1, 2));
        list.sort(await(t.leaf("c", reversed(Comparator.comparing(Number::intValue)))));
        return list.toString();
    }

    @Case
    @AsyncFn
    static String sortsByTheMembersOfTheBound(Trace t) {
        List<? extends Integer> list = new ArrayList<>(List.of(3, 1, 2));
        list.sort(await(t.leaf("c", Comparator.comparing(x -> x.intValue()))));
        list.sort(await(t.stage("e", Comparator.comparing(x -> -x.intValue()))));
        return list.toString();
    }

    @Case
    @AsyncFn
    static String sortsAField(Trace t) {
        CapturedReceivers self = new CapturedReceivers();
        self.numbers.sort(await(t.leaf("c", Comparator.comparing(x -> x.intValue()))));
        (self.numbers).sort(await(t.leaf("c", Comparator.comparing(x -> -x.intValue()))));
        return self.numbers.toString();
    }

    @Case
    @AsyncFn
    static String sortsWhatAMethodGives(Trace t) {
        integers().sort(await(t.leaf("c", Comparator.comparing(x -> x.toString()))));
        wrap(integers()).sort(await(t.leaf("d", Comparator.comparing(x -> x.toString()))));
        return "";
    }

    @Case
    @AsyncFn
    static String sortsWhatIsAwaited(Trace t) {
        List<? super Integer> list = integers();
        await(t.leaf("list", wrap(list))).sort(await(t.leaf("c", Comparator.comparing(x -> x.toString()))));
        return list.toString();
    }

    @Case
    @AsyncFn
    static String sortsByWhatIsChosen(Trace t) {
        List<? super Integer> list = integers();
        list.sort(
                t.v("b", true)
                        ? await(t.leaf("c", Comparator.comparing(x -> x.toString())))
                        : Comparator.comparing(x -> x.hashCode()));
        list.sort(
                switch (t.v("k", 2)) {
                    case 1 -> await(t.leaf("d", Comparator.comparing(x -> x.toString())));
                    default -> {
                        t.log("default");
                        yield await(t.leaf("e", Comparator.comparing(x -> x.hashCode())));
                    }
                });
        return list.toString();
    }

    @Case
    @AsyncFn
    static String givesEach(Trace t) {
        List<? extends CharSequence> list = List.of("a", "bb");
        list.forEach(await(t.leaf("f", x -> t.log("" + x.length()))));
        Iterable<?> any = list;
        any.forEach(await(t.leaf("g", x -> t.log("" + x.hashCode()))));
        return list.toString();
    }

    @Case
    @AsyncFn
    static boolean removesByAnAwaitedPredicate(Trace t) {
        Collection<? extends CharSequence> list = new ArrayList<>(List.of("a", "bb"));
        boolean removed = list.removeIf(await(t.leaf("p", x -> x.length() > 1)));
        return removed & list.removeIf(await(t.leaf("q", (Predicate<Object>) x -> x.equals("a"))));
    }

    @Case
    @AsyncFn
    static String mapsAnOptional(Trace t) {
        Optional<? extends CharSequence> optional = Optional.of("abc");
        Object length = optional.map(await(t.leaf("f", x -> x.length()))).get();
        Object text = optional.filter(await(t.leaf("p", x -> x.length() == 3)))
                .map(await(t.leaf("g", x -> "<" + x + ">")))
                .orElse(await(t.leaf("e", "none")));
        optional.ifPresentOrElse(await(t.leaf("h", x -> t.log("has " + x.length()))), await(t.leaf("i", () -> {})));
        return length + "" + text + optional.orElseGet(await(t.leaf("s", () -> null)));
    }

    @Case
    @AsyncFn
    static String mapsAStream(Trace t) {
        List<? extends Number> list = List.of(1, 2, 3);
        List<? extends Number> kept = list.stream()
                .filter(await(t.leaf("p", x -> x.intValue() > 1)))
                .sorted(await(t.leaf("c", Comparator.comparing(x -> -x.intValue()))))
                .toList();
        List<?> texts = list.stream().map(await(t.leaf("f", x -> "n" + x.intValue()))).toList();
        return "" + kept + texts;
    }

    @Case
    @AsyncFn
    static String collectsWithAnAwaitedCollector(Trace t) {
        List<? extends Number> list = List.of(1, 2, 3);
        int size = list.stream().collect(await(t.leaf("c", Collectors.toList()))).size();
        Map<Boolean, ? extends List<? extends Number>> parts =
                list.stream().collect(await(t.leaf("d", Collectors.partitioningBy(x -> x.intValue() > 1))));
        var sum = list.stream().collect(await(t.leaf("e", Collectors.summingInt(x -> x.intValue()))));
        return size + "" + parts + sum;
    }

    @Case
    @AsyncFn
    static String staticsShareATypeParameter(Trace t) {
        List<? extends Integer> list = new ArrayList<>(List.of(3, 1, 2));
        Collections.sort(list, await(t.leaf("c", Comparator.comparing(x -> x.intValue()))));
        Integer max = Collections.max(list, await(t.leaf("m", Comparator.comparing(x -> -x.intValue()))));
        return both(list, await(t.leaf("d", Comparator.comparing(x -> -x.intValue()))))
                + flipped(await(t.leaf("e", Comparator.comparing(x -> x.intValue()))), list)
                + flipped(await(t.leaf("e", Comparator.comparing(x -> x.intValue()))), wrap(list))
                + both(wrap(list), reversed(await(t.leaf("f", Comparator.comparing(x -> x.intValue())))))
                + list
                + max;
    }

    @Case
    @AsyncFn
    static String groupsByAWildcard(Trace t) {
        List<?> list = List.of("a", 1, "b");
        var none = list.stream()
                .collect(Collectors.groupingBy(Object::getClass))
                .getOrDefault(await(t.leaf("k", Long.class)), List.of());
        int strings = list.stream()
                .collect(Collectors.groupingBy(x -> x.getClass().getSimpleName()))
                .getOrDefault(await(t.leaf("k", "String")), List.of())
                .size();
        return none + " " + strings;
    }

    @Case
    @AsyncFn
    static String computesInAGroupedMap(Trace t) {
        List<? extends Number> list = List.of(1, 2, 3);
        int absent = list.stream()
                .collect(Collectors.groupingBy(x -> x.intValue() % 2, HashMap::new, Collectors.toList()))
                .computeIfAbsent(await(t.leaf("k", 5)), k -> new ArrayList<>())
                .size();
        var merged = list.stream()
                .collect(Collectors.groupingBy(x -> x.intValue() % 2))
                .merge(await(t.leaf("k", 1)), new ArrayList<>(), (a, b) -> a);
        var put = list.stream()
                .collect(Collectors.groupingBy(x -> x.intValue() % 2))
                .put(await(t.leaf("k", 1)), Collections.emptyList());
        return absent + "" + merged.get(0).intValue() + put.size();
    }

    @Case
    @AsyncFn
    static String entriesOfAWildcardMap(Trace t) {
        Map<?, ?> map = new TreeMap<>(Map.of("a", 1, "b", 2));
        String s = "";
        for (Map.Entry<?, ?> e : map.entrySet()) {
            s += e.getKey() + await(t.leaf("e" + e.getKey(), e.getValue())).toString();
        }
        for (var e : map.entrySet()) {
            await(t.tick("t"));
            s += e.getKey() + "" + e.getValue();
        }
        map.forEach(await(t.leaf("f", (k, v) -> t.log(k + "=" + v))));
        map.replaceAll(await(t.leaf("r", (k, v) -> v)));
        map.entrySet().removeIf(await(t.leaf("p", e -> e.getValue().equals(1))));
        return s + map;
    }

    @Case
    @AsyncFn
    static String asksAMapForAnAwaitedDefault(Trace t) {
        Map<String, ? extends List<? extends Number>> map = Map.of("a", List.of(1));
        var absent = map.getOrDefault(await(t.leaf("k", "b")), null);
        var present = map.getOrDefault(await(t.leaf("k", "a")), await(t.leaf("d", null)));
        return absent + " " + present.get(0).intValue();
    }

    @Case
    @AsyncFn
    static String consumers(Trace t) {
        Consumer<? super Integer> log = x -> t.log("got " + x);
        log.accept(await(t.leaf("i", 1)));
        log.andThen(await(t.leaf("next", x -> t.log("then " + x)))).accept(null);
        Function<? super Integer, ? extends CharSequence> f = x -> "f" + x;
        return f.andThen(await(t.leaf("g", x -> x.length()))).apply(await(t.leaf("x", 5)))
                + "" + f.apply(await(t.leaf("y", 6)))
                + f.compose(await(t.leaf("h", (Function<String, Integer>) String::length))).apply("abc");
    }

    @Case
    @AsyncFn
    static String reducesAStream(Trace t) {
        Stream<? extends Number> stream = Stream.of(1, 2, 3);
        var last = stream.reduce(await(t.leaf("f", (a, b) -> b)));
        Stream<? extends Number> again = Stream.of(1, 2, 3);
        int sum = again.reduce(await(t.leaf("z", 0)), await(t.leaf("g", (a, b) -> a + b.intValue())), Integer::sum);
        return last.get().intValue() + " " + sum;
    }

    @Case
    @AsyncFn
    static String addsWhatIsAwaited(Trace t) {
        List<? super Integer> list = new ArrayList<>();
        list.add(await(t.leaf("a", 1)));
        list.add(await(t.leaf("i", 0)), await(t.leaf("b", 2)));
        list.addAll(await(t.leaf("c", List.of(3, 4))));
        list.set(await(t.leaf("j", 1)), null);
        Collections.addAll(list, await(t.leaf("d", 5)), 6);
        Collections.fill(list, await(t.leaf("e", 7)));
        return list + "" + list.contains(await(t.leaf("f", (Object) "x")));
    }

    @Case
    @AsyncFn
    static String ofAnEnumMap(Trace t) {
        EnumMap<?, String> map = new EnumMap<>(Map.of(Thread.State.NEW, "n"));
        map.forEach(await(t.leaf("f", (k, v) -> t.log(k.name() + v))));
        map.replaceAll(await(t.leaf("g", (k, v) -> k.name() + v)));
        return map.toString();
    }

    @Case
    @AsyncFn
    static String boundsWithTwoTypes(Trace t) {
        List<? extends Comparable<?>> list = new ArrayList<>(List.of("b", "a"));
        list.sort(await(t.leaf("c", Comparator.comparing(x -> x.toString()))));
        Stream<? extends Map.Entry<?, ? extends Number>> entries = Stream.of(Map.entry("k", 1));
        return list + "" + entries.map(await(t.leaf("f", e -> e.getKey() + "" + e.getValue().intValue()))).toList();
    }

    @Case
    @AsyncFn
    static String typeVariableReceivers(Trace t) {
        return sorted(t, new ArrayList<>(List.of(2, 1))) + sorted(t, new ArrayList<>(List.of("b", "a")));
    }

    @AsyncFn
    static <E extends Comparable<? super E>, L extends List<? extends E>> String sorted(Trace t, L list) {
        list.sort(await(t.leaf("c", Comparator.comparing(x -> x.toString()))));
        return list.toString();
    }

    @Case
    @AsyncFn
    static String keepsTheOrderOfEvaluation(Trace t) {
        List<List<? super Integer>> lists = new ArrayList<>(List.of(integers()));
        lists.get(t.v("i", 0)).sort(await(t.leaf("c", Comparator.comparing(x -> t.v("key", x.toString())))));
        BiFunction<? super String, ? super Integer, ? extends Number> f = (s, n) -> s.length() + n;
        return lists + "" + f.andThen(await(t.leaf("g", x -> x.intValue() + 1)))
                .apply(t.v("s", "ab"), await(t.leaf("n", 1)));
    }
}
