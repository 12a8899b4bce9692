package dev.asyncfn.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The constants of the enum of states, in groups, each with a comment.
 *
 * @param waits the states in which the future waits
 * @param passes the others
 * @param inOrder both kinds, in the order of the source, if that matters
 */
record StateList(List<String> waits, List<String> passes, List<String> inOrder) {
    private static final int WIDTH = 96;

    /** Constants, and what they have in common. */
    private record Group(List<String> constants, String comment) {
        String inOneLine() {
            return String.join(", ", constants);
        }

        boolean fits() {
            return inOneLine().length() + comment.length() + 5 <= WIDTH;
        }
    }

    /** @param end what stands behind the last constant */
    Snippet text(String end) {
        List<Group> groups = Stream.of(
                        new Group(List.of("START", "DONE", "PANICKED", "DROPPED"), "as every async fn"),
                        new Group(waits, "where this one waits"),
                        new Group(passes, "only passed through: no poll ends here"),
                        new Group(inOrder, "in the order of the source"))
                .filter(group -> !group.constants.isEmpty())
                .toList();
        int width = groups.stream()
                        .mapToInt(group -> group.inOneLine().length())
                        .max()
                        .orElse(0)
                + 1;
        boolean aligned = groups.stream().allMatch(group -> width + 4 + group.comment.length() <= WIDTH);
        Snippet.Builder out = Snippet.builder();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            String after = i + 1 < groups.size() ? "," : end;
            out.add(aligned || group.fits() ? beside(group, after, aligned ? width : 0) : below(group, after));
        }
        return out.build();
    }

    private static Snippet beside(Group group, String after, int width) {
        String constants = group.inOneLine() + after;
        String gap = " ".repeat(Math.max(0, width - constants.length()) + 1);
        return Snippet.words(constants + gap + "// " + group.comment + "\n");
    }

    private static Snippet below(Group group, String after) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String constant : group.constants) {
            if (!line.isEmpty() && line.length() + 2 + constant.length() > WIDTH) {
                lines.add(line.append(',').toString());
                line = new StringBuilder();
            }
            line.append(line.isEmpty() ? "" : ", ").append(constant);
        }
        lines.add(line.append(after).toString());
        return Snippet.words("// " + group.comment + "\n" + String.join("\n", lines) + "\n");
    }
}
