package bodies.jls;

import static dev.asyncfn.Async.await;

import dev.asyncfn.*;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.lang.annotation.*;
import java.util.*;
import java.util.function.*;

/** Each expression (JLS 15). */
@SuppressWarnings("all")
final class Expressions {
    private final Trace tr;

    Expressions(Trace tr) {
        this.tr = tr;
    }
    @Target({ElementType.TYPE_USE, ElementType.TYPE_PARAMETER}) @Retention(RetentionPolicy.RUNTIME) @interface U {}
    @interface D { int value() default 0; String[] s() default {}; Class<?> c() default Object.class; D2 d() default @D2; }
    @interface D2 { D3[] value() default {}; }
    @interface D3 { int a() default 1; }
    static <T> Future<T> g(T i) { return Future.ready(i); }
    static <T> Future<T> f(T i) { return Future.ready(i); }
    static int sf; int inf; static int[] arr = {1, 2, 3};
    <T> T gi0(T t) { return t; } static <T> int st(T s) { return 1; } interface F3 { int a(int... a); } interface F4 { int a(int[] a); }
    static boolean bb(boolean... a) { return a.length > 1; }
    int h; int[] iarr = {1}; int[] arr() { return iarr; } void super_() {} Expressions self() { return this; } <T> T x(T t) { return t; }
    static <T> T gi(T t) { return t; }
    class Inner<X> { class Deep<Y> { int d = 1; <Q> Deep(Q q) {} Deep() {} } int q = 2; Inner() {} <T> Inner(T t) {} Inner<X> self() { return this; } }

