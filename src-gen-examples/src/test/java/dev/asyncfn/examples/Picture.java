package dev.asyncfn.examples;

import java.util.List;
import java.util.stream.Collectors;

/** The states of an async fn as an SVG. It has a background of its own, so that it can be read on a light page and on a dark one. */
final class Picture {
    private static final String STYLE = """
              <style>
                text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; fill: #1f2328; }
                .name { font-weight: bold; }
                .more, .label { fill: #57606a; }
                .page { fill: #ffffff; stroke: #d0d7de; }
                .box { fill: #ffffff; stroke: #6e7781; }
                .waits { fill: #ddf4ff; stroke: #0969da; stroke-width: 2.5; }
                .end { fill: #dafbe1; stroke: #1a7f37; stroke-width: 1.5; }
                .way { fill: none; stroke: #1f2328; stroke-width: 1.3; }
                .throws { stroke: #cf222e; stroke-dasharray: 6 3; }
                .drop { stroke: #8250df; stroke-dasharray: 2 3; }
                @media (prefers-color-scheme: dark) {
                  text { fill: #e6edf3; }
                  .more, .label { fill: #9da7b3; }
                  .page { fill: #0d1117; stroke: #3d444d; }
                  .box { fill: #0d1117; stroke: #9da7b3; }
                  .waits { fill: #0c2d4f; stroke: #4493f8; }
                  .end { fill: #0f2d18; stroke: #3fb950; }
                  .way { stroke: #e6edf3; }
                  .throws { stroke: #ff7b72; }
                  .drop { stroke: #c297ff; }
                }
              </style>
            """;

    private final Fn fn;
    private final Layout layout;
    private final StringBuilder svg = new StringBuilder();

    private Picture(Fn fn) {
        this.fn = fn;
        this.layout = new Layout(fn);
    }

    static String of(Fn fn) {
        return new Picture(fn).draw();
    }

    /** What the picture shows, in words. */
    static String description(Fn fn) {
        return fn.states().stream()
                .filter(state -> !state.isEnd())
                .map(state -> state.id() + ways(fn, state))
                .collect(Collectors.joining("; "));
    }

    private static String ways(Fn fn, Fn.State state) {
        String to = fn.edges().stream()
                .filter(edge -> edge.from().equals(state.id()) && !edge.kind().equals("drop"))
                .map(edge -> edge.to()
                        + (edge.when().isEmpty() ? "" : " if " + edge.when())
                        + (edge.kind().equals("throws") ? " by an exception" : ""))
                .distinct()
                .collect(Collectors.joining(", "));
        return to.isEmpty() ? "" : " leads to " + to;
    }

    private String draw() {
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">"
                .formatted(layout.width(), layout.height(), layout.width(), layout.height()));
        line("  <title>The states of " + escaped(fn.name()) + "</title>");
        line("  <desc>" + escaped(description(fn)) + "</desc>");
        svg.append(STYLE);
        line("  <rect class=\"page\" x=\"0.5\" y=\"0.5\" width=\"%d\" height=\"%d\" rx=\"6\"/>"
                .formatted(layout.width() - 1, layout.height() - 1));
        text("name", layout.boxes().get(0).x(), 26, fn.name());
        layout.left().forEach(this::lane);
        layout.jumps().forEach(this::lane);
        layout.downs().forEach(this::down);
        layout.boxes().forEach(this::box);
        line("</svg>");
        return svg.toString();
    }

    private void box(Layout.Box box) {
        Fn.State state = box.state();
        String look = state.isEnd() ? "end" : state.suspends() ? "waits" : "box";
        line("  <rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"/>"
                .formatted(look, box.x(), box.y(), box.width(), box.height(), state.isEnd() ? 12 : 4));
        List<String> text = box.text();
        for (int i = 0; i < text.size(); i++) {
            int y = box.row(i) + 5;
            if (i == 0) {
                first(box.x() + Layout.PADDING, y, state.id(), text.get(0));
            } else {
                text("more", box.x() + Layout.PADDING, y, text.get(i));
            }
        }
    }

    /** The name, and its lines in another colour. */
    private void first(int x, int y, String name, String text) {
        String rest = text.length() > name.length() ? text.substring(name.length()) : "";
        line(
                "  <text x=\"%d\" y=\"%d\" xml:space=\"preserve\"><tspan class=\"name\">%s</tspan><tspan class=\"more\">%s</tspan></text>"
                        .formatted(x, y, escaped(name), escaped(rest)));
    }

    private void down(Layout.Down down) {
        int x = down.from().x() + down.from().width() / 2;
        way("", "M %d %d V %d".formatted(x, down.from().bottom(), down.to().y() - 6));
        head("", x, down.to().y(), 0, -1);
        label(x + 8, down.from().bottom() + Layout.GAP / 2 + 3, down.label());
    }

    private void lane(Layout.Lane lane) {
        String look = lane.kind().equals("jump") ? "" : " " + lane.kind();
        boolean right = lane.x() > lane.to().x();
        int edge = right ? lane.to().right() : lane.to().x();
        int away = right ? 1 : -1;
        way(look, "M %d %d V %d".formatted(lane.x(), lane.top(), lane.bottom()));
        way(look, "M %d %d H %d".formatted(lane.x(), lane.entry(), edge + away * 6));
        head(look, edge, lane.entry(), away, 0);
        for (Layout.Exit exit : lane.exits()) {
            way(
                    look,
                    "M %d %d H %d"
                            .formatted(right ? exit.from().right() : exit.from().x(), exit.y(), lane.x()));
            label(exit.from().right() + 8, exit.y() - 4, exit.label());
        }
    }

    private void way(String look, String path) {
        line("  <path class=\"way%s\" d=\"%s\"/>".formatted(look, path));
    }

    /** The head of an arrow that ends at a place and comes from a direction. */
    private void head(String look, int x, int y, int dx, int dy) {
        String side = dx != 0
                ? "M %d %d L %d %d L %d %d".formatted(x + dx * 8, y - 4, x, y, x + dx * 8, y + 4)
                : "M %d %d L %d %d L %d %d".formatted(x - 4, y + dy * 8, x, y, x + 4, y + dy * 8);
        line("  <path class=\"way%s\" style=\"stroke-dasharray: none\" d=\"%s\"/>".formatted(look, side));
    }

    private void label(int x, int y, String text) {
        if (!text.isEmpty()) {
            text("label", x, y, text);
        }
    }

    private void text(String look, int x, int y, String text) {
        line("  <text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>".formatted(look, x, y, escaped(text)));
    }

    private void line(String line) {
        svg.append(line).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
