package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.model.Span;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * From which places of the source the text of a generated file comes. Lines and columns count from 1.
 *
 * @param length how many lines the generated file has
 * @param marks in the order of their places
 * @param copies the pieces of the user's text, line by line, in the order of their places
 * @param regions what text was made for; those inside another one follow it
 */
public record SourceMap(int length, List<Mark> marks, List<Copy> copies, List<Region> regions) {
    /**
     * From here on a generated line, and those after it, come from a line of the source.
     *
     * @param ofStatement whether it was made for a statement on that line; what is marked otherwise is more exact
     */
    public record Mark(int generatedLine, int line, boolean ofStatement) {}

    /**
     * A piece of the user's text in a generated line.
     *
     * @param column of its first char
     * @param endColumn the one behind its last char
     * @param source where it stands in the user's file, as offsets
     * @param comment whether it is a comment
     */
    public record Copy(int generatedLine, int column, int endColumn, Span source, boolean comment) {}

    /**
     * A piece of the generated text that was made for something.
     *
     * @param start the offset of its first char
     * @param end the offset just past its last char
     */
    public record Region(Place place, int start, int end) {
        /** Without white space at its ends. */
        Region trimmed(String text) {
            int from = start;
            int to = end;
            while (from < to && Character.isWhitespace(text.charAt(from))) {
                from++;
            }
            while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
                to--;
            }
            return new Region(place, from, to);
        }
    }

    public SourceMap {
        marks = List.copyOf(marks);
        copies = List.copyOf(copies);
        regions = List.copyOf(regions);
    }

    /**
     * The numbers of lines from which on the source line is another one than before, with that source line. In a line with several marks
     * the first of text counts, since a statement starts with what is executed last.
     */
    SortedMap<Integer, Integer> sourceLines() {
        SortedMap<Integer, Integer> lines = new TreeMap<>();
        int before = Snippet.NONE;
        int inherited = Snippet.NONE;
        int next = 0;
        for (int number = 1; number <= length; number++) {
            int line = inherited;
            boolean exact = false;
            for (; next < marks.size() && marks.get(next).generatedLine == number; next++) {
                Mark mark = marks.get(next);
                if (!exact) {
                    line = mark.line;
                    exact = !mark.ofStatement;
                }
                inherited = mark.line;
            }
            if (line != before) {
                lines.put(number, line);
                before = line;
            }
        }
        return lines;
    }
}
