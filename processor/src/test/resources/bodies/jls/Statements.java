package bodies.jls;

import static dev.asyncfn.Async.await;

import dev.asyncfn.*;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.lang.annotation.*;
import java.util.*;
import java.util.function.*;

/** Each statement and each part of it that may be left out (JLS 14). */
@SuppressWarnings("all")
final class Statements {
    private final Trace tr;

    Statements(Trace tr) {
        this.tr = tr;
    }
    @Target({ElementType.TYPE_USE, ElementType.TYPE_PARAMETER}) @Retention(RetentionPolicy.RUNTIME) @interface U {}
    @interface D { int value() default 0; String[] s() default {}; Class<?> c() default Object.class; D2 d() default @D2; }
    @interface D2 { D3[] value() default {}; }
    @interface D3 { int a() default 1; }
    static <T> Future<T> g(T i) { return Future.ready(i); }
    static <T> Future<T> f(T i) { return Future.ready(i); }
    final AutoCloseable ef = () -> {}; static final AutoCloseable sef = () -> {};
    enum E { A, B, C }
    static class Ex1 extends Exception {} static class Ex2 extends Exception {}

    @Case
    @AsyncFn
    static int stmts(Trace tr) throws Exception {
        ;;;
        {} {{}} {;}
        final @D(1) int a = await(tr.leaf("f", 1)); @D(value = 1, s = {"a", "b",}, c = int[].class, d = @D2({@D3, @D3(a = 2)})) final int b = 2;
        final @D var vv = await(tr.leaf("f", 1));
        int q, r = 1, s[] = {1, 2,}, t = await(tr.leaf("f", 1)), u;
        q = u = await(tr.leaf("f", 2));
        l1: l2: l3: { if (a == 2) break l2; await(tr.leaf("f", 1)); }
        lab: for (;;) { for (;;) { if (await(tr.leaf("f", 1)) == 1) break lab; else continue lab; } }
        if (a > 0) ; else ;
        if (await(tr.leaf("f", 0)) > 0) if (a > 1) q++; else q--; else { q += 2; }
        while (await(tr.leaf("f", 0)) > 0) ;
        do ; while (await(tr.leaf("f", 0)) > 0);
        do q++; while (q < await(tr.leaf("f", 5)));
        for (int i = 0, j[] = {1}, k = await(tr.leaf("f", 1)); i < k; i++, k--, await(tr.leaf("f", 1))) ;
        for (q = 0, r = await(tr.leaf("f", 0)); q < 2; ++q, r--) { continue; }
        for (;q < await(tr.leaf("f", 4));) q++;
        for (final @D int i : new int[] {1, await(tr.leaf("f", 2))}) q += i;
        for (var i : List.of(1, await(tr.leaf("f", 2)))) q += i;
        for (int i[] : new int[][] {{1}}) q += await(tr.leaf("f", i[0]));
        for (final Integer i : new ArrayList<>(List.of(1))) q += await(tr.leaf("f", i));
        switch (await(tr.leaf("f", 1))) {}
        switch (await(tr.leaf("f", 1))) { default: }
        switch (await(tr.leaf("f", 1))) { case 1: case 2, 3: default: q++; case 4: { int x = 1; q += x; } break; }
        switch (await(tr.leaf("f", 1))) { case 1, 2 -> q++; case 3 -> { q += await(tr.leaf("f", 1)); } case 4 -> throw new Exception(); default -> {} }
        switch (q) { case 1 + 1: int x; x = await(tr.leaf("f", 1)); case 7: x = 4; q += x; }
        assert q > await(tr.leaf("f", -1)); assert q > 0 : await(tr.leaf("f", 1)); assert (q > 0) : "x" + q;
        synchronized (g("x")) { q++; }
        synchronized (await(tr.leaf("g", "x"))) { q++; }
        try { q += await(tr.leaf("f", 1)); } finally { q++; }
        try { q += await(tr.leaf("f", 1)); } catch (final @D RuntimeException e) { q++; }
        try { q += await(tr.leaf("f", 1)); if (q > 10000) throw new java.io.IOException(); } catch (IllegalStateException | java.io.IOException e) { q += await(tr.leaf("f", 1)); } finally { q += await(tr.leaf("f", 1)); }
        try (AutoCloseable c = () -> {}) { q += await(tr.leaf("f", 1)); }
        try (final @D AutoCloseable c = await(tr.leaf("g", (AutoCloseable) () -> {})); var c2 = c;) { q += await(tr.leaf("f", 1)); }
        AutoCloseable ef = () -> {};
        try (ef) { q += await(tr.leaf("f", 1)); }
        try (ef; AutoCloseable e2 = ef; e2) { q += await(tr.leaf("f", 1)); } catch (Exception e) { throw e; } finally { }
        if (q == -1) throw new IllegalStateException("" + await(tr.leaf("f", 1)));
        q = switch (q) { case 1: yield 2; default: { int z = await(tr.leaf("f", 1)); yield z; } };
        q += switch (await(tr.leaf("f", 1))) { case 1 -> 1; case 2 -> { yield await(tr.leaf("f", 1)); } default -> throw new Exception(); };
        q++; ++q; q--; --q; await(tr.leaf("f", 1)); new ArrayList<>(); new Object() { int z; }; g(1); q <<= await(tr.leaf("f", 1)); q >>>= 1; q >>= 1; q ^= 1; q %= await(tr.leaf("f", 3)); 
        yield: for (;;) break yield;
        record: while (true) break record;
        return q + vv + r + s[0] + t + u + b;
    }

