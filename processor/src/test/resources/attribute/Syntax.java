package syntax;
import dev.asyncfn.AsyncFn;
import java.util.*;
import java.util.function.*;
import java.lang.annotation.*;
@Target(ElementType.TYPE_USE) @interface N {}
class Syntax<Z> {
  int record, yield, sealed, permits, var, module, open, when, to, with, exports, requires, opens, uses, provides, transitive;
  static int record(int x) { return x; }
  int yieldIt() { return 1; }
  Syntax<Z> self() { return this; }
  static <T> T gen(T t) { return t; }
  <T> T igen(T t) { return t; }
  @AsyncFn int contextual() { int record = 1; int sealed = record + this.yield; int permits = sealed; record = 2; record++; var var = 3; var += 1; int module = record(3); int when = 1; int to = when, with = to, open = 1; when++; String opens = "x"; opens.length(); return record + var + permits + module + Syntax.record(1); }
  @AsyncFn int yields(int a) { int x = switch (a) { case 1: yield 2; case 2: { int y = 3; yield y + 1; } case 3: yield (4); case 4: yield -1; case 5: yield ++a; case 6: yield "s".length(); case 7: yield a > 1 ? 2 : 3; case 8: yield switch (a) { default -> 3; }; case 9: yield new int[]{1}[0]; case 10: yield this.yieldIt(); default: yield (int) 3L; }; return x; }
  @AsyncFn int switches(Object o, int i, String s) { switch (i) { } switch (i) { case 1: case 2, 3: default: } int k = switch (s) { case "a", "b" -> 1; default -> { if (i > 1) yield 2; yield 3; } }; foo(switch (i) { case 1 -> "x"; default -> "y"; }); return switch (i) { case 1 -> throw new RuntimeException(); default -> 1; } + (switch (i) { default -> 2; }); }
  static void foo(String s) {}
  @AsyncFn int arrays()[] { int a[] = {1}, b[][] = {{1}, {}}, c = 1; int[] d[] = new int[1][2]; char[][] e = { {'a'}, new char[0] }; a[b[0][0]]++; return a; }
  @AsyncFn int params(int a[], final String... s) { return a[0]; }
  @AsyncFn int receiver(@N Syntax<Z> this, int q) { return q; }
  @AsyncFn int genericCalls() { this.<String>igen("a"); Syntax.<Integer>gen(1); new <String>Con("x"); this.self().<Long>igen(1L); super.toString(); Supplier<List<String>> s = ArrayList<String>::new; Function<Integer, int[]> f = int[]::new; Function<String, Con> z = Con::<String>new; Function<Object, String> q = super.hashCode() > 1 ? null : Object::toString; return 0; }
  static class Con { <T> Con(T t) {} }
  @AsyncFn int textBlocks() { String s = """
      a "quoted" \"""
        b \
      c\s
      \u0041 \\u0041
      """ + """
      x"""; return s.length(); }
  @AsyncFn int escapes() { String s = "\u0041\\u0041\t\101\0"; char c = '\u0041', d = '\'', e = '\\'; int \u0061bc = 1; \u0061bc++; String t = \u0022xyz\u0022; int z\u00e9 = abc; return a\u0062c + z\u00e9; }
  @AsyncFn int unicodeIdent() { int größe = 1; int $x = größe; int _y = $x; String s = "😀"; int 𝒳 = 1; return s.length() + 𝒳 + größe; }
  @AsyncFn int loops() { a: b: for (;;) { break a; } for (int i = 0, j[] = {1}; i < j.length; i++, j[0]--) ; for (final @N String x : new String[0]) {} for (var e : Map.of("a", 1).entrySet()) e.getKey(); int i; for (i = 0, i++; ; ) { if (i > 1) break; else continue; } do ; while (i < 1); c: { break c; } return i; }
  @AsyncFn int lambdas() { Runnable r = () -> {}; BinaryOperator<Integer> o = (a, b) -> a + b; BinaryOperator<int[]> p = (final int[] a, int b[]) -> null == null ? null : null instanceof Object ? a : b, q = null; Function<String, Function<String, String>> cur = x -> y -> x + y; Comparator<String> c = (var x, final var y) -> x.compareTo(y); Runnable rr = (Runnable & java.io.Serializable) () -> System.out.println(); Callable2 cc = (int... xs) -> xs.length; Supplier<Supplier<int[]>> ss = () -> () -> new int[]{1}; r.run(); return ((Function<Integer, Integer>) x -> x + 1).apply(2); }
  interface Callable2 { int f(int... xs); }
  @AsyncFn int patterns(Object o) { if (o instanceof final String s && s.isEmpty()) return 1; if (o instanceof @N Integer i) return i; while (!(o instanceof List<?> l)) { o = List.of(); } l.size(); return o instanceof Map<?, ?> m ? m.size() : (o instanceof Character c && c > 'a') ? c : 2; }
  @AsyncFn int tries() throws Exception { try (var a = new java.io.StringReader(""); java.io.Reader b = a; a; this.res().r) {} catch (final @N RuntimeException | Error e) { e.printStackTrace(); } finally { } try { throw new Exception(); } catch (Exception e) { throw e; } finally { try { } finally {} } }
  final java.io.Reader r = null; Syntax<Z> res() { return this; }
  @AsyncFn int locals() { class A<T extends Number & Comparable<T>> { T t; A(T t) { this(); this.t = t; } A() { super(); } class B { A<T> outer() { return A.this; } } static int st = 1; { t = null; } static { st = 2; } }
    record R<T>(int a, @N T... b) implements Supplier<Integer> { static int z = 1; R { a = 1; } R(int q) { this(q, (T[]) null); } public Integer get() { return a; } record Inner() {} enum IE { X } interface II { int ii(); } }
    enum E implements Supplier<String> { @Deprecated A(1) { public String get() { return "a" + ordinal() + v; } }, B { public String get() { return super.name(); } int extra; }; protected final int v; E() { this(2); } E(int v) { this.v = v; } private static final Map<String, E> M = new HashMap<>(); static { for (E e : values()) M.put(e.get(), e); } int m() { enum Deep { P, Q } return Deep.valueOf("P").ordinal(); } class InE { E e = E.A; } }
    interface I<T> { T m(T t); default T d() { return m(null); } static <Q> Q s(Q q) { return q; } int C = 1; }
    abstract class Ab { abstract int m(); protected native void n(); synchronized strictfp void s() {} } final class Fi extends Ab { @Override int m() { return 1; } }
    new A<>(1).new B().outer(); A<Integer>.B ab = new A<Integer>(1).new B() {}; E e = E.A; switch (e) { case A: case B: } Runnable rr = () -> { enum InLambda { X; } InLambda il = InLambda.X; class InL {} record RL() {} new InL(); };
    new Object() { void q() { enum InAnon { Y } System.out.println(InAnon.Y); class CC { enum MemberOfLocal { Z } } } }.q(); switch (e) { case A: enum InCase { W } InCase ic = InCase.W; default: } 
    enum Tiny{} enum
    Lines
    { AA,
      BB } Tiny t = null; Lines l = Lines.AA;
    return R.z + E.A.v + I.C + I.s(2); }
  @AsyncFn <A extends Comparable<A>, B> Map<A, ? super B> generics(List<? extends A>[] in, Class<?>... cs) throws IllegalStateException { A a = in[0].get(0); Map<A, List<? super B>> m = new TreeMap<>(); List<A>[] arr = (List<A>[]) new List<?>[1]; @SuppressWarnings({"unchecked", "x"}) var z = (Map.Entry<A, B>) null; boolean b = a instanceof Comparable<?>; Z zz = (Z) null; int i = (a == null) ? 1 : (int) (long) 2 + ~1 - +3 >>> 2; i >>>= 1; i = i < 2 == true ? 1 : 0; return (Map<A, ? super B>) (Map) m; }
  @AsyncFn @SuppressWarnings("unchecked") @Deprecated final int assigns(int p, Syntax<String> o) { int x; x = p = 3; this.record = x; o.record += (byte) x; (o).record--; o.self().record *= 2; int[] a = {1}; a[0] = a[a[0] = 1]; long l = 0xFFL + 0b11 + 0_7 + 1_000; double d = 0x1p3 + .5 + 1e-3f + 2d; char c = (char) ('a' + 1); boolean b = p > 1 & true | false ^ !b2(); assert b : "x" + d; synchronized (o.self()) { x = 1; } ; ; return -x + -2147483648 - -1 + (int) -9223372036854775808L; }
  boolean b2() { return true; }
  @AsyncFn int constExprs() { final String q = "a" + "b" + 1 + "c" + "d"; String z = q + "x" + ("y" + "z") + 'c' + null; String w = "" + q + "" + "k" + 1 + 2; return z.length() + Map.Entry.class.hashCode() + int[][].class.hashCode() + void.class.hashCode() + java.util.Map.Entry.<String, Integer>comparingByKey().hashCode() + syntax.Syntax.record(2); }
  @AsyncFn int comments() { /* a */ int /* b */ x /* c */ = /* d */ 1 /* e */ ; // trailing
    // own line
    /** doc */ x++; return /* r */ x; /* end */ }
  @AsyncFn int ternaries(boolean b, Integer boxed) { Object o = b ? 1 : "x"; long l = b ? 1 : 2L; int u = b ? boxed : 0; List<String> e = b ? List.of() : new ArrayList<>(); Supplier<String> s = b ? () -> "a" : String::new; var v = b ? 1 : 'c'; return b ? l > 1 ? 1 : 2 : u; }
}