    @Case
    @AsyncFn
    Object exprs() throws Exception {
        Object o = int.class; o = void.class; o = String[][].class; o = int[].class; o = Map.Entry.class; o = java.util.List.class;
        o = this; o = Expressions.this; o = (((1))); o = (await(tr.leaf("f", 1)));
        o = new int[await(tr.leaf("f", 1))][2][]; o = new @U int @U [2] @U []; o = new int[]{}; o = new int[][]{{1, await(tr.leaf("f", 1)),}, {},}; o = new List<?>[2]; o = new String[] {"a"}.length;
        o = new ArrayList<String>() {{ add("x"); }}; o = new HashMap<>(Map.of(1, await(tr.leaf("f", 1)))); o = new <String>Object() ; o = new <String> @U Object();
        o = arr[await(tr.leaf("f", 1))]; o = new int[] {1, 2}[await(tr.leaf("f", 1))]; arr[await(tr.leaf("f", 1))] = await(tr.leaf("f", 1)); arr[0]++; ++arr[await(tr.leaf("f", 0))];
        o = this.inf; o = Expressions.sf; o = bodies.jls.Expressions.sf; o = new Expressions(tr).inf; o = g(1).getClass();
        o = await(tr.leaf("f", 1)).toString().length(); o = Expressions.<Integer>g(1); o = this.<Integer>gi(1); o = await(Expressions.<Integer>g(1)); o = new Expressions(tr).<String>gi(await(tr.leaf("g", "x"))); o = String.format("%s%s", "a", await(tr.leaf("f", 1)));
        Supplier<String> s1 = "x"::toString; Function<Object, String> s2 = Object::toString; Supplier<List<String>> s3 = ArrayList::new; Supplier<List<String>> s4 = ArrayList<String>::new; IntFunction<int[]> s5 = int[]::new; Function<String, Integer> s6 = Expressions::<String>st; Supplier<Integer> s7 = this::hashCode; Supplier<Object> s8 = new Object()::toString; Supplier<Object> s9 = (o == null ? "a" : "b")::toString; IntFunction<List<?>[]> s10 = List<?>[]::new; Supplier<Integer> s11 = await(tr.leaf("g", "x"))::length; Function<List<String>, Integer> s12 = List<String>::size; Supplier<Inner> s13 = Inner::new; Supplier<Inner> s14 = Expressions.this.new Inner()::self; Supplier<Object> s15 = Inner<String>::<String>new;
        Runnable r1 = () -> {}; r1 = () -> sf++; BiFunction<Integer, Integer, Integer> b1 = (a, b) -> a + b; b1 = (Integer a, Integer b) -> { return a; }; b1 = (final var a, @D var b) -> b; b1 = (final Integer a, final @D Integer b) -> b; Function<Integer, Function<Integer, Integer>> cu = a -> b -> a + b; F3 f3 = (int... a) -> a.length; F4 f4 = (int a[]) -> a.length; Runnable ri = (Runnable & java.io.Serializable) () -> {};
        int i = await(tr.leaf("f", 1)); i++; ++i; i = -i + +i - ~i; boolean z = !(i > 0); i = i++ + ++i - i-- - --i + await(tr.leaf("f", 1)); i = - - i; i = -(-i); i = +(+i); i = ~~i;
        o = (int) 3.5; o = (String) (Object) "x"; o = (Integer) await(tr.leaf("f", 1)); o = (byte) (int) await(tr.leaf("f", 1)); o = (int) +1; o = (int) -1; o = (int) ~1; o = (Integer) (-1); o = (List<String> & java.io.Serializable) null; o = (@U String) "x"; o = (int[]) null; o = (List<?>[]) null; o = (Runnable) () -> {}; o = (Function<Integer, Integer>) a -> a; o = (java.util.List<String>) null; o = (boolean) !z; o = (char) 65; o = (Object) this; o = (Object) "a".length(); o = (int) 'a'; o = (Supplier<String>) "x"::toString; o = (int) (long) (int) await(tr.leaf("f", 1));
        i = i * await(tr.leaf("f", 2)) / 3 % 4; i = i + 1 - await(tr.leaf("f", 1)); o = "a" + i + 'c' + 1L + null + await(tr.leaf("f", 1)); i = i << 1 >> await(tr.leaf("f", 1)) >>> 1; i = i & 1 | 2 ^ await(tr.leaf("f", 3)); z = i < 1 == i > await(tr.leaf("f", 2)) != i <= 3; z = i >= 1 && await(tr.leaf("f", 1)) > 0 || z; z = z & true | false ^ await(tr.leaf("f", 1)) == 1; 
        o = i > 0 ? 1 : i < 0 ? await(tr.leaf("f", 2)) : 3; o = await(tr.leaf("f", 1)) > 0 ? (Supplier<Integer>) () -> 1 : null; Supplier<Integer> su = i > await(tr.leaf("f", 1)) ? () -> 1 : () -> 2;
        o = o instanceof String; o = o instanceof final String st && st.length() > await(tr.leaf("f", 1)); o = o instanceof @U String; o = o instanceof List<?>; o = o instanceof int[] ia ? ia.length : 0; o = !(o instanceof Integer it) ? await(tr.leaf("f", 1)) : it; o = List.of("x") instanceof ArrayList<String> al && al.size() == await(tr.leaf("f", 1));
        i = i = await(tr.leaf("f", 1)); i += i -= i *= 2; i /= await(tr.leaf("f", 1)); i |= 1; i &= await(tr.leaf("f", 7)); this.inf = await(tr.leaf("f", 1)); this.inf += await(tr.leaf("f", 1)); Expressions.sf = await(tr.leaf("f", 1)); (i) = await(tr.leaf("f", 2)); (this.inf)++; (arr)[0] = 1; (arr[0]) = await(tr.leaf("f", 1)); Expressions.this.inf = await(tr.leaf("f", 1));
        String str = "a"; str += await(tr.leaf("f", 1)); str += 'c'; char ch = 'a'; ch += await(tr.leaf("f", 1)); ch++; byte by = 1; by >>= await(tr.leaf("f", 1)); Integer bx = 1; bx++; bx += await(tr.leaf("f", 1)); Object os = "a"; os += "b" + await(tr.leaf("f", 1));
        o = switch (i) { case 1 -> "a"; default -> await(tr.leaf("g", "b")); };
        o = (switch (str) { case "a", "b" -> 1; case "c" -> await(tr.leaf("f", 2)); default -> 3; }) + await(tr.leaf("f", 1)) + switch (i) { default -> 1; };
        o = ((Object) i).hashCode(); o = (int) i; o = ((Function<Integer, Integer>) a -> a).apply(await(tr.leaf("f", 1)));
        return o;
    }

