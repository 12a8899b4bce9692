package bodies.types;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What several types are together stands in a type that is kept: nothing but inference can say it. */
final class CommonTypes {
    private CommonTypes() {}

    interface I {
        default String i() {
            return "i" + this;
        }
    }

    interface J<T> {
        default T j(T t) {
            return t;
        }
    }

    static class A {
        int f = 1;

        String a() {
            return "a";
        }
    }

    static class AI extends A implements I {
        @Override
        public String toString() {
            return "AI";
        }
    }

    static class AI2 extends A implements I, Comparable<AI2> {
        @Override
        public String toString() {
            return "AI2";
        }

        @Override
        public int compareTo(AI2 o) {
            return 0;
        }
    }

    static class AJ extends A implements I, J<String> {
        @Override
        public String toString() {
            return "AJ";
        }
    }

    static class AK extends A implements I, J<String> {
        @Override
        public String toString() {
            return "AK";
        }
    }

    static String wantI(I i) {
        return i.i();
    }

    static String wantA(A a) {
        return a.a();
    }

    static <T extends A & I> String wantBoth(T t) {
        return t.a() + t.i();
    }

    static String ov(A a) {
        return "ovA";
    }

    static String ov(Object a) {
        return "ovO";
    }

    static String ov2(I a) {
        return "ov2I";
    }

    static String ov2(Object a) {
        return "ov2O";
    }

    static <T> T pick(T a, T b) {
        return a;
    }

    static <T> List<T> two(T a, T b) {
        return new ArrayList<>(Arrays.asList(a, b));
    }

    static boolean c() {
        return true;
    }

    @Case
    @AsyncFn
    static Object elementsOfAList(Trace t) throws Exception {
        var l = List.of(1, "a");
        await(t.tick("t"));
        for (var x : l) {
            await(t.tick("u"));
            Serializable s = x;
            Comparable<?> c = x;
            t.log("" + s + c);
        }
        return 1;
    }

    @Case
    @AsyncFn
    static Object listAsEachOfItsTypes(Trace t) throws Exception {
        var l = List.of(1, "a");
        await(t.tick("t"));
        List<? extends Serializable> s = l;
        List<? extends Comparable<?>> c = l;
        return "" + s + c;
    }

    @Case
    @AsyncFn
    static Object listThatGrows(Trace t) throws Exception {
        var l = two(1, "a");
        await(t.tick("t"));
        l.add(2L);
        l.set(0, "q");
        return "" + l;
    }

    @Case
    @AsyncFn
    static Object lambdaOverAList(Trace t) throws Exception {
        var l = two(1, "a");
        await(t.tick("t"));
        l.forEach(x -> {
            Serializable s = x;
            Comparable<?> c = x;
            t.log("" + s + c);
        });
        return "" + l;
    }

    @Case
    @AsyncFn
    static Object eachElementKept(Trace t) throws Exception {
        var l = List.of(new AI(), new AI2());
        await(t.tick("t"));
        for (var x : l) {
            await(t.tick("u"));
            t.log(x.a() + x.i() + x.f + wantI(x) + wantA(x) + wantBoth(x) + ov(x) + ov2(x));
        }
        return 1;
    }

    @Case
    @AsyncFn
    static Object membersOfElements(Trace t) throws Exception {
        var l = List.of(new AI(), new AI2());
        await(t.tick("t"));
        return l.get(0).i()
                + l.get(0).a()
                + wantI(l.get(1))
                + wantA(l.get(1))
                + wantBoth(l.get(1))
                + ov2(l.get(0))
                + ov(l.get(0));
    }

    @Case
    @AsyncFn
    static Object streamOfAList(Trace t) throws Exception {
        var l = List.of(new AI(), new AI2());
        await(t.tick("t"));
        return l.stream().map(x -> x.i() + x.a() + wantBoth(x)).toList() + ""
                + l.stream().map(I::i).toList() + l.stream().map(A::a).toList();
    }

