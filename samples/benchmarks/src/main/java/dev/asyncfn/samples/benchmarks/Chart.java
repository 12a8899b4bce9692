package dev.asyncfn.samples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A drawing of the ratios: a dot for each contender of each row, on a logarithmic scale; left of the middle asyncfn is the faster one. */
final class Chart {
    private static final int LEFT = 380;
    private static final int WIDTH = 520;
    private static final int LINE = 18;
    private static final double DECADES = 2;
    private static final Map<String, String> COLORS = Map.of(
            "hand", "#444444",
            "kotlin", "#7f52ff",
            "stages", "#d9822b",
            "mono", "#2e8b57",
            "virtual", "#1f77b4",
            "threads", "#17becf",
            "nio", "#444444",
            "netty", "#c03030");

    private Chart() {}

    static String of(Runs runs) {
        Results run = runs.last();
        List<Sample> ours = new ArrayList<>();
        for (Sample sample : run.samples()) {
            if (sample.contender().equals("asyncfn")
                    && !sample.quantity().equals("bytes/op")
                    && !sample.row().equals("Compile")) {
                ours.add(sample);
            }
        }
        int height = LINE * (ours.size() + 3);
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">%n",
                LEFT + WIDTH + 20,
                height));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        legend(svg);
        for (int decade = -2; decade <= 2; decade++) {
            grid(svg, Math.pow(10, decade), height);
        }
        for (int i = 0; i < ours.size(); i++) {
            line(svg, run, ours.get(i), LINE * (i + 3));
        }
        return svg.append("</svg>\n").toString().replace("\r\n", "\n");
    }

    private static void legend(StringBuilder svg) {
        int x = 10;
        for (String contender : COLORS.keySet().stream().sorted().toList()) {
            dot(svg, x, 12, contender);
            text(svg, x + 8, 16, "start", contender);
            x += 80;
        }
    }

    private static void grid(StringBuilder svg, double ratio, int height) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"%4$s\"/>%n",
                x(ratio),
                LINE * 2,
                height,
                ratio == 1 ? "#000000" : "#cccccc"));
        text(svg, (int) x(ratio), LINE * 2 - 2, "middle", String.format(Locale.ROOT, "%.3g", ratio));
    }

    private static void line(StringBuilder svg, Results run, Sample ours, int y) {
        text(
                svg,
                LEFT - 8,
                y + 4,
                "end",
                Rows.of(ours.row()).title() + (ours.params().isEmpty() ? "" : ", " + ours.params()));
        for (String contender : Rows.of(ours.row()).contenders()) {
            if (COLORS.containsKey(contender)) {
                run.find(ours, contender)
                        .ifPresent(other -> dot(svg, (int) x(ours.median() / other.median()), y, contender));
            }
        }
    }

    private static void dot(StringBuilder svg, int x, int y, String contender) {
        svg.append(String.format(
                Locale.ROOT, "<circle cx=\"%d\" cy=\"%d\" r=\"5\" fill=\"%s\"/>%n", x, y, COLORS.get(contender)));
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, String words) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, words));
    }

    private static double x(double ratio) {
        double decades = Math.max(-DECADES, Math.min(DECADES, Math.log10(ratio)));
        return LEFT + WIDTH * (decades + DECADES) / (2 * DECADES);
    }
}
