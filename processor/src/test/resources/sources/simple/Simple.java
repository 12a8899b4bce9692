import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.io.IOException;
import java.util.List;

/** A class without Javadoc of its async fns. */
final class Simple<K> {
    private int count;

    @AsyncFn
    static String plain(String name) {
        return await(read(name)) + name;
    }

    @AsyncFn
    <T extends Comparable<T>> T largest(List<T> all, K key) throws IOException {
        T best = null;
        try {
            for (T each : all) {
                if (best == null || await(read("")).isEmpty() && each.compareTo(best) > 0) {
                    best = each;
                }
                count++;
                secret(key, best);
            }
        } catch (IllegalStateException e) {
            await(read(e.getMessage()));
        } finally {
            await(read("end"));
        }
        return best;
    }

    private <T> T secret(K key, T value) throws IOException {
        return value;
    }

    static Future<String> read(String name) {
        return Future.ready(name);
    }
}
