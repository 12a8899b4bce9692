package shop;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.HashMap;
import java.util.Map;

final class Cache implements Store<String> {
    private final Map<String, String> kept = new HashMap<>();
    private int misses;

    @AsyncFn
    @Override
    public String find(String key) {
        String there = kept.get(key);
        if (there == null) {
            misses++;
            there = await(Future.ready("new " + key));
            for (int i = 0; i < LIMIT; i++) {
                kept.put(key + i, await(Prices.text(i)));
            }
        }
        return there;
    }

    static final class Loud {
        @AsyncFn
        String find(Cache cache, String key) {
            return cache.find(key).toUpperCase();
        }
    }
}
