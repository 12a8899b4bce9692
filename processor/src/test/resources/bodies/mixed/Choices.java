package bodies.mixed;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Overloads in all phases of their choice, numeric promotion, identity, odd syntax. */
final class Choices {
    private Choices() {}

    static String m(int i) {
        return "int";
    }

    static String m(Integer i) {
        return "Integer";
    }

    static String m(long l) {
        return "long";
    }

    static String m(Object o) {
        return "Object";
    }

    static String m(Object... os) {
        return "Objects" + (os == null ? -1 : os.length);
    }

    static String n(double d) {
        return "double";
    }

    static String n(Object o) {
        return "Object";
    }

    static String n(char c) {
        return "char";
    }

    static String p(char[] cs) {
        return "chars";
    }

    static String p(Object o) {
        return "object";
    }

    static String p(Collection<?> c) {
        return "collection";
    }

    static String p(List<?> l) {
        return "list";
    }

    static <T extends Comparable<T>> String q(T t) {
        return "comparable";
    }

    static String q(Object o) {
        return "object";
    }

    static <T> String q(List<? extends T> t) {
        return "list";
    }

    @Case
    @AsyncFn
    static String phases(Trace t) {
        Integer boxed = await(t.leaf("boxed", 1));
        int prim = await(t.leaf("prim", 2));
        short s = await(t.leaf("short", (short) 3));
        String r = m(await(t.leaf("a", 1))) + m(prim) + m(boxed) + m(s) + m((Object) boxed) + m('c');
        r += m(await(t.leaf("arr", new Object[] {1, 2}))) + m((Object[]) await(t.leaf("strs", new String[] {"x"})));
        r += m((Object) await(t.leaf("none", new Object[3]))) + m() + m(1, await(t.leaf("b", 2)));
        r += n(await(t.leaf("c", 'c'))) + n(await(t.leaf("i", 5))) + n(prim) + n(1f) + n(await(t.leaf("l", 4L)));
        r += p(await(t.leaf("cs", new char[] {'a'}))) + p(await(t.leaf("list", List.of()))) + p((Collection<?>) await(t.leaf("col", List.of())));
        return r + q(await(t.leaf("s", "s"))) + q(await(t.leaf("ls", List.of("s")))) + q((Object) await(t.leaf("so", "s")));
    }

    @Case
    @AsyncFn
    static String librariesOverloads(Trace t) {
        List<Integer> list = new ArrayList<>(List.of(5, 1, 3));
        list.remove(await(t.leaf("object", 1)));
        list.remove((int) await(t.leaf("index", 0)));
        StringBuilder b = new StringBuilder();
        b.append(await(t.leaf("c", 'c'))).append((int) await(t.leaf("d", 'd'))).append(await(t.leaf("cs", new char[] {'x', 'y'})));
        b.append(await(t.leaf("obj", (Object) "o"))).insert(0, await(t.leaf("f", 1.5f)));
        String v = String.valueOf(await(t.leaf("chars", new char[] {'p', 'q'})));
        return list + "" + b + v + Arrays.asList(await(t.leaf("ints", new Integer[] {1, 2}))).size()
                + Arrays.asList(await(t.leaf("prims", new int[] {1, 2}))).size() + Math.max(await(t.leaf("m", 3)), 2L)
                + String.join("-", await(t.leaf("a", "a")), "b") + String.format("%s%s", await(t.leaf("objs", new Object[] {1, 2})));
    }

    @Case
    @AsyncFn
    static String identity(Trace t) {
        Integer big = await(t.leaf("big", 1000));
        Integer other = await(t.leaf("other", Integer.valueOf(1000).intValue()));
        int prim = 1000;
        String r = (big == prim) + " " + (await(t.leaf("x", big)) == big) + " " + (prim == await(t.leaf("y", 1000)));
        r += (big == (await(t.leaf("z", other)))) == (big == other);
        long l = 1000;
        r += (await(t.leaf("l", 1000L)) == l) + " " + (await(t.leaf("nan", Double.NaN)) == Double.NaN);
        r += (await(t.leaf("m0", -0.0)) == 0.0) + " " + (1 / await(t.leaf("m1", -0.0)));
        Object o = await(t.leaf("o", "s"));
        r += (o == "s") + " " + (o != await(t.leaf("s", "s")));
        return r + (await(t.leaf("c", 'a')) == 97) + (await(t.leaf("e", Thread.State.NEW)) == Thread.State.NEW);
    }

