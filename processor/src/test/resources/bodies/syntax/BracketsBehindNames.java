package bodies.syntax;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Arrays of which some or all brackets stand behind the name. */
final class BracketsBehindNames {
    private BracketsBehindNames() {}

    @Target(ElementType.TYPE_USE)
    @interface An {
        int value() default 0;
    }

    static class Nested {
        int n = 4;
    }

    @Case
    @AsyncFn
    static int primitives(Trace t) {
        int[][] arrays = {{1}, {2, 3}};
        int sum = 0;
        for (int f[] : arrays) sum += await(t.leaf("f", f[0])) + f.length;
        for (final int f[] : arrays) sum += await(t.leaf("final", f[0])) + f.length;
        for (int f /* of */ [] /* all */ : arrays) {
            sum += f[0];
            await(t.tick("between"));
            sum += f.length;
        }
        return sum;
    }

    @Case
    @AsyncFn
    static String references(Trace t) {
        String s = "";
        for (String f[] : new String[][] {{"a"}, {"b", "c"}}) s += await(t.leaf("f", f[0])) + f.length;
        for (List<? extends Number> f[] : List.<List<Integer>[]>of(lists(1), lists(2))) {
            s += await(t.leaf("list", f[0].size())) + f.length;
        }
        for (Map.Entry<String, Nested> f[] : List.<Map.Entry<String, Nested>[]>of()) s += await(t.leaf("e", f[0]));
        for (Nested f[] : await(t.leaf("nested", new Nested[][] {{new Nested()}}))) {
            Supplier<Integer> later = () -> f[0].n;
            s += await(t.leaf("captured", 1)) + later.get();
        }
        return s;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<Integer>[] lists(int length) {
        return (List<Integer>[]) java.util.stream.Stream.generate(() -> List.of(1)).limit(length).toArray(List[]::new);
    }

    @Case
    @AsyncFn
    static int mixed(Trace t) {
        int sum = 0;
        for (int[] f[] : new int[][][] {{{1}}, {{2}, {3}}}) sum += await(t.leaf("f", f[0][0])) + f.length;
        for (final @An int @An(1) [] f @An(2) [] : new int[][][] {{{4}}}) sum += await(t.leaf("an", f[0][0])) + f.length;
        for (@An Nested @An [] f @An [] : new Nested[][][] {{{new Nested()}}}) sum += f[0][0].n + await(t.leaf("n", 1));
        return sum;
    }

    @Case
    @AsyncFn
    static int declarations(Trace t) {
        int a[] = {await(t.leaf("a", 1))}, b = a[0], c[][] = {a, {b}, {}};
        final int[] d[] = {a, {2, await(t.leaf("d", 3)),},}, e = {4};
        Nested f @An [] = {new Nested()}, g = f[0];
        int h[];
        h = new int[] {await(t.leaf("h", 5))};
        for (int i[] = {1, 2}, j = 0, k[][] = {i}; j < i.length; j++) h[0] += await(t.leaf("i", i[j])) + k[0][j];
        return a.length + b + c.length + d[1][1] + e[0] + f.length + g.n + h[0];
    }

    @Case
    @AsyncFn
    static int parametersAndResults(Trace t) {
        ToIntFunction<int[]> f = (int a[]) -> a[0];
        ToIntFunction<int[][]> g = (final int[] a[]) -> a[0][0];
        BiFunction<int[], String[], Integer> h = (int a[], final String b[]) -> {
            int c[] = a;
            return c.length + b.length;
        };
        class Local {
            int fields[] = {1}, other;

            int twice(int a[])[] {
                return new int[] {a[0] * 2};
            }

            int @An [] deep(Nested @An ... a) @An [] {
                return new int[][] {{a[0].n}};
            }
        }
        int n = await(t.leaf("n", 6));
        Local local = new Local();
        return f.applyAsInt(new int[] {n}) + g.applyAsInt(new int[][] {{n}}) + h.apply(new int[n], new String[1])
                + local.twice(local.fields)[0] + local.deep(new Nested())[0][0] + result(t, local.fields)[1][0];
    }

    @AsyncFn
    static int[] result(Trace t, int a[])[] {
        return new int[][] {a, {await(t.leaf("r", 7))}};
    }
}
