package dev.asyncfn.stream;

import dev.asyncfn.executor.Spawner;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Runs a stream as a task for each subscriber. */
final class StreamPublisher<T> implements Flow.Publisher<T> {
    private final Supplier<? extends Stream<T>> streams;
    private final Spawner spawner;

    StreamPublisher(Supplier<? extends Stream<T>> streams, Spawner spawner) {
        this.streams = Objects.requireNonNull(streams, "streams");
        this.spawner = Objects.requireNonNull(spawner, "spawner");
    }

    /** One for one subscriber only. */
    static <T> StreamPublisher<T> unicast(Stream<T> stream, Spawner spawner) {
        AtomicReference<Stream<T>> only = new AtomicReference<>(stream);
        return new StreamPublisher<>(
                () -> {
                    Stream<T> taken = only.getAndSet(null);
                    if (taken == null) {
                        throw new IllegalStateException("the stream of this publisher has a subscriber already");
                    }
                    return taken;
                },
                spawner);
    }

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        Stream<T> stream;
        Throwable failure = null;
        try {
            stream = Objects.requireNonNull(streams.get(), "stream");
        } catch (Throwable thrown) {
            stream = Streams.empty();
            failure = thrown;
        }
        new Delivery<>(stream, subscriber).start(spawner, failure);
    }
}