    @Case
    @AsyncFn
    Object ambig() throws Exception {
        int a = await(tr.leaf("f", 3)), b = 2, c = 5, d = 1; boolean z = true, y = false;
        int r = (a) - b; r += (a) + b; r += (a) & b; r += (Integer) (-1); z = (a < b); z = (a < b & c > d); z = bb(a < b, c > (d)); r += z ? b : c; r += z ? y ? 1 : 2 : 3; r = z ? r = 1 : (r = 2);
        r += a+++b; r += a---b; r += a - -1; r += - -a; r = -1 >>> 2; r += a-- - --b; r = +-+-a;
        ((r)) += await(tr.leaf("f", 1)); (r)++; ++(r); ((r)) = (r) = await(tr.leaf("f", 2)); (new int[1])[0] = await(tr.leaf("f", 1)); 
        Runnable q = z ? () -> {} : () -> { return; }; Function<Integer, Integer> fn = z ? x -> x : (x) -> x + 1; Supplier<Supplier<Integer>> ss = () -> () -> 1;
        if (a < b) ; if ((a) < (b)) r++; for (String s : z ? List.of("a") : List.of("b")) r += await(tr.leaf("f", 1));
        boolean in = (Object) a instanceof Integer == true; in = !((Object) a instanceof String); in = a < b == c < d; in = (Object) a instanceof Integer && a > 1 || a < b;
        assert z ? z : y : a; assert (z) : await(tr.leaf("f", 1)) > 0 ? "x" : "y";
        double e = 08.5 + 09f + 00. + 1e09 + 0_9.5 + 0x1.0p+3f + 0x.1P-1D + 09.0e1 + 0f + 0x7fff_ffff + 0xFFFFFFFFFFFFFFFFL + 037777777777 + 0b11111111111111111111111111111111;
        return r + e + fn.apply(1) + ss.get().get();
    }

    @Case
    @AsyncFn
    Object calls() throws Exception {
        Expressions z = this; z.<Expressions>x(this).<String>x("a").toString(); z = z.x(z).<Expressions>x(z); Expressions.<Integer>gi(1).toString(); Map.<String, Integer>of("a", await(tr.leaf("f", 1))).get("a"); z.<Integer>x(await(tr.leaf("f", 1))); 
        List.<Integer>of().stream().<String>map(x -> "a").filter(String::isEmpty).toList(); new ArrayList<Integer>(List.of(1)) {{ add(2); }}.get(await(tr.leaf("f", 0))); ((Supplier<String>) () -> "x").get(); ((List<?>) List.of()).size(); "a".concat("b").length(); new int[0].clone(); new int[] {await(tr.leaf("f", 1))}.clone(); (this).x(1); new Object() { int q() { return 1; } }.q(); super_();
        int.class.getName(); new Object().getClass().getName(); z.self().self().h = await(tr.leaf("f", 1)); z.self().h++; z.self().h += await(tr.leaf("f", 1)); z.self().x(1).toString(); (z = this).h = 1; (z.h)++; z.arr()[await(tr.leaf("f", 0))]++; z.arr()[0] += await(tr.leaf("f", 1)); z.iarr[0] = z.arr()[0] = await(tr.leaf("f", 1));
        return z.h;
    }

    @Case
    @AsyncFn
    Object creation() throws Exception {
        Inner<String> i = this.new Inner<>(); Inner<String> i2 = new Inner<String>() {}; 
        Inner<String>.Deep<Integer> d = i.new Deep<Integer>(await(tr.leaf("f", 1))); d = i.new <String>Deep<Integer>("x") { int z; }; d = i.new <String>@U Deep<Integer>("x"); d = (i).new Deep<>(); d = new Inner<String>().new Deep<>(); d = this.new Inner<String>().new Deep<>(await(tr.leaf("f", 2))) {}; d = gi(i).new Deep<Integer>(); d = await(tr.leaf("g", i)).new Deep<Integer>();
        Expressions.Inner<String>.Deep<Integer> d2 = d; Expressions.@U Inner<@U String>.@U Deep<@U Integer> d3 = d2; bodies.jls.Expressions.Inner<String>.Deep<Integer> d4 = d3;
        class L extends Inner<String> { L() { Expressions.this.super(); } L(Expressions o) { o.super(); } L(int i) { this(); } class K extends Deep<Integer> { K() { L.this.<String>super("x"); } K(int q) { L.this.super(); } } <T extends @U Object & @U Runnable> L(T t) throws @U Exception { <String>this("x"); } <T> L(String s) { this(1); } }
        class L2<@U T extends @U Object & @U Runnable> extends @U Object implements @U Runnable, java.io.@U Serializable { public void run() {} L2(@U L2<T> this_) {} L2() {} void m(@U L2<T> this, T t) {} }
        L l = new L(await(tr.leaf("f", 1))); L2<Runnable> l2 = new L2<>() {}; 
        await(tr.leaf("f", 1));
        return d.d + d4.d + l.q + new L(this).new K().d + new L(this).new K(await(tr.leaf("f", 1))).d;
    }

}
