package bodies.types;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Generic methods of the JDK over wildcards, with awaits in each of their arguments. */
final class JdkApis {
    private JdkApis() {}

    @AsyncFn
    static Object mapped(Trace t, Stream<? extends Number> s) {
        return s.collect(Collectors.toMap(x -> x.intValue(), await(t.leaf("f", x -> "v" + x.intValue()))));
    }

    @AsyncFn
    static Object flatMapped(Trace t, Stream<? extends CharSequence> s) {
        return s.flatMap(await(t.leaf("f", x -> x.chars().boxed()))).count();
    }

    @AsyncFn
    static Object sorted(Trace t, Stream<?> s) {
        return s.sorted(await(t.leaf("c", Comparator.comparing(Object::hashCode))))
                .limit(await(t.leaf("n", 2L)))
                .toList();
    }

    @AsyncFn
    static Object ofALowerBound(Trace t, Stream<? super Integer> s) {
        return s.filter(await(t.leaf("p", x -> x != null)))
                .map(await(t.leaf("f", x -> x.toString())))
                .findFirst()
                .get();
    }

    @Case
    @AsyncFn
    static String streams(Trace t) {
        return "" + mapped(t, Stream.of(1, 2)) + flatMapped(t, Stream.of("ab", "c")) + sorted(t, Stream.of(3, 1, 2))
                + ofALowerBound(t, Stream.of(1));
    }

    @AsyncFn
    static Object put(Trace t, Map<String, ? super Integer> m) {
        m.put(await(t.leaf("k", "a")), 1);
        m.merge(await(t.leaf("k", "a")), 2, await(t.leaf("f", (a, b) -> b)));
        return m.computeIfAbsent(await(t.leaf("k", "c")), k -> null) + "" + m;
    }

    @AsyncFn
    static Object addToNew(Trace t, Map<String, List<? super Integer>> m) {
        return m.computeIfAbsent(await(t.leaf("k", "k")), k -> new ArrayList<>()).add(await(t.leaf("n", 1))) + "" + m;
    }

    @AsyncFn
    static Object entries(Trace t, List<? extends Map.Entry<String, ? extends Number>> l) {
        l.sort(await(t.leaf("c", Comparator.comparing(e -> e.getKey()))));
        return l.get(await(t.leaf("i", 0))).getValue().intValue();
    }

    @Case
    @AsyncFn
    static String maps(Trace t) {
        return "" + put(t, new TreeMap<String, Object>()) + addToNew(t, new HashMap<>())
                + entries(t, new ArrayList<>(List.of(Map.entry("b", 2), Map.entry("a", 1))));
    }

    @AsyncFn
    static Object combined(Trace t, CompletableFuture<? extends Number> f) {
        return await(f).intValue()
                + await(f.thenApply(x -> x.intValue()))
                + await(f.thenCombine(await(t.leaf("g", f)), (a, b) -> a.intValue() + b.intValue()));
    }

    @AsyncFn
    static Object handled(Trace t, CompletableFuture<?> f) {
        return f.handle(await(t.leaf("h", (x, e) -> x == null ? e : x))).getNow(null);
    }

    @Case
    @AsyncFn
    static String futures(Trace t) {
        return "" + combined(t, CompletableFuture.completedFuture(1))
                + handled(t, CompletableFuture.completedFuture("x"));
    }

    @AsyncFn
    static Object nested(Trace t, Optional<? extends List<? extends Number>> o) {
        return o.map(x -> x.get(0)).map(await(t.leaf("f", x -> x.intValue()))).isPresent()
                ? o.get().get(await(t.leaf("i", 0))).intValue()
                : 0;
    }

    @AsyncFn
    static Object created(Trace t, Class<? extends CharSequence> c) throws Exception {
        return c.getConstructor(await(t.leaf("c", String.class)))
                .newInstance(await(t.leaf("s", "abc")))
                .length();
    }

    @AsyncFn
    static Object updated(Trace t, AtomicReference<? super Integer> r) {
        r.set(await(t.leaf("n", 1)));
        return r.updateAndGet(await(t.leaf("f", x -> x)));
    }

    @AsyncFn
    static Object applied(
            Trace t, BiFunction<? super String, ? super Integer, ? extends List<? extends CharSequence>> f) {
        return f.apply(await(t.leaf("a", "a")), await(t.leaf("n", 3)))
                .get(await(t.leaf("i", 0)))
                .length();
    }

    @AsyncFn
    static Object collected(Trace t, Collector<? super Integer, ?, ? extends List<?>> c) {
        return Stream.of(1, 2).collect(await(t.leaf("c", c))).size()
                + Stream.of(await(t.leaf("n", 3))).collect(c).size();
    }

    @Case
    @AsyncFn
    static String wildcardsOfWildcards(Trace t) throws Exception {
        return "" + nested(t, Optional.of(List.of(7))) + created(t, StringBuilder.class)
                + updated(t, new AtomicReference<Object>()) + applied(t, (s, n) -> List.of(s.repeat(n)))
                + collected(t, Collectors.toList());
    }

    @AsyncFn
    static <T extends Comparable<? super T>> Object extremes(Trace t, Collection<? extends T> c) {
        return Collections.max(await(t.leaf("c", c)))
                .compareTo(Collections.min(c, await(t.leaf("o", Comparator.naturalOrder()))));
    }

    @AsyncFn
    static <T extends CharSequence & Comparable<T>> Object twoBounds(Trace t, List<T> l) {
        T m = Collections.max(await(t.leaf("l", l)));
        var x = l.get(0);
        int n = await(t.leaf("n", 1));
        return m.length() + x.compareTo(m) + n + x.length();
    }

