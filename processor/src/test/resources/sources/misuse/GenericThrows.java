package misuse;

import dev.asyncfn.AsyncFn;
import java.io.IOException;
import java.io.Serializable;

/** What a future fails with is an argument of {@code TryFuture<T, E extends Exception>}. */
final class GenericThrows {
    @AsyncFn
    static <X extends Throwable> int anything(X failure) throws X {
        throw failure;
    }

    @AsyncFn
    static <Y extends Error, X extends Y> int errors(X first, Y second) throws IOException, X, Y {
        throw first;
    }

    @AsyncFn
    static <X extends Exception> int exceptions(X failure) throws IOException, X {
        throw failure;
    }

    @AsyncFn
    static <Y extends IOException & Serializable, X extends Y> int bounds(X failure) throws X {
        throw failure;
    }

    @AsyncFn
    static <X extends RuntimeException> int unchecked(X failure) throws X {
        throw failure;
    }
}
