package use;
import static dev.asyncfn.Async.await;
import dev.asyncfn.AsyncFn;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;
import lib.Lib;
import lib.Lib.*;
final class UsesLibrary {
  final int fin; UsesLibrary() { fin = 2; }
  @Tag @Tag("y") void tagged() { for (int i = 0; i < 10; i++) { undefinedInBlankedBody(); } }
  void undefinedInBlankedBody() {}
  @AsyncFn int shapes(Shape s, Planet p) throws Exception {
    if (s instanceof Circle c) { double r = c.r(); Number n = c.ns().get(0); }
    int g = switch (p) { case EARTH -> 1; case MARS -> p.g(); };
    Square sq = new Square(1, 2, 3); @Tag(n = 3) String t = Planet.NAME; Circle u = Circle.unit();
    byte b = Lib.I; switch (g) { case Lib.I: break; case Lib.C: break; case Lib.B: }
    final int k = Lib.Z ? 1 : "s1".length(); switch (t) { case Lib.S -> {} default -> {} }
    Lib<String> lib = Lib.of(); Lib<String>.Inner<Integer> in = lib.new Inner<Integer>(3, "x"); var deep = in.deep(); Map<String, Integer> mm = deep.m();
    var z = Lib.mk((Number) 1, 2); Number zz = z.z();
    String th = lib.<RuntimeException>thrower(() -> "x"); Callback<String, java.io.IOException> cb = () -> "y"; cb.d(); Callback.s();
    var ls = Lib.listOf(1, "a", 2.0); Lib.listOf(lib, ls).get(0); int[][] aa = lib.arr(new int[0], new int[1]);
    Lib.hidden();
    class Sub2 extends Lib.Abs { protected void m() {} }
    var anon = new Lib<Integer>() { Integer get() { return prot; } };
    List<Lib.@Tag Square> sqs = new ArrayList<>();
    return anon.get();
  }
}
