package syntax;
import dev.asyncfn.AsyncFn;
import java.util.*;
import java.io.StringReader;
import java.util.function.*;
class Syntax25 {
  sealed interface S permits P, Q, W {} record P(int x, S next) implements S {} record Q(String s, List<? extends Number> l) implements S {} record W() implements S {} record Box<T>(T t) {} enum En { A, B }
  @AsyncFn int recordPatterns(Object o) { if (o instanceof P(int x, P(var y, Q(String s, var l))) && x > y) return x + s.length() + l.size(); if (o instanceof Box<?>(var t)) t.hashCode(); if (o instanceof P(int _, _)) return 1; if (o instanceof P(final int q, Q _)) return q; return 2; }
  @AsyncFn int switchPatterns(Object o) { return switch (o) { case String s when s.length() > 2 && !s.isEmpty() -> 2; default -> 3; }; }
  @AsyncFn int switchPatterns2(Object o) { return switch (o) { case String s when s.length() > 2 -> 2; case P(int x, var n) when x > 1 -> x; case P _, W _ -> 5; case En.A -> 7; case En e -> 8; case int[] a -> a.length; case null, default -> 9; }; }
  @AsyncFn int sw3(S s) { switch (s) { case P p: return p.x(); case Q(var a, var b): return b.size(); case W w: break; } return switch (s) { case P(int x, S n) -> x; case Q q -> 2; case W() -> 3; }; }
  @AsyncFn int unnamed() throws Exception { for (var _ : List.of(1)) {} int _ = 1; Function<String, Integer> f = _ -> 1; BiFunction<String, String, Integer> g = (_, _) -> 2; BiFunction<String, String, Integer> h = (String _, String _) -> 2; try { f.apply(""); } catch (RuntimeException _) {} try (var _ = new StringReader("")) {} return 1; }
  @AsyncFn int boxed(Box<Box<String>> b) { return switch (b) { case Box<Box<String>>(Box<String>(var s)) -> s.length(); }; }
  @AsyncFn int inferred(Box<Box<String>> b) { if (b instanceof Box(Box(var s))) return s.length(); return 0; }
  @AsyncFn int flexible() { class A { int q; A(int z) { int k = z + 1; q = k; super(); } } return new A(1).q; }
  @AsyncFn int qualifiedEnum(En e, CharSequence cs) { switch (e) { case En.A: return 1; case B: break; } return switch (cs) { case String s when s.length() == 1 -> 1; case String s -> 2; default -> 3; }; }
}
