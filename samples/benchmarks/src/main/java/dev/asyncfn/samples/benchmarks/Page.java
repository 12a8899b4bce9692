package dev.asyncfn.samples.benchmarks;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The page, made of the results of one or more runs. */
final class Page {
    private static final List<String> CONTENDERS = List.of(
            "asyncfn", "hand", "kotlin", "stages", "mono", "virtual", "threads", "nio", "netty", "generated", "plain");

    /** The part of the processors' time that others may take while a run counts. */
    private static final double QUIET = 0.1;

    private final StringBuilder text = new StringBuilder();

    private Page() {}

    static String of(List<Runs> machines, String introduction) {
        Page page = new Page();
        page.text.append(introduction.stripTrailing()).append('\n');
        for (int i = 0; i < machines.size(); i++) {
            page.section(machines.get(i), chart(i));
        }
        return page.text.toString();
    }

    /** The name of the chart of one machine. */
    static String chart(int machine) {
        return "benchmarks-" + (machine + 1) + ".svg";
    }

    private void section(Runs runs, String chart) {
        text.append("\n## ").append(runs.machine()).append("\n\n");
        for (int i = 0; i < runs.all().size(); i++) {
            others(i + 1, runs.all().get(i).others());
        }
        if (runs.all().size() > 1) {
            text.append(String.format(
                    Locale.ROOT,
                    "Ratios of asyncfn to the others that differ by at most a tenth between the runs: %,d of %,d.\n",
                    runs.close(),
                    runs.compared()));
        }
        text.append("\n![ratios of asyncfn to the others](").append(chart).append(")\n\n");
        text.append("| row | ").append(String.join(" | ", CONTENDERS)).append(" |\n|---|");
        text.append("---|".repeat(CONTENDERS.size())).append('\n');
        Set<String> seen = new LinkedHashSet<>();
        for (Results run : runs.all()) {
            for (Sample sample : run.samples()) {
                if (seen.add(sample.row() + sample.params() + sample.quantity())) {
                    row(runs, sample);
                }
            }
        }
        targets(runs);
    }

    private void others(int run, double share) {
        if (share < 0) {
            return;
        }
        text.append(String.format(
                Locale.ROOT, "In run %d other programs took %.1f %% of the processors' time.\n", run, 100 * share));
        if (share > QUIET) {
            text.append("**That run shows only that everything is measured.**\n");
        }
    }

    private void row(Runs runs, Sample of) {
        text.append("| ").append(title(of));
        for (String contender : CONTENDERS) {
            text.append(" | ")
                    .append(runs.find(of, contender).stream()
                            .flatMap(Optional::stream)
                            .map(Page::cell)
                            .collect(Collectors.joining("<br>")));
        }
        text.append(" |\n");
    }

    private static String title(Sample of) {
        Row row = Rows.of(of.row());
        String params = of.params().isEmpty() ? "" : ", " + of.params();
        return row.title() + params + ", " + of.quantity();
    }

    /** The median, and the quartiles around it. */
    private static String cell(Sample sample) {
        return number(sample.median()) + " (" + number(sample.first()) + "–" + number(sample.third()) + ")";
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }

    private void targets(Runs runs) {
        text.append("\n| target | limit | ratio | |\n|---|---|---|---|\n");
        Set<Sample> seen = new LinkedHashSet<>();
        for (Results run : runs.all()) {
            for (Sample sample : run.samples()) {
                if (sample.contender().equals("asyncfn") && seen.add(sample.withoutNumbers())) {
                    for (Row.Target target : Rows.of(sample.row()).targets()) {
                        if (target.isFor(sample.params()) && isLimited(sample, target)) {
                            target(runs, sample, target);
                        }
                    }
                    processor(runs, sample);
                }
            }
        }
    }

    /** CPU or time everywhere; bytes only beside code written by hand, or where bytes are the row. */
    private static boolean isLimited(Sample sample, Row.Target target) {
        return switch (sample.quantity()) {
            case "wall ns", "wall ms" -> false;
            case "bytes/op" -> target.opponent().equals("hand");
            default -> true;
        };
    }

    private void target(Runs runs, Sample ours, Row.Target target) {
        String base = target.base() == null ? ours.params() : target.base();
        Sample beside = new Sample(ours.row(), base, target.opponent(), ours.quantity(), 0, 0, 0);
        String name = target.opponent() + (target.base() == null ? "" : ", " + target.base());
        verdict(
                title(ours) + ", to " + name,
                ours.quantity().equals("bytes/op") ? 1.10 : target.ratio(),
                runs.ratios(run -> quotient(run.find(ours, "asyncfn"), run.find(beside, target.opponent()))
                        .map(quotient -> quotient / target.times())));
    }

    private static Optional<Double> quotient(Optional<Sample> ours, Optional<Sample> theirs) {
        return ours.flatMap(our -> theirs.map(their -> quotient(our.median(), their.median())));
    }

    private static double quotient(double ours, double theirs) {
        return ours == theirs ? 1 : ours / theirs;
    }

    /** The processor itself, beside what javac spends on the code that it generates, from a hundred methods on. */
    private void processor(Runs runs, Sample lowered) {
        boolean many =
                lowered.params().equals("methods=100") || lowered.params().equals("methods=1000");
        if (lowered.row().equals("Compile") && lowered.quantity().equals("CPU ms") && many) {
            verdict(
                    title(lowered) + ", the processor to javac on the generated code",
                    1.0,
                    runs.ratios(run -> processor(run, lowered)));
        }
    }

    private static Optional<Double> processor(Results run, Sample of) {
        return run.find(of, "asyncfn").map(lowered -> {
            double generated = run.find(of, "generated").orElseThrow().median();
            double plain = run.find(of, "plain").orElseThrow().median();
            return (lowered.median() - generated) / (generated - plain);
        });
    }

    /** A line with the ratio of each run; none where no run has measured both. */
    private void verdict(String target, double limit, List<Double> ratios) {
        if (!ratios.isEmpty()) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %s | %s |\n",
                    target,
                    limit,
                    ratios.stream()
                            .map(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
                            .collect(Collectors.joining(", ")),
                    verdict(limit, ratios)));
        }
    }

    private static String verdict(double limit, List<Double> ratios) {
        if (ratios.stream().allMatch(ratio -> ratio <= limit)) {
            return "holds";
        }
        return ratios.stream().noneMatch(ratio -> ratio <= limit) ? "**misses**" : "**the runs differ**";
    }
}
