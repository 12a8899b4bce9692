package bodies.capture;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

class Ancestor {
    protected int inherited = 7;

    protected String greet(String name) {
        return "hello " + name;
    }

    static String shout(String s) {
        return s.toUpperCase();
    }
}

final class Lambdas extends Ancestor {
    private int field = 1;
    private static int statics = 2;
    private final Trace t;

    Lambdas(Trace t) {
        this.t = t;
    }

    private int twice(int n) {
        return n * 2 + field;
    }

    private static int thrice(int n) {
        return n * 3 + statics;
    }

    @Case
    @AsyncFn
    String eachIterationHasItsOwnVariable() {
        List<IntSupplier> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int x = await(t.leaf("x" + i, i));
            all.add(() -> x);
            await(t.tick("t" + i));
        }
        String s = "";
        for (IntSupplier f : all) s += f.getAsInt() + await(t.leaf("comma", ","));
        return s;
    }

    @Case
    @AsyncFn
    String eachElementIsCaptured() {
        List<Supplier<String>> all = new ArrayList<>();
        for (String x : List.of("a", "b", "c")) {
            all.add(() -> x + x);
            await(t.tick(x));
        }
        for (int x : new int[] {1, 2}) {
            await(t.tick("x" + x));
            all.add(() -> "" + x);
        }
        String s = "";
        for (Supplier<String> f : all) s += f.get();
        return s;
    }

    @Case
    @AsyncFn
    String capturedInAWhileLoop() {
        List<Supplier<String>> all = new ArrayList<>();
        int n = 0;
        while (n < 3) {
            final String name = "n" + n;
            int length = await(t.leaf(name, name.length()));
            all.add(() -> name + length);
            n++;
        }
        await(t.tick("t"));
        return all.get(0).get() + all.get(1).get() + all.get(2).get();
    }

    @Case
    @AsyncFn
    static int capturedParameter(Trace t) {
        return await(withParameter(t, 5, List.of("a", "b")));
    }

    @AsyncFn
    private static int withParameter(Trace t, int n, List<String> names) {
        Supplier<Integer> f = () -> n + names.size();
        int r = await(t.leaf("r", 10));
        Supplier<Integer> g = () -> {
            t.log("g");
            return r * n;
        };
        await(t.tick("t"));
        return f.get() + g.get();
    }

    @Case
    @AsyncFn
    int capturedVariableIsAssignedOnceLater() {
        int x;
        await(t.tick("t"));
        x = await(t.leaf("x", 4));
        IntSupplier f = () -> x + 1;
        await(t.tick("u"));
        int y;
        if (f.getAsInt() == 5) y = 10;
        else y = await(t.leaf("never", 20));
        IntSupplier g = () -> x + y;
        await(t.tick("v"));
        return f.getAsInt() + g.getAsInt();
    }

    @Case
    @AsyncFn
    String capturedVariableLivesAfterItsLastUse() {
        StringBuilder shared = new StringBuilder("a");
        Runnable r = () -> shared.append("b");
        r.run();
        await(t.tick("t"));
        r.run();
        await(t.tick("u"));
        r.run();
        Supplier<String> s = () -> shared.toString();
        await(t.tick("v"));
        return s.get();
    }

    @Case
    @AsyncFn
    int nestedLambdas() {
        int a = await(t.leaf("a", 1));
        Function<Integer, Function<Integer, Integer>> f = x -> {
            int b = x + a;
            return y -> {
                Supplier<Integer> inner = () -> a + b + x + y + field;
                return inner.get();
            };
        };
        int c = await(t.leaf("c", 10));
        Supplier<Supplier<Integer>> g = () -> () -> f.apply(c).apply(a);
        await(t.tick("t"));
        return g.get().get();
    }

    @Case
    @AsyncFn
    String membersOfTheOwner() {
        int n = await(t.leaf("n", 3));
        Supplier<String> f = () -> field + " " + this.field + " " + twice(n) + " " + this.twice(n) + " " + statics + " "
                + thrice(n) + " " + Lambdas.thrice(n) + " " + inherited + " " + greet("you") + " " + shout("x");
        await(t.tick("t"));
        field = 100;
        statics = 200;
        return f.get();
    }

    @Case
    @AsyncFn
    boolean thisIsTheOwner() {
        await(t.tick("t"));
        Supplier<Object> f = () -> this;
        Supplier<Object> g = () -> Lambdas.this;
        Function<Object, Boolean> same = o -> o == this;
        await(t.tick("u"));
        return f.get() == this && g.get() == this && same.apply(this) && equals(f.get());
    }

    @Case
    @AsyncFn
    int lambdaAssignsFields() {
        Runnable r = () -> {
            field++;
            this.field += 10;
            statics = field;
            inherited++;
        };
        await(t.tick("t"));
        r.run();
        await(t.tick("u"));
        r.run();
        return field + statics + inherited;
    }

    @Case
    @AsyncFn
    String parameterOfALambdaHidesAField() {
        String s = await(t.leaf("s", "s"));
        BiFunction<Integer, String, String> f = (field, inherited) -> s + field + inherited + this.field;
        await(t.tick("t"));
        Function<Integer, String> g = (Integer statics) -> {
            int inherited = statics + field;
            return "" + inherited + this.inherited;
        };
        return f.apply(50, "i") + g.apply(60);
    }

    @Case
    @AsyncFn
    int localsInsideALambda() {
        int n = await(t.leaf("n", 4));
        IntSupplier factorial = () -> {
            int r = 1;
            for (int i = 2; i <= n; i++) r *= i;
            return r;
        };
        int r = await(t.leaf("r", 1));
        int i = await(t.leaf("i", 2));
        await(t.tick("t"));
        return factorial.getAsInt() + r + i;
    }

    @Case
    @AsyncFn
    int lambdaInsideTheAwaitedExpression() {
        int n = await(t.leaf("n", 4));
        int m = await(t.effect("m", () -> n + twice(n)));
        return await(t.effect("sum", () -> {
            int sum = n + m;
            return sum + field;
        }));
    }

    @Case
    @AsyncFn
    int lambdaLeftOfAnAwait() {
        int n = await(t.leaf("n", 4));
        return apply(x -> x + n, await(t.leaf("x", 10)), () -> n);
    }

    private static int apply(Function<Integer, Integer> f, int x, IntSupplier g) {
        return f.apply(x) * 100 + g.getAsInt();
    }

    @Case
    @AsyncFn
    int genericLambdaLeftOfAnAwait() {
        return combine(s -> s.length(), await(t.leaf("s", "abc"))) + combine(n -> n + 1, await(t.leaf("n", 1)));
    }

    private static <A, B> B combine(Function<? super A, ? extends B> f, A a) {
        return f.apply(a);
    }

    @Case
    @AsyncFn
    int effectivelyFinalLoopBound() {
        int sum = 0;
        for (int i = 0, n = await(t.leaf("n", 3)); i < n; i++) {
            int j = i;
            IntSupplier f = () -> j * n;
            sum += f.getAsInt() + await(t.leaf("x", 0));
            sum += f.getAsInt();
        }
        return sum;
    }

    @Case
    @AsyncFn
    String capturedBeforeAndAfter() {
        String s = await(t.leaf("s", "s"));
        Supplier<String> before = () -> s + 1;
        await(t.tick("t"));
        Supplier<String> after = () -> s + 2;
        await(t.tick("u"));
        return before.get() + after.get() + s;
    }

    @Case
    @AsyncFn
    int conditionalLambda() {
        int n = await(t.leaf("n", 1));
        IntSupplier f = await(t.leaf("c", false)) ? () -> n : () -> n + later(t);
        await(t.tick("t"));
        return f.getAsInt();
    }

    private static int later(Trace t) {
        t.log("later");
        return 2;
    }

    @Case
    @AsyncFn
    int lambdaThatThrows() {
        Boom[] boom = {t.boom("in lambda")};
        Supplier<Integer> f = () -> {
            throw boom[0];
        };
        await(t.tick("t"));
        return f.get();
    }

    @Case
    @AsyncFn
    int lambdaWithReturnsAndJumps() {
        int limit = await(t.leaf("limit", 5));
        Function<Integer, Integer> firstOver = start -> {
            outer:
            while (true) {
                for (int i = start; ; i++) {
                    if (i > limit) return i;
                    if (i > 100) break outer;
                }
            }
            return -1;
        };
        while (true) {
            if (await(t.leaf("once", true))) break;
        }
        return firstOver.apply(2);
    }

    @Case
    @AsyncFn
    static String castLambda(Trace t) {
        String s = await(t.leaf("s", "s"));
        Object f = (Supplier<String> & java.io.Serializable) () -> s + "!";
        await(t.tick("t"));
        return ((Supplier<?>) f).get() + " " + (f instanceof java.io.Serializable);
    }
}
