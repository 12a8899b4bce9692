package bodies.carried;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.Serializable;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Private classes with type parameters: one type parameter stands for all types of a class. */
final class Generics {
    private record Pair<A, B>(A first, B second) {
        static final String NAME = "pair";

        static <X, Y> Pair<X, Y> of(X x, Y y) {
            return new Pair<>(x, y);
        }

        static <X> Pair<X, X> twice(X x) {
            return new Pair<>(x, x);
        }

        Pair<B, A> swap() {
            return new Pair<>(second, first);
        }

        <C> Pair<A, C> with(C other) {
            return new Pair<>(first, other);
        }

        <C> C fold(BiFunction<? super A, ? super B, ? extends C> function) {
            return function.apply(first, second);
        }

        List<Pair<A, B>> repeated(int n) {
            List<Pair<A, B>> all = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                all.add(this);
            }
            return all;
        }
    }

    private static class Box<T> {
        T value;
        int count;
        Box<T> next;
        private List<? extends T> more;

        Box(T value) {
            this.value = value;
        }

        <S extends T> Box(List<S> values) {
            this.value = values.get(0);
            this.more = values;
        }

        T get() {
            return value;
        }

        void set(T value) {
            this.value = value;
        }

        boolean is(Box<?> other) {
            return other == this;
        }

        void copy(Box<? extends T> other) {
            value = other.value;
        }

        String join(List<Box<T>> others) {
            return others.stream().map(box -> "" + box.value).collect(Collectors.joining());
        }
    }

    private static final class Words extends Box<String> {
        Words(String word) {
            super(word);
        }

        int size() {
            return value.length();
        }
    }

    /** What the type arguments of this are, the interface above it says. */
    private static final class Entry<K extends Comparable<K>, V> implements Map.Entry<K, V>, Serializable {
        private static final long serialVersionUID = 1;
        final K key;
        private V value;
        Entry<K, V> next;

        Entry(K key, V value) {
            this.key = key;
            this.value = value;
        }

        @Override
        public K getKey() {
            return key;
        }

        @Override
        public V getValue() {
            return value;
        }

        @Override
        public V setValue(V value) {
            V old = this.value;
            this.value = value;
            return old;
        }

        private V replace(V other) {
            return setValue(other);
        }
    }

    private Generics() {}

    static Pair<String, Integer> pair(String name, int n) {
        return new Pair<>(name, n);
    }

    static Map<String, Pair<Integer, String>> pairs() {
        return new TreeMap<>(Map.of("k", Pair.of(1, "v"), "l", Pair.of(2, "w")));
    }

    private static <A, B> A firstOf(Pair<A, ? extends B> pair) {
        return pair.first();
    }

    private static <T> T valueOf(Box<? extends T> box) {
        return box.value;
    }

    static <T> List<T> listOf(T one, T other) {
        return List.of(one, other);
    }

    private static String all(Pair<?, ?>... pairs) {
        String s = pairs.getClass().getSimpleName();
        for (Pair<?, ?> pair : pairs) {
            s += pair.first();
        }
        return s;
    }

    static String name(int n) {
        return "int";
    }

    static String name(String s) {
        return "String";
    }

    static String name(Object o) {
        return "Object";
    }

    @Case
    @AsyncFn
    static String declared(Trace t) {
        Pair<String, Integer> pair = new Pair<>("a", await(t.leaf("n", 1)));
        Pair<Integer, String> swapped = pair.swap();
        Generics.Pair<String, List<Pair<Integer, String>>> nested = new Pair<>("x", List.of(swapped));
        String s = await(t.leaf("s", "s"));
        return pair.first().trim() + (swapped.first() + 1) + nested.second().get(0).second().length() + s
                + pair.with(2L).second().longValue() + pair.with(s).second().length() + pair + pair.equals(swapped.swap());
    }

    @Case
    @AsyncFn
    static String written(Trace t) {
        Pair<Object, Number> wide = new Pair<Object, Number>("a", await(t.leaf("n", 1)));
        Pair<Object, Number> diamond = new Pair<>("b", 2);
        var some = new Pair<String, int[]>("c", new int[] {await(t.leaf("m", 7))});
        var explicit = Pair.<CharSequence, Integer>of("d", 4);
        return wide.first() + name(wide.second()) + diamond.second().intValue() + some.second()[0]
                + explicit.first().length() + name(explicit.first()) + pair("e", 1).<Long>with(5L).second().longValue();
    }

    /** Which overload is called, the type arguments say. */
    @Case
    @AsyncFn
    static String overloads(Trace t) {
        Pair<String, Integer> pair = pair("a", 1);
        await(t.tick("t"));
        var list = List.of(pair, pair.swap().swap());
        var folded = pair.fold((a, b) -> a + b);
        var second = pair.<Integer>fold((a, b) -> b);
        return name(pair.first()) + name(pair.second()) + name(pair.swap().first()) + name(Pair.twice(pair).first())
                + name(list.get(0).first()) + name(Pair.twice("x").second()) + name(firstOf(pair))
                + name(folded) + name(second) + name(new Box<>(3).value)
                + name(new Words("w").value) + name(new Words("v").get());
    }

    @Case
    @AsyncFn
    static String awaited(Trace t) {
        Pair<String, Integer> pair = await(t.leaf("p", pair("a", 1)));
        var other = await(t.stage("q", pair.swap()));
        String s = await(t.leaf("r", pair("b", 2))).first().toUpperCase(java.util.Locale.ROOT);
        return pair.first() + other.second().concat(await(t.leaf("u", Pair.of("c", "d"))).second()) + s;
    }

    @Case
    @AsyncFn
    static String fields(Trace t) {
        Box<String> box = new Box<>("a");
        box.value += await(t.leaf("s", "b"));
        box.next = new Box<>(box.value);
        box.next.value = box.next.value + box.value.length();
        box.count += await(t.leaf("n", 2));
        box.next.count++;
        Box<Integer> number = new Box<>(5);
        number.value++;
        number.value += 2 + await(t.leaf("m", 1));
        int old = number.value--;
        Box<String> more = new Box<>(List.of("p", "q"));
        String same = box.next.value = "z" + box.next.count;
        return box.value + box.count + same + number.value + old + more.value + more.more.get(1).length() + box.is(box.next);
    }

    @Case
    @AsyncFn
    static String wildcards(Trace t) {
        Pair<?, ? extends Number> any = pair("a", 1);
        Box<? super Integer> sink = new Box<Number>(2.5);
        Box<?> unknown = sink;
        int n = any.second().intValue();
        await(t.tick("t"));
        sink.set(3);
        sink.value = 4;
        sink.copy(new Box<>(6));
        Object got = sink.get();
        Object value = unknown.value;
        Pair<? extends Number, ?> swapped = any.swap();
        List<? extends Pair<?, ?>> list = List.of(any, swapped);
        for (Pair<?, ?> each : list) {
            n += each.first().hashCode();
        }
        return n + " " + got + value + valueOf(sink) + firstOf(any) + swapped.first().intValue()
                + unknown.is(sink) + list.get(0).second() + all(any, swapped) + all();
    }

    @Case
    @AsyncFn
    static String inferred(Trace t) {
        var list = List.of(pair("a", 1), Pair.of("b", 2), new Pair<>("c", 3));
        await(t.tick("t"));
        Map<String, Pair<Integer, String>> map = pairs();
        map.put("m", list.get(0).swap());
        String s = "";
        for (var entry : map.entrySet()) {
            s += entry.getKey() + entry.getValue().second().concat("!") + await(t.leaf("n", entry.getValue().first()));
        }
        Comparator<Pair<String, Integer>> order = Comparator.comparing(Pair::second);
        Function<Pair<String, Integer>, String> first = Pair::first;
        Function<String, Pair<String, String>> twice = Pair::twice;
        BiFunction<String, Integer, Pair<String, Integer>> make = Pair::new;
        Supplier<String> bound = list.get(1)::first;
        return s + list.stream().sorted(order.reversed()).map(Pair::first).map(String::length).count()
                + list.stream().map(p -> p.swap()).map(p -> p.second().length()).toList()
                + list.stream().collect(Collectors.toMap(Pair::first, Pair::second, (a, b) -> a, TreeMap::new)).firstKey().length()
                + Stream.of("x").map(Box::new).map(box -> box.value.length()).toList()
                + Stream.of("y").map(Pair::twice).map(p -> p.first().concat(p.second())).toList()
                + Stream.of(1).map(n -> Pair.of(n, "z" + n)).map(Pair::second).map(String::length).toList()
                + first.apply(make.apply("q", 1)).length() + twice.apply("r").second().length() + bound.get().length()
                + Optional.of(pair("o", 1)).map(Pair::swap).map(Pair::second).get().length()
                + listOf(pair("l", 1), pair("k", 2)).get(1).repeated(2).get(1).first().length();
    }

    @Case
    @AsyncFn
    static String operations(Trace t) {
        Object o = await(t.leaf("o", (Object) pair("a", 1)));
        String s = "" + (o instanceof Pair) + (o instanceof Pair<?, ?>) + (o instanceof Box) + Pair.class.getSimpleName();
        Pair<?, ?> cast = (Pair<?, ?>) o;
        @SuppressWarnings("unchecked")
        Pair<String, Integer> sure = (Pair<String, Integer>) o;
        await(t.tick("t"));
        try {
            Box<?> wrong = (Box<?>) o;
            return "no " + wrong;
        } catch (ClassCastException e) {
            return s + cast.first() + sure.first().length() + sure.second().intValue() + Pair.NAME + Generics.Pair.NAME;
        }
    }

    @Case
    @AsyncFn
    static String arrays(Trace t) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        Pair<String, Integer>[] array = new Pair[await(t.leaf("n", 2))];
        array[0] = pair("a", 1);
        array[1] = new Pair<>(array[0].first() + await(t.leaf("s", "b")), 2);
        Box<?>[] boxes = {new Box<>(1), new Words("w")};
        String s = "";
        for (Pair<String, Integer> pair : array) {
            s += pair.first().length() + await(t.leaf("m", pair.second()));
        }
        return s + array.getClass().getSimpleName() + boxes[1].value + boxes.length + array.clone()[1].first().length()
                + boxes.getClass().getComponentType().getSimpleName();
    }

    @Case
    @AsyncFn
    static String subclasses(Trace t) {
        Words words = new Words("word");
        Box<String> box = words;
        await(t.tick("t"));
        Box<?> any = box;
        box.set("other");
        words.next = new Words("next");
        return "" + words.size() + words.value.length() + box.get().length() + any.get() + words.get().concat("!")
                + words.next.value.length() + (any instanceof Words ? ((Words) any).size() : 0)
                + box.join(List.of(words, box));
    }

    @Case
    @AsyncFn
    static <K extends Comparable<K>> String typesAbove(Trace t) {
        return await(entries(t, "k", 2)) + await(entries(t, 3, "v"));
    }

    @AsyncFn
    private static <K extends Comparable<K>, V> String entries(Trace t, K key, V value) {
        Entry<K, V> entry = new Entry<>(key, value);
        Map.Entry<K, V> above = entry;
        Comparator<Map.Entry<K, V>> order = Map.Entry.comparingByKey();
        entry.next = new Entry<>(entry.getKey(), await(t.leaf("v", value)));
        V old = entry.next.replace(null);
        List<Map.Entry<K, V>> list = new ArrayList<>(List.of(entry, above));
        list.add(entry.next);
        await(t.tick("t"));
        V held = above.getValue();
        K least = list.stream().min(order).map(Map.Entry::getKey).get();
        Map<K, V> map = new HashMap<>();
        map.put(entry.key, entry.value);
        map.put(entry.next.getKey(), held);
        return least.compareTo(entry.next.key) + "" + old + entry.getValue() + entry.next.getValue() + map
                + new AbstractMap.SimpleEntry<>(entry).getKey();
    }

    @Case
    @AsyncFn
    static String captured(Trace t) {
        Pair<String, Integer> pair = pair("a", 1);
        Supplier<Pair<Integer, String>> swapped = () -> pair.swap();
        await(t.tick("t"));
        Supplier<Supplier<String>> deep = () -> () -> swapped.get().second().concat("!");
        var block = async(() -> new Pair<>(await(t.leaf("b", "b")), pair).second().first().length());
        var boxed = async(() -> Optional.of(new Box<>(pair.swap())));
        return deep.get().get() + await(block) + await(boxed).get().value.second().length();
    }

    private static final class Chain<E> implements Iterable<E> {
        private final List<E> elements = new ArrayList<>();
        private int changes;

        /** An inner class has the type parameters of the one around it. */
        private final class Walk implements Iterator<E> {
            int at;

            @Override
            public boolean hasNext() {
                return at < elements.size();
            }

            @Override
            public E next() {
                return elements.get(at++);
            }

            @AsyncFn
            E skip(Trace t, int n) {
                E last = null;
                for (int i = 0; i < n && hasNext(); i++) {
                    last = next();
                    changes += await(t.leaf("c", 1));
                }
                return last;
            }
        }

        @AsyncFn
        Chain<E> add(Trace t, E element) {
            elements.add(element);
            changes += await(t.leaf("a", 1));
            return this;
        }

        @AsyncFn
        E last(Trace t) {
            Walk walk = new Walk();
            E last = walk.skip(t, 2);
            while (walk.hasNext()) {
                last = walk.next();
                await(t.tick("w"));
            }
            Iterator<E> same = walk;
            return same.hasNext() ? null : last;
        }

        @AsyncFn
        static <T> Chain<T> of(Trace t, T one, T other) {
            Chain<T> chain = new Chain<>();
            return await(chain.add(t, one).add(t, other));
        }

        @Override
        public Iterator<E> iterator() {
            return elements.iterator();
        }
    }

    @AsyncFn
    private static int numbers(Trace t) {
        Chain<Integer> numbers = await(new Chain<Integer>().add(t, 7));
        int sum = numbers.last(t);
        for (int n : numbers) {
            sum += n;
        }
        return sum;
    }

    @Case
    @AsyncFn
    static String fnsOfGenericClasses(Trace t) {
        Chain<String> chain = Chain.of(t, "a", "bb");
        String last = chain.add(t, "ccc").last(t);
        int sum = numbers(t) + last.length();
        for (String s : chain) {
            sum += s.length() + await(t.leaf("s", 1));
        }
        return sum + chain.elements.get(0).concat("!") + chain.changes + chain.last(t).length();
    }

    @AsyncFn
    private static <A, B> Pair<B, A> turned(Trace t, Pair<A, B> pair) {
        A first = await(t.leaf("f", pair.first()));
        return new Pair<>(pair.second(), first);
    }

    @AsyncFn
    private static <T extends Comparable<T>> T greater(Trace t, Pair<T, T> pair, List<Box<T>> boxes) {
        T most = pair.first().compareTo(pair.second()) > 0 ? pair.first() : await(t.leaf("g", pair.second()));
        for (Box<T> box : boxes) {
            most = box.value.compareTo(most) > 0 ? box.value : most;
        }
        return most;
    }

    @Case
    @AsyncFn
    static String fnsWithGenericClasses(Trace t) {
        String s = turned(t, pair("a", 1)).second().concat("!");
        int n = await(turned(t, pair("b", 2))).first() + turned(t, turned(t, pair("c", 3))).second();
        Pair<Integer, String> pair = turned(t, pair("d", 4));
        return s + n + pair.second().length() + greater(t, Pair.of(3, 4), List.of(new Box<>(5))).intValue()
                + await(greater(t, Pair.twice("x"), List.of())).length() + name(greater(t, Pair.of("q", "r"), List.of()));
    }

    private static class Cell<T> {
        final T held;

        Cell(T held) {
            this.held = held;
        }

        @AsyncFn
        <R> R other(Trace t, Pair<T, ?> pair, R value) {
            t.log("other than " + held + pair.first());
            return await(t.leaf("other", value));
        }
    }

    interface Twice<T> {
        @AsyncFn
        default T twice(Trace t, T value) {
            T once = new Pair<>(value, await(t.leaf("once", value))).second();
            return new Cell<>(once).other(t, new Pair<>(value, 1), once);
        }
    }

    record Thrice<U, T>(U also) implements Twice<T> {
        @AsyncFn
        @Override
        public T twice(Trace t, T value) {
            return await(Twice.super.twice(t, Twice.super.twice(t, value)));
        }
    }

    /** Those of the factory are those of the method and its classes, then one for each private class. */
    @Case
    @AsyncFn
    static String typeArgumentsOfCalls(Trace t) {
        String s = new Cell<>(1).<String>other(t, new Pair<>(2, "s"), "x").concat("!");
        int n = await(new Cell<>("c").other(t, new Pair<>("d", 1), 7)) + new Cell<>(s).other(t, Pair.twice(s), s).length();
        return s + n + new Thrice<Integer, String>(1).twice(t, "y").length();
    }

    @Case
    @AsyncFn
    static String exceptions(Trace t) {
        Box<String> none = null;
        await(t.tick("t"));
        try {
            return none.value.trim();
        } catch (NullPointerException e) {
            await(t.tick("u"));
        }
        Box<String> box = new Box<>("a");
        try {
            box.next.set("b");
            return "set";
        } catch (NullPointerException e) {
            return "null" + box.get();
        } finally {
            box.value = await(t.leaf("f", "f"));
            t.log(box.get().concat("."));
        }
    }

    /** The commas behind a yield: javac looks for those of a call there. */
    @Case
    @AsyncFn
    static Object yieldedBlocks(Trace t) throws Exception {
        Pair<Box<String>, Integer> pair = Pair.of(new Box<>("b"), await(t.leaf("n", 1)));
        var future = (switch (pair.second()) {
            case 2:
                yield dev.asyncfn.Future.ready(0);
            default:
                yield dev.asyncfn.Async.<Integer, RuntimeException>async(() -> {
                    Box<Integer> box = new Box<>(await(t.leaf("m", 2)));
                    return Pair.twice(box).first().get() + pair.first().get().length();
                });
        });
        return await(future);
    }
}
