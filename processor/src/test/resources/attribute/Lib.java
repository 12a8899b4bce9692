package lib;
import java.lang.annotation.*;
import java.util.*;
import java.util.function.*;
public class Lib<T extends Comparable<? super T> & java.io.Serializable> {
  public sealed interface Shape permits Circle, Square, Shape.Tri { record Tri(int a) implements Shape {} }
  public record Circle(double r, List<? extends Number> ns) implements Shape { public Circle { if (r < 0) throw new IllegalArgumentException(); } public static Circle unit() { return new Circle(1, List.of()); } }
  public static final class Square implements Shape { protected int side; public Square(int... s) {} }
  public enum Planet { EARTH { @Override public int g() { return 1; } }, MARS(3); Planet() {} Planet(int x) {} public int g() { return 0; } public static final String NAME = "pl"; }
  @Target({ElementType.TYPE_USE, ElementType.METHOD, ElementType.LOCAL_VARIABLE}) @Retention(RetentionPolicy.RUNTIME) @Repeatable(Tags.class) public @interface Tag { String value() default "x"; int[] n() default {1, 2}; Class<?> c() default Object.class; Planet p() default Planet.EARTH; Sub sub() default @Sub(3); }
  public @interface Sub { long value(); }
  @Target({ElementType.TYPE_USE, ElementType.METHOD, ElementType.LOCAL_VARIABLE}) @Retention(RetentionPolicy.RUNTIME) public @interface Tags { Tag[] value(); }
  public class Inner<U> { public U u; public T t; public Inner(U u, T t) {} public class Deep { public Map<T, U> m() { return null; } } public Deep deep() { return null; } }
  public static <A, B extends A> Inner2<A>.In mk(A a, B b) { return null; }
  public static class Inner2<Z> { public class In { public Z z() { return null; } } }
  public <X extends Exception> T thrower(Callback<T, X> c) throws X, java.io.IOException { return null; }
  public interface Callback<R, X extends Exception> { R call() throws X; default int d() { return 1; } static int s() { return 2; } }
  public static final byte B = 1; public static final char C = 'c'; public static final boolean Z = true; public static final long L = 5L; public static final String S = "s" + B; public static final float F = 1f; public static final double D = 2; public static final short SH = 2; public static final int I = 42;
  protected T prot; int pkg; private int priv;
  protected Lib() {}
  public static <Q extends Comparable<? super Q> & java.io.Serializable> Lib<Q> of() { return new Lib<>(); }
  @SafeVarargs public static <E> List<E> listOf(E... es) { return null; }
  @Deprecated public int[][] arr(int[]... a) { return null; }
  public static abstract class Abs { protected abstract void m(); protected static class Nested { protected Nested() {} } }
  private static class Hidden { public int visible() { return 1; } } public static Hidden hidden() { return null; }
}
