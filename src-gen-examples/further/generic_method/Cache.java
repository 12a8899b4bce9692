package further.generic_method;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A generic instance method of a generic class: the factory takes the receiver first, and the type parameters of both.
 *
 * @param <K> the keys
 * @param <V> the values
 */
final class Cache<K extends Comparable<K>, V> {
    final Map<K, V> values = new HashMap<>();
    final Function<K, Future<V>> loader;

    Cache(Function<K, Future<V>> loader) {
        this.loader = loader;
    }

    @AsyncFn
    <R> R get(K key, Function<? super V, ? extends R> use) {
        V value = values.get(key);
        if (value == null) {
            value = await(loader.apply(key));
            values.put(key, value);
        }
        return use.apply(value);
    }

    public static void main(String[] args) {
        Cache<String, Integer> lengths = new Cache<>(key -> later(key.length()));
        String length = Async.blockOn(CacheAsync.get(lengths, "three", n -> "length " + n));
        System.out.println(length);
        System.out.println(lengths.values);
    }
}
