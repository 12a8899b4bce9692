package dev.asyncfn.samples.benchmarks;

import java.util.List;

/**
 * What one contender needed in one row, over all rounds.
 *
 * @param row the id of the row
 * @param params the parameters, as {@code name=value}, or empty
 * @param contender which of the row
 * @param quantity such as time, bytes or wall
 * @param first the lower quartile
 * @param median the middle
 * @param third the upper quartile
 */
record Sample(String row, String params, String contender, String quantity, double first, double median, double third) {

    /** The quartiles of the values, of which there is at least one. */
    static Sample of(String row, String params, String contender, String quantity, List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Sample(row, params, contender, quantity, at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) Math.round(part * (sorted.length - 1))];
    }

    /** What was measured, and of whom. */
    Sample withoutNumbers() {
        return new Sample(row, params, contender, quantity, 0, 0, 0);
    }

    /** Whether it is of the same work as another, and may be divided by it. */
    boolean isBeside(Sample other) {
        return row.equals(other.row) && params.equals(other.params) && quantity.equals(other.quantity);
    }
}
