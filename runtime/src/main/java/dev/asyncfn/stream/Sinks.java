package dev.asyncfn.stream;

import dev.asyncfn.Future;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** Creates sinks. Rust's {@code futures::sink}. */
public final class Sinks {
    private Sinks() {}

    /** A sink that passes each item to {@code action}, and is always ready. */
    public static <T> Sink<T> forEach(Consumer<? super T> action) {
        return new ConsumerSink<>(action);
    }

    /**
     * A sink that makes a future of each item, and is ready again once that future is. Rust's {@code sink::unfold}, without the state.
     *
     * @param action returns futures whose values, which may be null, are not used
     */
    public static <T> Sink<T> forEachAsync(Function<? super T, ? extends Future<?>> action) {
        return new AsyncSink<>(action);
    }

    /** A sink that discards its items. Rust's {@code sink::drain}. */
    public static <T> Sink<T> drain() {
        return forEach(Objects::requireNonNull);
    }
}
