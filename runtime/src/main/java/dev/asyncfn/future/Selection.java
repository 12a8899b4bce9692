package dev.asyncfn.future;

import dev.asyncfn.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The first of any number of futures of different types, each with a function that makes the common result of its value. tokio's
 * {@code select!}.
 *
 * <pre>{@code
 * Event event = await(Selection.<Event>biased()
 *         .on(token.cancelled(), nothing -> new Event.Stop())
 *         .on(lines.recv(), line -> new Event.Line(line))
 *         .on(Sleep.of(PATIENCE), nothing -> new Event.Silence())
 *         .first());
 * }</pre>
 *
 * <p>The others are dropped, and have cleaned up, before the function is called: no future is left idle while that runs. So each future should be one that
 * may be dropped without losing anything, as those of channels, locks and timers may. To continue with the losers,
 * see {@link Futures#select} and {@link Futures#selectAll}.
 *
 * <p>Used by one thread, to make one future.
 *
 * @param <R> the type of the result
 */
public final class Selection<R> {
    /** Null if the order is that of the calls. */
    private final RandomGenerator random;

    private final List<Branch<?, R>> branches = new ArrayList<>();

    /** A future, and what is made of its value. */
    private record Branch<T, R>(Future<T> future, Function<? super T, ? extends R> function) {
        @SuppressWarnings("unchecked") // it is the value of this branch's future
        R apply(Object value) {
            return function.apply((T) value);
        }
    }

    private Selection(RandomGenerator random) {
        this.random = random;
    }

    /**
     * If several futures are ready in the first poll, the one that was added first wins. tokio's {@code biased}. In a loop, a future that is ready each
     * time keeps later ones from ever winning.
     *
     * @param <R> the type of the result
     * @return a selection without futures
     */
    public static <R> Selection<R> biased() {
        return new Selection<>(null);
    }

    /**
     * If several futures are ready in the first poll, any of them may win, each as likely as the others: the default of tokio's {@code select!}. A
     * test that is to be the same each time uses {@link #fair(RandomGenerator)}.
     *
     * @param <R> the type of the result
     * @return a selection without futures
     */
    public static <R> Selection<R> fair() {
        return fair(ThreadLocalRandom.current());
    }

    /**
     * As {@link #fair()}, with this source of random numbers.
     *
     * @param <R> the type of the result
     * @param random asked only by {@link #first()}, on its thread
     * @return a selection without futures
     */
    public static <R> Selection<R> fair(RandomGenerator random) {
        return new Selection<>(Objects.requireNonNull(random, "random"));
    }

    /**
     * Adds a future.
     *
     * @param <T> the type of its value
     * @param future belongs to the future that {@link #first()} makes
     * @param function called if this future is the first, in the poll that is ready; its argument and its result may be null, and its exceptions are
     *     those of the selection
     * @return this selection
     */
    public <T> Selection<R> on(Future<T> future, Function<? super T, ? extends R> function) {
        Objects.requireNonNull(future, "future");
        branches.add(new Branch<>(future, Objects.requireNonNull(function, "function")));
        return this;
    }

    /**
     * Waits for the first of the futures. If that throws, so does the selection, with the same exception.
     *
     * @return a future that owns all that were added, and drops those that have not completed
     * @throws IllegalStateException if there are none, because nothing would ever complete; or if something else drives one of them, as an
     *     earlier call of this method does
     */
    public Future<R> first() {
        if (branches.isEmpty()) {
            throw new IllegalStateException("a selection of no futures never completes");
        }
        List<Branch<?, R>> ordered = new ArrayList<>(branches);
        if (random != null) {
            Collections.shuffle(ordered, new Random(random.nextLong()));
        }
        return Futures.map(
                new FirstOf(ordered.stream().map(Branch::future).toList()),
                selected -> ordered.get(selected.index()).apply(selected.value()));
    }
}
