package use;

import com.google.common.base.*;
import com.google.common.cache.*;
import com.google.common.collect.*;
import dev.asyncfn.AsyncFn;
import java.util.*;
import java.util.stream.*;

final class UsesGuava {
    @AsyncFn
    static String guava(List<String> xs) throws java.util.concurrent.ExecutionException {
        ImmutableMap<String, Integer> m = Maps.toMap(xs, String::length);
        var idx = Multimaps.index(xs, s -> s.length());
        is(idx, "com.google.common.collect.ImmutableListMultimap<java.lang.Integer,java.lang.String>");
        var table = HashBasedTable.<String, Integer, List<String>>create();
        for (var cell : table.cellSet()) {
            is(cell, "com.google.common.collect.Table.Cell<java.lang.String,java.lang.Integer,java.util.List<java.lang.String>>");
            is(cell.getValue().get(0).length(), "int");
        }
        LoadingCache<String, Integer> cache = CacheBuilder.newBuilder().maximumSize(3).build(new CacheLoader<String, Integer>() {
            @Override public Integer load(String k) { return k.length(); }
        });
        is(cache.get("a"), "java.lang.Integer");
        var c = CacheBuilder.newBuilder().build(CacheLoader.from((String k) -> k.length()));
        is(c, "com.google.common.cache.LoadingCache<java.lang.String,java.lang.Integer>");
        var r = xs.stream().collect(ImmutableSortedMap.toImmutableSortedMap(Comparator.naturalOrder(), s -> s, String::length));
        is(r, "com.google.common.collect.ImmutableSortedMap<java.lang.String,java.lang.Integer>");
        var ordering = Ordering.natural().reverse().onResultOf((String s) -> s.length()).compound(Comparator.naturalOrder());
        is(ordering, "com.google.common.collect.Ordering<java.lang.String>");
        var grouped = xs.stream().collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.mapping(s -> s + 1, Collectors.toList())));
        is(grouped, "java.util.TreeMap<java.lang.Integer,java.util.List<java.lang.String>>");
        return FluentIterable.from(xs).filter(Predicates.notNull()).transform(s -> s.trim()).join(Joiner.on("|"));
    }

    static void is(Object value, String type) {}
}
