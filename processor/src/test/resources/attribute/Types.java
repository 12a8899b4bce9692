package types;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.*;
import java.util.concurrent.CompletableFuture;
import java.util.function.*;
import java.util.stream.*;

final class Types<Z extends Comparable<Z>> {
    Z z;
    byte b;
    static final long L = 3;

    @AsyncFn
    <T extends Number & Runnable> int types(T t, List<? extends Z> wild, Object o, boolean flag, Integer boxed) throws Exception {
        is(t, "T");
        is(this, "types.Types<Z>");
        is(z, "Z");
        is(L, "long");
        is(b += 1.5, "byte");
        is(b + b, "int");
        is('a' + 1L, "long");
        is(flag ? 1 : 'c', "char");
        is(flag ? boxed : 0, "int");
        is(flag ? boxed : null, "java.lang.Integer");
        is(-5, "int");
        is(-2147483648, "int");
        is("a" + "b", "java.lang.String");
        is("a" + flag + "b" + "c", "java.lang.String");
        is(new int[] {1}, "int[]");
        is(new int[2][], "int[][]");
        is(new int[2][0][1], "int[][][]");
        is(new int[][] {{1}}[0][0], "int");
        is(String.class, "java.lang.Class<java.lang.String>");
        is(int.class, "java.lang.Class<java.lang.Integer>");
        is(new ArrayList<>(List.of(1)), "java.util.ArrayList<java.lang.Integer>");
        is(List.of(1, 2), "java.util.List<java.lang.Integer>");
        is(Map.of("a", List.of(1L)).entrySet().iterator().next(), "java.util.Map.Entry<java.lang.String,java.util.List<java.lang.Long>>");
        is(Stream.of("a").collect(Collectors.toMap(s -> s, String::length)), "java.util.Map<java.lang.String,java.lang.Integer>");
        is(wild.get(0).compareTo(null), "int");
        is((CharSequence) "s", "java.lang.CharSequence");
        is(null, "<nulltype>");
        is((flag), "boolean");
        is(o instanceof String s && s.isEmpty(), "boolean");
        is(flag = true, "boolean");
        is(switch (boxed) { case 1 -> "x"; default -> "y"; }, "java.lang.Object");
        var chosen = switch (boxed) { case 1 -> "x"; default -> "y"; };
        is(chosen, "java.lang.String");
        is((Supplier<String>) this::toString, "java.util.function.Supplier<java.lang.String>");
        is(await(CompletableFuture.completedFuture("x")), "java.lang.String");
        is(await(TypesAsync.length("x")), "java.lang.Integer");
        is(TypesAsync.length("x"), "types.TypesAsync.LengthFuture");
        is(await(TypesAsync.nothing()), "java.lang.Void");
        is(await(TypesAsync.both("x")), "java.util.List<java.lang.String>");
        is(length("x"), "int");
        is(new Object() { int f = 1; }.f, "int");
        var list = new ArrayList<Map<String, ? super Integer>>();
        is(list, "java.util.ArrayList<java.util.Map<java.lang.String,? super java.lang.Integer>>");
        BiFunction<Integer, Long, Double> f = (x, y) -> { is(x, "java.lang.Integer"); is(y, "java.lang.Long"); return 1.0; };
        is(f.apply(1, 2L), "java.lang.Double");
        for (var e : Map.of("k", 2).entrySet()) { is(e.getValue(), "java.lang.Integer"); }
        try (var in = new java.io.StringReader("x")) { is(in, "java.io.StringReader"); is(in.read(), "int"); }
        try { throw new java.io.IOException(); } catch (java.io.IOException | IllegalStateException e) { is(e.getMessage(), "java.lang.String"); }
        enum Color { RED { int v() { is(this.ordinal(), "int"); return 2; } }; int v() { is(RED, "Color"); return 1; } }
        is(Color.RED.v(), "int");
        record Pair<A, B>(A a, B b) { A first() { is(b, "B"); return a; } }
        is(new Pair<>(1, "x").b(), "java.lang.String");
        return 1;
    }

    @AsyncFn
    static int length(String s) { return s.length(); }

    @AsyncFn
    static void nothing() {}

    @AsyncFn
    static <T> List<T> both(T t) throws java.io.FileNotFoundException, java.nio.file.NoSuchFileException { return List.of(t, t); }

    static void is(Object value, String type) {}
}
