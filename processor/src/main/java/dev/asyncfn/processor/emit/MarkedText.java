package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.lower.LineMark;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text freed of its {@linkplain LineMark line marks}, which are kept beside it, and stay where they are when it is edited. */
final class MarkedText {
    private record Mark(int offset, int line, boolean ofStatement) {}

    private final String text;
    /** In the order of their offsets. */
    private final List<Mark> marks;

    private MarkedText(String text, List<Mark> marks) {
        this.text = text;
        this.marks = marks;
    }

    static MarkedText of(String text) {
        List<Mark> marks = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        Matcher found = LineMark.PATTERN.matcher(text);
        int end = 0;
        while (found.find()) {
            plain.append(text, end, found.start());
            end = found.end();
            marks.add(new Mark(
                    plain.length(),
                    Integer.parseInt(found.group(2)),
                    !found.group(1).isEmpty()));
        }
        return new MarkedText(plain.append(text, end, text.length()).toString(), marks);
    }

    /** Text that never had marks. */
    static MarkedText unmarked(String text) {
        return new MarkedText(text, List.of());
    }

    String text() {
        return text;
    }

    /** As {@link Matcher#replaceAll(Function)}, but what the replacement gives is taken literally. */
    MarkedText replaceAll(Pattern pattern, Function<MatchResult, String> replacement) {
        StringBuilder out = new StringBuilder();
        List<Mark> moved = new ArrayList<>();
        Matcher found = pattern.matcher(text);
        int end = 0;
        int next = 0;
        while (found.find()) {
            next = move(next, found.start(), out.length() - end, moved);
            out.append(text, end, found.start());
            end = found.end();
            int start = out.length();
            out.append(replacement.apply(found.toMatchResult()));
            for (; next < marks.size() && marks.get(next).offset < end; next++) {
                moved.add(at(start, marks.get(next)));
            }
        }
        move(next, text.length() + 1, out.length() - end, moved);
        return new MarkedText(out.append(text, end, text.length()).toString(), moved);
    }

    private int move(int from, int limit, int by, List<Mark> moved) {
        int i = from;
        for (; i < marks.size() && marks.get(i).offset < limit; i++) {
            moved.add(at(marks.get(i).offset + by, marks.get(i)));
        }
        return i;
    }

    private static Mark at(int offset, Mark mark) {
        return new Mark(offset, mark.line, mark.ofStatement);
    }

    /**
     * The numbers of lines from which on the source line is another one than before, with that source line. In a line with several marks
     * the first of text counts, since a statement starts with what is executed last.
     */
    SortedMap<Integer, Integer> sourceLines() {
        SortedMap<Integer, Integer> lines = new TreeMap<>();
        int next = 0;
        int number = 1;
        int before = LineMark.NONE;
        int inherited = LineMark.NONE;
        for (int start = 0; next < marks.size() || inherited != before && start < text.length(); number++) {
            int end = text.indexOf('\n', start);
            int limit = end < 0 ? text.length() + 1 : end + 1;
            int line = inherited;
            boolean exact = false;
            for (; next < marks.size() && marks.get(next).offset < limit; next++) {
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
            start = limit;
        }
        return lines;
    }
}
