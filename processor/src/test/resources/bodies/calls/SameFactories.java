package bodies.calls;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** An instance method, and a static one that takes the class first: the factories of both have the same parameters. */
final class SameFactories {
    private SameFactories() {}

    static class Sum {
        final int value;

        Sum(int value) {
            this.value = value;
        }

        /** Declared before the instance method. */
        @AsyncFn
        static Sum add(Sum a, Sum b, Trace t) {
            return new Sum(100 + a.value + await(t.leaf("static", b.value)));
        }

        @AsyncFn
        Sum add(Sum b, Trace t) {
            return new Sum(value + await(t.leaf("instance", b.value)));
        }

        @AsyncFn
        final int half(Trace t) {
            return await(t.leaf("half", value)) / 2;
        }

        /** Declared behind it. */
        @AsyncFn
        static int half(Sum sum, Trace t) {
            return 1000 + sum.half(t);
        }

        /** An async fn that has the second name already. */
        @AsyncFn
        int halfStatic(Trace t) {
            return await(t.leaf("half of an own name", 7));
        }

        @AsyncFn
        Sum all(Trace t) {
            Sum sum = add(this, t);
            sum = add(sum, this, t);
            sum = await(this.add(sum, t));
            sum = Sum.add(sum, await(add(sum, t)), t);
            return new Sum(sum.value + half(t) + half(this, t) + await(half(sum, t)) + halfStatic(t));
        }
    }

    static final class Doubled extends Sum {
        Doubled(int value) {
            super(value);
        }

        @AsyncFn
        @Override
        Sum add(Sum b, Trace t) {
            return super.add(super.add(b, t), t);
        }

        @AsyncFn
        int all2(Trace t) {
            return add(this, this, t).value + add(this, t).value + super.half(t) + half(this, t);
        }
    }

    @Case
    @AsyncFn
    static String pairs(Trace t) {
        Sum sum = new Sum(3);
        Sum doubled = new Doubled(4);
        return sum.all(t).value + " " + await(doubled.all(t)).value + " " + new Doubled(5).all2(t) + " "
                + doubled.add(sum, t).value + " " + Sum.add(doubled, sum, t).value;
    }

    @Case
    @AsyncFn
    static int nullReceivers(Trace t) {
        Sum none = null;
        try {
            return Sum.half(none, t) + none.half(t);
        } catch (NullPointerException e) {
            t.log("null");
            return -1;
        }
    }

    @Case
    @AsyncFn
    static List<Integer> inBlocksAndLambdas(Trace t) {
        Sum sum = new Sum(3);
        var first = dev.asyncfn.Async.async(() -> Sum.half(sum, t));
        var second = dev.asyncfn.Async.async(() -> sum.half(t));
        Function<Sum, dev.asyncfn.Future<Integer>> third = s -> dev.asyncfn.Async.async(() -> half(s, t));
        return Arrays.asList(await(first), await(second), await(third.apply(sum)));
    }

    /** Another class's static method of the name. */
    @AsyncFn
    static int half(Sum sum, Trace t) {
        return -await(t.leaf("of the outer class", sum.value));
    }

    static final class Box<T extends Comparable<T>> {
        final T value;

        Box(T value) {
            this.value = value;
        }

        @AsyncFn
        T max(T other, Trace t) {
            return value.compareTo(await(t.leaf("instance", other))) < 0 ? other : value;
        }

        @AsyncFn
        static <T extends Comparable<T>> T max(Box<T> box, T other, Trace t) {
            t.log("static");
            return await(box.max(other, t));
        }

        @AsyncFn
        @SafeVarargs
        final List<T> list(Trace t, T... more) {
            List<T> all = new ArrayList<>(List.of(await(t.leaf("instance", value))));
            all.addAll(Arrays.asList(more));
            return all;
        }

        @AsyncFn
        @SafeVarargs
        static <A extends Comparable<A>> List<A> list(Box<A> box, Trace t, A... more) {
            List<A> all = new ArrayList<>(box.list(t, more));
            all.add(await(t.leaf("static", box.value)));
            return all;
        }

        /** One takes an array, the other a variable number. */
        @AsyncFn
        String join(String... words) {
            return "instance " + await(dev.asyncfn.Future.ready(String.join(",", words)));
        }

        @AsyncFn
        static String join(Box<?> box, String[] words) {
            return "static " + await(dev.asyncfn.Future.ready(String.join(",", words)));
        }

        @AsyncFn
        String both(Trace t) {
            return max(value, t) + "" + max(this, value, t) + list(t, value, value) + list(this, t, value) + list(t)
                    + await(this.<T>list(t)) + join("a", "b") + join(this, new String[] {"c"}) + join(new String[] {"d"});
        }
    }

    @Case
    @AsyncFn
    static String generic(Trace t) {
        Box<Integer> box = new Box<>(2);
        int max = Box.max(box, 1, t);
        return max + " " + box.max(3, t) + await(Box.<Integer>max(box, 4, t)) + box.both(t) + Box.list(box, t, 1, 2)
                + Box.join(new Box<>("x"), new String[0]) + new Box<>("y").join();
    }

    interface Shape {
        @AsyncFn
        int area(Trace t);

        @AsyncFn
        static int area(Shape shape, Trace t) {
            return 10 * await(shape.area(t));
        }

        @AsyncFn
        default int twice(Trace t) {
            return area(t) + area(this, t);
        }
    }

    enum Unit implements Shape {
        ONE;

        @AsyncFn
        @Override
        public int area(Trace t) {
            return await(t.leaf("one", 1));
        }

        @AsyncFn
        static int area(Unit unit, Trace t) {
            return 100 + Shape.area(unit, t);
        }
    }

    record Square(int side) implements Shape {
        @AsyncFn
        @Override
        public int area(Trace t) {
            return await(t.leaf("side", side)) * side;
        }
    }

    @Case
    @AsyncFn
    static int interfacesEnumsAndRecords(Trace t) {
        Shape square = new Square(3);
        Shape plain = trace -> 5;
        return square.area(t) + Shape.area(square, t) + Unit.area(Unit.ONE, t) + Unit.ONE.area(t)
                + Shape.area(Unit.ONE, t) + square.twice(t) + Shape.area(plain, t) + await(plain.twice(t));
    }
}
