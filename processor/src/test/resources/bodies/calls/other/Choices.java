package bodies.calls.other;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Trace;
import java.util.function.Supplier;

public final class Choices {
    private final Trace t;

    public Choices(Trace t) {
        this.t = t;
    }

    @AsyncFn
    public String pick(Object o) {
        return "instance of Object " + await(t.leaf("p", o));
    }

    @AsyncFn
    public static String pick(Choices c, String s) {
        return "static of String " + await(c.t.leaf("p", s));
    }

    @AsyncFn
    public static String pick(Choices c, Integer n) {
        return "static of Integer " + await(c.t.leaf("p", n));
    }

    @AsyncFn
    protected static String guarded(Integer n) {
        return "protected ";
    }

    @AsyncFn
    public static String guarded(Object n) {
        return "public ";
    }

    @AsyncFn
    public <T> String id(T x) {
        return "instance id " + x + " ";
    }

    @AsyncFn
    public static <T> String id(Choices c, String x) {
        return "static id " + x + " ";
    }

    @SafeVarargs
    @AsyncFn
    public static <T> String many(T... all) {
        return "static many " + all.length + " ";
    }

    @SafeVarargs
    @AsyncFn
    public final <T extends Number> String many(T first, T second, T... all) {
        return "instance many " + all.length + " ";
    }

    public static final class Typed<T> {
        private final T value;

        public Typed(T value) {
            this.value = value;
        }

        @AsyncFn
        public T or(T other) {
            return value == null ? other : value;
        }

        @AsyncFn
        public String or(Supplier<? extends T> other) {
            return "supplier " + other.get() + " ";
        }
    }
}
