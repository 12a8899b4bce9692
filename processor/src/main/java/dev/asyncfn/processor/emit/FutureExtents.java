package dev.asyncfn.processor.emit;

import java.util.ArrayDeque;
import java.util.Deque;

/** Where future classes end: JavaPoet prints a class as a whole, and has no place for what belongs behind its last member. */
final class FutureExtents {
    private FutureExtents() {}

    /**
     * Puts the beginning of each future class, which stands in its comment, before that, and its end behind its closing brace.
     *
     * @param outline what JavaPoet printed, in which placeholders stand for bodies
     */
    static String close(String outline, Bodies bodies) {
        Deque<Integer> begins = new ArrayDeque<>();
        for (int begin = Placeholder.next(outline, 0); begin >= 0; ) {
            int end = Placeholder.end(outline, begin);
            Placeholder placeholder = Placeholder.in(outline, begin, end);
            if (placeholder.text() == null && bodies.beginsPlace(placeholder.index())) {
                begins.push(begin);
            }
            begin = Placeholder.next(outline, end);
        }
        StringBuilder out = new StringBuilder(outline);
        // The last one first: its place moves none of those before it, and an inner class ends before the outer one.
        for (int begin : begins) {
            out.insert(endOfClass(out, begin), bodies.insert(Snippet.ending()).toString());
            int end = Placeholder.end(outline, begin);
            out.delete(begin, end).insert(out.lastIndexOf("/**", begin), outline.substring(begin, end));
        }
        return out.toString();
    }

    /** Just past the first closing brace that is indented as the comment in which the class begins. */
    private static int endOfClass(StringBuilder text, int begin) {
        int line = text.lastIndexOf("\n", begin) + 1;
        int indent = text.indexOf("*", line) - 1 - line;
        String brace = "\n" + " ".repeat(indent) + "}";
        return text.indexOf(brace + "\n", begin) + brace.length();
    }
}
