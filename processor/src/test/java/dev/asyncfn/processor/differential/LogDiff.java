package dev.asyncfn.processor.differential;

import java.util.List;
import java.util.stream.Collectors;

/** Two logs side by side, for people: what they share, then where they part. */
final class LogDiff {
    private LogDiff() {}

    static String of(Outcome expected, Outcome actual) {
        List<String> left = expected.log();
        List<String> right = actual.log();
        int shared = 0;
        while (shared < Math.min(left.size(), right.size()) && left.get(shared).equals(right.get(shared))) {
            shared++;
        }
        StringBuilder text = new StringBuilder();
        append(text, "    ", left.subList(Math.max(0, shared - 12), shared));
        append(text, "  - ", left.subList(shared, left.size()));
        append(text, "  + ", right.subList(shared, right.size()));
        if (!expected.result().equals(actual.result())) {
            append(text, "  - ", List.of(expected.result()));
            append(text, "  + ", List.of(actual.result()));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String prefix, List<String> lines) {
        text.append(lines.stream().limit(40).map(line -> prefix + line + "\n").collect(Collectors.joining()));
        if (lines.size() > 40) {
            text.append(prefix).append("... ").append(lines.size() - 40).append(" more\n");
        }
    }
}
