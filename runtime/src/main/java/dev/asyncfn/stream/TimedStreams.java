package dev.asyncfn.stream;

import java.time.Duration;

/**
 * Streams that depend on time, by the {@linkplain dev.asyncfn.time.Clock#current() current} clock of the call. tokio-stream's
 * {@code timeout}, and kotlinx.coroutines' {@code debounce}.
 *
 * <p>To pace a stream, zip it with ticks or await a {@link dev.asyncfn.sync.RateLimiter} in {@link Stream#then}; to bound the whole of a stream, put a
 * {@linkplain dev.asyncfn.time.Timeouts timeout} around the future that consumes it.
 */
public final class TimedStreams {
    private TimedStreams() {}

    /**
     * The same items, with a limit for the time that passes while one is awaited: from the first poll for an item on.
     *
     * @param <T> the type of the items
     * @param limit zero or less lets each item be polled for once
     * @param stream belongs to the result
     * @return a stream that throws {@link dev.asyncfn.time.ElapsedException} when an item takes too long, once {@code stream} has been dropped
     */
    public static <T> Stream<T> timeout(Duration limit, Stream<T> stream) {
        return new TimeoutStream<>(stream, limit);
    }

    /**
     * The newest item, each time that no other has come for a while; the others are left out, and released. At the end of the stream, the newest item comes at
     * once.
     *
     * @param <T> the type of the items
     * @param quiet how long no other item may come; zero or less passes on each item that is not followed by another at once
     * @param stream belongs to the result. It is polled until it is pending, so one that is never pending is only passed on at its end
     * @return a stream with fewer items
     */
    public static <T> Stream<T> debounce(Duration quiet, Stream<T> stream) {
        return new DebounceStream<>(stream, quiet);
    }
}