    @Case
    @AsyncFn
    static String promotion(Trace t) {
        boolean b = await(t.leaf("b", true));
        final int zero = 98;
        int notConstant = zero;
        Object o1 = b ? zero : await(t.leaf("c", 'a'));
        Object o2 = b ? notConstant : await(t.leaf("never", 'a'));
        Object o3 = b ? await(t.leaf("c2", 'z')) : 0;
        Object o4 = !b ? 1 : await(t.leaf("b4", (byte) 4));
        var sw = switch (await(t.leaf("k", 2))) {
            case 1 -> 'a';
            case 2 -> 5;
            default -> await(t.leaf("never2", 1L));
        };
        Object sw2 = switch (await(t.leaf("k2", 1))) {
            case 1 -> 'a';
            default -> 2.5;
        };
        int shift = 1 << await(t.leaf("s", 33L));
        long lshift = 1L << await(t.leaf("s2", 33));
        int neg = -await(t.leaf("n", 'a')) + ~await(t.leaf("n2", (short) 1));
        short sh = (short) (byte) (char) (int) await(t.leaf("w", 65_500));
        int mix = 'a' + await(t.leaf("y", (byte) 1)) * 2 - - +3;
        char ch = (char) (await(t.leaf("q", 'q')) + 1);
        double d = await(t.leaf("i1", 7)) / 2 + await(t.leaf("i2", 7)) / 2.0;
        float f = await(t.leaf("l1", Long.MAX_VALUE));
        return "" + o1 + o2 + o3 + o4.getClass().getSimpleName() + sw + sw2 + shift + lshift + neg + sh + mix + ch + d + f
                + (1 + await(t.leaf("p", 2)) + "x" + 1 + await(t.leaf("p2", 2)));
    }

    @Case
    @AsyncFn
    static String selfReferences(Trace t) {
        int x = (x = await(t.leaf("two", 2))) * x;
        int i = 1;
        int[] a = {0, 1, 2, 3};
        a[i = await(t.leaf("i2", 2))] = i;
        i = i++ + await(t.leaf("one", 1)) + i;
        a[i % 3] += i -= await(t.leaf("d", 3));
        int j = 0;
        int k = ++a[j++] + -a[--j] + await(t.leaf("z", 0)) + a[j];
        Integer[] boxes = {1, 2};
        boxes[0] += await(t.leaf("b", 4));
        boxes[1]++;
        Object o = "a";
        o += "b" + await(t.leaf("c", 'c'));
        CharSequence cs = "x";
        cs += await(t.leaf("n", (String) null));
        Map<String, int[]> map = new TreeMap<>(Map.of("k", new int[1]));
        map.get("k")[await(t.leaf("m", 0))]++;
        map.computeIfAbsent(await(t.leaf("key", "q")), key -> new int[] {7})[0] *= await(t.leaf("mul", 3));
        boolean p = false;
        p |= p = await(t.leaf("p", true));
        int z = (i = 3) + (i *= await(t.leaf("mi", 2))) + i;
        return x + " " + Arrays.toString(a) + i + k + Arrays.toString(boxes) + o + cs + map.get("k")[0] + map.get("q")[0] + p + z;
    }

    @Case
    @AsyncFn
    static String oddWords(Trace t) {
        int record = await(t.leaf("record", 1)), when = 2, permits = 3;
        String module = "m", with = "w", sealed = await(t.leaf("sealed", "s"));
        int to = 4, open = 5, yield = 6;
        record += when;
        int $ = await(t.leaf("$", 7)), _x = 8, \u00e9t\u00e9 = 9;
        int été2 = été + await(t.leaf("été", 1));
        yield:
        for (int var = 0; ; var++) {
            if (var > await(t.leaf("v", 1))) break yield;
            record++;
        }
        return record + when + permits + module + with + sealed + to + open + (yield) + $ + _x + été + été2;
    }

    @Case
    @AsyncFn
    static String literals(Trace t) {
        String s = """
            a\tb \
            c\s
              "quoted" \"""
            \0\377\u0041 {
            }
            """ + await(t.leaf("x", "'\"\\"));
        char q = '\'', d = '"', n = '\n', u = '\47' == '\'' ? 'y' : 'n';
        long l = -9223372036854775808L + 0x7fff_ffffL + 0b1_0 + 017;
        int i = -2147483648 + await(t.leaf("i", 0)), h = 0xffff_ffff, k = i - -1 + +1 - (-(-2));
        double e = 0x1.8p1 + 1e-1 + .5 + 1.f + 100d;
        float f = 1e10f;
        return s + q + d + n + u + l + i + h + k + e + f + await(t.leaf("c", '\u00e9')) + (char) 0x263a;
    }

