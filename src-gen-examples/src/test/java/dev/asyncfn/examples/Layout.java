package dev.asyncfn.examples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Where the parts of a picture are: the states in a column in the order of the code, jumps in lanes on the right, exceptions and drops in
 * lanes on the left. Ways to the same state share a lane.
 */
final class Layout {
    static final int ROW = 20;
    static final int PADDING = 7;
    static final int GAP = 30;

    private static final int MARGIN = 16;
    private static final int HEADING = 26;
    private static final int LANE = 16;
    private static final double CHAR = 7.85;
    private static final int LONGEST_TEXT = 52;
    private static final int LONGEST_LABEL = 40;

    /** A state, and the lines of text in its box. */
    record Box(Fn.State state, List<String> text, int x, int y, int width, int height) {
        int right() {
            return x + width;
        }

        int bottom() {
            return y + height;
        }

        /** The middle of a line of text. */
        int row(int number) {
            return y + PADDING + number * ROW + ROW / 2;
        }
    }

    /** A way straight down to the next state. */
    record Down(Box from, Box to, String label) {}

    /** A way that leaves its box at the height {@code y}. */
    record Exit(Box from, int y, String label) {}

    /**
     * All ways of a kind to a state that is not the next one.
     *
     * @param kind jump, throws or drop
     * @param x of the line that they share
     * @param entry the height at which it enters the box
     */
    record Lane(String kind, List<Exit> exits, Box to, int x, int entry) {
        int top() {
            return Math.min(entry, exits.stream().mapToInt(Exit::y).min().orElseThrow());
        }

        int bottom() {
            return Math.max(entry, exits.stream().mapToInt(Exit::y).max().orElseThrow());
        }
    }

    private final Fn fn;
    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final List<Fn.Edge> edges;

    Layout(Fn fn) {
        this.fn = fn;
        List<Fn.State> shown = fn.states().stream()
                .filter(state -> !state.isEnd() || state.id().equals("DONE") && isEntered(state.id()))
                .toList();
        List<String> ids = shown.stream().map(Fn.State::id).toList();
        this.edges = fn.edges().stream()
                .filter(edge -> ids.contains(edge.from()) && ids.contains(edge.to()))
                .toList();
        place(shown);
    }

    private boolean isEntered(String state) {
        return fn.edges().stream().anyMatch(edge -> edge.to().equals(state));
    }

    private void place(List<Fn.State> shown) {
        int width = shown.stream()
                .flatMap(state -> text(state).stream())
                .mapToInt(Layout::width)
                .max()
                .orElseThrow();
        int y = MARGIN + HEADING;
        for (Fn.State state : shown) {
            int exits = (int) edges.stream()
                    .filter(edge -> edge.from().equals(state.id()) && isJump(edge, shown))
                    .count();
            int rows = Math.max(text(state).size(), exits + 1);
            int height = rows * ROW + 2 * PADDING;
            boxes.put(state.id(), new Box(state, text(state), left(shown), y, width + 2 * PADDING, height));
            y += height + GAP;
        }
    }

    /** The left edge of the boxes: room for the lanes beside them. */
    private int left(List<Fn.State> shown) {
        long lanes = edges.stream()
                .filter(edge -> isLeft(edge) && shown.size() > 1)
                .map(edge -> edge.kind() + edge.to())
                .distinct()
                .count();
        return MARGIN + (int) lanes * LANE + (lanes > 0 ? LANE : 0);
    }

    private static List<String> text(Fn.State state) {
        List<String> text = new ArrayList<>();
        String lines = state.lines().matches("\\d+") ? "line " : "lines ";
        text.add(state.id() + (state.lines().isEmpty() ? "" : "   " + lines + state.lines()));
        if (!state.awaits().isEmpty()) {
            text.add("waits for " + state.awaits());
        }
        if (!state.keeps().isEmpty()) {
            text.add("keeps " + String.join(", ", state.keeps()));
        }
        return text.stream().map(line -> shortened(line, LONGEST_TEXT)).toList();
    }

    static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private static int width(String text) {
        return (int) Math.ceil(text.length() * CHAR);
    }

    private static boolean isLeft(Fn.Edge edge) {
        return edge.kind().equals("throws") || edge.kind().equals("drop");
    }

    private static boolean isJump(Fn.Edge edge, List<Fn.State> shown) {
        return !isLeft(edge) && !isNext(edge, shown);
    }

