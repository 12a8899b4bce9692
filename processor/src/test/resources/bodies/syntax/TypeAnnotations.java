package bodies.syntax;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Annotations of types stand before the simple name, however much must stand before that in the generated class. */
final class TypeAnnotations {
    static final int LIMIT = 3;
    private final Trace t;
    private int n = 2;

    TypeAnnotations(Trace t) {
        this.t = t;
    }

    @Target(ElementType.TYPE_USE)
    @interface An {
        int[] value() default {};

        Class<?> type() default Object.class;

        Level level() default Level.LOW;
    }

    @Target(ElementType.LOCAL_VARIABLE)
    @interface Local {}

    @Target({ElementType.LOCAL_VARIABLE, ElementType.PARAMETER, ElementType.TYPE_USE})
    @interface Both {
        Local[] value() default {};
    }

    enum Level {
        LOW
    }

    static class Nested<T> {
        T held;

        Nested(T held) {
            this.held = held;
        }

        static String name(Object o) {
            return "named" + o;
        }
    }

    final class Inner {
        int i = n;
    }

    interface Named {
        String name();
    }

    @Case
    @AsyncFn
    String creations() {
        @An int @An [][] @An [][] a = new @An int @An [await(t.leaf("a", 2))] [n] @An [] @Both [];
        int[][][] b = new int @An(1) [n] @An(LIMIT) [await(t.leaf("b", 1))] @An({1, LIMIT}) [n];
        Nested<?>[] c = new @An Nested<?> @An [] {new @An Nested<@An String>(await(t.leaf("c", "c")))};
        Inner d = this.new @An(type = Nested.class, level = Level.LOW) Inner();
        Inner e = new @An Inner();
        @Both int f = n;
        await(t.tick("t"));
        return a.length + " " + a[1].length + b[1][0].length + c[0].held + d.i + e.i + f;
    }

    @Case
    @AsyncFn
    String casts() {
        Object o = await(t.leaf("o", new Nested<>("x")));
        @An Nested<?> a = (@An Nested<@An ?>) o;
        Object[] array = (@An Object @An []) new @An String @An [] {"s"};
        Runnable r = (@An Runnable & @An(2) Named2) () -> n++;
        r.run();
        Entry<String, @An Level> entry = (@An Entry<String, Level>) Map.entry("k", Level.LOW);
        boolean b = o instanceof @An Nested && o instanceof @An Nested<?> k && k.held.equals("x");
        boolean c = await(t.leaf("i", (Object) 5)) instanceof @An(LIMIT) Integer i && i > 4;
        boolean d = !(array instanceof @An String @An [] strings) || strings.length == 1;
        boolean e = o instanceof final @An @Both Nested<?> m && m == a;
        return "" + a.held + array[0] + entry.getValue() + b + c + d + e + n;
    }

    interface Named2 {}

    @Case
    @AsyncFn
    String declarations() {
        @An Nested<@An Level> a = new Nested<>(await(t.leaf("a", Level.LOW)));
        final @An Entry<@An String, @An ? extends @An Nested<?>> b = Map.entry("k", a);
        @Local @An final Nested<String> c;
        @An @Local Nested<String> d = new Nested<>("d");
        @Both Nested<?>[] e = {a, d};
        @Both Nested<?> f[][] = {e};
        @Both(@Local) Level level = a.held;
        @An Future<?> future = null;
        java.util.@An List<@An Entry<String, Integer>> g = new ArrayList<>();
        TypeAnnotations.@An Nested<Integer> h = new Nested<>(1);
        int sum = 0;
        for (@An Entry<String, Integer> x : new HashMap<>(Map.of("one", 1)).entrySet()) {
            g.add(x);
            sum += x.getValue() + await(t.leaf("x", 10));
        }
        c = d;
        try {
            if (n > 0) throw t.tag("boom", new Boom(new Nested<>("boom")));
        } catch (@Both Boom failure) {
            sum += failure.nested.held.length();
        }
        @An Inner inner = new Inner();
        @Both var v = inner;
        await(t.tick("t"));
        return "" + a.held + b.getKey() + c.held + e.length + f[0][1].held + level + future + g + h.held + sum + v.i;
    }

    static final class Boom extends RuntimeException {
        private static final long serialVersionUID = 1;
        final transient Nested<String> nested;

        Boom(Nested<String> nested) {
            this.nested = nested;
        }
    }

    @Case
    @AsyncFn
    @SuppressWarnings({"unchecked", "rawtypes"})
    String lambdasAndReferences() {
        Function<Nested<String>, String> a = (@An Nested<String> x) -> x.held;
        Function<Nested<String>[], Integer> b = (final @Both Nested<String>[] x) -> x.length;
        Function<String, Nested<String>> c = @An Nested<@An String>::new;
        Function<Object, String> d = @An Nested::name;
        IntFunction<int[]> e = int []::new;
        Supplier<Inner> f = @An Inner::new;
        IntFunction<Nested<?>[]> g = Nested []::new;
        String s = await(t.leaf("s", "s"));
        Supplier<@An Level> h = () -> {
            Level low = Level.LOW;
            return (@An Level) low;
        };
        Nested<String>[] none = (@An Nested<String>[]) new Nested<?>[n];
        return a.apply(c.apply(s)) + b.apply(none) + d.apply(1) + e.apply(3).length + f.get().i + g.apply(4).length + h.get();
    }

    @Case
    @AsyncFn
    String localTypes() {
        class Box<@An T extends @An Nested<@An ?>> extends @An Nested<@An T> implements @An Named {
            @An Nested<@An T> other;

            <@An U extends @An Level> Box(T t, @An Nested<T> other) {
                super(t);
                this.other = other;
            }

            @Override
            public @An String name() {
                return "box" + Arrays.asList(held.held, other.held.held);
            }

            @An
            Level level(@An Level @An ... levels) throws @An Boom {
                return levels[0];
            }
        }
        record Pair(@An Level a, @An Nested<?> @An [] b) {}
        @An Nested<String> in = new Nested<>(await(t.leaf("in", "in")));
        @An Box<Nested<String>> box = new @An Box<@An Nested<String>>(in, new Nested<>(in));
        await(t.tick("t"));
        return box.name() + box.level(Level.LOW) + new @An Pair(Level.LOW, new Nested<?>[] {in}).b().length;
    }
}