    static int[] trailing(int n)[] {
        return new int[n][n];
    }

    @AsyncFn
    static String brackets(Trace t, int[] a[], String... rest)[][] {
        String[] r[] = {{"" + a[await(t.leaf("i", 0))].length}, rest};
        return r;
    }

    @Case
    @AsyncFn
    static String oldBrackets(Trace t) {
        return brackets(t, trailing(await(t.leaf("n", 3))), "x", "y")[1][1] + await(brackets(t, trailing(1)))[0][0]
                + new int[] {4, 5}[await(t.leaf("i", 1))] + "abc".charAt(await(t.leaf("c", 2))) + int[].class + await(t.leaf("a", new int[] {6}))[0];
    }

    static class Generic<A> {
        final A a;

        <B extends A> Generic(B b, A a) {
            this.a = b;
        }

        <C> C get(Function<? super A, ? extends C> f) {
            return f.apply(a);
        }

        class Plain<D> {
            final D d;

            Plain(D d) {
                this.d = d;
            }
        }

        class In<D> {
            final D d;

            <E extends D> In(E e) {
                d = e;
            }

            @Override
            public String toString() {
                return a + "" + d;
            }
        }
    }

    @Case
    @AsyncFn
    static String explicitTypeArguments(Trace t) {
        Generic<Number> g = new <Integer>Generic<Number>(await(t.leaf("one", 1)), 2.5);
        Generic<Number>.In<CharSequence> in = g.new <String>In<CharSequence>(await(t.leaf("s", "s")));
        var diamond = await(t.leaf("g", g)).new Plain<>("d") {
            int extra = 4;

            @Override
            public String toString() {
                return "a" + extra + d;
            }
        };
        await(t.tick("t"));
        String r = g.<String>get(x -> x + "!") + in + diamond + diamond.extra;
        Function<Generic<Number>, Function<Function<Number, Long>, Long>> f = x -> x::<Long>get;
        Function<Integer, ArrayList<String>> make = ArrayList<String>::new;
        UnaryOperator<int[]> clone = int[]::clone;
        Supplier<String> bound = await(t.leaf("bound", "bound"))::toUpperCase;
        BiFunction<Integer, Integer, Integer> lambda = (var x, final var y) -> x * y;
        return r + f.apply(g).apply(Number::longValue) + make.apply(3) + clone.apply(new int[] {1}).length + bound.get()
                + lambda.apply(2, await(t.leaf("y", 3))) + Choices.<List<? super Integer>>self(await(t.leaf("l", new ArrayList<>(List.of(9))))).get(0);
    }

    static <T> T self(T t) {
        return t;
    }

