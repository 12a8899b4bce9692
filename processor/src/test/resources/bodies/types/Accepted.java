package bodies.types;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;
import java.util.stream.*;

/** Compiled only: that the generated code is accepted, and without a warning, is the test. */
final class Accepted {
    static <T> CompletableFuture<T> done(T t) {
        return CompletableFuture.completedFuture(t);
    }

    static <T> Future<T> once(T t) {
        return cx -> Poll.ready(t);
    }

    static <T> CompletableFuture<T> supply(Supplier<T> s) {
        return done(s.get());
    }

    abstract static class B<SELF extends B<SELF>> {
        SELF a(int i) {
            return null;
        }

        SELF b(String s, Object o) {
            return null;
        }

        List<SELF> all() {
            return null;
        }

        SELF[] arr() {
            return null;
        }

        <R> R get(Function<SELF, R> f) {
            return null;
        }

        Map<String, SELF> map() {
            return null;
        }

        void each(Consumer<? super SELF> c) {}
    }

    static class C<SELF extends C<SELF>> extends B<SELF> {
        C() {}

        C(Object o) {}
    }

    static class P<K extends Comparable<K>, V2 extends List<K>> {
        P(int i) {}

        K key() {
            return null;
        }

        V2 val() {
            return null;
        }

        P<K, V2> with(int i) {
            return this;
        }
    }

    @AsyncFn
    static Object selfTypedMembers(CompletableFuture<Integer> p) {
        return new C<>("x")
                .b("a", await(p))
                .all()
                .get(await(p))
                .arr()[await(p)]
                .map()
                .get("k")
                .a(await(p));
    }

    @AsyncFn
    static Object twoOpenParameters(CompletableFuture<Integer> p) {
        var x = new P<>(1);
        await(p);
        var k = x.key();
        var v = x.with(await(p)).val();
        await(p);
        return k + "" + v + x.with(1).key();
    }

    @AsyncFn
    static Object listsOfOpenTypes(CompletableFuture<Integer> p) {
        var l = List.of(new C<>(), new C<>(1));
        var m = Map.of("a", new C<>());
        await(p);
        for (var c : l) {
            c.a(await(p)).each(x -> x.a(1));
        }
        return m.get("a").a(await(p)).get(s -> s.a(2));
    }

    @AsyncFn
    static Object arraysAndReferences(CompletableFuture<Integer> p) {
        var a = new C<>().arr();
        var s = Stream.of(1).map(i -> new C<>(i));
        await(p);
        Supplier<?> q = new C<>("q").a(await(p))::all;
        return s.map(c -> c.a(2)).toList() + "" + a.length + q;
    }

    @AsyncFn
    static <T> Object superclasses(Class<? extends T> c, CompletableFuture<Class<? super T>> b) {
        Class<?> x = c;
        var y = c.getSuperclass();
        await(b);
        return c.getSuperclass() == await(b)
                || x.getSuperclass().equals(await(b))
                || y == await(b)
                || y.getSuperclass() != await(b);
    }

    @AsyncFn
    static Object nestedLowerBounds(Comparator<? super Comparator<? super Integer>> c, List<? super List<? super Integer>> l) {
        var x = l.get(0);
        await(done(1));
        l.add(await(done(new ArrayList<>())));
        l.add(await(done(null)));
        return c.compare(await(done(Comparator.naturalOrder())), await(done(Comparator.reverseOrder()))) + "" + x;
    }

    @AsyncFn
    static Function<String, Callable<?>> functionOfACallable() {
        return await(supply(() -> s -> () -> s));
    }

    @AsyncFn
    static Map<String, Callable<?>> mapOfCallables() {
        return await(supply(() -> Map.of("a", () -> 1)));
    }

    @AsyncFn
    static List<? extends Supplier<? extends Number>> listOfSuppliers() {
        return await(supply(() -> List.of(() -> 1, () -> 2.0)));
    }

    @AsyncFn
    static void wildcardReceivers(Collection<? extends Number> c, List<? super Integer> l, Map<? super String, ? super Integer> m) {
        c.forEach(await(done(x -> x.intValue())));
        l.replaceAll(await(once(x -> x)));
        m.replaceAll(await(done((k, v) -> v)));
        m.computeIfPresent(await(done("k")), await(done((k, v) -> v)));
        Collections.reverse(await(done(l)));
        Collections.copy(l, await(done(List.of(1))));
        c.stream()
                .sorted(await(done(Comparator.comparingInt(x -> x.intValue()))))
                .forEach(await(done(System.out::println)));
    }