    @Case
    @AsyncFn
    static Object wildcardsOfEachType(Trace t) throws Exception {
        var l = List.of(new AI(), new AI2());
        await(t.tick("t"));
        List<? extends A> la = l;
        List<? extends I> li = l;
        return la.get(0).a() + li.get(0).i();
    }

    @Case
    @AsyncFn
    static Object genericInterface(Trace t) throws Exception {
        var l = List.of(new AJ(), new AK());
        await(t.tick("t"));
        String s = l.get(0).j("x");
        return s + l.get(1).a() + l.get(1).i();
    }

    @Case
    @AsyncFn
    static Object castLambda(Trace t) throws Exception {
        var f = (Runnable & Serializable) () -> t.log("r");
        await(t.tick("t"));
        f.run();
        Object o = f;
        return o instanceof Serializable;
    }

    @Case
    @AsyncFn
    static Object castAwaited(Trace t) throws Exception {
        Object o = new AI();
        return "" + ((A & I) o).i() + ((A & I) await(t.leaf("x", o))).i() + ((A & I) await(t.leaf("x", o))).a();
    }

    @Case
    @AsyncFn
    static Object mapValue(Trace t) throws Exception {
        var m = Map.of(1, "a", 2, 3L);
        await(t.tick("t"));
        var e = m.get(1);
        await(t.tick("t"));
        Serializable s = e;
        Comparable<?> c = e;
        return "" + s + c;
    }

    @Case
    @AsyncFn
    static Object awaitedChoice(Trace t) throws Exception {
        return wantI(await(t.leaf("b", c())) ? new AI() : new AI2())
                + (await(t.leaf("b", c())) ? new AI() : new AI2()).i()
                + (await(t.leaf("b", c())) ? new AI() : new AI2()).a();
    }

    @Case
    @AsyncFn
    static Object array(Trace t) throws Exception {
        var a = new Object[1];
        var arr = c() ? new AI[] {new AI()} : new AI2[0];
        await(t.tick("t"));
        return arr[0].i() + arr[0].a() + wantBoth(arr[0]) + arr.length;
    }

    @Case
    @AsyncFn
    static Object fixedSizeList(Trace t) throws Exception {
        var a = Stream.of(new AI(), new AI2()).toArray(n -> new A[n]);
        var l = Arrays.asList(new AI(), new AI2());
        await(t.tick("t"));
        return a.length + l.get(1).i() + l.get(1).a();
    }

    /** An argument of a generic method, together with one that is narrower. */
    @Case
    @AsyncFn
    static Object arguments(Trace t) throws Exception {
        List<? extends Number> two =
                (List<? extends Number>) Arrays.asList((c() ? 0.5 : await(t.leaf("d", 0.25))), Integer.valueOf(1));
        var one = Arrays.asList(c() ? await(t.leaf("e", 7)) : 2.5);
        Number first = one.get(0);
        var chosen = c() ? (Number & Comparable<?>) Integer.valueOf(2) : Double.valueOf(3);
        var kept = c() ? Integer.valueOf(2) : Double.valueOf(3);
        await(t.tick("t"));
        var more = List.of(chosen, kept, 4L);
        Number last = more.get(2);
        return "" + two + first + last + Optional.of(kept).get().intValue();
    }

    /** What javac infers from the operands of a choice is not what it infers from the choice. */
    @Case
    @AsyncFn
    static Object choices(Trace t) throws Exception {
        String s = "";
        for (var e : new TreeMap<>(c() ? Map.of("a", 1) : await(t.leaf("m", Map.of("b", 2)))).entrySet()) {
            String key = e.getKey();
            s += key + await(t.leaf("v", e.getValue()));
        }
        for (String key : new TreeMap<String, Integer>(c() ? await(t.leaf("n", Map.of("c", 3))) : Map.of()).keySet()) {
            s += key;
        }
        List<Integer> copy = List.copyOf((switch (s.length()) {
            case 0 -> await(t.leaf("o", List.of(4)));
            default -> new ArrayList<>(List.of(5, 6));
        }));
        var sorted = new TreeMap<>(c() ? await(t.leaf("p", Map.of(1, "x"))) : new HashMap<>());
        Map<Integer, String> same = sorted;
        var kept = Map.copyOf(c() ? Map.of("k", 7) : Map.of());
        await(t.tick("t"));
        int seven = kept.get("k");
        var both = twice(c() ? List.of(8) : new ArrayList<>(), await(t.leaf("q", 9)));
        List<Integer> twice = both;
        return s + copy + same + seven + twice;
    }

