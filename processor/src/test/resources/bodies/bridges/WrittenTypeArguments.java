package bodies.bridges;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Type arguments that the user wrote, or left out, where a private member is reached through an accessor. */
class WrittenTypeArguments<T> {
    T value;
    private List<T> all = new ArrayList<>();
    private T hidden;

    private WrittenTypeArguments() {}

    private WrittenTypeArguments(T value) {
        this.value = value;
    }

    private <S extends CharSequence> WrittenTypeArguments(S first, Function<S, ? extends T> f) {
        this.value = f.apply(first);
    }

    private WrittenTypeArguments(Supplier<T> s, List<? extends T> all) {
        this.value = s.get();
    }

    WrittenTypeArguments<T> set(T value) {
        this.value = value;
        return this;
    }

    static String kind(Object o) {
        return "Object ";
    }

    static String kind(String s) {
        return "String ";
    }

    static String kind(CharSequence s) {
        return "CharSequence ";
    }

    // ---- constructors

    @Case
    @AsyncFn
    static String classArguments(Trace t) {
        String s = await(t.leaf("s", "abc"));
        int n = new WrittenTypeArguments<String>().set(s).value.length();
        WrittenTypeArguments<CharSequence> wide = new WrittenTypeArguments<>(s);
        return n + kind(new WrittenTypeArguments<CharSequence>(s).value) + kind(new WrittenTypeArguments<>(s).value)
                + kind(wide.value) + kind(new WrittenTypeArguments<Object>(s).set(1).value)
                + new WrittenTypeArguments<List<? super String>>().set(new ArrayList<Object>()).value;
    }

    @Case
    @AsyncFn
    static String constructorArguments(Trace t) {
        String s = await(t.leaf("s", "abc"));
        return kind(new <CharSequence>WrittenTypeArguments<String>(s, x -> kind(x)).value)
                + new <CharSequence>WrittenTypeArguments<String>(s, x -> kind(x)).value
                + new WrittenTypeArguments<String>(s, x -> kind(x)).value + new WrittenTypeArguments<>(s, x -> kind(x)).value
                + new <String>WrittenTypeArguments<Object>(s, x -> kind(x)).value;
    }

    @Case
    @AsyncFn
    @SuppressWarnings({"rawtypes", "unchecked"})
    static String rawCreations(Trace t) {
        Supplier<? extends CharSequence> supplier = await(t.leaf("s", (Supplier<? extends CharSequence>) () -> "abc"));
        WrittenTypeArguments raw = new WrittenTypeArguments(supplier, List.of(1));
        WrittenTypeArguments<String> checked = new WrittenTypeArguments("x");
        WrittenTypeArguments other = new WrittenTypeArguments("y", (Function<String, Object>) String::length);
        List<String> list = new WrittenTypeArguments("z").all;
        raw.all = List.of(1, "2");
        raw.hidden = 5;
        raw.hidden = raw.only("six", List.of(6));
        return kind(raw.value) + raw.value + checked.value.length() + other.value + list + raw.all + raw.hidden
                + kind(raw.only("s", null)) + new WrittenTypeArguments().<String>only("t", new ArrayList<Integer>());
    }

    private T only(T x, List<T> list) {
        return x;
    }

    @Case
    @AsyncFn
    static String constructorReferences(Trace t) {
        Supplier<WrittenTypeArguments<String>> none = WrittenTypeArguments<String>::new;
        Function<CharSequence, WrittenTypeArguments<CharSequence>> one = WrittenTypeArguments<CharSequence>::new;
        Function<String, WrittenTypeArguments<String>> inferred = WrittenTypeArguments::new;
        BiFunction<String, Function<CharSequence, String>, WrittenTypeArguments<String>> two =
                WrittenTypeArguments<String>::<CharSequence>new;
        String s = await(t.leaf("s", "abc"));
        return none.get().set(s).value + kind(one.apply(s).value) + inferred.apply(s).value.length()
                + two.apply(s, x -> kind(x)).value;
    }

