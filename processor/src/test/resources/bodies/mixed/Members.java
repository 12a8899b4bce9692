package bodies.mixed;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Private members, nested and inner classes, initializers. */
class Members {
    private final Trace t;
    private int count = 1;
    private int[] cells = {1, 2, 3};
    private static String shared = "shared";
    private final Supplier<String> late = () -> "late" + count;

    Members(Trace t) {
        this.t = t;
    }

    private int count() {
        return count;
    }

    private static <T> String name(T value) {
        return "generic" + value;
    }

    private static String name(String value) {
        return "string" + value;
    }

    private String var(Object... values) {
        return "var" + values.length;
    }

    private String var(String one, Object... values) {
        return "one" + one + values.length;
    }

    class Inner {
        private int count = 10;
        private final Inner before;

        private Inner(Inner before) {
            this.before = before;
            Members.this.count++;
        }

        private int count() {
            return count + Members.this.count();
        }

        class Deep extends Members {
            private int count = 100;

            Deep(Trace t) {
                super(t);
            }

            @AsyncFn
            String read(int by) {
                count += await(t.leaf("by", by));
                Inner.this.count += by;
                Members.this.count -= await(t.leaf("by2", by));
                super.hashCode();
                return count + " " + this.count + " " + Inner.this.count + " " + Members.this.count + " " + Inner.this.count()
                        + (super.toString().isEmpty() ? "" : Members.super.getClass().getSimpleName());
            }
        }
    }

    static class Twin {
        private int count = 5;

        private static String shared() {
            return "twin";
        }

        static class Nested {
            private String count = "nested";

            private static String shared() {
                return "nested";
            }
        }
    }

    static class Other {
        static class Nested {
            private String count = "other";

            private static String shared() {
                return "otherShared";
            }
        }
    }

    @Case
    @AsyncFn
    String equalNames() {
        Twin.Nested a = new Twin.Nested();
        Other.Nested b = new Other.Nested();
        Twin c = new Twin();
        a.count += await(t.leaf("a", "A"));
        b.count = a.count + b.count;
        c.count <<= await(t.leaf("c", 2));
        return a.count + b.count + c.count + Twin.shared() + Twin.Nested.shared() + Other.Nested.shared() + shared + count;
    }

    @Case
    @AsyncFn
    String qualified() {
        Inner inner = this.new Inner(null);
        Inner next = await(t.leaf("outer", this)).new Inner(inner);
        Inner.Deep deep = next.before.new Deep(t);
        String s = deep.read(await(t.leaf("three", 3)));
        return s + next.count() + inner.count() + count() + ((Members) deep).count();
    }

    @Case
    @AsyncFn
    String nullOuter() {
        Members none = await(t.leaf("none", (Members) null));
        try {
            return "" + none.new Inner(inner("argument"));
        } catch (NullPointerException e) {
            return "npe" + count;
        }
    }

    private Inner inner(String log) {
        t.log(log);
        return null;
    }

    @Case
    @AsyncFn
    String privateOverloads() {
        String s = name(await(t.leaf("s", "s"))) + name((Object) "o") + name(await(t.leaf("i", 1))) + Members.<String>name("w");
        s += var() + var("x") + var("x", 1) + var(1, "x") + var((Object) "x") + var((Object[]) new String[] {"p", "q"});
        Function<String, String> f = Members::name;
        Function<Integer, String> g = Members::name;
        Supplier<Integer> c = this::count;
        count = await(t.leaf("count", 50));
        return s + f.apply("f") + g.apply(2) + c.get() + late.get();
    }

    @Case
    @AsyncFn
    String privateCompounds() {
        cells[await(t.leaf("i", 1))]++;
        cells[count++] += await(t.leaf("v", 5));
        --count;
        count = cells[0] = await(t.leaf("zero", 9));
        shared += await(t.leaf("x", "!"));
        String s = shared;
        shared = "shared";
        this.cells[2] *= cells[await(t.leaf("one", 1))];
        int old = count++ + ++count;
        return cells[0] + " " + cells[1] + " " + cells[2] + " " + count + s + old + (shared += 'c').length() + (shared = "shared");
    }

    @Case
    @AsyncFn
    String initializersOfAnonymous() {
        int n = await(t.leaf("n", 3));
        Object o = new Object() {
            final int first = t.v("first", n);
            int second;

            {
                second = first * 2;
                t.log("block " + second);
            }

            final int third = second + Members.this.count;

            @Override
            public String toString() {
                return first + "" + second + third + count + this.second;
            }
        };
        await(t.tick("t"));
        var counter = new Object() {
            int count = n;

            int next() {
                return count++ + Members.this.count++;
            }
        };
        int sum = counter.next();
        await(t.tick("u"));
        counter.count += await(t.leaf("more", 10));
        return o + "" + sum + counter.next() + count + counter.count;
    }

    abstract static class Template {
        final String made;

        Template(String arg) {
            made = arg + step();
        }

        abstract String step();
    }

