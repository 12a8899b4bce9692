package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;

/** The items of a stream, reduced. */
final class Fold<T, A, R> extends OwnedFuture<R> implements Waiting {
    private final Supplier<? extends A> initial;
    private final BiFunction<? super A, ? super T, ? extends A> step;
    private final Function<? super A, ? extends R> finisher;
    /** Fused, since it may be dropped after it has ended or thrown; null once the fold is over. */
    private Stream<T> stream;

    private A state;
    private boolean started;

    Fold(
            Stream<T> stream,
            Supplier<? extends A> initial,
            BiFunction<? super A, ? super T, ? extends A> step,
            Function<? super A, ? extends R> finisher) {
        this.stream = stream.fuse();
        this.initial = initial;
        this.step = Objects.requireNonNull(step, "step");
        this.finisher = finisher;
    }

    static <T, A, R> Fold<T, A, R> collect(Stream<T> stream, Collector<? super T, A, R> collector) {
        Objects.requireNonNull(collector, "collector");
        return new Fold<>(
                stream,
                () -> collector.supplier().get(),
                (container, item) -> {
                    collector.accumulator().accept(container, item);
                    return container;
                },
                container -> collector.finisher().apply(container));
    }

    @Override
    public Poll<R> poll(Context cx) throws Exception {
        if (stream == null) {
            throw new IllegalStateException("polled after completion");
        }
        try {
            return advance(cx);
        } catch (Throwable thrown) {
            Cleanup.after(thrown, this::drop);
            throw thrown;
        }
    }

    private Poll<R> advance(Context cx) throws Exception {
        if (!started) {
            started = true;
            state = initial.get();
        }
        while (stream.pollNext(cx) instanceof Poll.Ready<T> next) {
            if (next.value() == null) {
                Poll<R> result = Poll.ready(finisher.apply(state));
                drop();
                return result;
            }
            state = step.apply(state, next.value());
        }
        return Poll.pending();
    }

    @Override
    public void drop() {
        Stream<T> left = stream;
        stream = null;
        state = null;
        if (left != null) {
            left.drop();
        }
    }

    @Override
    public String state() {
        return stream == null ? "DONE" : "end of " + StreamAdapter.describe(stream);
    }

    @Override
    public List<Future<?>> awaitedAll() {
        return Waiting.of(stream);
    }
}