    @AsyncFn
    static <E extends Enum<E>> Object ofAnEnum(Trace t, Class<E> c) {
        EnumSet<E> s = EnumSet.allOf(await(t.leaf("c", c)));
        var e = s.iterator().next();
        await(t.tick("t"));
        return e.name() + e.compareTo(await(t.leaf("e", e))) + s.contains(e);
    }

    @AsyncFn
    static Object ofAnySet(Trace t, EnumSet<?> s) {
        s.removeIf(await(t.leaf("p", e -> e.ordinal() > 1)));
        return EnumSet.complementOf(await(t.leaf("s", s))).size() + EnumSet.copyOf(s).size() + await(t.leaf("n", 1));
    }

    @AsyncFn
    static Object ofAnyMap(Trace t, EnumMap<?, ? extends Number> m) {
        String s = "";
        for (var e : m.entrySet()) {
            await(t.tick("t"));
            s += e.getKey().name() + e.getValue().intValue();
        }
        return s + m.entrySet().stream().map(await(t.leaf("f", e -> e.getKey().name()))).toList();
    }

    @Case
    @AsyncFn
    static String recursiveBounds(Trace t) {
        return "" + extremes(t, List.of(1, 3, 2)) + twoBounds(t, List.of("a", "bb")) + ofAnEnum(t, Thread.State.class)
                + ofAnySet(t, EnumSet.allOf(Thread.State.class))
                + ofAnyMap(t, new EnumMap<>(Map.of(Thread.State.NEW, 1)));
    }

    @Case
    @AsyncFn
    static String leastUpperBounds(Trace t) {
        boolean b = await(t.leaf("b", true));
        var x = b ? new ArrayList<>(List.of(1)) : new LinkedList<>(List.of("a"));
        var y = b ? List.of(1) : Map.of("a", 1).keySet();
        var z = b ? new int[2] : "s";
        var n = b ? 1 : "a";
        await(t.tick("t"));
        Comparable<?> c = n;
        return x.get(0) + "" + x.stream().map(await(t.leaf("f", e -> e.hashCode()))).toList() + y.size() + c
                + (z instanceof int[] ? "array" : z);
    }

    @AsyncFn
    @SuppressWarnings({"rawtypes", "unchecked"})
    static Object raw(Trace t, List list, Map map) {
        var e = list.get(0);
        await(t.tick("t"));
        map.put(await(t.leaf("k", "k")), await(t.leaf("l", list)));
        for (Object o : list) {
            await(t.leaf("o", o));
        }
        return list.stream().map(await(t.leaf("f", x -> x))).count() + "" + map + e;
    }

    @AsyncFn
    static Object arrays(Trace t, List<?>[] ls, Map<?, ?>[] ms) {
        ls[await(t.leaf("i", 0))] = await(t.leaf("l", List.of(1)));
        var m = ms[0];
        await(t.tick("t"));
        return m.get(await(t.leaf("k", "k"))) + "" + ls[0].get(await(t.leaf("j", 0))) + ls.length;
    }

    @AsyncFn
    static <T> Object arraysOfVariables(Trace t, T[] ts, List<? extends T> l) {
        ts[await(t.leaf("i", 0))] = l.get(await(t.leaf("j", 0)));
        var c = l.toArray(await(t.leaf("ts", ts)));
        return Arrays.asList(ts).indexOf(await(t.leaf("o", l.get(0))))
                + Stream.of(ts).map(await(t.leaf("f", x -> x))).count()
                + c.length;
    }

    @Case
    @AsyncFn
    static String rawTypesAndArrays(Trace t) {
        return "" + raw(t, new ArrayList<>(List.of(1)), new HashMap<>())
                + arrays(t, new List<?>[2], new Map<?, ?>[] {Map.of("k", 5)})
                + arraysOfVariables(t, new Integer[] {1, 2}, List.of(3));
    }

    @AsyncFn
    static Object predicates(Trace t, Predicate<? super String> p, UnaryOperator<String> u) {
        return p.and(await(t.leaf("p", x -> x.equals(""))))
                        .or(await(t.leaf("q", x -> true)))
                        .negate()
                        .test(await(t.leaf("a", "a")))
                + "" + u.andThen(await(t.leaf("f", x -> x.length())))
                        .compose(await(t.leaf("g", (Function<Object, String>) String::valueOf)))
                        .apply(12);
    }

    @AsyncFn
    static Object comparators(Trace t, Comparator<? super String> c) {
        return c.thenComparing(await(t.leaf("c", Comparator.comparing(x -> x.hashCode()))))
                .reversed()
                .compare(await(t.leaf("a", "a")), await(t.leaf("b", "b")));
    }

    @Case
    @AsyncFn
    static String functions(Trace t) {
        return "" + predicates(t, x -> x != null, x -> x + x) + comparators(t, Comparator.comparing(Object::toString));
    }

    @AsyncFn
    static Object grouped(Trace t, List<?> l) {
        return l.stream()
                .collect(Collectors.groupingBy(x -> x.hashCode() % 2))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey(await(t.leaf("o", Comparator.reverseOrder()))))
                .map(e -> e.getValue().get(0))
                .findFirst()
                .orElse(await(t.leaf("n", null)));
    }

    @AsyncFn
    static Object reduced(Trace t, List<? extends Number> l) {
        return l.stream().reduce(await(t.leaf("z", 0)), (a, b) -> a + b.intValue(), await(t.leaf("s", Integer::sum)))
                + "" + l.stream()
                        .collect(Collectors.teeing(
                                Collectors.counting(),
                                Collectors.summingInt(x -> x.intValue()),
                                await(t.leaf("f", (a, b) -> a + ":" + b))));
    }

    @Case
    @AsyncFn
    static String collectors(Trace t) {
        return "" + grouped(t, List.of(1, 2, 3)) + reduced(t, List.of(1, 2));
    }
}
