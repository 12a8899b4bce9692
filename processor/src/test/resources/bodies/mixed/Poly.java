package bodies.mixed;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Expressions whose types come from where they stand. */
final class Poly {
    private Poly() {}

    static String pick(Object o) {
        return "object";
    }

    static String pick(Integer i) {
        return "integer";
    }

    static String pick(long l) {
        return "long";
    }

    static String pick(int... is) {
        return "ints" + is.length;
    }

    static String pick(Supplier<String> s) {
        return "supplier" + s.get();
    }

    static String pick(Callable<Integer> s) throws Exception {
        return "callable" + s.call();
    }

    static <T> T id(T t) {
        return t;
    }

    static <T> List<T> two(T a, T b) {
        return Arrays.asList(a, b);
    }

    @Case
    @AsyncFn
    static String overloadsOfConditionals(Trace t) throws Exception {
        boolean b = await(t.leaf("b", true));
        Integer boxed = await(t.leaf("boxed", 4));
        int i = 5;
        char c = 'c';
        short s = 3;
        String r = pick(b ? boxed : i) + pick(b ? s : c) + pick(b ? boxed : "x") + pick(b ? null : boxed);
        r += pick(await(t.leaf("x", b)) ? i : 5L) + pick(b ? await(t.leaf("y", boxed)) : Integer.valueOf(2));
        r += pick(b ? () -> "lambda" : () -> "other") + pick(b ? await(t.leaf("z", 1)) : null);
        return r + pick(() -> await2(t)) + pick(switch (i) {
            case 5 -> boxed;
            default -> await(t.leaf("d", 7));
        });
    }

    private static String await2(Trace t) {
        t.log("await2");
        return "s";
    }

    @Case
    @AsyncFn
    static String nestedGenericCalls(Trace t) {
        List<? super Integer> sink = new ArrayList<Number>(List.of(1.5));
        sink.add(await(t.leaf("n", 3)));
        List<Comparable<?>> all = new ArrayList<>(two(await(t.leaf("a", "a")), 5));
        all.add(await(t.leaf("d", 2.5)));
        var lub = two(await(t.leaf("s", "s")), await(t.leaf("i", 1)));
        await(t.tick("t"));
        Comparable<?> first = lub.get(0);
        Serializable second = lub.get(1);
        for (var each : lub) {
            await(t.tick("" + each));
            first = each;
        }
        return sink + "" + all + first + second;
    }

    @Case
    @AsyncFn
    static String diamondsOfAnonymousClasses(Trace t) {
        Comparator<String> byLength = new Comparator<>() {
            int calls;

            {
                t.log("initializer");
            }

            @Override
            public int compare(String a, String b) {
                calls++;
                return a.length() - b.length();
            }

            @Override
            public String toString() {
                return "calls" + (calls > 0);
            }
        };
        List<String> list = new ArrayList<>(List.of(await(t.leaf("x", "xxx")), "yy", "z"));
        list.sort(byLength.thenComparing(new Comparator<>() {
            @Override
            public int compare(String a, String b) {
                return b.compareTo(a);
            }
        }));
        await(t.tick("t"));
        Map<String, List<? extends Number>> map = new HashMap<>() {
            private static final long serialVersionUID = 1;

            {
                put("one", List.of(1));
                put("two", new ArrayList<>(List.of(2.5, 3)));
            }
        };
        return list + "" + byLength + await(t.leaf("map", map)).get("two").get(0).intValue();
    }

    @Case
    @AsyncFn
    static String intersectionCasts(Trace t) {
        var f = (Function<Integer, Integer> & Serializable) x -> x + 1;
        Object o = (Runnable & Serializable) () -> t.log("ran");
        int n = f.apply(await(t.leaf("n", 1)));
        ((Runnable) o).run();
        var g = (Serializable & Comparator<String>) (a, b) -> a.length() - b.length();
        await(t.tick("t"));
        return n + "" + (o instanceof Serializable) + g.compare("aa", "b") + f.andThen(x -> x * 2).apply(4);
    }

    @Case
    @AsyncFn
    static String capturesInChains(Trace t) {
        List<? extends List<? extends Number>> lists = await(t.leaf("lists", List.of(List.of(1, 2), List.of(3.5))));
        var head = lists.get(0);
        await(t.tick("t"));
        Number max = head.get(0);
        for (var list : lists) {
            for (var n : list) {
                await(t.tick("" + n));
                if (n.doubleValue() > max.doubleValue()) max = n;
            }
        }
        Map<?, ? super Integer> map = new HashMap<>(Map.of("k", (Object) 1));
        var entry = map.entrySet().iterator().next();
        await(t.tick("u"));
        Object key = entry.getKey();
        return max + "" + key + entry.getValue() + Optional.of(head).map(h -> h.get(1)).get();
    }

