package dev.asyncfn.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** The only source of chance: the same seed throws the same. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    final <T> T pick(T... values) {
        return values[below(values.length)];
    }

    <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    <T> Choice<T> choice() {
        return new Choice<>();
    }

    /** A choice between ways to make something, the likelier the heavier. */
    final class Choice<T> {
        private final List<Supplier<? extends T>> ways = new ArrayList<>();
        private final List<Integer> weights = new ArrayList<>();
        private int total;

        private Choice() {}

        Choice<T> or(int weight, Supplier<? extends T> way) {
            ways.add(way);
            weights.add(weight);
            total += weight;
            return this;
        }

        Choice<T> orIf(boolean possible, int weight, Supplier<? extends T> way) {
            return possible ? or(weight, way) : this;
        }

        T make() {
            int rest = below(total);
            int way = 0;
            while (rest >= weights.get(way)) {
                rest -= weights.get(way++);
            }
            return ways.get(way).get();
        }
    }
}
