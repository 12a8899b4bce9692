package bodies.calls;

import static dev.asyncfn.Async.await;

import bodies.calls.other.Choices;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Async fns of one name: the future is that of the method which the call means, whatever the factories look like. */
final class FactoryChoices implements Closeable {
    private final Trace t;

    FactoryChoices(Trace t) {
        this.t = t;
    }

    @Override
    public String toString() {
        return "choices";
    }

    // ---- an instance method beside a static one that takes the object

    @Override
    @AsyncFn
    public void close() throws IOException {
        t.log("close");
        throw new IOException("closed badly");
    }

    @AsyncFn
    static void close(Closeable c) {
        try {
            c.close();
        } catch (IOException e) {
            Trace.current().log("quiet " + e.getMessage());
        }
    }

    @AsyncFn
    String with(Object o) {
        return "instance with Object " + await(t.leaf("w", o));
    }

    @AsyncFn
    static String with(FactoryChoices c, String s) {
        return "static with String " + await(c.t.leaf("w", s));
    }

    @AsyncFn
    static String with(Object c, Object... more) {
        return "static with " + more.length + " more ";
    }

    @AsyncFn
    String with(String a, Integer b) {
        return "instance with Integer " + await(t.leaf("w", b));
    }

    @AsyncFn
    static String with(FactoryChoices c, Object a, int b) {
        return "static with int " + await(c.t.leaf("w", b));
    }

    @Case
    @AsyncFn
    static String closeOfAnObject(Trace t) {
        FactoryChoices c = new FactoryChoices(await(t.leaf("t", t)));
        close(c);
        await(t.tick("between"));
        try {
            c.close();
        } catch (IOException e) {
            return "loud " + e.getMessage();
        }
        return "not closed";
    }

    @Case
    @AsyncFn
    String staticBesideInstance() {
        String a = with("a") + with(this, "b") + with((Object) "c");
        String b = await(with("d", 1)) + with(this, "e", 1) + with("f", (Object) 2) + with(this);
        FactoryChoices other = await(t.leaf("other", this));
        return a + b + other.with("g") + FactoryChoices.with(other, "h") + FactoryChoices.with((Object) other, 1, 2) + with();
    }

    @AsyncFn
    static String with() {
        return "static with nothing ";
    }

    @Case
    @AsyncFn
    String insideExpressions() {
        return t.v("l", "l") + with(t.v("m", "m")) + (with(this, "n").isEmpty() ? with("o") : with(this, "p")) + t.v("r", 1);
    }

    // ---- type parameters of the class become those of the factory

    static final class Holder<T extends CharSequence> {
        final Trace t;
        final T value;

        Holder(Trace t, T value) {
            this.t = t;
            this.value = value;
        }

        @AsyncFn
        T or(Supplier<T> other) {
            return await(t.leaf("or supplier", value)) == null ? other.get() : value;
        }

        @AsyncFn
        T or(T other) {
            return or(() -> other);
        }

        @AsyncFn
        String take(T x) {
            return "T " + await(t.leaf("take", x)) + " ";
        }

        @AsyncFn
        String take(String x) {
            return "String " + await(t.leaf("take", x)) + " ";
        }

        @AsyncFn
        String take(List<? super T> x) {
            return "list " + await(t.leaf("take", x)) + " ";
        }

        @AsyncFn
        String take(Callable<Integer> x) throws Exception {
            return "callable " + x.call() + " ";
        }

        @AsyncFn
        <R> String map(Function<? super T, ? extends R> f) {
            return "map " + f.apply(value) + " ";
        }

        @AsyncFn
        <R extends Number> String map(T x, R r) {
            return "T and number " + x + r + " ";
        }

        @AsyncFn
        <R> String map(Consumer<R> c, R r) {
            c.accept(r);
            return "consumer " + r + " ";
        }

