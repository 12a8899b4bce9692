package dev.asyncfn.samples.benchmarks;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The page, made of the results of one or more runs. */
final class Page {
    private static final List<String> CONTENDERS = List.of(
            "asyncfn", "hand", "kotlin", "stages", "mono", "virtual", "threads", "nio", "netty", "generated", "plain");

    /** A load by processor up to which a run counts. */
    private static final double QUIET = 0.5;

    private final StringBuilder text = new StringBuilder();

    private Page() {}

    static String of(List<Results> runs, String introduction) {
        Page page = new Page();
        page.text.append(introduction.stripTrailing()).append('\n');
        for (int i = 0; i < runs.size(); i++) {
            page.run(runs.get(i), "benchmarks-" + (i + 1) + ".svg");
        }
        return page.text.toString();
    }

    private void run(Results run, String chart) {
        text.append("\n## ").append(run.machine()).append("\n\n");
        if (run.load() > QUIET) {
            text.append("**This run shows only that everything is measured.** ")
                    .append(number(run.load()))
                    .append(" other threads wanted each processor, so many contenders were measured before they were"
                            + " compiled.\n\n");
        }
        text.append("![ratios of asyncfn to the others](").append(chart).append(")\n\n");
        text.append("| row | ").append(String.join(" | ", CONTENDERS)).append(" |\n|---|");
        text.append("---|".repeat(CONTENDERS.size())).append('\n');
        Set<String> seen = new LinkedHashSet<>();
        for (Sample sample : run.samples()) {
            if (seen.add(sample.row() + sample.params() + sample.quantity())) {
                row(run, sample);
            }
        }
        targets(run);
    }

    private void row(Results run, Sample of) {
        text.append("| ").append(title(of));
        for (String contender : CONTENDERS) {
            text.append(" | ").append(find(run, of, contender).map(Page::cell).orElse(""));
        }
        text.append(" |\n");
    }

    private static String title(Sample of) {
        Row row = Rows.of(of.row());
        String params = of.params().isEmpty() ? "" : ", " + of.params();
        return row.title() + params + ", " + of.quantity();
    }

    static Optional<Sample> find(Results run, Sample beside, String contender) {
        return run.samples().stream()
                .filter(sample -> sample.contender().equals(contender) && sample.isBeside(beside))
                .findFirst();
    }

    /** The median, and the quartiles around it. */
    private static String cell(Sample sample) {
        return number(sample.median()) + " (" + number(sample.first()) + "–" + number(sample.third()) + ")";
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }

    private void targets(Results run) {
        text.append("\n| target | limit | ratio | |\n|---|---|---|---|\n");
        for (Sample sample : run.samples()) {
            if (sample.contender().equals("asyncfn")) {
                for (Row.Target target : Rows.of(sample.row()).targets()) {
                    if (target.isFor(sample.params()) && isLimited(sample, target)) {
                        target(run, sample, target);
                    }
                }
                processor(run, sample);
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

    private void target(Results run, Sample sample, Row.Target target) {
        String base = target.base() == null ? sample.params() : target.base();
        Sample beside = new Sample(sample.row(), base, target.opponent(), sample.quantity(), 0, 0, 0);
        String name = target.opponent() + (target.base() == null ? "" : ", " + target.base());
        find(run, beside, target.opponent())
                .ifPresent(other -> verdict(
                        title(sample) + ", to " + name,
                        sample.quantity().equals("bytes/op") ? 1.10 : target.ratio(),
                        quotient(sample.median(), other.median()) / target.times()));
    }

    private static double quotient(double ours, double theirs) {
        return ours == theirs ? 1 : ours / theirs;
    }

    /** The processor itself, beside what javac spends on the code that it generates, from a hundred methods on. */
    private void processor(Results run, Sample lowered) {
        boolean many =
                lowered.params().equals("methods=100") || lowered.params().equals("methods=1000");
        if (lowered.row().equals("Compile") && lowered.quantity().equals("CPU ms") && many) {
            double generated = find(run, lowered, "generated").orElseThrow().median();
            double plain = find(run, lowered, "plain").orElseThrow().median();
            verdict(
                    title(lowered) + ", the processor to javac on the generated code",
                    1.0,
                    (lowered.median() - generated) / (generated - plain));
        }
    }

    private void verdict(String what, double limit, double ratio) {
        text.append(String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %s |\n",
                what,
                limit,
                ratio,
                ratio <= limit ? "holds" : "**misses**"));
    }
}