    @Case
    @AsyncFn
    static String awaitedForms(Trace t) throws Exception {
        boolean b = await(t.leaf("b", true));
        Future<? extends Number> wild = t.leaf("wild", 1.5);
        Future<Integer> one = t.leaf("one", 1);
        String r = "" + await(b ? one : t.leaf("never", 2)) + await(wild).intValue();
        r += await(switch (r.length()) {
            case 2 -> t.leaf("two", "two");
            default -> t.leaf("def", "def");
        });
        r += (await((Future<String>) t.leaf("cast", "cast")));
        r += await(((Supplier<Future<String>>) () -> t.leaf("sup", "sup")).get());
        List<Future<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int k = i;
            all.add(async(() -> {
                int sum = k;
                for (int j = 0; j < k; j++) sum += await(t.leaf("j" + j, j));
                return sum;
            }));
        }
        for (Future<Integer> f : all) r += await(f);
        Future<Future<String>> nested = t.leaf("nested", t.leaf("inner", "inner"));
        r += await(await(nested));
        Callable<Future<String>> c = () -> t.leaf("called", "called");
        return r + await(c.call()).length() + await(t.<String>leaf("gen", null));
    }

    @Case
    @AsyncFn
    static String returnsAndFinally(Trace t) {
        return values(t, 1) + values(t, 2) + values(t, 3) + values(t, 4);
    }

    @AsyncFn
    static String values(Trace t, int k) {
        int x = k;
        StringBuilder b = new StringBuilder("b");
        try {
            try {
                if (k == 1) return x + "" + b.append(await(t.leaf("one", 1)));
                if (k == 2) throw new IllegalStateException("k2");
                x++;
                return "r" + x++ + await(t.leaf("r", x));
            } catch (IllegalStateException e) {
                e = new IllegalStateException(e.getMessage() + await(t.leaf("e", "e")));
                throw e;
            } finally {
                x += 100;
                b.append("fin" + await(t.leaf("f", x)));
                if (k == 3) return "overridden" + b;
            }
        } catch (IllegalStateException e) {
            return e.getMessage() + x + b;
        } finally {
            x = 0;
            t.log("x" + x + b);
        }
    }

    @Case
    @AsyncFn
    static String loopsWithManyParts(Trace t) {
        String r = "";
        for (int i = 0, j = await(t.leaf("j", 5)); i < j && await(t.leaf("c", true)); i++, j -= await(t.leaf("d", 1)), r += ";") {
            if (i == 1) continue;
            r += i + "" + j;
        }
        int k = 3;
        for (r += "start", await(t.tick("init")); k-- > await(t.leaf("z", 0)); r += k) ;
        @SuppressWarnings("rawtypes")
        List raw = new ArrayList<>(List.of(1, "x"));
        for (Object o : raw) r += o + "" + await(t.leaf("o", "o"));
        int[][] grid = {{1, 2}, {3}};
        List<Supplier<Integer>> sups = new ArrayList<>();
        for (int[] row : grid)
            for (final int cell : row) {
                int sq = cell * await(t.leaf("cell", cell));
                sups.add(() -> cell + sq + row.length);
            }
        for (var s : sups) r += s.get();
        do r += await(t.leaf("once", "once")); while (r.isEmpty());
        return r;
    }

    @Case
    @AsyncFn
    static String stringSwitches(Trace t) {
        String r = "";
        for (String s : List.of("Aa", "BB", "C", "")) {
            switch (await(t.leaf("s", s))) {
                case "Aa":
                    r += 1;
                case "BB":
                    r += 2 + await(t.leaf("bb", "bb"));
                    break;
                case "":
                    r += "empty";
                    break;
                default:
                    r += "d";
            }
        }
        for (char c = 'a'; c < 'd'; c++) {
            r += switch (c) {
                case 'a' + 1 -> await(t.leaf("b", "b"));
                case 'c' -> (int) c;
                default -> c;
            };
        }
        return r;
    }

    interface Konst {
        int LOUD = Trace.current() == null ? 0 : loud();

        static int loud() {
            Trace.current().log("loud");
            return 5;
        }

        private int hidden() {
            return 1;
        }

        @AsyncFn
        default int run(Trace t) {
            return hidden() + await(t.leaf("run", LOUD == 0 ? 1 : 2));
        }
    }

    enum Kind implements Konst {
        A {
            @Override
            String shown() {
                return "a" + secret() + name();
            }
        },
        B;

        private static String secret() {
            return "secret";
        }

        String shown() {
            return secret() + ordinal();
        }

        @AsyncFn
        String all(Trace t) {
            String s = "";
            for (Kind k : values()) s += k.shown() + await(t.leaf("k", k.name())) + run(t);
            return s + secret() + switch (this) {
                case A -> await(t.leaf("isA", "isA"));
                case B -> "isB";
            };
        }
    }

    @Case
    @AsyncFn
    static String enumBodies(Trace t) {
        return Kind.A.all(t) + Kind.B.all(t);
    }

    static class Shadow<T> {
        T field;

        Shadow(T t) {
            field = t;
        }

        @AsyncFn
        <T> String method(Trace t, T value) {
            class Local<T> {
                final T mine;

                Local(T t) {
                    mine = t;
                }

                <T> String deep(T other) {
                    return mine + "" + other + value + field;
                }
            }
            var local = new Local<>(await(t.leaf("i", 5)));
            T copy = await(t.leaf("v", value));
            int n = local.mine + 1;
            return local.deep('c') + copy + n;
        }
    }

    @Case
    @AsyncFn
    static String shadowedTypeParameters(Trace t) {
        return new Shadow<>("field").method(t, 2.5);
    }

    static class Receiver {
        String name = "receiver";

        @AsyncFn
        String get(Receiver this, Trace t, final String... more) {
            return this.name + more.length + await(t.leaf("x", name));
        }
    }

    @Case
    @AsyncFn
    static String receiverParameters(Trace t) {
        Receiver r = new Receiver();
        return r.get(t) + await(r.get(t, "a", await(t.leaf("b", "b"))));
    }
}
