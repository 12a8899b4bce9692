package bodies.syntax;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Declarations of every shape: arrays after the name, local types, receivers, headers. */
final class Declarations {
    private final int n = 4;
    private final Trace t;

    Declarations(Trace t) {
        this.t = t;
    }

    @AsyncFn
    static int trailing(Trace t, int a[], String[]... b)[] {
        int c[] = a, d = await(t.leaf("d", 1)), e[][] = {{d}, c};
        int[] f[] = {c}, g = {await(t.leaf("g", 2))};
        for (int h[] = {1}, i = 0; i < h.length; i++) g[0] += h[i] + e[1].length + f[0][0] + b.length;
        return g;
    }

    @AsyncFn
    int receiver(Declarations this, final int x) {
        return this.n + await(t.leaf("x", x));
    }

    final class Inner {
        @AsyncFn
        int receiver(Declarations.Inner this) {
            return n + await(t.leaf("inner", 1));
        }
    }

    @Case
    @AsyncFn
    static String arraysAfterTheName(Trace t) {
        return Arrays.toString(trailing(t, new int[] {7}, new String[] {"x"}, new String[0]));
    }

    @Case
    @AsyncFn
    int receivers() {
        return receiver(await(t.leaf("one", 1))) + new Inner().receiver();
    }

    @Case
    @AsyncFn
    @SuppressWarnings({"unchecked", "varargs", "serial"})
    static String localRecords(Trace t) {
        record Ids(int... t) {
            @Override
            public int[] t() {
                return t.clone();
            }
        }
        record Range<T extends Comparable<T>>(T from, T to, String... notes) implements Serializable {
            static int made;

            Range {
                made++;
                if (from.compareTo(to) > 0) throw new IllegalArgumentException();
            }

            Range(T only) {
                this(only, only, "one");
            }

            static <U extends Comparable<U>> Range<U> of(U u) {
                return new Range<>(u);
            }

            record Deep(int[][] a, List<? extends Number>... lists) {}
        }
        int[] ids = new Ids(await(t.leaf("id", 1)), 2).t();
        Range<Integer> r = Range.of(await(t.leaf("r", 5)));
        return ids.length + " " + r.from() + r.notes().length + Range.made + new Range.Deep(new int[][] {ids}).a()[0][1];
    }

    @Case
    @AsyncFn
    static String localTypes(Trace t) {
        interface Shape {
            int SIDES = 4;

            int area();

            default int twice() {
                return 2 * hidden();
            }

            private int hidden() {
                return area();
            }

            static Shape of(int n) {
                return () -> n;
            }
        }
        enum Unit implements Shape {
            ONE,
            TWO {
                @Override
                public int area() {
                    return 2;
                }
            };

            @Override
            public int area() {
                return 1;
            }
        }
        abstract class Base {
            static int count = 1;
            int own = count++;

            abstract int value();

            {
                own += 10;
            }
        }
        final class Derived extends Base {
            final int given;

            Derived(int given) {
                super();
                this.given = given;
            }

            Derived() {
                this(await0(t));
            }

            static int await0(Trace t) {
                return 3;
            }

            @Override
            int value() {
                return given + own + super.own;
            }
        }
        int n = await(t.leaf("n", 2));
        Shape s = Shape.of(n);
        return s.twice() + "" + Unit.TWO.twice() + Unit.valueOf("ONE").area() + new Derived(await(t.leaf("d", 1))).value()
                + new Derived().value() + Shape.SIDES;
    }

    @Case
    @AsyncFn
    @SuppressWarnings({"unchecked", "rawtypes"})
    static String lambdas(Trace t) {
        BiFunction<Integer, Integer, Integer> a = (var x, final var y) -> x + y;
        Function<Integer, Function<Integer, Integer>> b = x -> y -> x * y;
        Comparator<int[]> c = (final int[] x, int y[]) -> x[0] - y[0];
        Runnable d = (Runnable & Serializable) () -> t.log("ran");
        Object e = (Supplier<Supplier<String>>) () -> () -> "deep";
        IntFunction<int[]> f = int[]::new;
        IntFunction<List<String>[]> g = List[]::new;
        Function<int[], int[]> h = int[]::clone;
        Supplier<ArrayList<String>> i = ArrayList<String>::new;
        int n = await(t.leaf("n", 3));
        d.run();
        boolean serializable = d instanceof Serializable;
        return a.apply(n, 1) + "" + b.apply(n).apply(2) + c.compare(new int[] {n}, new int[] {1}) + f.apply(n).length
                + g.apply(2).length + h.apply(new int[n]).length + i.get() + serializable
                + (((Supplier<?>) ((Supplier<?>) e).get()).get());
    }

