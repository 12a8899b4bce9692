package bodies.calls;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** What becomes of a generic async fn's value tells its type arguments, and so the types of the lambdas passed to it. */
final class TargetTypes {
    private TargetTypes() {}

    @AsyncFn
    static <T> Function<T, Integer> boxing(Trace t, ToIntFunction<T> f) {
        await(t.tick("boxing"));
        return f::applyAsInt;
    }

    @AsyncFn
    static <T> List<T> sorted(Trace t, Comparator<T> order) {
        await(t.tick("sorted"));
        List<T> list = new ArrayList<>();
        list.sort(order);
        return list;
    }

    @AsyncFn
    static <T, X extends Exception> List<T> listOf(Trace t, Supplier<? extends T> first, X failure) throws X {
        await(t.tick("list"));
        if (failure != null) throw failure;
        return new ArrayList<>(List.of(first.get()));
    }

    @AsyncFn
    static <T> T identity(Trace t, T value) {
        await(t.tick("identity"));
        return value;
    }

    @Case
    @AsyncFn
    static String ofAVariable(Trace t) {
        Function<String, Integer> bare = boxing(t, s -> s.length());
        Function<String, Integer> wrapped = await(boxing(t, s -> s.length() + 1));
        bare = boxing(t, s -> -s.length());
        List<String> list = sorted(t, (a, b) -> a.length() - b.length());
        return bare.apply("abc") + " " + wrapped.apply("abc") + list;
    }

    @AsyncFn
    static Function<String, Integer> returned(Trace t) {
        return boxing(t, s -> s.length());
    }

    @Case
    @AsyncFn
    static String ofTheResult(Trace t) {
        return "" + returned(t).apply("abc");
    }

    @Case
    @AsyncFn
    static String ofBranches(Trace t) {
        Function<String, Integer> chosen =
                await(t.leaf("c", true)) ? boxing(t, s -> s.length()) : boxing(t, s -> s.hashCode());
        Function<String, Integer> switched =
                switch (await(t.leaf("k", 1))) {
                    case 1 -> boxing(t, s -> s.length());
                    default -> await(boxing(t, s -> s.hashCode()));
                };
        return chosen.apply("abc") + " " + switched.apply("ab");
    }

    @Case
    @AsyncFn
    static String withExceptions(Trace t) throws Exception {
        List<Object> list = listOf(t, () -> "a", (RuntimeException) null);
        list.add(1);
        try {
            List<CharSequence> never = listOf(t, () -> "b", new java.io.IOException("io"));
            return "" + never;
        } catch (java.io.IOException e) {
            return list + e.getMessage();
        }
    }

    @Case
    @AsyncFn
    static String ofManyKinds(Trace t) {
        long wide = identity(t, 5);
        Object boxed = identity(t, 'c');
        List<? extends Number> numbers = identity(t, List.of(1, 2.5));
        List<?> any = identity(t, numbers);
        Runnable task = identity(t, () -> t.log("task"));
        task.run();
        var mixed = identity(t, List.of(1, "a"));
        Number first = identity(t, numbers).get(0);
        return wide + " " + boxed + any + mixed + first + identity(t, identity(t, "x")).length()
                + identity(t, wide > 0 ? "a" : 1);
    }
}
