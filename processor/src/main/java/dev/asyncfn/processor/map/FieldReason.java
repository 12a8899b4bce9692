package dev.asyncfn.processor.map;

import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.map.FnMap.Field.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Why a variable is a field, as a sentence.
 *
 * @param across the states in which its value is kept
 */
record FieldReason(
        StateMachine machine, Sources sources, Role role, List<Range> written, List<Range> read, List<Case> across) {
    private static final int MOST_NAMED = 3;
    private static final int MOST_LINES = 6;

    String sentence() {
        return switch (role) {
            case RECEIVER -> "The receiver of the call." + kept();
            case PARAMETER ->
                (machine.fn().isBlock()
                                ? "What the lambda captured: the block is made with it, and runs later."
                                : "A parameter: the factory stores it, and the body runs later.")
                        + kept();
            case LOCAL -> used("Assigned");
            case ITERATOR -> "What the loop goes through: it is needed in each round." + kept();
            case OPERAND -> used("Evaluated before an await in the same expression");
            case CHOICE -> used("The value of an expression with an await in one of its parts: assigned");
            case PENDING -> "Waits for the end of a finally block: " + lower(used("Assigned"));
            case EXIT -> "Says where the body continues after a finally block." + kept();
        };
    }

    private static String lower(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private String used(String how) {
        String in = written.isEmpty() ? "" : " in " + lines(written);
        String then = read.isEmpty() ? "" : ", read in " + lines(read);
        String lies = across.isEmpty()
                ? "; a lambda or a pattern needs it to be a field."
                : "; " + awaits() + (across.size() == 1 ? " lies" : " lie") + " between.";
        return how + in + then + lies;
    }

    private String kept() {
        List<Case> awaits = across.stream().filter(Case::resumes).toList();
        return awaits.isEmpty() ? "" : " It is still needed after " + awaits() + ".";
    }

    private String awaits() {
        List<String> awaits = across.stream()
                .filter(Case::resumes)
                .map(sources::await)
                .map(this::text)
                .distinct()
                .toList();
        if (awaits.isEmpty()) {
            return "the first poll";
        }
        String named = awaits.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int more = awaits.size() - MOST_NAMED;
        return (awaits.size() == 1 ? "the await of " : "the awaits of ")
                + named
                + (more > 0 ? " and " + more + " more" : "");
    }

    private String text(End.Await await) {
        return machine.fn().source().tokens().inOneLine(await.awaited());
    }

    /** {@code lines 3 to 5, 8}. */
    private static String lines(List<Range> ranges) {
        SortedSet<Integer> lines = new TreeSet<>();
        ranges.forEach(range -> lines.add(range.line()));
        List<String> runs = new ArrayList<>();
        int first = lines.first();
        for (int line : lines) {
            if (!lines.contains(line + 1)) {
                runs.add(line == first ? "" + line : first + (line == first + 1 ? ", " : " to ") + line);
            }
            first = lines.contains(line + 1)
                    ? first
                    : lines.tailSet(line + 1).isEmpty()
                            ? line
                            : lines.tailSet(line + 1).first();
        }
        int more = runs.size() - MOST_LINES;
        String named = runs.stream().limit(MOST_LINES).collect(Collectors.joining(", "));
        return (lines.size() == 1 ? "line " : "lines ") + named + (more > 0 ? " and more" : "");
    }
}
