package bodies.capture;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

final class LocalClasses {
    private int field = 1;
    private final Trace t;

    LocalClasses(Trace t) {
        this.t = t;
    }

    private int helper(int n) {
        return n + field;
    }

    @Case
    @AsyncFn
    static int usedInOneState(Trace t) {
        class Point {
            final int x;
            int y = 2;

            Point(int x) {
                this.x = x;
            }

            int sum() {
                return x + y;
            }
        }
        Point p = new Point(1);
        p.y++;
        int before = p.sum();
        return before + await(t.leaf("a", 10));
    }

    @Case
    @AsyncFn
    static int livesAcrossAnAwait(Trace t) {
        class Point {
            final int x;

            Point(int x) {
                this.x = x;
            }
        }
        Point p = new Point(await(t.leaf("x", 5)));
        await(t.tick("t"));
        Point q = new Point(p.x + 1);
        List<Point> all = new ArrayList<>(List.of(p, q));
        await(t.tick("u"));
        return all.get(0).x * 10 + all.get(1).x;
    }

    @Case
    @AsyncFn
    String capturesLocals() {
        String prefix = await(t.leaf("prefix", "p"));
        int n = await(t.leaf("n", 3));
        class Namer {
            private int count = n;

            String next() {
                count++;
                return prefix + count + helper(count) + field;
            }
        }
        Namer namer = new Namer();
        String a = namer.next();
        await(t.tick("t"));
        return a + namer.next() + new Namer().next();
    }

