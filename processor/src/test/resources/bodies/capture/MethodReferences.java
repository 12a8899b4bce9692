package bodies.capture;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;

class Parent {
    String name() {
        return "parent";
    }
}

final class MethodReferences extends Parent {
    private int base = 1;
    private final Trace t;

    MethodReferences(Trace t) {
        this.t = t;
    }

    private int plus(int n) {
        return base + n;
    }

    private static int square(int n) {
        return n * n;
    }

    private static int apply(IntUnaryOperator f, int n, IntUnaryOperator g) {
        return f.applyAsInt(n) * 100 + g.applyAsInt(n);
    }

    @Case
    @AsyncFn
    int operandsAroundAnAwait() {
        return apply(this::plus, await(t.leaf("n", 5)), MethodReferences::square);
    }

    @Case
    @AsyncFn
    int receiverOfAReferenceIsEvaluatedOnce() {
        return apply(t.v("receiver", this)::plus, await(t.effect("n", () -> base = 5)), this::plus);
    }

    @Case
    @AsyncFn
    void nullReceiverThrowsBeforeTheAwait() {
        MethodReferences none = null;
        apply(t.v("receiver", none)::plus, await(t.leaf("never", 5)), this::plus);
    }

    @Case
    @AsyncFn
    int liveAcrossAnAwait() {
        IntUnaryOperator f = this::plus;
        IntUnaryOperator g = MethodReferences::square;
        Supplier<String> h = this::name;
        await(t.tick("t"));
        base = 10;
        return f.applyAsInt(1) + g.applyAsInt(3) + h.get().length();
    }

    @Case
    @AsyncFn
    String constructorsAndArrays() {
        Supplier<List<String>> make = ArrayList::new;
        IntFunction<String[]> array = String[]::new;
        Function<String, StringBuilder> builder = StringBuilder::new;
        List<String> list = make.get();
        list.add(await(t.leaf("a", "a")));
        String[] a = list.toArray(array);
        await(t.tick("t"));
        return a.length + a[0] + builder.apply("b").append(await(t.leaf("c", "c")));
    }

    @Case
    @AsyncFn
    String unboundReferences() {
        Function<String, Integer> length = String::length;
        BiFunction<String, String, String> concat = String::concat;
        String s = await(t.leaf("s", "abc"));
        return concat.apply(s, "d") + length.apply(await(t.leaf("u", s)));
    }

    @Case
    @AsyncFn
    String boundToALocal() {
        StringBuilder sb = new StringBuilder();
        Function<String, StringBuilder> append = sb::append;
        append.apply(await(t.leaf("a", "a")));
        await(t.tick("t"));
        append.apply("b");
        return sb.toString();
    }

    @Case
    @AsyncFn
    String inAStream() {
        List<Integer> list = await(t.leaf("list", List.of(1, 2, 3)));
        return list.stream().map(this::plus).map(String::valueOf).collect(Collectors.joining(await(t.leaf("j", "-"))))
                + list.stream().map(MethodReferences::square).collect(Collectors.toList());
    }

    @Case
    @AsyncFn
    String boundToTheResultOfAnAwait() {
        Supplier<String> f = await(t.leaf("s", new StringBuilder("x")))::toString;
        await(t.tick("t"));
        return f.get();
    }

    /** A name before {@code ::} is a use of a variable like any other: the pattern's variable reaches it. */
    @Case
    @AsyncFn
    static int boundToAPatternVariable(Trace t) {
        Object o = t.v("o", "text");
        if (!(o instanceof String s)) {
            return await(t.leaf("no text", -1));
        }
        IntSupplier length = s::length;
        return length.getAsInt() + await(t.leaf("n", 1));
    }

    /** And a class in the body captures it. */
    @Case
    @AsyncFn
    static int inClassesOfTheBody(Trace t) {
        String local = await(t.leaf("local", "local"));
        String anonymous = await(t.leaf("anonymous", "anonymous"));
        class Lengths {
            IntSupplier length() {
                return local::length;
            }
        }
        var other = new Object() {
            IntSupplier length() {
                return anonymous::length;
            }
        };
        int n = await(t.leaf("n", 100));
        return new Lengths().length().getAsInt() + n * other.length().getAsInt();
    }
}
