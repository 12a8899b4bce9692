package bodies.carried;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;

/** Values of self-typed classes beside private ones: the wildcard of each is bounded by a type that leads back to it. */
final class SelfTyped {
    private static final class Cell<T> {
        private final T value;

        Cell(T value) {
            this.value = value;
        }
    }

    static class Chain<S extends Chain<S>> {
        final List<Object> seen = new ArrayList<>();

        @SuppressWarnings("unchecked")
        S with(Object any) {
            seen.add(any);
            return (S) this;
        }
    }

    static <T> T same(T value) {
        return value;
    }

    static <T> T second(Object first, T second) {
        return second;
    }

    @Case
    @AsyncFn
    static String passedOn(Trace t) {
        Cell<Integer> cell = new Cell<>(await(t.leaf("c", 3)));
        Chain<?> chain = new Chain<>().with(cell.value);
        Chain<?> same = same(chain);
        Chain<?> second = second(await(t.leaf("s", 1)), same);
        return second.seen + "" + (second == chain);
    }

    @Case
    @AsyncFn
    static String receivers(Trace t) {
        Cell<Chain<?>> cell = new Cell<>(new Chain<>().with(1));
        Object given = same(cell.value).with(await(t.leaf("r", 2)));
        return cell.value.seen + "" + (given == cell.value);
    }

    @Case
    @AsyncFn
    static String awaited(Trace t) {
        Cell<String> cell = new Cell<>("x");
        Chain<?> chain = new Chain<>().with(cell.value);
        Chain<?> later = await(t.leaf("l", same(chain)));
        List<Chain<?>> both = List.of(chain, await(t.leaf("b", later)));
        return both.get(0).seen + "" + both.get(1).seen;
    }
}