    private static boolean isNext(Fn.Edge edge, List<Fn.State> shown) {
        List<String> ids = shown.stream().map(Fn.State::id).toList();
        return !isLeft(edge) && ids.indexOf(edge.to()) == ids.indexOf(edge.from()) + 1;
    }

    private List<Fn.State> shown() {
        return boxes.values().stream().map(Box::state).toList();
    }

    List<Box> boxes() {
        return List.copyOf(boxes.values());
    }

    List<Down> downs() {
        Map<String, Down> downs = new LinkedHashMap<>(); // one arrow, even where two ways lead to the next state
        edges.stream().filter(edge -> isNext(edge, shown())).forEach(edge -> {
            Down down = new Down(boxes.get(edge.from()), boxes.get(edge.to()), shortened(edge.when(), LONGEST_LABEL));
            downs.merge(edge.from(), down, (a, b) -> new Down(a.from(), a.to(), ""));
        });
        return List.copyOf(downs.values());
    }

    /** The lanes on the right. */
    List<Lane> jumps() {
        List<Exit> exits = new ArrayList<>();
        List<Box> targets = new ArrayList<>();
        for (Box box : boxes.values()) {
            int row = 1;
            for (Fn.Edge edge : edges) {
                if (edge.from().equals(box.state().id()) && isJump(edge, shown())) {
                    exits.add(new Exit(box, box.row(row++), shortened(edge.when(), LONGEST_LABEL)));
                    targets.add(boxes.get(edge.to()));
                }
            }
        }
        int labels = exits.stream().mapToInt(exit -> width(exit.label())).max().orElse(0);
        int x = Math.max(rightOfBoxes() + labels + LANE, rightOfLabels()) + LANE;
        return lanes("jump", exits, targets, x, LANE);
    }

    /** The lanes on the left: first of exceptions, then of drops. */
    List<Lane> left() {
        List<Lane> lanes = new ArrayList<>();
        for (String kind : List.of("throws", "drop")) {
            List<Exit> exits = new ArrayList<>();
            List<Box> targets = new ArrayList<>();
            Predicate<Fn.Edge> wanted = edge -> edge.kind().equals(kind);
            edges.stream().filter(wanted).forEach(edge -> {
                Box from = boxes.get(edge.from());
                int y = from.y() + from.height() / 2 + (kind.equals("drop") ? ROW / 3 : 0);
                if (exits.stream()
                        .noneMatch(exit ->
                                exit.from() == from && targets.get(exits.indexOf(exit)) == boxes.get(edge.to()))) {
                    exits.add(new Exit(from, y, ""));
                    targets.add(boxes.get(edge.to()));
                }
            });
            int x = boxes().get(0).x() - LANE - lanes.size() * LANE;
            lanes.addAll(lanes(kind, exits, targets, x, -LANE));
        }
        return lanes;
    }

    /** Short ones nearer to the boxes; those that do not overlap could share a place, but seldom are there many. */
    private List<Lane> lanes(String kind, List<Exit> exits, List<Box> targets, int x, int step) {
        Map<Box, List<Exit>> byTarget = new LinkedHashMap<>();
        for (int i = 0; i < exits.size(); i++) {
            byTarget.computeIfAbsent(targets.get(i), t -> new ArrayList<>()).add(exits.get(i));
        }
        int offset = kind.equals("drop") ? ROW / 3 : 0;
        List<Lane> unplaced = byTarget.entrySet().stream()
                .map(entry -> new Lane(
                        kind,
                        entry.getValue(),
                        entry.getKey(),
                        0,
                        entry.getKey().row(0) + offset))
                .sorted(Comparator.comparingInt(lane -> lane.bottom() - lane.top()))
                .toList();
        List<Lane> placed = new ArrayList<>();
        for (Lane lane : unplaced) {
            placed.add(new Lane(kind, lane.exits(), lane.to(), x + placed.size() * step, lane.entry()));
        }
        return placed;
    }

    private int rightOfBoxes() {
        return boxes().get(0).right();
    }

    int width() {
        int lanes = jumps().stream().mapToInt(Lane::x).max().orElse(0);
        return Math.max(lanes, Math.max(rightOfBoxes(), rightOfLabels())) + MARGIN;
    }

    /** Of the arrows that lead down. */
    private int rightOfLabels() {
        return downs().stream()
                .mapToInt(down -> down.from().x() + down.from().width() / 2 + LANE + width(down.label()))
                .max()
                .orElse(0);
    }

    int height() {
        return boxes().get(boxes.size() - 1).bottom() + MARGIN;
    }
}
