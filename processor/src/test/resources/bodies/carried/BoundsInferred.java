package bodies.carried;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Private generic classes whose type arguments only inference says: the bounds of what stands for them say these, or less. */
final class BoundsInferred<T> {
    interface Source<T> {
        void feed(Consumer<? super T> consumer);
    }

    static class Stage<I, O> implements Consumer<I> {
        final Consumer<? super O> next;
        final Function<? super I, ? extends O> map;

        Stage(Consumer<? super O> next, Function<? super I, ? extends O> map) {
            this.next = next;
            this.map = map;
        }

        @Override
        public void accept(I value) {
            next.accept(map.apply(value));
        }
    }

    private static final class Same<T> extends Stage<T, T> {
        Same(Consumer<? super T> next, int n) {
            super(next, value -> value);
            Trace.current().log("" + n);
        }
    }

    private final Source<? extends T> source;

    BoundsInferred(Source<? extends T> source) {
        this.source = source;
    }

    @AsyncFn
    private void created(Trace t, Consumer<? super T> consumer) {
        source.feed(await(t.stage("s", new Same<>(consumer, 1))));
    }

    @AsyncFn
    private void createdBehind(Trace t, Consumer<? super T> consumer) {
        await(t.tick("a"));
        source.feed(new Same<>(consumer, await(t.leaf("n", 2))));
    }

    private static BoundsInferred<String> words() {
        return new BoundsInferred<>(consumer -> List.of("a", "b").forEach(consumer));
    }

    @Case
    @AsyncFn
    static void creationIsAwaited(Trace t) {
        words().created(t, word -> t.log(word));
    }

    @Case
    @AsyncFn
    static void creationWaits(Trace t) {
        words().createdBehind(t, word -> t.log(word));
    }

    // ---- references to constructors

    abstract static class Rope<A> {
        abstract String text();
    }

    private static final class Nil<A> extends Rope<A> {
        @Override
        String text() {
            return "nil";
        }
    }

    private static final class Reader<A> implements Function<A, Supplier<A>> {
        private final String name;

        Reader(String name) {
            this.name = name;
        }

        @Override
        public Supplier<A> apply(A value) {
            Trace.current().log(name);
            return () -> value;
        }
    }

    static <X> Supplier<X> lazily(Supplier<X> made) {
        return made;
    }

    @AsyncFn
    private static <A> Supplier<Rope<A>> nil(Trace t) {
        await(t.tick("nil"));
        return lazily(Nil::new);
    }

    @AsyncFn
    private static <A> Supplier<Rope<A>> nilByChoice(Trace t) {
        return lazily(await(t.leaf("c", true)) ? Nil::new : Nil::new);
    }

    @AsyncFn
    private static <A> Function<String, Function<A, Supplier<A>>> reader(Trace t) {
        await(t.tick("reader"));
        return Reader::new;
    }

    @AsyncFn
    private static <A> Function<String, ? extends Function<? super A, Supplier<A>>> someReader(Trace t) {
        await(t.tick("some reader"));
        return Reader::new;
    }

    @Case
    @AsyncFn
    static String references(Trace t) {
        Supplier<Rope<String>> nil = await(nil(t));
        Supplier<Rope<String>> other = await(nilByChoice(t));
        Function<String, Function<Integer, Supplier<Integer>>> reader = await(reader(t));
        Function<String, ? extends Function<? super Integer, Supplier<Integer>>> some = await(BoundsInferred.<Integer>someReader(t));
        return nil.get().text()
                + other.get().text()
                + reader.apply("r").apply(1).get()
                + some.apply("s").apply(2).get();
    }

    // ---- type parameters that have another name in the generated class

    private static final class Box<X> implements Supplier<X> {
        private final X value;

        Box(X value) {
            this.value = value;
        }

        @Override
        public X get() {
            return value;
        }
    }

    @AsyncFn
    private static <BoundsInferredAsync> BoundsInferredAsync boxed(Trace t, BoundsInferredAsync value) {
        Box<BoundsInferredAsync> box = new Box<>(value);
        await(t.tick("box"));
        Supplier<BoundsInferredAsync> supplier = box;
        return supplier.get();
    }

    @Case
    @AsyncFn
    static String renamedTypeParameter(Trace t) {
        return await(boxed(t, "x"));
    }
}