    @Case
    @AsyncFn
    static String lambdasOfConditionals(Trace t) {
        boolean b = await(t.leaf("b", false));
        Function<Integer, Function<Integer, Integer>> curried = x -> b ? y -> x + y : y -> x * y;
        Supplier<Supplier<String>> nested = () -> () -> b ? "yes" : await3(t);
        await(t.tick("t"));
        Predicate<String> p = b ? String::isEmpty : ((Predicate<String>) String::isBlank).negate();
        IntFunction<int[]> make = int[]::new;
        BiFunction<String, Integer, Character> at = String::charAt;
        return curried.apply(3).apply(await(t.leaf("y", 4))) + nested.get().get() + p.test(" ")
                + make.apply(2).length + at.apply("abc", 1);
    }

    private static String await3(Trace t) {
        t.log("await3");
        return "no";
    }

    @Case
    @AsyncFn
    static String collectors(Trace t) {
        var groups = Stream.of("a", "bb", await(t.leaf("cc", "cc")), "d")
                .collect(Collectors.groupingBy(String::length, Collectors.mapping(s -> s + "!", Collectors.toList())));
        await(t.tick("t"));
        var best = groups.entrySet().stream().max(Map.Entry.comparingByKey()).map(Map.Entry::getValue);
        await(t.tick("u"));
        ToIntFunction<List<?>> size = List::size;
        return groups + "" + best.orElseGet(Collections::emptyList) + size.applyAsInt(best.get());
    }

    @Case
    @AsyncFn
    static String nullsInTernaries(Trace t) {
        Integer none = null;
        boolean b = await(t.leaf("b", true));
        String r = "";
        try {
            int n = b ? none : 3;
            r += n;
        } catch (NullPointerException e) {
            r += "npe1";
        }
        try {
            Object o = b ? none : await(t.leaf("three", 3));
            r += o;
        } catch (NullPointerException e) {
            r += "npe2";
        }
        Object o = b ? none : (Object) await(t.leaf("four", 4));
        r += o;
        Object p = b ? (b ? 'a' : 1) : 2.0;
        r += p;
        Object q = !b ? 1 : b ? await(t.leaf("c", 'c')) : (short) 2;
        r += q;
        long l = b ? await(t.leaf("int", 7)) : 2L;
        Object x = b ? 1 : await(t.leaf("l", 2L));
        return r + l + x + (b ? await(t.leaf("nul", (String) null)) : "z") + (b ? null : 0);
    }

    static class Node<S extends Node<S>> {
        String path = "";

        @SuppressWarnings("unchecked")
        S self() {
            return (S) this;
        }

        S add(String s) {
            path += s;
            return self();
        }

        <X extends Node<X>> X to(X other) {
            other.path = path + ">";
            return other;
        }

        static Node<?> any() {
            return new Leaf();
        }
    }

    static final class Leaf extends Node<Leaf> {
        Leaf leaf() {
            return add("L");
        }
    }

    @Case
    @AsyncFn
    static String selfTypes(Trace t) {
        var any = Node.any().add("x");
        await(t.tick("t"));
        var more = any.add(await(t.leaf("y", "y"))).add("z");
        await(t.tick("u"));
        Leaf leaf = more.to(new Leaf()).leaf().add(await(t.leaf("w", "w"))).leaf();
        Node<? extends Node<?>> node = leaf;
        await(t.tick("v"));
        var again = node.add("!");
        await(t.tick("w"));
        return again.path + leaf.self().path;
    }

    @SafeVarargs
    static <T> T[] array(T... ts) {
        return ts;
    }

    @Case
    @AsyncFn
    static String genericArrays(Trace t) {
        var strings = array("a", await(t.leaf("b", "b")));
        await(t.tick("t"));
        List<String>[] lists = array(List.of(strings[0]), List.of(await(t.leaf("c", "c"))));
        var mixed = array(1, "x", await(t.leaf("d", 2.5)));
        await(t.tick("u"));
        String r = strings.length + lists[1].get(0) + mixed.length + mixed.getClass().getComponentType().isInterface();
        try {
            Object[] objects = lists;
            objects[0] = List.of(await(t.leaf("int", 4)));
            String s = lists[0].get(0);
            return r + s;
        } catch (ClassCastException e) {
            return r + "heap pollution";
        }
    }

    @Case
    @AsyncFn
    static String consumersOfSuper(Trace t) {
        Consumer<? super String> c = await(t.leaf("c", (Consumer<Object>) o -> t.log("got " + o)));
        Comparator<? super Integer> order = Comparator.naturalOrder();
        c.accept(await(t.leaf("s", "s")));
        List<Integer> list = new ArrayList<>(List.of(3, 1, await(t.leaf("two", 2))));
        list.sort(order.reversed());
        Class<?> type = list.getClass();
        await(t.tick("t"));
        Class<?> above = type.getSuperclass();
        await(t.tick("u"));
        return list + above.getSimpleName() + id(order).compare(1, 2);
    }
}
