package bodies.jls;

import static dev.asyncfn.Async.await;

import dev.asyncfn.*;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.lang.annotation.*;
import java.util.*;
import java.util.function.*;

/** Local classes, records, enums and interfaces (JLS 8, 9). */
@SuppressWarnings("all")
final class LocalTypes {
    private final Trace tr;

    LocalTypes(Trace tr) {
        this.tr = tr;
    }
    @Target({ElementType.TYPE_USE, ElementType.TYPE_PARAMETER}) @Retention(RetentionPolicy.RUNTIME) @interface U {}
    @interface D { int value() default 0; String[] s() default {}; Class<?> c() default Object.class; D2 d() default @D2; }
    @interface D2 { D3[] value() default {}; }
    @interface D3 { int a() default 1; }
    static <T> Future<T> g(T i) { return Future.ready(i); }
    static <T> Future<T> f(T i) { return Future.ready(i); }
    static int sf;
    interface I { default int d() { return 1; } }

    @AsyncFn
    static <T> Object locals(Trace tr, T in) throws Exception {
        int k = await(tr.leaf("f", 1));
        abstract class A<X extends Comparable<X>, Y> extends ArrayList<X> implements Comparable<A<X, Y>>, java.io.Serializable {
            static { sf++; } { z = 1; } ; 
            int z, y[] = {1}; static final int C = 1; static int SM; transient volatile int tv; private static final long serialVersionUID = 1;
            A() { this(1); } <Q> A(Q q) { super(); } private A(int i, String... s) throws RuntimeException { super(1); }
            abstract int m(int a, final @D String... b) throws Exception; static <Q> Q sm(Q q) { return q; } final synchronized int fm() { return k + z; } int arr()[] { return new int[] {1}; } 
            int rc(@U A<X, Y> this, int p) { return p; } protected <Q extends X> Y gm(Q q) { return null; } public int compareTo(A<X, Y> o) { return 0; }
            class In { In(A<X, Y> A.this) {} class In2 { int v = A.this.z + k; } } static class SN { } interface NI { int c = 1; } enum NE { P, Q } record NR(int a) {} 
        }
        class B extends A<String, T> { @Override int m(int a, String... b) { return super.gm("x") == null ? k : await0(); } int await0() { return 1; } }
        B b = new B(); await(tr.leaf("f", 2));
        A<String, T>.In in1 = b.new In(); B.SN sn = new B.SN();
        record R0() {} 
        record R<X extends Number>(@D X a, int... rest) implements Comparable<R<X>> { static int cnt; static { cnt = 1; } R { if (a == null) throw new NullPointerException(); } R(X a) { this(a, 1, 2); } public int compareTo(R<X> o) { return 0; } public X a() { return a; } static int sm() { return cnt; } record RR(int q) {} enum RE { A } interface RI {} class RC {} }
        record Canon(int a, List<String> b) { Canon(int a, List<String> b) { this.a = a; this.b = List.copyOf(b); } }
        enum E0 {} 
        enum E implements Supplier<Integer> { @Deprecated A, B(1) { public Integer get() { return 3; } int own() { return 1; } }, C(2, "x"),; final int v; E() { this(0); } E(int i, String... s) { v = i; } public Integer get() { return v; } static final E D = A; int own() { return 0; } }
        enum E2 { X, Y, } enum E3 { X; }
        interface I<X> extends Supplier<X>, Runnable { int C = 1; default int d() { return pd() + C; } private int pd() { return 1; } static int s() { return ps(); } private static int ps() { return 2; } class Nc {} enum Ne { A } record Nr() {} @Override String toString(); abstract X get(); }
        I<Integer> im = new I<>() { public Integer get() { return k; } public void run() {} }; 
        var r = new R<>(1, await(tr.leaf("f", 2)), 3); var r1 = new R<>(await(tr.leaf("f", 1)));
        await(tr.leaf("f", 1));
        class Fin { final int q; { q = k; } } final class Fi {} @D class An {} @Deprecated @SuppressWarnings({}) final class An2 {}
        return b.m(1) + r.rest().length + r1.a() + E.B.get() + E.C.own() + im.d() + I.s() + new Fin().q + new Canon(1, List.of("x")).b().get(0) + R.sm() + E.values().length + E2.X + E3.valueOf("X").ordinal() + E.D + new R0() + in1.new In2().v + b.fm();
    }

    @Case
    @AsyncFn
    Object supers() throws Exception {
        class S implements I { int own = 1; public int d() { return I.super.d() + 1; } public String toString() { return S.super.toString() == null ? "" : "S"; } Supplier<Integer> s = I.super::d; Supplier<String> s2 = super::toString; Supplier<String> s3 = S.super::toString; int so = S.this.own + this.own; Object gt() { return this.<Integer>x(1); } <T> T x(T t) { return t; } }
        class S2 extends S { int own = 2; int a() { return super.own + S2.super.own + super.<Integer>x(3) + ((S) this).own; } { super.own = 4; super.own++; S2.super.own += 2; } }
        S2 s = new S2(); await(tr.leaf("f", 1));
        return "" + s.a() + s.d() + s.s.get() + s.gt() + s;
    }

    @Case
    @AsyncFn
    Object enums() throws Exception {
        enum E1 {,} enum E2 {,;} enum E3 {;} enum E4 { ; int x; static int y = 2; } enum E5 { @D(1) A() {}, @Deprecated B { }, ; class In {} } enum E6 implements Runnable, java.io.Serializable { A { @Override public void run() { q(); } void q() {} }; { } static { } E6() {} public void run() {} }
        await(tr.leaf("f", 1));
        return E5.A + "" + E4.y + E1.values().length;
    }

    @Case
    @AsyncFn
    static Object ofAGenericFn(Trace tr) throws Exception {
        return await(locals(tr, "in"));
    }

}
