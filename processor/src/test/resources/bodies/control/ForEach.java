package bodies.control;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

final class ForEach {
    private ForEach() {}

    private static <T> Iterable<T> traced(Trace t, List<T> values) {
        return () -> {
            t.log("iterator");
            Iterator<T> inner = values.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    t.log("hasNext");
                    return inner.hasNext();
                }

                @Override
                public T next() {
                    t.log("next");
                    return inner.next();
                }
            };
        };
    }

    @Case
    @AsyncFn
    static String iterableIsAskedInOrder(Trace t) {
        String s = "";
        for (String x : traced(t, List.of("a", "b", "c"))) s += await(t.leaf(x, x));
        return s;
    }

    @Case
    @AsyncFn
    static String breakAndContinue(Trace t) {
        String s = "";
        for (int x : traced(t, List.of(1, 2, 3, 4, 5))) {
            if (x == 2) continue;
            s += await(t.leaf("x" + x, x));
            if (x == 4) break;
        }
        return s;
    }

    @Case
    @AsyncFn
    static long continueBeforeTheAwait(Trace t) {
        long sum = 0;
        List<Long> list = Arrays.asList(1L, null, 3L);
        for (Long l : list) {
            if (l == null) continue;
            sum += await(t.leaf("l" + l, l));
        }
        return sum;
    }

    @Case
    @AsyncFn
    static void nullElementIsUnboxedAtTheAssignment(Trace t) {
        for (int x : traced(t, Arrays.asList(1, null))) await(t.tick("x" + x));
    }

    @Case
    @AsyncFn
    static String primitiveArrays(Trace t) {
        String s = "";
        for (int x : new int[] {1, 2}) s += await(t.leaf("i" + x, x));
        for (char x : "ab".toCharArray()) s += await(t.leaf("c" + x, x));
        for (long x : new int[] {3}) s += await(t.leaf("l" + x, x));
        for (double x : new float[] {1.5f}) s += await(t.leaf("d" + x, x));
        for (Integer x : new int[] {7}) s += await(t.leaf("boxed" + x, x));
        for (boolean x : new boolean[] {true, false}) s += await(t.leaf("z" + x, x));
        for (byte x : new byte[0]) s += await(t.leaf("never", x));
        return s;
    }

    @Case
    @AsyncFn
    static String objectArrays(Trace t) {
        String s = "";
        for (String x : new String[] {"a", "b"}) s += await(t.leaf(x, x));
        for (Object x : new Integer[] {1, null}) s += await(t.leaf("o" + x, x));
        for (int x : new Integer[] {4}) s += await(t.leaf("u" + x, x));
        return s;
    }

    @Case
    @AsyncFn
    static int multiDimensionalArrays(Trace t) {
        int sum = 0;
        int[][] rows = {{1, 2}, {}, {3}};
        for (int[] row : rows) {
            t.log("row " + row.length);
            for (int x : row) sum += await(t.leaf("x" + x, x));
        }
        return sum;
    }

    @Case
    @AsyncFn
    static String arrayExpressionIsEvaluatedOnce(Trace t) {
        String[] names = {"a", "b"};
        String s = "";
        for (String n : names) {
            names = new String[] {"x", "y", "z"};
            s += await(t.leaf(n, n));
        }
        return s + names.length;
    }

    @Case
    @AsyncFn
    static String elementsAreReadWhenTheirTurnComes(Trace t) {
        int[] a = {1, 2, 3};
        String s = "";
        for (int x : a) {
            s += await(t.effect("x" + x, () -> {
                a[2]++;
                return x;
            }));
        }
        return s;
    }

    @Case
    @AsyncFn
    static String expressionAwaits(Trace t) {
        String s = "";
        for (String x : await(t.leaf("list", List.of("a", "b")))) s += await(t.leaf(x, x));
        for (int i : await(t.leaf("array", new int[] {1, 2}))) s += i;
        for (String x : await(t.leaf("only the list is awaited", List.of("c")))) {
            s += x;
        }
        return s;
    }

    @Case
    @AsyncFn
    static void nullArrayThrows(Trace t) {
        int[] a = null;
        for (int x : t.v("a", a)) await(t.tick("never" + x));
    }

    @Case
    @AsyncFn
    static void nullIterableThrows(Trace t) {
        List<String> a = null;
        for (String x : t.v("a", a)) await(t.tick("never" + x));
    }

    @Case
    @AsyncFn
    @SuppressWarnings("rawtypes")
    static String rawIterable(Trace t) {
        String s = "";
        List raw = List.of("a", 2);
        for (Object o : raw) s += await(t.leaf("o" + o, o));
        return s;
    }

    @Case
    @AsyncFn
    static String wildcards(Trace t) {
        String s = "";
        List<?> any = List.of("a", 2);
        List<? extends Number> numbers = List.of(1, 2.5);
        List<? super Integer> sinks = List.of(7);
        for (Object o : any) s += await(t.leaf("o" + o, o));
        for (Number n : numbers) s += await(t.leaf("n" + n, n)).intValue();
        for (Object o : sinks) s += await(t.leaf("s" + o, o));
        for (var v : numbers) s += await(t.leaf("v" + v, v)).intValue() + v.intValue();
        return s;
    }

    @Case
    @AsyncFn
    static String entriesOfAMap(Trace t) {
        Map<String, List<Integer>> map = new TreeMap<>(Map.of("a", List.of(1, 2), "b", List.of(3)));
        StringBuilder s = new StringBuilder();
        for (Map.Entry<String, List<Integer>> e : map.entrySet()) {
            for (final int x : e.getValue()) s.append(e.getKey()).append(await(t.leaf(e.getKey() + x, x)));
        }
        for (var e : map.entrySet()) s.append(await(t.leaf(e.getKey(), e.getValue())).size());
        return s.toString();
    }

    private static <E extends Comparable<E>> List<E> typed(List<E> list) {
        return list;
    }

    @Case
    @AsyncFn
    static String genericMethodAsTheExpression(Trace t) {
        String s = "";
        for (String x : typed(List.of("p", "q"))) s += await(t.leaf(x, x));
        return s;
    }

    @Case
    @AsyncFn
    static String iteratorsOfNestedLoopsOfOneName(Trace t) {
        String s = "";
        List<List<String>> lists = List.of(List.of("a", "b"), List.of("c"));
        for (List<String> it : lists) {
            for (String i : it) {
                for (String iterator : List.of(i + "1", i + "2")) s += await(t.leaf(iterator, iterator));
            }
            for (String i : it) s += await(t.leaf(i, i));
        }
        return s;
    }

    @Case
    @AsyncFn
    static String loopVariableIsAssigned(Trace t) {
        String s = "";
        for (String x : List.of("a", "b")) {
            x += await(t.leaf(x, "!"));
            await(t.tick("tick"));
            s += x;
        }
        return s;
    }

    @Case
    @AsyncFn
    static int modificationIsFoundByTheIterator(Trace t) {
        List<Integer> list = new java.util.ArrayList<>(List.of(1, 2, 3));
        int sum = 0;
        for (int x : list) sum += await(t.effect("add" + x, () -> list.add(9) ? x : 0));
        return sum;
    }
}