    private static <E> List<E> twice(Collection<? extends E> all, E one) {
        List<E> list = new ArrayList<>(all);
        list.add(one);
        return list;
    }

    @Case
    @AsyncFn
    static Object awaitedIndex(Trace t) throws Exception {
        var l = List.of(new AI(), new AI2());
        return l.get(await(t.leaf("i", 0))).i()
                + l.get(await(t.leaf("i", 0))).a()
                + wantBoth(l.get(await(t.leaf("i", 0))))
                + ov2(l.get(await(t.leaf("i", 0))))
                + ov(l.get(await(t.leaf("i", 0))));
    }

    @Case
    @AsyncFn
    static Object awaited(Trace t) throws Exception {
        var x = await(t.leaf("x", c() ? new AI() : new AI2()));
        await(t.tick("t"));
        return x.a() + x.i() + wantBoth(x);
    }

    @Case
    @AsyncFn
    static Object keptFuture(Trace t) throws Exception {
        var f = t.leaf("x", c() ? new AI() : new AI2());
        await(t.tick("t"));
        var x = await(f);
        return x.a() + x.i() + wantBoth(x);
    }

    @Case
    @AsyncFn
    static Object keptStage(Trace t) throws Exception {
        var f = CompletableFuture.completedFuture(pick(new AI(), new AI2()));
        await(t.tick("t"));
        return f.thenApply(x -> x.i() + x.a()).get() + await(f).i() + await(f).a();
    }

    @Case
    @AsyncFn
    static Object awaitedFunction(Trace t) throws Exception {
        var l = List.of(new AI(), new AI2());
        return l.stream().map(await(t.leaf("f", x -> x.i() + x.a()))).toList() + ""
                + l.stream().filter(await(t.leaf("p", x -> x.f == 1))).count();
    }

    @Case
    @AsyncFn
    static Object awaitedList(Trace t) throws Exception {
        var l = await(t.leaf("l", List.of(new AI(), new AI2())));
        for (var x : l) {
            t.log(x.i() + x.a() + wantBoth(x));
        }
        return l.get(0).i();
    }

    @Case
    @AsyncFn
    static Object loopOverAnAwaitedList(Trace t) throws Exception {
        for (var x : await(t.leaf("l", List.of(new AI(), new AI2())))) {
            t.log(x.i() + x.a());
            await(t.tick("u"));
        }
        return 1;
    }

    @Case
    @AsyncFn
    static Object loopVariableOfOneState(Trace t) throws Exception {
        for (var x : List.of(new AI(), new AI2())) {
            t.log(x.i() + x.a() + wantBoth(x));
            await(t.tick("u"));
        }
        return 1;
    }