    @Case
    @AsyncFn
    String capturesTheLoopVariable() {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int x = await(t.leaf("x" + i, i * i));
            class Cell {
                @Override
                public String toString() {
                    return "cell " + x;
                }
            }
            all.add(new Cell());
            await(t.tick("t" + i));
            all.add(new Cell());
        }
        return all.toString();
    }

    @Case
    @AsyncFn
    static String localRecord(Trace t) {
        record Pair<A, B>(A left, B right) {
            Pair {
                if (left == null) throw new IllegalArgumentException("left");
            }

            static <X> Pair<X, X> twice(X x) {
                return new Pair<>(x, x);
            }

            Pair<B, A> swap() {
                return new Pair<>(right, left);
            }
        }
        Pair<String, Integer> p = new Pair<>(await(t.leaf("a", "a")), await(t.leaf("one", 1)));
        await(t.tick("t"));
        var q = p.swap();
        await(t.tick("u"));
        return p + " " + q.left() + " " + Pair.twice(await(t.leaf("c", 'c')));
    }

    @Case
    @AsyncFn
    static String localEnum(Trace t) {
        enum Colour {
            RED,
            GREEN {
                @Override
                String shade() {
                    return "light";
                }
            };

            String shade() {
                return "dark";
            }
        }
        Colour c = Colour.valueOf(await(t.leaf("name", "GREEN")));
        await(t.tick("t"));
        String s = "";
        for (Colour x : Colour.values()) s += x + await(t.leaf("x" + x, x.shade()));
        switch (c) {
            case RED:
                s += "never";
                break;
            case GREEN:
                s += "!";
        }
        return s + c.ordinal();
    }

    @Case
    @AsyncFn
    static int localInterface(Trace t) {
        interface Shape {
            int area();

            default int twice() {
                return 2 * area();
            }

            static Shape square(int a) {
                return () -> a * a;
            }
        }
        int side = await(t.leaf("side", 3));
        Shape s = Shape.square(side);
        await(t.tick("t"));
        Shape u = () -> side;
        await(t.tick("u"));
        return s.twice() + u.area();
    }

    @Case
    @AsyncFn
    static int localClassesThatUseEachOther(Trace t) {
        int base = await(t.leaf("base", 100));
        class Node {
            final int value;
            final Node next;

            Node(int value, Node next) {
                this.value = value;
                this.next = next;
            }

            int sum() {
                return value + (next == null ? base : next.sum());
            }
        }
        class Chain extends Node {
            Chain(int value) {
                super(value, new Node(value + 1, null));
            }

            @Override
            int sum() {
                return super.sum() * 2;
            }
        }
        Node n = new Chain(await(t.leaf("v", 1)));
        await(t.tick("t"));
        return n.sum() + new Node(5, n).sum();
    }

    @Case
    @AsyncFn
    static String genericLocalClass(Trace t) {
        int size = await(t.leaf("size", 2));
        class Buffer<E extends Comparable<E>> {
            private final List<E> items = new ArrayList<>();

            Buffer<E> add(E e) {
                if (items.size() < size) items.add(e);
                return this;
            }

            E max() {
                E best = items.get(0);
                for (E e : items) if (e.compareTo(best) > 0) best = e;
                return best;
            }
        }
        Buffer<String> b = new Buffer<>();
        b.add(await(t.leaf("a", "a"))).add(await(t.leaf("b", "b"))).add("z");
        await(t.tick("t"));
        return b.max() + new Buffer<Integer>().add(3).max();
    }

    @Case
    @AsyncFn
    int thisOfALocalClassIsItsOwn() {
        class Inner {
            int field = 50;

            int both() {
                return field + this.field + LocalClasses.this.field + helper(0);
            }
        }
        Inner in = new Inner();
        await(t.tick("t"));
        field = 3;
        return in.both();
    }

    @Case
    @AsyncFn
    static int recursionInsideALocalClass(Trace t) {
        int step = await(t.leaf("step", 1));
        class Fibonacci {
            int of(int n) {
                return n < 2 ? n : new Fibonacci().of(n - step) + of(n - 2 * step);
            }
        }
        Fibonacci f = new Fibonacci();
        await(t.tick("t"));
        return f.of(10);
    }

    @Case
    @AsyncFn
    static String initialisersAndStatics(Trace t) {
        class Counted {
            static final int LIMIT = 3;
            final int n;

            {
                t.log("initialiser");
            }

            Counted() {
                this(LIMIT);
                t.log("no-arg");
            }

            Counted(int n) {
                this.n = n;
                t.log("constructor");
            }
        }
        await(t.tick("t"));
        Counted c = new Counted();
        await(t.tick("u"));
        return c.n + " " + new Counted(await(t.leaf("n", 9))).n + " " + Counted.LIMIT;
    }

    @Case
    @AsyncFn
    String localClassCapturedByALambda() {
        int n = await(t.leaf("n", 2));
        class Box {
            final int v = n * field;
        }
        Supplier<Box> make = Box::new;
        Supplier<Box> made = () -> new Box();
        await(t.tick("t"));
        field = 10;
        Box[] boxes = {make.get(), made.get()};
        await(t.tick("u"));
        return boxes[0].v + " " + boxes[1].v;
    }

    @Case
    @AsyncFn
    static int parametersAreCaptured(Trace t) {
        return await(capturing(t, 4, "abc"));
    }

    @AsyncFn
    private static int capturing(Trace t, int n, String s) {
        class C {
            int total() {
                t.log("total");
                return n + s.length();
            }
        }
        await(t.tick("t"));
        C c = new C();
        await(t.tick("u"));
        return c.total();
    }

    static class HasSelf {
        int self = 5;
        int n = 7;
    }

    /** What it inherits hides what is outside of it: the receiver needs another name. */
    @Case
    @AsyncFn
    int inheritsAFieldNamedSelf() {
        int m = await(t.leaf("m", 3));
        int n = await(t.leaf("n", 1000));
        class Sub extends HasSelf {
            int sum() {
                return self + n + m + field * 100;
            }
        }
        Sub sub = new Sub();
        var anonymous = new HasSelf() {
            int product() {
                return self * n * m * helper(1);
            }
        };
        await(t.tick("t"));
        return sub.sum() + anonymous.product() + n;
    }

    /** The class is lifted, and what it reads is a local of one state. */
    @Case
    @AsyncFn
    int readsAConstant() {
        final int factor = 7;
        final String name = "seven";
        class Times {
            String of(int n) {
                return name + n * factor;
            }
        }
        int n = await(t.leaf("n", 3));
        return new Times().of(n).length() + n;
    }

    @Case
    @AsyncFn
    int anonymousReadsAConstant() {
        final byte factor = (byte) 7;
        return new Object() {
            int times(int n) {
                return n * factor;
            }
        }.times(await(t.leaf("n", 3)));
    }

    /** A class inside a generic one must not extend Throwable; inside a generic method it may. */
    @Case
    @AsyncFn
    static <T> String exceptionsOfAGenericMethod(Trace t) {
        List<T> none = new ArrayList<>();
        class First extends Exception {
            final int code = 1;
        }
        int k = await(t.leaf("k", 3));
        String text = "";
        try {
            throw new First();
        } catch (First e) {
            text += e.code;
        }
        class Second extends RuntimeException {
            final int code = k;
        }
        class Third extends Second {
            String doubled() {
                return text() + code * 2;
            }

            private String text() {
                return "third ";
            }
        }
        try {
            await(t.tick("t"));
            throw new Third();
        } catch (Third e) {
            text += " " + e.doubled();
        }
        class Kept extends Error {
            final int code = 4;
        }
        try {
            throw new Kept();
        } catch (Kept e) {
            text += " " + e.code;
        }
        Error anonymous = new Error("message") {
            final int code = k;

            @Override
            public String toString() {
                return getMessage() + code;
            }
        };
        return text + " " + anonymous + await(t.leaf("end", ".")) + none.size();
    }
}
