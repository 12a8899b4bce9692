package docs23;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.List;

/// Javadoc of JDK 23 and later.
public final class Markdown {
    private Markdown() {}

    /// every five minutes: `*/5 * * * *`
    @AsyncFn
    public static int cron(int n) {
        return await(Future.ready(n));
    }

    /// All files: src/**/*.java, ``a ` b`` and **bold** [List#of()], [the list][List], [Nowhere], <b>x, a < b & c.
    ///
    /// - a list
    ///
    /// ```java
    /// */
    /// ```
    ///
    /// @param n a number `*/`
    /// @param m another [#NONE]
    /// @return {@link #cron(int)} or {@link Nowhere}
    /// @throws IllegalStateException */
    @AsyncFn
    public int all(int n, List<int[]> m) {
        return await(Future.ready(n + m.size()));
    }

    /// \u002a/ \\u002a \{@code u}0041 {@literal \}u0041
    @AsyncFn
    public static void escapes() {
        await(Future.ready(1));
    }

    /** Both kinds. */
    /// The last one counts: */
    @AsyncFn
    public static void both() {
        await(Future.ready(1));
    }
}
