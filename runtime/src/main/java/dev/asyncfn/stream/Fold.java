package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.failure.Drops;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;

/** The items of a stream, reduced. */
final class Fold<T, A, R> extends StreamFuture<T, R> {
    private final Supplier<? extends A> initial;
    private final BiFunction<? super A, ? super T, ? extends A> step;
    private final Function<? super A, ? extends R> finisher;
    private A state;
    private boolean started;

    Fold(
            Stream<T> stream,
            Supplier<? extends A> initial,
            BiFunction<? super A, ? super T, ? extends A> step,
            Function<? super A, ? extends R> finisher) {
        super(stream);
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
    Poll<R> advance(Stream<T> items, Context cx) throws Exception {
        if (!started) {
            started = true;
            state = initial.get();
        }
        while (items.pollNext(cx) instanceof Poll.Ready<T> next) {
            if (next.value() == null) {
                A last = state;
                state = null;
                return Poll.ready(finisher.apply(last));
            }
            state = step.apply(state, next.value());
        }
        return Poll.pending();
    }

    /** The state is the user's. */
    @Override
    void release(Drops drops) {
        state = null;
    }
}
