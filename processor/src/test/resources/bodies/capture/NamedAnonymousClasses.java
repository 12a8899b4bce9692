package bodies.capture;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Anonymous classes that are the types of variables and operands which live across awaits. */
@SuppressWarnings("serial")
class NamedAnonymousClasses {
    private int field = 6;
    int x = 1;
    final Trace t;

    NamedAnonymousClasses(Trace t) {
        this.t = t;
    }

    class In {
        int y = 2;
        final int[] z;

        In(int... z) {
            this.z = z;
        }
    }

    static class Checked {
        Checked(String s) throws IOException {
            if (s.isEmpty()) throw new IOException("empty");
        }
    }

    @Case
    @AsyncFn
    final String capturesLocalsAndThis() {
        int base = await(t.leaf("b", 10));
        final String[] cell = {"c"};
        var o = new Object() {
            int n = base;
            int m;

            {
                m = n + base; // initialised in order
            }

            String s = cell[0] + x;

            int inc() {
                return ++n + NamedAnonymousClasses.this.x + field;
            }

            class Nested {
                int q = n;
            }
        };
        await(t.tick("t"));
        o.n++;
        int k = o.inc();
        var nested = o.new Nested();
        await(t.tick("u"));
        o.m += o.n;
        return k + " " + o.m + o.s + o.new Nested().q + nested.q;
    }

    @Case
    @AsyncFn
    static int countsInALoopAndALambda(Trace t) {
        var count = new Object() {
            int n;
        };
        for (String s : List.of("a", "b")) {
            await(t.tick(s));
            count.n++;
        }
        Runnable r = () -> count.n++;
        r.run();
        await(t.tick("z"));
        r.run();
        return count.n;
    }

    @Case
    @AsyncFn
    final String innerSuperclasses() {
        var a = this.new In(await(t.leaf("a", 1)), 2) {
            int k = z[0];

            int sum() {
                return k + y + x;
            }
        };
        var b = new In() {
            int k = z.length;
        };
        NamedAnonymousClasses other = new NamedAnonymousClasses(t);
        other.x = 50;
        var c = other.new In(7) {
            int k = z[0] + NamedAnonymousClasses.this.x;
        };
        await(t.tick("t"));
        return a.k + " " + a.sum() + b.k + c.k + c.y;
    }

    @Case
    @AsyncFn
    static String superclassConstructors(Trace t) throws IOException {
        String e = await(t.leaf("e", "e"));
        var good = new Checked(e) {
            String v = e + 1;
        };
        var thread = new Thread(() -> t.log("run"), "name" + e) /* { */ {
            int extra = 3;
        };
        await(t.tick("t"));
        thread.run();
        try {
            var bad = new Checked("") {
                String v = e + 1;
            };
            await(t.tick("never"));
            return bad.v;
        } catch (IOException io) {
            return good.v + thread.extra + thread.getName() + io.getMessage();
        }
    }

    @Case
    @AsyncFn
    static String elementsMadeInALambda(Trace t) {
        int f = await(t.leaf("f", 100));
        var pairs = Stream.of(1, 2, 3)
                .map(i -> new Object() {
                    final int a = i;
                    int b = i * f;

                    String s() {
                        return a + ":" + b;
                    }
                })
                .filter(p -> p.a > 1)
                .collect(Collectors.toList());
        String r = "";
        for (var p : pairs) {
            r += await(t.leaf("p", p.s()));
            p.b++;
        }
        var first = pairs.get(0);
        await(t.tick("u"));
        return r + first.s();
    }

    @Case
    @AsyncFn
    static String operands(Trace t) {
        var o = await(t.leaf("o", new Object() {
            int n = 3;
        }));
        await(t.tick("t"));
        int w = await(t.leaf("p", new Object() {
            int w = 4;
        })).w;
        int product = new Object() {
            int of(int a, int b) {
                return a * b;
            }
        }.of(await(t.leaf("a", 5)), await(t.leaf("b", 6)));
        return o.n + " " + w + product;
    }

    @AsyncFn
    static <K extends Comparable<K>, V> String generic(Trace t, K k, V v) {
        var o = new Comparable<K>() {
            K key = k;
            List<V> vs = new ArrayList<>(List.of(v));

            @Override
            public int compareTo(K other) {
                return key.compareTo(other);
            }
        };
        await(t.tick("t"));
        o.vs.add(v);
        return o.key + "" + o.vs + o.compareTo(k);
    }

    @Case
    @AsyncFn
    static String ofTypeParameters(Trace t) {
        return generic(t, 3, "v");
    }

    @Case
    @AsyncFn
    static String eachRoundHasItsOwn(Trace t) {
        String r = "";
        for (int i = 0; i < 2; i++) {
            int j = i;
            var cell = new Object() {
                int v = j;
            };
            Supplier<Integer> s = () -> cell.v++;
            r += s.get();
            await(t.tick("t"));
            r += s.get() + cell.v;
        }
        return r;
    }

    @Case
    @AsyncFn
    static int superclassIsLocal(Trace t) {
        int cap = await(t.leaf("cap", 2));
        class Base {
            int b = cap;
        }
        var sub = new Base() {
            int extra = b + cap;
        };
        await(t.tick("t"));
        return sub.extra;
    }

    @Case
    @AsyncFn
    static String asResourceAndInALoopHead(Trace t) {
        try (var res = new AutoCloseable() {
            int n = 1;

            @Override
            public void close() {
                t.log("close" + n);
            }
        }) {
            for (var e = new Object() {
                        int i = 0;
                    };
                    e.i < 2;
                    e.i++) {
                await(t.tick("l"));
                res.n++;
            }
            return "r" + res.n;
        }
    }
}