    @AsyncFn
    static <T> Class<? super T> superclass(Class<T> c) {
        return c.getSuperclass();
    }

    @AsyncFn
    static <T> Map<? super T, ? extends List<? super T>> wildcardResult(T t) {
        await(done(t));
        return null;
    }

    @AsyncFn
    static <T extends Comparable<? super T>> Optional<? extends T> boundedResult(Collection<? extends T> t) {
        await(done(t));
        return null;
    }

    @AsyncFn
    static Object wildcardResults(Class<?> c, List<? extends Integer> l, Object o) {
        Class<?> a = await(superclass(c));
        var b = await(superclass(c));
        var d = superclass(superclass(c));
        var e = wildcardResult(o.getClass());
        Map<?, ?> f = await(wildcardResult(l));
        var g = boundedResult(l);
        Optional<?> h = await(boundedResult(l));
        await(done(1));
        return a + "" + b + d + e.size() + f + g.get().intValue() + h + superclass(c).getName()
                + await(superclass(await(done(c)))).getName() + wildcardResult(c).get(null).size();
    }

    @AsyncFn
    static Object leastUpperBounds(boolean b) {
        var x = b ? new StringBuilder() : new StringBuffer();
        var y = b ? Integer.valueOf(1) : "s";
        var z = b ? new ArrayList<>(List.of(new StringBuilder())) : List.of(new StringBuffer());
        var w = switch (await(done(1))) {
            case 1 -> new StringBuilder();
            default -> new StringBuffer();
        };
        await(done(1));
        return "" + (Object) x + y + z.size() + (Object) w;
    }

    @AsyncFn
    static Object multiCatch(Object o) {
        try {
            await(done(1));
            throw new java.util.concurrent.TimeoutException();
        } catch (TimeoutException | java.io.UncheckedIOException | CloneNotSupportedExceptionX e) {
            await(done(2));
            return e.getMessage() + e.getStackTrace().length;
        }
    }

    static class CloneNotSupportedExceptionX extends RuntimeException {}

    @AsyncFn
    @SuppressWarnings("unchecked")
    static <K, T extends Comparable<? super T>> Object castResults() {
        var a = (Comparator<K>) await(once(Comparator.naturalOrder()));
        Comparator<Map.Entry<K, T>> b = await(done(Map.Entry.comparingByValue()));
        List<K> c = (List<K>) (List<?>) await(done(new ArrayList<>()));
        Comparator<T> d = await(once(Comparator.naturalOrder()));
        Function<K, T> f = (Function<K, T>) (Function<?, ?>) await(done(Function.identity()));
        return "" + a + b + c + d + f;
    }

    @AsyncFn
    static Object collectedWildcards(List<?> l) {
        return l.stream()
                        .collect(Collectors.groupingBy(x -> x.getClass()))
                        .getOrDefault(await(done(String.class)), List.of())
                        .size()
                + l.stream()
                        .collect(Collectors.toMap(x -> x, x -> List.of(x)))
                        .getOrDefault(await(done("x")), await(done(List.of())))
                        .size()
                + l.stream()
                        .map(Optional::of)
                        .findFirst()
                        .orElse(await(done(Optional.empty())))
                        .hashCode()
                + l.stream()
                        .map(x -> List.of(x))
                        .reduce(await(done(List.of())), (a, b) -> b)
                        .size();
    }

    interface Shape {
        int n();
    }

    static Object use(Object a, Object b) {
        return a;
    }

    @AsyncFn
    static Object localAndAnonymousClasses(int k) {
        var o = new Object() {
            int n = 1;

            int m() {
                return n;
            }
        };
        var l = List.of(o);
        var a = new Shape() {
            public int n() {
                return 2;
            }

            int own() {
                return 3;
            }
        };
        record R(int i) implements Shape {
            public int n() {
                return i;
            }
        }
        enum E {
            A,
            B
        }
        var rs = List.of(new R(1), new R(2));
        var es = new EnumMap<E, List<R>>(E.class);
        await(done(1));
        es.computeIfAbsent(E.A, e -> new ArrayList<>()).add(rs.get(await(done(0))));
        return o.m() + l.get(0).n + a.own() + rs.get(await(done(1))).i() + es.size() + await(done(2));
    }
}