    @Case
    @AsyncFn
    static String explicitTypeArguments(Trace t) {
        List<Integer> a = List.<Integer>of(await(t.leaf("a", 1)));
        class Box<T> {
            final T t;

            <U extends T> Box(U u) {
                t = u;
            }

            <R> R map(Function<? super T, ? extends R> f) {
                return f.apply(t);
            }
        }
        String s = new <Integer>Box<Number>(await(t.leaf("b", 2))).<String>map(x -> "x" + x);
        Function<Integer, List<Integer>> f = List::<Integer>of;
        return s + a + f.apply(await(t.leaf("c", 3))) + java.util.Collections.<String>emptyList();
    }

    @Case
    @AsyncFn
    int receiversOfConstructors() {
        class Local {
            int v;

            Local(Declarations Declarations.this) {
                v = n;
            }

            Local(Declarations Declarations.this, /* and */ int v, int... more) {
                this.v = v + more.length;
            }

            class Deep {
                int w;

                Deep(Local Local.this) {
                    w = v;
                }

                int both(Local.Deep this, int x) {
                    return v + w + x;
                }
            }
        }
        Local a = new Local(), b = new Local(await(t.leaf("b", 5)), 1);
        return a.v + b.v + a.new Deep().both(await(t.leaf("x", 2)));
    }

    @Case
    @AsyncFn
    @SuppressWarnings("cast")
    static int castsOfCasts(Trace t) {
        Object a = (Object) (Supplier<Integer>) (Supplier<Integer>) () -> 3;
        Object b = (Object) (Function<Integer, List<Integer>>) (Function<Integer, List<Integer>>) List::of;
        Function<Integer, Integer> c = (Function<Integer, Integer>) (Function<Integer, Integer>) (q) -> q;
        int n = await(t.leaf("n", 4));
        Object d = (Object) (Supplier<String>) "bound"::toString;
        return (Integer) ((Supplier<?>) a).get() + c.apply(n) + (b instanceof Function ? 1 : 0) + (d == null ? 1 : 0);
    }

    @Case
    @AsyncFn
    static String conditionalLabels(Trace t) {
        final boolean yes = true;
        String s = "";
        for (int i = 0; i < 6; i++) {
            s += switch (await(t.leaf("i", i))) {
                case yes ? 1 : 0 -> "one";
                case yes ? 2 : (7) -> await(t.leaf("two", "two"));
                case (yes ? 3 : 8), yes ? yes ? 4 : 9 : 10 -> "more";
                default -> "none";
            };
            switch (i) {
                case yes ? 1 : (0) -> s += "1";
                case yes ? 2 : 7 -> s += await(t.leaf("2", 2));
                default -> s += "-";
            }
            switch (i) {
                case yes ? 3 : 8:
                    s += await(t.leaf("3", 3));
                    break;
                case 6 - 2 == 4 ? (4) : 5:
                    s += 4;
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    @SuppressWarnings("fallthrough")
    static int enumsAmongTheStatementsOfASwitch(Trace t) {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            switch (await(t.leaf("i", i))) {
                case 0:
                    sum += await(t.leaf("zero", 1));
                    enum First {
                        A;

                        int v() {
                            final boolean yes = true;
                            return switch (ordinal()) {
                                case yes ? 0 : 1 -> 7;
                                default -> 0;
                            };
                        }
                    }
                    sum += First.A.v();
                case 1:
                    sum++;
                case 2:
                    enum Last {
                        B
                    }
            }
        }
        return sum;
    }

    static final class Named {
        final String var = "field";
        final Named inner;

        Named(Named inner) {
            this.inner = inner;
        }
    }

    @Case
    @AsyncFn
    static int var(Trace t) {
        String var = await(t.leaf("var", "abc"));
        Named named = new Named(new Named(null));
        Supplier<Integer> a = var::length, b = named.var::length, c = named.inner.var::length;
        Supplier<byte[]> d = named.inner.var.strip()::getBytes;
        var other = var;
        Function<Integer, Integer> e = (var x) -> x + var.length();
        return a.get() + b.get() + c.get() + d.get().length + other.length() + e.apply(await(t.leaf("e", 1)));
    }
}
