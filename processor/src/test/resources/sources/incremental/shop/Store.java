package shop;

import dev.asyncfn.AsyncFn;
import java.io.IOException;

/** Stores. */
public interface Store<K extends Comparable<K>> {
    int LIMIT = 3;

    /**
     * Finds one.
     *
     * @param wanted its key
     * @return what is there
     * @throws IOException if it cannot be read
     */
    @AsyncFn
    String find(K wanted) throws IOException;

    @AsyncFn
    default String both(K first, K second) throws IOException {
        return find(first) + find(second);
    }
}
