package bodies.variables;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class VarKinds {
    private VarKinds() {}

    @Case
    @AsyncFn
    static int diamond(Trace t) {
        var list = new ArrayList<Map<String, ? extends Number>>();
        var other = new ArrayList<>(List.of(1, 2));
        list.add(await(t.leaf("map", Map.of("a", 1))));
        await(t.tick("t"));
        return list.get(0).get("a").intValue() + other.get(1) + other.size();
    }

    @Case
    @AsyncFn
    static String collectors(Trace t) {
        var grouped = Stream.of("a", "bb", "cc").collect(Collectors.groupingBy(String::length, Collectors.counting()));
        var lengths = Stream.of("a", "bb").collect(Collectors.toMap(s -> s, s -> List.of(s.length())));
        await(t.tick("t"));
        for (var e : grouped.entrySet()) {
            long n = await(t.leaf("n" + e.getKey(), e.getValue()));
            t.log("n " + n);
        }
        return grouped + " " + lengths.get("bb").get(0);
    }

    @Case
    @AsyncFn
    static int capturedWildcard(Trace t) {
        List<? extends Comparable<?>> list = List.of("a", "b");
        var first = list.get(0);
        var same = list;
        await(t.tick("t"));
        List<?> unknown = await(t.leaf("list", new ArrayList<Object>(List.of(1))));
        var element = unknown.get(0);
        var iterator = unknown.iterator();
        await(t.tick("u"));
        return first.toString().length() + same.size() + element.hashCode() + (iterator.hasNext() ? 10 : 0);
    }

    @Case
    @AsyncFn
    static String ternaryOfMixedTypes(Trace t) {
        boolean c = await(t.leaf("c", true));
        var number = c ? 1 : 2.5;
        var boxed = c ? Integer.valueOf(1) : Double.valueOf(2);
        var object = c ? 1 : "s";
        var nullable = c ? null : 3;
        var character = c ? 'a' : 98;
        await(t.tick("t"));
        return number + " " + boxed + " " + object + " " + nullable + " " + character;
    }

    @Case
    @AsyncFn
    static int anonymousClassInOneState(Trace t) {
        await(t.tick("t"));
        var counter = new Object() {
            int n = 1;

            int next() {
                return n++;
            }
        };
        counter.n = 5;
        int a = counter.next() + counter.next();
        return a + await(t.leaf("a", a));
    }

    @Case
    @AsyncFn
    static String awaitResults(Trace t) {
        var i = await(t.leaf("i", 3));
        var s = await(t.leaf("s", "abc"));
        var list = await(t.leaf("list", List.of(1, 2)));
        var array = await(t.leaf("array", new int[] {1}));
        var future = t.leaf("future", 4L);
        var nested = t.leaf("outer", t.leaf("inner", 'c'));
        await(t.tick("t"));
        array[0] += i;
        var l = await(future);
        var c = await(await(nested));
        return s.length() + list.get(1) + array[0] + l + "" + c;
    }

    @Case
    @AsyncFn
    @SuppressWarnings("lossy-conversions")
    static long primitives(Trace t) {
        var i = 1;
        var l = 2L;
        var c = 'c';
        var b = (byte) 3;
        var z = i == 1;
        await(t.tick("t"));
        l += i;
        c++;
        b += 200;
        return z ? l + c + b : 0;
    }

    @Case
    @AsyncFn
    static String arrays(Trace t) {
        var a = new int[] {1, await(t.leaf("a", 2))};
        var m = new String[2][3];
        var g = new HashMap<?, ?>[] {new HashMap<>(Map.of("k", 1))};
        await(t.tick("t"));
        m[1][2] = "x";
        return a[1] + m[1][2] + g[0].get("k");
    }

    @Case
    @AsyncFn
    static String forLoops(Trace t) {
        String s = "";
        for (var i = 0; i < 2; i++) s += await(t.leaf("i" + i, i));
        for (var x : List.of("a", "b")) {
            await(t.tick(x));
            s += x;
        }
        for (var x : new long[] {5}) {
            await(t.tick("l"));
            s += x / 2;
        }
        for (var e : Map.of("k", List.of(1)).entrySet()) {
            await(t.tick("e"));
            s += e.getKey() + e.getValue().get(0);
        }
        return s;
    }

    private static <K extends Comparable<K>, V> Map<K, List<V>> build(K k, V v) {
        return Map.of(k, List.of(v));
    }

    @Case
    @AsyncFn
    static int genericMethod(Trace t) {
        var map = build("k", await(t.leaf("v", 5)));
        await(t.tick("t"));
        return map.get("k").get(0);
    }

    @Case
    @AsyncFn
    static String streamPipeline(Trace t) {
        var names = Stream.of(3, 1, 2).sorted().map(n -> "n" + n);
        await(t.tick("t"));
        return names.collect(Collectors.joining(await(t.leaf("separator", ","))));
    }
}
