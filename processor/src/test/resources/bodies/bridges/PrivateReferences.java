package bodies.bridges;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A reference to one method, and type arguments, have a say in which overload is called and in what is inferred. */
final class PrivateReferences {
    private final Trace t;

    PrivateReferences(Trace t) {
        this.t = t;
    }

    private int length(String s) {
        return s.length();
    }

    private static int staticLength(String s) {
        return s.length();
    }

    private int key() {
        return 1;
    }

    private String name() {
        return "name";
    }

    private void run() {
        t.log("run");
    }

    private static String measure(ToIntFunction<String> f) {
        return "int " + f.applyAsInt("abc");
    }

    private static String measure(ToLongFunction<String> f) {
        return "long " + f.applyAsLong("abc");
    }

    static String called(Runnable task) {
        task.run();
        return "Runnable";
    }

    static String called(Callable<?> task) throws Exception {
        return "Callable of " + task.call();
    }

    @Case
    @AsyncFn
    String chooseTheOverload() throws Exception {
        return measure(this::length) + measure(PrivateReferences::staticLength) + called(this::run) + called(this::name)
                + await(t.leaf("x", 1));
    }

    @Case
    @AsyncFn
    String tellWhatIsCompared() {
        Comparator<PrivateReferences> order = Comparator.comparing(PrivateReferences::key)
                .thenComparing(PrivateReferences::name, Comparator.reverseOrder())
                .reversed();
        return order.compare(this, this) + await(t.leaf("x", "x"));
    }

    @Case
    @AsyncFn
    String inStreams() {
        List<String> words = new ArrayList<>(List.of("ccc", "a", "bb"));
        words.sort(Comparator.comparingInt(this::length));
        await(t.tick("sorted"));
        return words.stream().collect(Collectors.toMap(Function.identity(), this::length)) + " "
                + words.stream().map(this::length).sorted(Comparator.reverseOrder()).toList();
    }

    private static <T extends Comparable<T>> T larger(T a, T b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private String over(int i) {
        return "int";
    }

    private String over(String s) {
        return "String";
    }

    private static String several(Object... all) {
        return all.length + " ";
    }

    @Case
    @AsyncFn
    String ofSeveralMethods() {
        Function<String, String> s = this::over;
        IntFunction<String> i = this::over;
        Supplier<String> none = PrivateReferences::several;
        BiFunction<String, Integer, String> two = PrivateReferences::several;
        await(t.tick("t"));
        return s.apply("") + i.apply(1) + none.get() + two.apply("", 2)
                + Stream.of(1, 5, 3).reduce(PrivateReferences::larger).get();
    }

    @Case
    @AsyncFn
    int castToAnIntersection() {
        var f = (ToIntFunction<String> & Serializable) this::length;
        await(t.tick("t"));
        return f.applyAsInt("abc");
    }

    private static <T> List<T> listOf(T value) {
        return new ArrayList<>(List.of(value));
    }

    @SafeVarargs
    private static <T> String arrayType(T... values) {
        return values.getClass().getSimpleName();
    }

    private <T> List<T> ownListOf(T value) {
        return listOf(value);
    }

    @Case
    @AsyncFn
    String typeArguments() {
        boolean added = PrivateReferences.<Object>listOf("a").add(1)
                && this.<Object>ownListOf(await(t.leaf("b", "b"))).add(2);
        return added + PrivateReferences.<Serializable>arrayType("c", "d") + arrayType("e");
    }

    @Case
    @AsyncFn
    String localClassesConstructor() {
        int base = await(t.leaf("base", 3));
        class Sum {
            private final int value;

            Sum(int value) {
                this.value = value + base;
            }

            int value() {
                return value;
            }
        }
        List<Sum> sums = Stream.of(1, 2)
                .map(Sum::new)
                .sorted(Comparator.comparing(Sum::value).reversed())
                .toList();
        await(t.tick("t"));
        return sums.get(0).value + " " + Stream.of(5).map(Sum::new).mapToInt(Sum::value).sum();
    }
}
