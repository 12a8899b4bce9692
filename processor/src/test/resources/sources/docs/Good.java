package docs;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import docs.other.Elsewhere;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Javadoc without a mistake, full of references that mean nothing in another file.
 *
 * @param <K> keys
 */
public final class Good<K extends Comparable<K>> {
    /** The most. */
    public static final int MAX = 3;

    private final int own = 4;

    /** Makes one. */
    public Good() {}

    /** What is nested. */
    public static class Nested {
        /** Its number. */
        public int n;

        /** Makes one. */
        public Nested() {}
    }

    /**
     * Reads at most {@value #MAX} of {@link Nested#n}, never {@link #own}, as {@link Elsewhere} and {@link List#of()} do.
     *
     * <p>The second paragraph of {@link #MAX}.
     *
     * <pre>{@code
     * read(1);
     * }</pre>
     *
     * @param n the number, below {@link #MAX}
     * @return what {@link Elsewhere} gives
     * @throws IOException if {@code n} is {@link #MAX}
     * @throws IllegalStateException never
     * @see #MAX
     * @see Elsewhere
     * @since 1.0
     */
    @AsyncFn
    public static int read(int n) throws IOException {
        return await(Future.ready(n));
    }

    /**
     * {@return twice the number}
     *
     * @param n the number
     */
    @AsyncFn
    public static int overloaded(int n) {
        return await(Future.ready(2 * n));
    }

    /**
     * Counts {@linkplain #MAX many things}.
     *
     * @param <T> what {@link Nested} is not
     * @param self not this object
     * @param values {@code Map<K, T[]>}, and {@literal <more>}
     * @param more &lt;more&gt;
     * @return the count
     * @deprecated use {@link #read}
     */
    @Deprecated
    @SafeVarargs
    @AsyncFn
    public final <T> int overloaded(K self, List<Map<? super K, T[]>>[] values, T... more) {
        return await(Future.ready(own + values.length + more.length));
    }

    /** Does {@code nothing}. */
    @AsyncFn
    final void nothing() {
        await(Future.ready(1));
    }

    /**
     * For itself.
     *
     * @param k a key
     * @return that key
     */
    @AsyncFn
    private K hidden(K k) {
        return await(Future.ready(k));
    }
}
