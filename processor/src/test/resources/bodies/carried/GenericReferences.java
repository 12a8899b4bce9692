package bodies.carried;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** References to generic methods of private generic classes: the types around the reference say all type arguments. */
final class GenericReferences {
    private static class Cell<T> {
        private final T value;

        private Cell(T value) {
            this.value = value;
        }

        private <U> Cell<U> as(U other) {
            return new Cell<U>(other);
        }

        private <U> U pick(U other) {
            return other;
        }

        private <S extends T> Cell<S> narrowed(S other) {
            return new Cell<S>(other);
        }

        private <U> T old(U other) {
            return value;
        }

        private <U> void drop(U other) {}

        private <U> Map<U, T> map(List<? extends U> keys) {
            Map<U, T> map = new HashMap<>();
            keys.forEach(key -> map.put(key, value));
            return map;
        }

        private <U> List<U> none() {
            return new ArrayList<>();
        }

        @SafeVarargs
        private final <U> int many(U... values) {
            return values.length;
        }
    }

    private static final class Named extends Cell<String> {
        private Named() {
            super("named");
        }

        private <V> Cell<V> again(V other) {
            return super.as(other);
        }
    }

    private final class Inner<T> {
        private final T value;

        private Inner(T value) {
            this.value = value;
        }

        private <U> Map<T, U> with(U other) {
            return Map.of(value, other);
        }
    }

    GenericReferences(Trace t) {}

    private static <X, Y> Y call(Function<X, Y> function, X argument) {
        return function.apply(argument);
    }

    @Case
    @AsyncFn
    static int boundAndCalledBehindAnAwait(Trace t) {
        return ((Function<Integer, Cell<Integer>>) new Cell<>(3)::as).apply(await(t.leaf("l", 1))).value;
    }

    @Case
    @AsyncFn
    static int withWrittenTypes(Trace t) {
        return ((Function<Integer, Cell<Integer>>) new Cell<>(3)::<Integer>as).apply(await(t.leaf("l", 1))).value;
    }

    @Case
    @AsyncFn
    static int ofTheClass(Trace t) {
        BiFunction<Cell<String>, Integer, Cell<Integer>> plain = Cell::as;
        BiFunction<Cell<String>, Integer, Cell<Integer>> typed = Cell<String>::as;
        Cell<String> cell = new Cell<>("c");
        return plain.apply(cell, await(t.leaf("l", 1))).value + typed.apply(cell, await(t.leaf("m", 2))).value;
    }

    @Case
    @AsyncFn
    static String ofManyForms(Trace t) {
        Cell<String> cell = new Cell<>(await(t.leaf("c", "c")));
        IntFunction<Integer> boxed = cell::pick;
        Function<String, Cell<String>> narrowed = cell::narrowed;
        Function<Integer, String> old = cell::old;
        Consumer<Integer> dropped = cell::drop;
        Function<List<Integer>, Map<Integer, String>> map = cell::map;
        Supplier<List<Integer>> none = cell::none;
        Function<Integer, Integer> many = cell::many;
        Function<Integer, Object> wider = cell::pick;
        Runnable ignored = cell::none;
        dropped.accept(await(t.leaf("l", 1)));
        ignored.run();
        return boxed.apply(1) + narrowed.apply("n").value + old.apply(1) + map.apply(List.of(5)) + none.get() + many.apply(7)
                + wider.apply(9);
    }

    @Case
    @AsyncFn
    static int givenToAGenericMethod(Trace t) {
        Cell<String> cell = new Cell<>("c");
        int picked = call(cell::pick, await(t.leaf("l", 1))).intValue();
        int wrapped = call(cell::as, await(t.leaf("m", 2))).value.intValue();
        return picked + wrapped + call(cell::old, await(t.leaf("n", 3))).length();
    }

    @Case
    @AsyncFn
    static String ofASubclass(Trace t) {
        Named named = new Named();
        Function<Integer, Cell<Integer>> bound = named::again;
        BiFunction<Named, Integer, Cell<Integer>> unbound = Named::again;
        Function<Integer, Cell<Integer>> inherited = ((Cell<String>) named)::as;
        int one = await(t.leaf("l", 1));
        return bound.apply(one).value + unbound.apply(named, 2).value + inherited.apply(3).value + "";
    }

    @Case
    @AsyncFn
    String ofAnInnerClass(Trace t) {
        Inner<String> inner = new Inner<>("i");
        Function<Integer, Map<String, Integer>> with = inner::with;
        return "" + with.apply(await(t.leaf("l", 1)));
    }

    @Case
    @AsyncFn
    static int ofACellOfAnything(Trace t) {
        Cell<?> any = new Cell<>("c");
        Function<Integer, Cell<Integer>> as = any::as;
        Cell<? extends Number> number = new Cell<>(4);
        Function<Integer, ? extends Number> old = number::old;
        return as.apply(await(t.leaf("l", 1))).value + old.apply(2).intValue();
    }
}
