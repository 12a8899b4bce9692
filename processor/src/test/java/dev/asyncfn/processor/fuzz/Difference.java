package dev.asyncfn.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Two observations side by side, for people: the end of what they share, then where they part. */
final class Difference {
    private static final int SHARED = 8;
    private static final int APART = 12;

    private Difference() {}

    static String between(Observed expected, Observed actual) {
        List<String> left = lines(expected);
        List<String> right = lines(actual);
        int shared = 0;
        while (shared < Math.min(left.size(), right.size()) && left.get(shared).equals(right.get(shared))) {
            shared++;
        }
        StringBuilder text = new StringBuilder("(- the body, + the future)\n");
        append(text, "    ", left.subList(Math.max(0, shared - SHARED), shared));
        append(text, "  - ", left.subList(shared, Math.min(left.size(), shared + APART)));
        append(text, "  + ", right.subList(shared, Math.min(right.size(), shared + APART)));
        return text.toString();
    }

    private static List<String> lines(Observed observed) {
        List<String> lines = new ArrayList<>(observed.log());
        lines.add(observed.result());
        return lines;
    }

    private static void append(StringBuilder text, String prefix, List<String> lines) {
        lines.forEach(line -> text.append(prefix).append(line).append('\n'));
    }
}
