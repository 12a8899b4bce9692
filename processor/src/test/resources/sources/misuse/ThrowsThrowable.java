package misuse;

import dev.asyncfn.AsyncFn;
import java.io.IOException;

/** A {@code Throwable} that is neither an {@code Exception} nor an {@code Error} is checked, too. */
final class ThrowsThrowable {
    static class Own extends Throwable {
        private static final long serialVersionUID = 1;
    }

    @AsyncFn
    static int anything() throws Throwable {
        return 1;
    }

    @AsyncFn
    static int own() throws IOException, ThrowsThrowable.Own, Throwable {
        return 1;
    }

    @AsyncFn
    static int fine() throws Error, Exception {
        return 1;
    }
}
