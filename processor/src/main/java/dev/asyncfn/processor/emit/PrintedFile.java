package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A file as it is written, with what its placeholders stood for, and from which source lines its lines come. */
final class PrintedFile implements Placeholder.Reader {
    /** What the text says from an offset on. */
    private record Mark(int offset, int line, boolean ofStatement) {}

    private final SourceFile file;
    private final SafeCharacters characters;
    private final StringBuilder out = new StringBuilder();
    /** In the order of their offsets. */
    private final List<Mark> marks = new ArrayList<>();

    private PrintedFile(SourceFile file) {
        this.file = file;
        this.characters = new SafeCharacters(file.text());
    }

    /** @param file the one from which pieces are copied */
    static PrintedFile of(String printed, SourceFile file) {
        PrintedFile text = new PrintedFile(file);
        Placeholder.read(printed, text);
        return text;
    }

    String text() {
        return out.toString();
    }

    @Override
    public void printed(String text, int start, int end) {
        characters.append(text, start, end, out);
    }

    @Override
    public void text(String text) {
        characters.append(text, 0, text.length(), out);
    }

    @Override
    public void mark(int line, boolean ofStatement) {
        marks.add(new Mark(out.length(), line, ofStatement));
    }

    /** Line breaks are written alike everywhere: to javac they are the same, in text blocks too (JLS 3.10.6). */
    @Override
    public void source(Span piece, boolean comment) {
        int begin = piece.start();
        for (int line = file.line(begin); begin < piece.end(); line++) {
            int end = Math.min(piece.end(), file.placeOfLine(line).end());
            if (!comment && !isBlank(begin, end)) {
                mark(line, false);
            }
            characters.appendSource(file.text(), begin, end, out);
            begin = end < piece.end() ? file.placeOfLine(line + 1).start() : end;
            out.append(end < piece.end() ? "\n" : "");
        }
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!SourceFile.isBlank(file.text().charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The numbers of lines from which on the source line is another one than before, with that source line. In a line with several marks
     * the first of text counts, since a statement starts with what is executed last.
     */
    SortedMap<Integer, Integer> sourceLines() {
        SortedMap<Integer, Integer> lines = new TreeMap<>();
        int next = 0;
        int number = 1;
        int before = Placeholder.NONE;
        int inherited = Placeholder.NONE;
        for (int start = 0; next < marks.size() || inherited != before && start < out.length(); number++) {
            int end = out.indexOf("\n", start);
            int limit = end < 0 ? out.length() + 1 : end + 1;
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