        @AsyncFn
        String all() throws Exception {
            String s = or(value) + "" + or(() -> value) + this.or(value);
            return s + take(value) + take(new ArrayList<T>()) + take(() -> 1) + this.<T>map(x -> x) + map(value, 2)
                    + this.<Integer>map(x -> t.log("accepted " + (x + 1)), 3);
        }
    }

    @Case
    @AsyncFn
    static String classTypeParameters(Trace t) throws Exception {
        Holder<StringBuilder> b = new Holder<>(t, new StringBuilder("b"));
        Holder<String> none = new Holder<>(t, null);
        String s = b.all() + b.take(new StringBuilder("c")) + b.take("s") + b.take(new ArrayList<Object>());
        return s + none.or("other") + none.or(() -> "supplied") + await(none.or(await(t.leaf("o", "awaited"))));
    }

    @Case
    @AsyncFn
    static String wildcardsAndRawTypes(Trace t) throws Exception {
        Holder<?> w = new Holder<>(t, "w");
        Holder<? extends CharSequence> e = w;
        CharSequence s = w.or(() -> null);
        return s + w.take("s") + e.take(() -> 2) + w.<String>map(x -> "mapped " + x) + e.map(x -> x.length())
                + w.<Integer>map(x -> t.log("accepted " + (x + 1)), 3);
    }

    // ---- private fns are not candidates everywhere

    static class Base {
        @AsyncFn
        static String hello(Object o) {
            return "Base of Object ";
        }

        @AsyncFn
        private static String hello(String s) {
            return "Base's private ";
        }

        @AsyncFn
        final String instance(Object o) {
            return "Base's instance of Object ";
        }

        @AsyncFn
        private String instance(String s) {
            return "Base's private instance ";
        }

        @AsyncFn
        final String own() {
            return hello("x") + hello((Object) "x") + instance("x") + this.instance((Object) "x");
        }
    }

    static class Sub extends Base {
        @AsyncFn
        static String hello(Integer n) {
            return "Sub of Integer ";
        }

        @AsyncFn
        final String instance(Integer n) {
            return "Sub's instance of Integer ";
        }

        @AsyncFn
        final String inherited() {
            return hello("x") + hello(1) + instance("x") + instance(1) + this.instance("y") + super_();
        }

        private String super_() {
            return "";
        }
    }

    @Case
    @AsyncFn
    static String privateFnsBesideOthers(Trace t) {
        Sub s = await(t.leaf("s", new Sub()));
        Base b = s;
        return s.own() + s.inherited() + s.instance("x") + b.instance("x") + Sub.hello("x") + Base.hello("x") + Sub.hello(2)
                + s.instance(2) + b.instance(2);
    }

    @Case
    @AsyncFn
    static String ofAnotherPackage(Trace t) {
        Choices c = new Choices(await(t.leaf("t", t)));
        return c.pick("s") + Choices.pick(c, "s") + c.pick(1) + Choices.pick(c, 1) + Choices.guarded(1) + c.<String>id("i")
                + new Choices.Typed<>("v").or("w") + new Choices.Typed<>("v").or(() -> "w") + Choices.many(1)
                + Choices.many(new Object[3]) + c.many(4, 5) + c.many(6, 7, 8);
    }

    // ---- overloads by varargs, boxing, null

    @AsyncFn
    static String count(Trace t, Object... all) {
        return "Objects " + (all == null ? "null" : all.length) + " ";
    }

    @AsyncFn
    static String count(Trace t, long n) {
        return "long ";
    }

    @AsyncFn
    static String count(Trace t, Integer n) {
        return "Integer ";
    }

    @AsyncFn
    static String count(Trace t, int a, int... rest) {
        return "ints " + rest.length + " ";
    }

    @Case
    @AsyncFn
    static String varargsAndBoxing(Trace t) {
        int one = await(t.leaf("one", 1));
        Integer boxed = one;
        return count(t, one) + count(t, boxed) + count(t, 'c') + count(t, "s") + count(t) + count(t, (Object[]) null)
                + count(t, new Object[] {1, 2, 3}) + count(t, new int[] {1}) + count(t, boxed, "x");
    }
}
