package bodies.types;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What is kept is passed on to a generic method that has to see its captured wildcards again. */
final class KeptCaptures {
    private KeptCaptures() {}

    record Both<X, Y>(X first, Y second) {}

    record Step<X, Y>(Function<X, List<Y>> function) {}

    record Ordered<X extends Comparable<X>>(List<X> list) {}

    record Column(String name, Comparator<?> order) {}

    private static final List<Column> COLUMNS = List.of(new Column("a", Comparator.<String>naturalOrder()));

    private static final List<?> WORDS = List.of("a", "b");

    private static <X> Both<X, X> twice(List<X> list) {
        return new Both<>(list.get(0), list.get(0));
    }

    private static <X> String swapped(Both<X, X> both) {
        return "" + both.second() + both.first();
    }

    private static <X> Both<List<X>, List<X>> halves(List<X> list) {
        return new Both<>(list.subList(0, 1), list.subList(1, list.size()));
    }

    private static <X> String joined(Both<List<X>, List<X>> halves) {
        return "" + halves.second() + halves.first();
    }

    private static <X> String joined(Both<List<X>, List<X>> halves, String end) {
        return joined(halves) + end;
    }

    @SuppressWarnings("unchecked")
    private static <X> List<X>[] array(List<X> list) {
        return new List[] {list};
    }

    private static <X> String firstOf(List<X>[] lists) {
        return "" + lists[0];
    }

    private static <X> Map<String, List<X>> map(List<X> list) {
        return Map.of("k", list);
    }

    private static <X> String all(Collection<List<X>> lists) {
        return "" + lists;
    }

    private static <X> X same(X x) {
        return x;
    }

    private static <X, Y> String applied(Function<X, List<Y>> function) {
        return "" + function.apply(null);
    }

    private static <X extends Comparable<X>> String greatest(Both<List<X>, List<X>> halves) {
        return "" + Collections.max(halves.second());
    }

    private static Comparator<?> orderOf(Column column) {
        return column.order();
    }

    @Case
    @AsyncFn
    static String diamond(Trace t) {
        Deque<Object> steps = new ArrayDeque<>();
        Step<?, ?> step = new Step<Integer, String>(i -> List.of("s" + i));
        steps.addLast(new Step<>(await(t.leaf("f", step.function()))));
        return applied(((Step<?, ?>) steps.getLast()).function());
    }

    @Case
    @AsyncFn
    static String genericMethod(Trace t) {
        Step<?, ?> step = new Step<Integer, String>(i -> List.of("s" + i));
        return applied(await(t.leaf("f", step.function())));
    }

    @Case
    @AsyncFn
    static String throughAnotherCall(Trace t) {
        Step<?, ?> step = new Step<Integer, String>(i -> List.of("s" + i));
        return applied(same(await(t.leaf("f", step.function()))));
    }

    @Case
    @AsyncFn
    static String oneVariableTwice(Trace t) {
        return swapped(await(t.leaf("b", twice(WORDS))));
    }

    @Case
    @AsyncFn
    static String oneVariableInTwoLists(Trace t) {
        return joined(await(t.leaf("b", halves(WORDS))));
    }

    @Case
    @AsyncFn
    static String boundedVariable(Trace t) {
        List<? extends Number> numbers = List.of(1, 2.5);
        return swapped(await(t.leaf("b", twice(numbers)))) + joined(await(t.leaf("h", halves(numbers))));
    }

    @Case
    @AsyncFn
    static String recursivelyBoundedVariable(Trace t) {
        Ordered<?> ordered = new Ordered<>(List.of("a", "b", "c"));
        return greatest(await(t.leaf("h", halves(ordered.list()))));
    }

    @Case
    @AsyncFn
    static String arrayOfLists(Trace t) {
        return firstOf(await(t.leaf("a", array(WORDS))));
    }

    @Case
    @AsyncFn
    static String partOfWhatIsAwaited(Trace t) {
        return all(await(t.leaf("m", map(WORDS))).values());
    }

    @Case
    @AsyncFn
    static String operandBeforeAnAwait(Trace t) {
        return joined(halves(WORDS), await(t.leaf("e", "!")));
    }

    @Case
    @AsyncFn
    static boolean lambdaGivesTheVariable(Trace t) {
        String name = await(t.leaf("n", "a"));
        Comparator<?> found = await(t.leaf(
                        "s", COLUMNS.stream().map(column -> column.name().equals(name) ? column.order() : null)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return found == COLUMNS.get(0).order();
    }

    @Case
    @AsyncFn
    static boolean referenceGivesTheVariable(Trace t) {
        Comparator<?> found = await(t.leaf("s", COLUMNS.stream().map(KeptCaptures::orderOf)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return found == COLUMNS.get(0).order();
    }
}