    // ---- methods

    private <R> String visit(Consumer<R> c, R r) {
        c.accept(r);
        return "visited ";
    }

    private <R> R make(Function<T, R> f) {
        return f.apply(value);
    }

    private <R extends List<? super T>> R collect(Supplier<R> s) {
        R r = s.get();
        r.add(value);
        return r;
    }

    private static <R> String show(Function<R, String> f, R r) {
        return f.apply(r);
    }

    private <R> List<R> none() {
        return Collections.emptyList();
    }

    @AsyncFn
    final String witnesses(Trace t, Consumer<? super T> sink) {
        String s = await(t.leaf("s", "."));
        String a = this.<T>visit(x -> sink.accept(x), value) + this.<CharSequence>visit(x -> t.log(kind(x)), "a");
        String b = kind(this.<CharSequence>make(x -> "m")) + kind(this.make(x -> "m"))
                + this.<ArrayList<Object>>collect(ArrayList::new).size();
        String c = WrittenTypeArguments.<Object>show(x -> kind(x), "x") + show(x -> kind(x), "x")
                + WrittenTypeArguments.<CharSequence>show(WrittenTypeArguments::kind, "x");
        WrittenTypeArguments<T> other = this;
        Function<Supplier<List<Object>>, List<Object>> f = other::<List<Object>>collect;
        Supplier<List<String>> g = this::<String>none;
        return s + a + b + c + f.apply(ArrayList::new).size() + g.get() + other.<Integer>none();
    }

    @Case
    @AsyncFn
    static String methodArguments(Trace t) {
        return new WrittenTypeArguments<>("v").witnesses(t, x -> t.log("sunk " + x));
    }

    @Case
    @AsyncFn
    static String wildcardReceivers(Trace t) {
        WrittenTypeArguments<?> any = await(t.leaf("any", new WrittenTypeArguments<>("w")));
        WrittenTypeArguments<? extends CharSequence> text = new WrittenTypeArguments<>("x");
        String a = any.<CharSequence>visit(x -> t.log(kind(x)), "a") + kind(text.<Object>make(x -> kind(x)));
        List<Integer> none = any.<Integer>none();
        return a + any.<String>visit(s -> t.log("length " + s.length()), "abc") + text.make(x -> x.length()) + none;
    }

    // ---- inner classes

    class In<U> {
        final U u;

        private In(U u) {
            this.u = u;
        }

        private <R> String both(Function<? super T, R> f, Function<? super U, R> g) {
            return "" + f.apply(value) + g.apply(u);
        }
    }

    class Plain {
        private Plain(List<T> list) {}

        private T outers() {
            return value;
        }
    }

    @AsyncFn
    final String inner(Trace t) {
        CharSequence s = await(t.leaf("s", "abc"));
        WrittenTypeArguments<T>.In<CharSequence> in = new In<CharSequence>(s);
        Function<CharSequence, In<CharSequence>> f = In<CharSequence>::new;
        Function<CharSequence, In<CharSequence>> g = In::new;
        return kind(new In<Object>(s).u) + kind(in.u) + kind(f.apply(s).u) + kind(g.apply(s).u)
                + in.<Object>both(x -> "f", x -> kind(x)) + new Plain(List.of()).outers();
    }

    @Case
    @AsyncFn
    @SuppressWarnings({"rawtypes", "unchecked"})
    static String innerClasses(Trace t) {
        WrittenTypeArguments<String> outer = new WrittenTypeArguments<>("o");
        WrittenTypeArguments raw = outer;
        WrittenTypeArguments.In rawIn = raw.new In(1);
        return outer.inner(t) + outer.new In<CharSequence>("i").<Object>both(x -> kind(x), y -> kind(y))
                + outer.new In<>("j").both(x -> kind(x), y -> kind(y)) + rawIn.u + raw.new Plain(List.of(1)).outers()
                + outer.new Plain(List.of("s")).outers().length() + new WrittenTypeArguments<>(null).new Plain(null).outers();
    }
}