    @Case
    @AsyncFn
    static Object loopOverEntries(Trace t) throws Exception {
        for (var e : Map.of(1, new AI(), 2, new AI2()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            t.log(e.getValue().i() + e.getValue().a() + e.getKey());
            await(t.tick("u"));
        }
        return 1;
    }

    @Case
    @AsyncFn
    static Object mapThatGrows(Trace t) throws Exception {
        var m = new TreeMap<>(Map.of(1, c() ? new AI() : new AI2()));
        await(t.tick("t"));
        m.put(2, new AI());
        m.computeIfAbsent(3, k -> new AI());
        for (var e : m.entrySet()) {
            await(t.tick("t"));
            t.log(e.getValue().i() + wantBoth(e.getValue()));
        }
        return m.firstEntry().getValue().i();
    }

    @Case
    @AsyncFn
    static Object listInAnOptional(Trace t) throws Exception {
        var o = Optional.of(List.of(new AI(), new AI2()));
        await(t.tick("t"));
        return o.get().get(0).i() + o.map(l -> l.get(0).i()).get() + o.get().size();
    }

    @Case
    @AsyncFn
    static Object arrays(Trace t) throws Exception {
        var arr = pick(new AI[] {new AI()}, new AI2[0]);
        await(t.tick("t"));
        for (var x : arr) {
            t.log(x.i() + x.a());
            await(t.tick("t"));
        }
        return arr[0].i() + arr.clone()[0].a();
    }

    @Case
    @AsyncFn
    static Object choiceOfLists(Trace t) throws Exception {
        var s = c() ? List.of(new AI()) : List.of(new AI2());
        await(t.tick("t"));
        return s.get(0).i() + s.get(0).a() + wantBoth(s.get(0));
    }

    @Case
    @AsyncFn
    static Object choiceOfListClasses(Trace t) throws Exception {
        var s = c() ? new ArrayList<>(List.of(new AI())) : new LinkedList<>(List.of(new AI2()));
        await(t.tick("t"));
        return s.get(0).i() + s.get(0).a() + wantBoth(s.get(0)) + s.size();
    }

    @Case
    @AsyncFn
    static Object assignedAgain(Trace t) throws Exception {
        var l = two(1, "a");
        await(t.tick("t"));
        Object o = l;
        var l2 = l;
        await(t.tick("u"));
        l2.add(3);
        l = l2;
        l2 = two(4, "z");
        await(t.tick("v"));
        l.addAll(l2);
        return "" + l + l2;
    }

    @Case
    @AsyncFn
    static Object captured(Trace t) throws Exception {
        var l = List.of(new AI(), new AI2());
        Supplier<String> s = () -> l.get(0).i() + wantBoth(l.get(1));
        Function<Integer, Object> g = l::get;
        await(t.tick("t"));
        return s.get() + g.apply(0) + l.indexOf(l.get(1));
    }

    @Case
    @AsyncFn
    static Object localClasses(Trace t) throws Exception {
        class Q {
            String q = "q";

            String m() {
                return q;
            }
        }
        class R extends Q implements I {}
        class S extends Q implements I {}
        var l = List.of(new R(), new S());
        await(t.tick("t"));
        String s = l.get(0).m() + l.get(1).q;
        var x = l.get(0);
        await(t.tick("u"));
        return s + x.m() + (x.i().length() > 0);
    }

    @Case
    @AsyncFn
    static Object futureOfAList(Trace t) throws Exception {
        var f = t.leaf("x", List.of(new AI(), new AI2()));
        var g = await(f);
        await(t.tick("t"));
        return g.get(0).i() + await(f == null ? f : t.leaf("y", g)).get(1).a();
    }

    @Case
    @AsyncFn
    static Object createdBeforeAnAwait(Trace t) throws Exception {
        return new ArrayList<>(List.of(new AI(), new AI2()))
                        .get(await(t.leaf("i", 0)))
                        .i()
                + two(new AI(), new AI2()).set(await(t.leaf("i", 0)), new AI()).i();
    }

    @Case
    @AsyncFn
    static Object iterator(Trace t) throws Exception {
        var l = List.of(new AI(), new AI2());
        boolean b = l.contains(await(t.leaf("x", new AI())));
        var it = l.iterator();
        await(t.tick("t"));
        var n = it.next();
        t.log(n.i());
        await(t.tick("t"));
        return n.i() + n.a() + it.next().i() + it.hasNext() + b;
    }

    @Case
    @AsyncFn
    static Object loopHead(Trace t) throws Exception {
        int n = 0;
        for (var l = two(new AI(), new AI2()); n < 2; l.add(new AI2())) {
            n += await(t.leaf("n", 1));
            t.log(l.get(l.size() - 1).i());
        }
        return n;
    }

    @Case
    @AsyncFn
    static Object switchExpression(Trace t) throws Exception {
        var l = List.of(new AI(), new AI2());
        return switch (await(t.leaf("i", 1))) {
            case 1 -> {
                var z = l.get(1);
                await(t.tick("r"));
                yield z.i() + z.a();
            }
            default -> l.get(0).i();
        };
    }

    @Case
    @AsyncFn
    static Object capturedByClasses(Trace t) throws Exception {
        var l = List.of(new AI(), new AI2());
        await(t.tick("t"));
        new Object() {
            void m() {
                t.log(l.get(0).i());
                for (var x : l) t.log(x.a() + x.i());
            }
        }.m();
        class L {
            String z() {
                return l.get(0).i();
            }
        }
        await(t.tick("u"));
        return new L().z() + new L().z();
    }

    @Case
    @AsyncFn
    static Object passedOn(Trace t) throws Exception {
        var l = List.of(new AI(), new AI2());
        await(t.tick("t"));
        List<? super AI> sup = new ArrayList<>(l);
        Collection<? extends A> ca = l;
        var cc = new ArrayList<A>(l);
        cc.addAll(l);
        Iterable<? extends I> ii = l;
        I[] arr = l.toArray(new I[0]);
        return sup.size()
                + ca.size()
                + cc.size()
                + arr[0].i()
                + ii.iterator().next().i();
    }

    @Case
    @AsyncFn
    static Object ofTheJdk(Trace t) throws Exception {
        var l = List.of(1, "a", 2.0);
        await(t.tick("t"));
        Comparable<?> c = l.get(await(t.leaf("i", 1)));
        Serializable s = l.get(await(t.leaf("i", 2)));
        return "" + c + s + l.stream().map(x -> x.getClass().getSimpleName()).toList();
    }

    @Case
    @AsyncFn
    static Object listOfCastLambdas(Trace t) throws Exception {
        var f = (Function<String, String> & Serializable) s -> s + "!";
        await(t.tick("t"));
        var l = List.of(f);
        await(t.tick("u"));
        Serializable s = l.get(0);
        return l.get(0).apply("x") + l.get(0).andThen(f).apply("y") + (s instanceof Function);
    }

    @AsyncFn
    static <T, X> Object generic(Trace t, T u, X v) {
        var m = new HashMap<>(Map.of(u, Map.of(v, c() ? new AI() : new AI2())));
        await(t.tick("t"));
        m.put(u, m.get(u));
        return m.get(u).get(v).i() + m.get(u).get(v).a() + m.keySet();
    }

    static class Owner<X> {
        @AsyncFn
        final Object instance(Trace t, X x) {
            var m = Map.of(x, List.of(new AI(), new AI2()));
            await(t.tick("t"));
            Supplier<String> s = () -> m.get(x).get(0).i();
            await(t.tick("u"));
            return s.get() + m.get(x).get(0).i() + m.get(x).get(1).a();
        }
    }

    @Case
    @AsyncFn
    static String typeParametersOfTheFn(Trace t) {
        return "" + generic(t, "a", 1) + new Owner<String>().instance(t, "x");
    }

    static class T1 {}

    static class T2 extends T1 implements I {
        @Override
        public String toString() {
            return "T2";
        }
    }

    static class T3 extends T1 implements I {}

    @Case
    @AsyncFn
    static String classesCalledLikeTypeParameters(Trace t) {
        var l = List.of(new T2(), new T3());
        var m = Map.of(new T1(), l);
        await(t.tick("t"));
        var copy = new HashMap<>(m);
        await(t.tick("u"));
        copy.clear();
        return l.get(0).i() + copy;
    }

    @AsyncFn
    static <T extends A & I, L extends List<? extends T>> Object bounded(Trace t, L l) {
        var x = l.get(0);
        await(t.tick("t"));
        T y = l.get(0);
        await(t.tick("u"));
        return x.i()
                + x.a()
                + y.i()
                + y.a()
                + wantBoth(x)
                + l.stream().map(z -> z.i() + z.a()).toList();
    }

    static <T extends A & I> T same(T t) {
        return t;
    }

    @AsyncFn
    static <T extends A & I> T returned(Trace t, T x) {
        await(t.tick("t"));
        return same(x);
    }

    @Case
    @AsyncFn
    static String boundsOfTypeParameters(Trace t) {
        return bounded(t, List.of(new AI()))
                + returned(t, new AI()).i()
                + returned(t, pick(new AI(), new AI2())).i();
    }
}