    @Case
    @AsyncFn
    Object res() throws Exception {
        AutoCloseable p = ef;
        try (this.ef) { await(tr.leaf("f", 1)); } try (Statements.sef) { await(tr.leaf("f", 1)); } try (p; this.ef; Statements.this.ef) { await(tr.leaf("f", 1)); }
        try (ef) {} try (var x = ef;) { await(tr.leaf("f", 1)); } 
        return 1;
    }

    @AsyncFn
    Object yields(int i) throws Exception {
        int n = 1; boolean t = true;
        Object o = switch (i) { case 0: yield (1); case 1: yield -1; case 2: yield +n; case 3: yield ++n; case 4: yield !t; case 5: yield "x"; case 6: yield (int) n; case 7: yield new Object(); case 8: yield this; case 9: yield t ? 1 : 2; case 10: yield (n) + 1; case 11: yield --n; case 12: yield ~n; case 13: yield await(tr.leaf("f", 1)); case 14: yield (await(tr.leaf("f", 1))); case 15: yield switch (n) { default -> 1; }; case 16: yield n++; case 18: yield 'c'; case 19: yield (int.class); case 20: yield null; case 21: yield Statements.this; case 22: yield await(tr.leaf("f", 2)) + await(tr.leaf("f", 1)); case 23: yield new int[] {1}; case 24: yield n; case 26: yield .5; default: yield """
            x"""; };
        return o;
    }

    @AsyncFn
    Object fns(int i) throws Exception {
        Supplier<Object> s = switch (i) { case 0: yield () -> 1; case 1: yield () -> { return 1; }; default: yield Object::new; };
        Function<Integer, Integer> u = switch (i) { case 0: yield a -> a; case 1: yield (a) -> a; case 2: yield (Integer a) -> a; case 3: yield (var a) -> a; default: await(tr.leaf("f", 1)); yield (final Integer a) -> a; };
        return s.get() + "" + u.apply(1);
    }

    @AsyncFn
    Object cases(int i, String s, char c, E e, Integer bx, byte by) throws Exception {
        final int K = 3; int n = 0; 
        switch (await(tr.leaf("f", i))) { case (1): case (K): n++; case -1, -(2), +5, ~7: n++; break; case K + 1, K * 2 + 1: case 99: n--; case Integer.MAX_VALUE: case 98: n += 2; case true ? 50 : 51: n++; }
        switch (s) { case "a" + "b", ("c"): n++; break; case "" + K: n += await(tr.leaf("f", 1)); case """
            d""": default: }
        switch (c) { case 'a', 98: n++; case '\u0063': case (char) 100: n += await(tr.leaf("f", 1)); }
        switch (e) { case A -> n++; case B, C -> n += await(tr.leaf("f", 1)); default -> {} }
        switch (bx) { case 1 -> n++; default -> n--; } switch (by) { case 1, 2: n += await(tr.leaf("f", 1)); }
        switch (e) { case A: case B: } switch (i) { case 1: default: case 2: } switch (i) { case 1: {} } switch (i) { case 3: ; } switch (i) { default -> {} case 3 -> throw new Exception(); } 
        int m = switch (await(tr.leaf("g", e))) { case A -> 1; case B -> { try { yield await(tr.leaf("f", 1)); } finally { n++; } } case C -> throw new Exception(); };
        m += switch (e) { case A, B: n++; case C: for (;;) { if (n > 0) yield 3; break; } yield await(tr.leaf("f", 4)); };
        return n + m;
    }

    @AsyncFn
    <T extends Exception> Object catches(int i) throws Exception {
        try { if (i == 1) throw new Ex1(); if (i == 2) throw new Ex2(); await(tr.leaf("f", 1)); } catch (final @D Ex1 | @U Ex2 x) { await(tr.leaf("f", 1)); } catch (java.lang.@U RuntimeException r) { throw r; } catch (Error e) { await(tr.leaf("f", 2)); }
        try { try { await(tr.leaf("f", 1)); } finally { await(tr.leaf("f", 1)); } } catch (final Exception e) { throw e; } finally { i = await(tr.leaf("f", 1)); }
        return i;
    }

    @Case
    @AsyncFn
    String allCases() throws Exception {
        String s = "";
        for (int i = 0; i < 28; i++) {
            Object o = await(yields(i));
            s += o instanceof int[] || o != null && o.getClass() == Object.class || o == this ? "o" : o;
        }
        for (int i = 0; i < 5; i++) {
            s += await(fns(i)) + " ";
            s += await(this.<Exception>catches(i)) + " ";
            s += await(cases(i, "a" + (i > 2 ? "b" : ""), (char) (97 + i), E.values()[i % 2], i, (byte) i));
        }
        return s;
    }

}
