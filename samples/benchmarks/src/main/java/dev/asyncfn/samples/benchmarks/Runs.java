package dev.asyncfn.samples.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The runs of one machine and JDK, which are to agree.
 *
 * @param machine as they name it
 * @param all one at least, in their order
 */
record Runs(String machine, List<Results> all) {
    private static final String OURS = "asyncfn";
    /** A quotient of two ratios up to which they agree. */
    private static final double CLOSE = 1.1;

    static List<Runs> byMachine(List<Results> results) {
        Map<String, List<Results>> machines = new LinkedHashMap<>();
        for (Results run : results) {
            machines.computeIfAbsent(run.machine(), machine -> new ArrayList<>())
                    .add(run);
        }
        List<Runs> runs = new ArrayList<>();
        machines.forEach((machine, of) -> runs.add(new Runs(machine, List.copyOf(of))));
        return runs;
    }

    /** The last one, from which the chart is drawn. */
    Results last() {
        return all.get(all.size() - 1);
    }

    /** What each run has measured of one contender; nothing of a run that has left it out. */
    List<Optional<Sample>> find(Sample beside, String contender) {
        return all.stream().map(run -> run.find(beside, contender)).toList();
    }

    /** A ratio from each run that has measured what it needs. */
    List<Double> ratios(Function<Results, Optional<Double>> ratio) {
        return all.stream().map(ratio).flatMap(Optional::stream).toList();
    }

    /** How many ratios of asyncfn to another contender there are in more than one run. */
    int compared() {
        return (int) others().filter(other -> ratiosTo(other).size() > 1).count();
    }

    /** How many of them are within a tenth of each other. The times themselves depend on the machine, which may be faster on another day. */
    int close() {
        return (int) others().map(this::ratiosTo)
                .filter(ratios -> ratios.size() > 1 && areClose(ratios))
                .count();
    }

    private Stream<Sample> others() {
        return last().samples().stream().filter(sample -> !sample.contender().equals(OURS));
    }

    private List<Double> ratiosTo(Sample other) {
        return ratios(run -> run.find(other, OURS)
                .flatMap(ours -> run.find(other, other.contender()).map(their -> ours.median() / their.median())));
    }

    /** Nothing to nothing is no number, and such are alike; nor is something to nothing. */
    private static boolean areClose(List<Double> ratios) {
        double least = Collections.min(ratios);
        double most = Collections.max(ratios);
        return Double.isFinite(most)
                ? most <= CLOSE * least
                : ratios.stream().distinct().count() == 1;
    }
}
