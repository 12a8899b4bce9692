package bodies.capture;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Local classes with much in them. */
final class ClassesInDepth {
    private final Trace t;
    private int count = 1;

    ClassesInDepth(Trace t) {
        this.t = t;
    }

    @Case
    @AsyncFn
    static String arraysAndReferences(Trace t) {
        int base = await(t.leaf("base", 1));
        class Node {
            final int value;
            Node next;

            Node(int value) {
                this.value = value + base;
            }

            int sum() {
                return value + (next == null ? 0 : next.sum());
            }
        }
        IntFunction<Node> make = Node::new;
        IntFunction<Node[]> array = Node[]::new;
        Node[] nodes = array.apply(2);
        await(t.tick("a"));
        nodes[0] = make.apply(5);
        nodes[1] = new Node(7);
        nodes[0].next = nodes[1];
        Object o = nodes;
        String type = o instanceof Node[] many ? many.getClass().getComponentType().getSimpleName() : "none";
        Function<Node, Integer> sum = Node::sum;
        await(t.tick("b"));
        return type + sum.apply(nodes[0]) + Stream.of(nodes).map(Node::sum).toList() + Node.class.getSimpleName();
    }

    @Case
    @AsyncFn
    static String constructorsThatCallOthers(Trace t) {
        String mark = await(t.leaf("mark", "m"));
        class Base {
            final String text;

            Base(String text) {
                this.text = text + mark;
            }

            Base() {
                this("none");
            }

            String show() {
                return "base " + text;
            }
        }
        await(t.tick("a"));
        class Derived extends Base {
            final int n;

            Derived(String text, int n) {
                super(text + n);
                this.n = n;
            }

            Derived(int n) {
                this("n", n);
            }

            @Override
            String show() {
                return "derived " + super.show() + n;
            }
        }
        BiFunction<String, Integer, Derived> make = Derived::new;
        String first = new Derived(3).show();
        await(t.tick("b"));
        Base anonymous = new Derived(first, 4) {
            @Override
            String show() {
                return "anonymous " + super.show() + mark;
            }
        };
        return first + make.apply("x", 5).show() + anonymous.show() + new Base().show();
    }

    @Case
    @AsyncFn
    static String enumsWithBodies(Trace t) {
        enum Op {
            ADD("+") {
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

            private static int used;
            final String sign;

            Op(String sign) {
                this.sign = sign;
            }

            abstract int apply(int a, int b);

            static int used() {
                return ++used;
            }
        }
        String all = "";
        for (Op op : Op.values()) {
            int a = await(t.leaf("a" + op, 3));
            switch (op) {
                case ADD:
                    all += "add " + Op.used();
                    break;
                case TIMES:
                    all += "times " + Op.used();
                    break;
            }
            all += op.sign + op.apply(a, 4) + Op.valueOf("ADD").ordinal() + "; ";
        }
        return all;
    }

    @Case
    @AsyncFn
    static String recordsOfRecords(Trace t) {
        record Point(int x, int y) implements Comparable<Point> {
            static final Point ORIGIN = new Point(0, 0);

            Point {
                if (x < 0) {
                    throw new IllegalArgumentException("negative");
                }
            }

            Point(int both) {
                this(both, both);
            }

            record Pair<T>(T first, T second) {
                <R> Pair<R> map(Function<? super T, ? extends R> f) {
                    return new Pair<>(f.apply(first), f.apply(second));
                }
            }

            @Override
            public int compareTo(Point other) {
                return Comparator.comparingInt(Point::x).thenComparingInt(Point::y).compare(this, other);
            }
        }
        int n = await(t.leaf("n", 2));
        Point.Pair<Point> pair = new Point.Pair<>(new Point(n), Point.ORIGIN);
        await(t.tick("a"));
        Point.Pair<Integer> xs = pair.map(Point::x);
        try {
            return pair + " " + xs + Arrays.asList(pair.first(), pair.second()).stream().sorted().toList()
                    + new Point(await(t.leaf("m", -1)));
        } catch (IllegalArgumentException e) {
            return pair + " " + xs + e.getMessage();
        }
    }

    @Case
    @AsyncFn
    static String genericClasses(Trace t) {
        String prefix = await(t.leaf("p", "p"));
        class Box<T extends Comparable<T>> {
            private final List<T> all = new ArrayList<>();

            @SafeVarargs
            Box(T... values) {
                all.addAll(List.of(values));
            }

            T greatest() {
                return all.stream().max(Comparator.naturalOrder()).orElseThrow();
            }

            <R extends Comparable<R>> Box<R> map(Function<? super T, ? extends R> f) {
                Box<R> mapped = new Box<>();
                all.forEach(value -> mapped.all.add(f.apply(value)));
                return mapped;
            }

            @Override
            public String toString() {
                return prefix + all;
            }
        }
        Box<Integer> box = new Box<>(3, 1, 2);
        await(t.tick("a"));
        Supplier<Box<String>> empty = Box<String>::new;
        Box<String> texts = box.map(n -> "n" + n);
        await(t.tick("b"));
        return box.greatest() + texts.greatest() + box + texts + empty.get();
    }

    @Case
    @AsyncFn
    String usesTheObjectAround() {
        class Counter {
            int next() {
                return ++count;
            }

            class Inner {
                int twice() {
                    return next() + Counter.this.next() + ClassesInDepth.this.count;
                }
            }
        }
        Counter counter = new Counter();
        Counter.Inner inner = counter.new Inner();
        int before = await(t.leaf("a", 10));
        Supplier<Counter.Inner> make = () -> counter.new Inner();
        await(t.tick("b"));
        return before + inner.twice() + " " + make.get().twice() + " " + count;
    }

    @Case
    @AsyncFn
    static String insideLambdasAndBlocks(Trace t) {
        List<Supplier<String>> all = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            String value = await(t.leaf(name, name + name));
            all.add(() -> {
                class InLambda {
                    String show() {
                        return name + value;
                    }
                }
                return new InLambda().show();
            });
            {
                record InLambda(String text) {}
                all.add(() -> new InLambda(value).toString());
            }
            await(t.tick("t" + name));
        }
        return all.stream().map(Supplier::get).collect(Collectors.joining(","));
    }

    @Case
    @AsyncFn
    static String exceptionsOfItsOwn(Trace t) {
        String where = await(t.leaf("where", "here"));
        class Failed extends Exception {
            Failed(String message) {
                super(message + where);
            }
        }
        try {
            if (await(t.leaf("fails", true))) {
                throw new Failed("failed ");
            }
            return "none";
        } catch (Failed e) {
            await(t.tick("caught"));
            return e.getMessage() + e.getClass().getSimpleName();
        } finally {
            await(t.tick("finally"));
        }
    }
}
