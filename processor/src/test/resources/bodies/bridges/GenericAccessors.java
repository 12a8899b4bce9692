package bodies.bridges;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Private members of generic classes: an accessor is a generic method, and Java infers where it did not before. */
final class GenericAccessors {
    private GenericAccessors() {}

    static final class Box<T> {
        private T value;
        private final List<T> all = new ArrayList<>();

        Box(T value) {
            this.value = value;
        }

        private Box(T value, int n) {
            this.value = value;
        }

        private T get() {
            return value;
        }

        private T or(T other, Function<T, String> f) {
            Trace.current().log(f.apply(value == null ? other : value));
            return other;
        }

        private <R> R map(Function<? super T, R> f) {
            return f.apply(value);
        }

        static <T> Box<T> of(T value) {
            return new Box<>(value);
        }

        static <T> Box<T> empty() {
            return new Box<>(null);
        }
    }

    static String kind(Object o) {
        return "Object ";
    }

    static String kind(String s) {
        return "String ";
    }

    static String kind(int n) {
        return "int ";
    }

    static String number(long n) {
        return "long ";
    }

    static String number(Object n) {
        return "Object ";
    }

    static String number(int n, Object... more) {
        return "varargs ";
    }

    @Case
    @AsyncFn
    static String armsOfNumericConditionals(Trace t) {
        boolean yes = await(t.leaf("yes", true));
        Box<Integer> b = new Box<>(1);
        Box<Character> c = new Box<>('c');
        Box<Byte> small = new Box<>((byte) 7);
        Object read = yes ? b.value : 1.5;
        Object called = !yes ? 2L : b.get();
        Object stepped = yes ? b.value++ : 1.5f;
        Object nested = yes ? (yes ? b.value : b.get()) : 1.5;
        Object chars = yes ? c.value : b.value;
        Object constant = yes ? small.value : 1;
        Object whole = yes ? b.value : b.get();
        Supplier<Object> later = () -> yes ? b.value : 2.5;
        return read + " " + called + stepped + nested + chars + constant + whole + later.get()
                + kind(yes ? b.value : 1) + number(yes ? b.get() : 1L);
    }

    @Case
    @AsyncFn
    static String armsThatAreNull(Trace t) {
        Box<Integer> b = new Box<>(await(t.leaf("null", (Integer) null)));
        Box<Boolean> flag = Box.empty();
        String s = "";
        try {
            Object o = b.value == null ? b.value : 1;
            s += o;
        } catch (NullPointerException e) {
            s += "int null ";
        }
        try {
            Object o = flag.get() == null ? flag.get() : false;
            s += o;
        } catch (NullPointerException e) {
            s += "boolean null ";
        }
        Object o = b.value == null ? b.value : Integer.valueOf(1);
        return s + o + (b.value == null ? b.get() : "s");
    }

    @Case
    @AsyncFn
    static String receiversThatInfer(Trace t) {
        boolean yes = await(t.leaf("yes", true));
        String s = kind(new Box<>(null).get()) + kind(new Box<>("s").get()) + kind(Box.empty().get());
        new Box<>(null).or("s", x -> kind(x));
        Box.empty().or(1, x -> kind(x));
        (yes ? new Box<>(null) : new Box<>(null)).or("t", x -> kind(x));
        return s + kind(new Box<>(null).value) + kind(Box.of("x").value) + kind(Box.<CharSequence>of("x").value)
                + kind(new Box<>(1).value = 2) + kind(new Box<>(2).value++) + new Box<>(null).map(x -> kind(x));
    }

    /** As {@link Box}, with async fns. */
    static final class Cell<T> {
        final T value;

        Cell(T value) {
            this.value = value;
        }

        @AsyncFn
        T or(T other, Function<T, String> f) {
            Trace.current().log(f.apply(value == null ? other : value));
            return other;
        }

        @AsyncFn
        <R> R map(T other, Function<? super T, R> f) {
            return f.apply(value == null ? other : value);
        }

        @AsyncFn
        String pick(T x, Function<T, String> f) {
            return "T " + f.apply(x);
        }

        @AsyncFn
        String pick(String x, Supplier<String> f) {
            return "String " + f.get();
        }
    }

    static <T> Cell<T> cell() {
        return new Cell<>(null);
    }

    @Case
    @AsyncFn
    static String futuresOfReceiversThatInfer(Trace t) {
        String s = await(t.leaf("s", "s"));
        new Cell<>(null).or(s, x -> kind(x));
        cell().or(1, x -> kind(x));
        return kind(cell().or("s", x -> kind(x))) + cell().map("s", x -> kind(x)) + new Cell<>(null).pick("s", x -> kind(x))
                + GenericAccessors.<String>cell().map("s", x -> kind(x)) + new Cell<>("s").or(s, x -> kind(x))
                + new Cell<>(null).<String>map(s, x -> kind(x)) + new Cell<>(null).pick(s, () -> "supplied ");
    }

    @Case
    @AsyncFn
    static String wildcards(Trace t) {
        Box<? extends Number> b = new Box<>(await(t.leaf("n", 1)));
        Box<?> any = b;
        Box<? super Integer> lower = new Box<Object>(2);
        lower.value = 3;
        lower.all.add(4);
        List<? extends Number> numbers = b.all;
        return b.value + " " + b.get().intValue() + any.get() + kind(any.value) + lower.value + kind(lower.get())
                + numbers.size() + b.map(n -> n.doubleValue()) + lower.all + (b.value == null ? 1.5 : b.value);
    }
}
