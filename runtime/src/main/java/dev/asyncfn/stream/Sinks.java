package dev.asyncfn.stream;

import dev.asyncfn.Future;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import java.util.function.Consumer;
import java.util.function.Function;

/** Creates sinks. Rust's {@code futures::sink}. */
public final class Sinks {
    private Sinks() {}

    /**
     * A sink that passes each item to {@code action}, and is always ready.
     *
     * @param <T> the type of the items
     * @param action called by the task that sends; if it throws, the sink is broken
     * @return a new sink, on which flushing and closing never wait
     */
    public static <T> Sink<T> forEach(Consumer<? super T> action) {
        return new ConsumerSink<>(action);
    }

    /**
     * A sink that makes a future of each item, and is ready again once that future is. Rust's {@code sink::unfold}, without the state.
     *
     * @param <T> the type of the items
     * @param action must not return null. The values of its futures, which may be null, are released, as
     *     {@link dev.asyncfn.Undelivered} says; an exception breaks the sink
     * @return a new sink, which owns the future that is running
     */
    public static <T> Sink<T> forEachAsync(Function<? super T, ? extends Future<?>> action) {
        return new AsyncSink<>(action);
    }

    /**
     * A sink that discards its items. Rust's {@code sink::drain}.
     *
     * @param <T> the type of the items
     * @return a new sink, which never waits. An item that it takes is closed if it is {@link AutoCloseable}, and a future is dropped, as
     *     {@link dev.asyncfn.Undelivered} says: nobody else has it any more. For items that have other owners, use {@link #forEach} with a
     *     function that does nothing
     */
    public static <T> Sink<T> drain() {
        return forEach(item -> {
            Drops drops = new Drops(null);
            drops.release(Undelivered.close(), item);
            drops.rethrow();
        });
    }
}
