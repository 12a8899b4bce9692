package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Shared;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Loads each value once, however many tasks ask for it at the same time: all of them await one future. A failure is not kept. */
public final class Cache<K, V> {
    private final Function<K, Future<V>> loader;
    private final Map<K, Shared<V>> values = new HashMap<>();

    public Cache(Function<K, Future<V>> loader) {
        this.loader = loader;
    }

    @AsyncFn
    V get(K key) {
        Shared<V> value;
        synchronized (values) { // no await in here: the lock is held only briefly
            value = values.computeIfAbsent(key, absent -> Futures.shared(loader.apply(absent)));
        }
        try {
            return await(value.clone()); // each task has its own clone; the one that is polled drives the load for all
        } catch (RuntimeException e) {
            synchronized (values) {
                values.remove(key, value);
            }
            throw e;
        }
    }
}