    @Case
    @AsyncFn
    String virtualCallsInConstructors() {
        String captured = await(t.leaf("captured", "c"));
        Template a = new Template(await(t.leaf("arg", "arg"))) {
            String field = "field";

            @Override
            String step() {
                return field + captured + count;
            }
        };
        class Local extends Template {
            final String own;

            Local(String own) {
                super("local");
                this.own = own;
            }

            Local() {
                this(captured + "this");
            }

            @Override
            String step() {
                return own + captured;
            }
        }
        await(t.tick("t"));
        return a.made + a.step() + new Local().made + new Local("x").step() + new Local().own;
    }

    @Case
    @AsyncFn
    String localTypes() {
        record Pair<A, B>(A a, B b) {
            static int made;

            Pair {
                made++;
                if (a == null) throw new IllegalArgumentException("null");
            }

            <C> Pair<A, C> with(C c) {
                return new Pair<>(a, c);
            }
        }
        enum Op {
            PLUS("+") {
                @Override
                int apply(int a, int b) {
                    return a + b;
                }
            },
            TIMES("*") {
                @Override
                int apply(int a, int b) {
                    return a * b;
                }
            };

            final String sign;

            Op(String sign) {
                this.sign = sign;
            }

            abstract int apply(int a, int b);
        }
        interface Shown {
            String show();

            default String twice() {
                return show() + show();
            }
        }
        Pair<String, Integer> p = new Pair<>(await(t.leaf("a", "a")), 1);
        Shown shown = () -> "shown" + p.b();
        String s = "";
        for (Op op : Op.values()) {
            s += op.sign + op.apply(await(t.leaf("x", 3)), 4);
            s += switch (op) {
                case PLUS -> "p";
                case TIMES -> await(t.leaf("t", "t"));
            };
        }
        try {
            new Pair<>(await(t.leaf("null", (String) null)), 1);
        } catch (IllegalArgumentException e) {
            s += e.getMessage();
        }
        return s + p.with(2.5) + p.equals(new Pair<>("a", 1)) + shown.twice() + Pair.made + Op.valueOf("PLUS").getDeclaringClass().getSimpleName();
    }

    private class Own implements Iterable<String> {
        private final List<String> list = new ArrayList<>(List.of("x", "y"));

        @Override
        public Iterator<String> iterator() {
            t.log("iterator");
            return list.iterator();
        }
    }

    @Case
    @AsyncFn
    String privateIterable() {
        String s = "";
        Own own = new Own();
        for (String each : own) {
            s += each + await(t.leaf("e", each));
        }
        own.list.add(s);
        for (var each : await(t.leaf("own", own))) s += each;
        return s + own.list.size();
    }

    static class Up {
        String v() {
            return "up";
        }

        static String st() {
            return "upStatic";
        }

        protected String f = "upField";
    }

    static class Down extends Up {
        protected String f = "downField";
        private final Trace t;

        Down(Trace t) {
            this.t = t;
        }

        @Override
        String v() {
            return "down";
        }

        static String st() {
            return "downStatic";
        }

        @AsyncFn
        String all() {
            Up up = this;
            String s = super.v() + await(t.leaf("a", "a")) + v() + super.f + this.f + ((Up) this).f + up.f + up.v();
            super.f += await(t.leaf("b", "b"));
            Supplier<String> sup = super::v;
            Supplier<String> field = () -> super.f + super.v();
            return s + sup.get() + field.get() + st() + Up.st() + super.f;
        }
    }

    @Case
    @AsyncFn
    String supers() {
        return new Down(t).all();
    }

    @Case
    @AsyncFn
    String annotatedLocals() {
        @SuppressWarnings({"unchecked", "rawtypes"})
        List<String> raw = (List) await(t.leaf("raw", new ArrayList<>(List.of("r"))));
        @Deprecated
        final int old = await(t.leaf("old", 1));
        for (@SuppressWarnings("unused") int i = 0, j = old; i < 2; i++, j--) raw.add(j + await(t.leaf("i", "i")));
        try (@SuppressWarnings("try") AutoCloseable c = () -> t.log("closed")) {
            raw.add("in" + await(t.leaf("body", 0)));
        } catch (@SuppressWarnings("unused") final Exception e) {
            raw.add("never");
        }
        return raw + "" + old;
    }

    @Case
    @AsyncFn
    String arrays() {
        int[][] jag = {{await(t.leaf("a", 1))}, {}, {2, await(t.leaf("b", 3))}};
        int[] dims[] = new int[await(t.leaf("d", 2))][];
        dims[t.v("i", 1)] = new int[] {t.v("x", 1), await(t.leaf("c", 4)), t.v("y", 2)};
        Object[] mixed = {1, "s", new int[] {await(t.leaf("e", 5))}, null, 'c', jag[2][1]++};
        long[][][] cube = new long[2][await(t.leaf("f", 3))][];
        char[] chars = {'a', await(t.leaf("g", 'b')), 99};
        Supplier<Integer>[] made = newArray(await(t.leaf("len", 2)));
        made[1] = () -> jag[2][1];
        return jag[2][1] + "" + dims[1][1] + mixed.length + cube[1].length + new String(chars) + made[1].get() + ((int[]) mixed[2])[0];
    }

    @SuppressWarnings("unchecked")
    private static <T> Supplier<T>[] newArray(int n) {
        return new Supplier[n];
    }
}
