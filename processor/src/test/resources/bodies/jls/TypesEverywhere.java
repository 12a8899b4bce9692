package bodies.jls;

import static dev.asyncfn.Async.await;

import dev.asyncfn.*;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.lang.annotation.*;
import java.util.*;
import java.util.function.*;

/** Types and their annotations (JLS 4, 10). */
@SuppressWarnings("all")
final class TypesEverywhere {
    private final Trace tr;

    TypesEverywhere(Trace tr) {
        this.tr = tr;
    }
    @Target({ElementType.TYPE_USE, ElementType.TYPE_PARAMETER}) @Retention(RetentionPolicy.RUNTIME) @interface U {}
    @interface D { int value() default 0; String[] s() default {}; Class<?> c() default Object.class; D2 d() default @D2; }
    @interface D2 { D3[] value() default {}; }
    @interface D3 { int a() default 1; }
    static <T> Future<T> g(T i) { return Future.ready(i); }
    static <T> Future<T> f(T i) { return Future.ready(i); }
    class Inner { Inner self() { return this; } class Deep { int d; } Inner() {} <T> Inner(T t) {} }
    static class N<T> { class M {} static class S<X> {} }

    @AsyncFn
    static <A extends Number & Comparable<A>> Object types(Trace tr, A in) {
        @U int @U [] @U [] x = {{await(tr.leaf("f", 1))}, {}};
        List<? extends @U Number> l1 = List.of(await(tr.leaf("f", 1))); List<? super Integer> l2 = new ArrayList<>(); List<?> l3 = l1; List<@U ? extends Number> l4 = l1;
        Map.Entry<@U String, int @U []> e = Map.entry("a", new int[] {await(tr.leaf("f", 1))});
        java.util.Map.@U Entry<String, int[]> e2 = e;
        java.util.@U List<String> q = List.of("x");
        List<List<List<Integer>>> nested = List.of(List.of(List.of(await(tr.leaf("f", 1)))));
        Map<String, List<? extends Map<String, int[]>>> m = new HashMap<>();
        int y[] = {1}, z[][] = {{1}, y}, w = await(tr.leaf("f", 4));
        A cp = in;
        var v = new Object() { int k = w; };
        await(tr.leaf("f", 1));
        return cp.intValue() + v.k + x[0][0] + e2.getValue()[0] + y[0] + z[1][0] + nested.get(0).get(0).get(0) + l4.size();
    }

    @Case
    @AsyncFn
    Object innerTypes() {
        TypesEverywhere.Inner.Deep d = this.new Inner().new Deep();
        Inner i = new <String>Inner("x");
        TypesEverywhere.@U Inner j = this.new <Integer>@U Inner(await(tr.leaf("f", 1)));
        d.d = await(tr.leaf("f", 1));
        return d.d;
    }

    @Case
    @AsyncFn
    Object dims() throws Exception {
        int a @U [] = {1}, b[] @U [] = {{1}, {await(tr.leaf("f", 1))}}, n; int @U [] c @U [] = {a};
        int[] e = {,}; int[][] e2 = {{,}, {},}; int[] @U [] e3 = new int @U [await(tr.leaf("f", 1))] @U [];
        @D(s = {,}) int e4 = 1; @D(s = {"a",}) int e5 = 2;
        class M { int m() @U [] { return a; } int[] m2(int q[]) [] { return new int[][] {q}; } int v(String @U ... s) { return s.length; } int w(final int[] @U ... s) { return s.length; } }
        await(tr.leaf("f", 1));
        List<int[]> li = new ArrayList<int @U []>(); List<? extends int[]> l2 = li; List<? super @U Object @U []> l3 = null; Map<String, List<int[]>> mm = new HashMap<String, List<int[]>>() {};
        IntFunction<int[]> c1 = int[]::new;  Supplier<List<String>> c3 = @U ArrayList<@U String>::new; IntFunction<int[][]> c4 = int[][]::new;
        Object o = (@U List<String> & java.io.@U Serializable) null; o = (int @U []) a; o = int[][].class.getName(); o = new int[]{1}[0]; o = new int[1][1][0].length; o = new int[await(tr.leaf("f", 1))][1][0].length;
        return new M().m()[0] + new M().m2(a)[0][0] + e.length + e2.length + e3.length + b[1][0] + c[0][0] + await(tr.leaf("f", 1));
    }

    @Case
    @AsyncFn
    static Object more(Trace tr) throws Exception {
        int i = (@U int) await(tr.leaf("f", 1)); Object o = (@U int @U []) new int[1]; boolean b = o instanceof @U int @U []; for (@D var x : List.of(1)) i += await(tr.leaf("f", 1)); switch ((i)) { default: }
        Function<Object, Object> c = int[].class::cast; c = Integer.class::cast; o = String[].class.cast(null); Supplier<Object> s = N<@U String>::new; Supplier<Object> s2 = N.S<String>::new; s = N.S<@U String>::new; Function<int[], int[]> cl = int[]::clone; String[] x = {"a"}; Supplier<Integer> s3 = x[0]::length; s3 = (x[0])::length; s3 = x[await(tr.leaf("f", 0))]::length; s3 = new String("q")::length; s3 = (i > 0 ? "a" : "b")::length; s3 = ("a" + i)::length; s3 = String.valueOf(1)::length; IntFunction<N<?>[]> s4 = N<?>[]::new; IntFunction<int[][]> s5 = int[][]::new; UnaryOperator<String> u = String::<String>trim; 
        @D abstract class A0 {} final record R(int a) {} abstract interface I9 {} strictfp record R3() {} 
        return i;
    }

    @Case
    @AsyncFn
    static Object ofANumber(Trace tr) throws Exception {
        return await(TypesEverywhere.<Integer>types(tr, 3));
    }

}
