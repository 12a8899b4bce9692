package dev.asyncfn.stream;

import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Keeps the state of a scan over one stream. */
final class Scan<S, T> implements Function<T, S> {
    private S state;
    private final BiFunction<? super S, ? super T, ? extends S> step;

    Scan(S initial, BiFunction<? super S, ? super T, ? extends S> step) {
        this.state = initial;
        this.step = Objects.requireNonNull(step, "step");
    }

    @Override
    public S apply(T item) {
        state = step.apply(state, item);
        return state;
    }
}
