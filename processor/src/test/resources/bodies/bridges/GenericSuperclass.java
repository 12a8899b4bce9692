package bodies.bridges;

import static dev.asyncfn.Async.await;

import bodies.bridges.lib.Names;
import bodies.bridges.lib.Shelf;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Protected members of a generic class in another package, as they are seen from a subclass. */
final class GenericSuperclass extends Shelf<String, Integer> {
    GenericSuperclass(Trace t) {
        super(t);
    }

    @Override
    protected void refuse(Integer value) throws IOException {
        throw t.tag("refused", new IOException("refused " + value));
    }

    @Case
    @AsyncFn
    String fields() {
        first = await(t.leaf("first", 3));
        first += await(t.leaf("more", 4));
        int before = first++ + await(t.leaf("zero", 0)) + --this.first;
        all.add(first);
        all = await(t.leaf("all", new ArrayList<>(all)));
        index = Map.of("k", List.of(await(t.leaf("v", 8))));
        array = new Integer[] {await(t.leaf("cell", 5))};
        array[0]++;
        array[0] += await(t.leaf("one", 1));
        int read = array[0] + index.get("k").get(0) + all.get(0);
        return before + " " + read + " " + first.compareTo(7);
    }

    @Case
    @AsyncFn
    String methods() {
        Integer none = put("a", await(t.leaf("a", 1)));
        int one = put(await(t.leaf("key", "b")), 2);
        List<Number> to = new ArrayList<>();
        int kept = keep(await(t.leaf("kept", 5)), to) + this.keep(6, to);
        String key = check(await(t.leaf("checked", "c")), new IllegalStateException());
        return none + " " + one + kept + to + key.length() + all;
    }

    @Case
    @AsyncFn
    String varargs() {
        int n = fill("a", await(t.leaf("a", 1)), 2) + fill("b") + fill("c", new Integer[] {await(t.leaf("c", 3))});
        return n + join() + join(await(t.leaf("d", 4)), "e") + join((Object[]) new String[] {"f", "g"}) + all;
    }

    @Case
    @AsyncFn
    String statics() {
        List<String> two = twice(await(t.leaf("s", "s")));
        made += await(t.leaf("ten", 10));
        return Shelf.twice(1).get(0) + two.get(1) + made + GenericSuperclass.made + Shelf.made++ + made;
    }

    @Case
    @AsyncFn
    void checkedException() throws IOException {
        refuse(await(t.leaf("r", 1)));
    }

    @Case
    @AsyncFn
    String lambdasAndReferences() {
        java.util.function.BiFunction<String, Integer, Integer> f = this::put;
        java.util.function.Function<String, List<String>> g = Shelf::twice;
        java.util.function.Supplier<Integer> h = () -> first;
        await(t.tick("t"));
        f.apply("x", 1);
        Integer old = f.apply("y", 2);
        return old + "" + g.apply("g") + h.get();
    }

    @Case
    @AsyncFn
    String anotherInstance() {
        GenericSuperclass other = new GenericSuperclass(t);
        other.first = await(t.leaf("first", 9));
        other.put("k", await(t.leaf("v", 10)));
        return other.first + "" + other.all + other.fill("z", 1);
    }

    /** Passes its own type parameter on, through a class between. */
    static final class Passed<E extends CharSequence> extends Names<E> {
        Passed(Trace t) {
            super(t);
        }

        @AsyncFn
        int lengths(E one) {
            List<E> none = put("k", List.of(await(t.leaf("one", one))));
            int n = first.get(0).length() + await(t.leaf("n", 1));
            first = List.of(one, one);
            return n + first.size() + (none == null ? 100 : 0) + fill("v") + all.size();
        }

        @AsyncFn
        <X extends E> X own(X one) {
            List<List<E>> to = new ArrayList<>();
            keep(new ArrayList<>(List.of(await(t.leaf("own", one)))), to);
            return to.isEmpty() ? null : one;
        }
    }

    @Case
    @AsyncFn
    int passedOn() {
        Passed<String> p = new Passed<>(t);
        return p.lengths("four") + p.own("abc").length();
    }

    /** Inherits from the raw type. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    static final class Raw extends Shelf {
        Raw(Trace t) {
            super(t);
        }

        @Override
        protected void refuse(Object value) {}

        @AsyncFn
        String raw() {
            first = await(t.leaf("first", "f"));
            Object old = put("k", await(t.leaf("v", 1)));
            all.add(await(t.leaf("w", 2)));
            return old + "" + first + all + fill("x", "y");
        }
    }

    @Case
    @AsyncFn
    String rawSuperclass() {
        return new Raw(t).raw();
    }

    /** A class inside of the one that inherits. */
    final class Inner {
        @AsyncFn
        int outer() {
            first = await(t.leaf("first", 2));
            Integer old = put("i", await(t.leaf("v", 3)));
            GenericSuperclass.this.first += await(t.leaf("one", 1));
            return old * 10 + first + fill("n", 1, 2);
        }
    }

    @Case
    @AsyncFn
    int ofTheEnclosingClass() {
        return new Inner().outer();
    }
}
