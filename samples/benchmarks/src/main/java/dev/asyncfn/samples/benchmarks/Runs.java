package dev.asyncfn.samples.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The runs of one machine and JDK, which are to agree.
 *
 * @param machine as they name it
 * @param all one at least, in their order
 */
record Runs(String machine, List<Results> all) {
    /** A difference of two medians up to which they agree. */
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

    /** How many medians there are in the last run that another run has, too. */
    int compared() {
        return (int) last().samples().stream().filter(this::isCompared).count();
    }

    /** How many of them are within a tenth of those of each other run. */
    int close() {
        return (int) last().samples().stream()
                .filter(sample -> isCompared(sample) && isClose(sample))
                .count();
    }

    private boolean isCompared(Sample sample) {
        return find(sample, sample.contender()).stream()
                        .flatMap(Optional::stream)
                        .count()
                > 1;
    }

    private boolean isClose(Sample sample) {
        var medians = find(sample, sample.contender()).stream()
                .flatMap(Optional::stream)
                .mapToDouble(Sample::median)
                .summaryStatistics();
        return medians.getMax() <= CLOSE * medians.getMin();
    }
}
