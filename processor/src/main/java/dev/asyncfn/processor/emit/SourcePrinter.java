package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Prints a facade: copies the text of the user char by char, and records where each piece of it went. */
final class SourcePrinter implements Bodies.Reader {
    private final SourceFile file;
    private final SafeCharacters characters;
    private final StringBuilder out = new StringBuilder();
    private final List<SourceMap.Mark> marks = new ArrayList<>();
    private final List<SourceMap.Copy> copies = new ArrayList<>();
    private final List<SourceMap.Region> regions = new ArrayList<>();
    /** The numbers of the regions that have begun. */
    private final Deque<Integer> open = new ArrayDeque<>();

    private int line = 1;
    private int lineStart;

    private SourcePrinter(SourceFile file) {
        this.file = file;
        this.characters = new SafeCharacters(file);
    }

    /**
     * @param outline what JavaPoet printed
     * @param bodies those that it names
     * @param file the one from which pieces are copied
     */
    static PrintedFile print(String outline, Bodies bodies, SourceFile file) {
        SourcePrinter printer = new SourcePrinter(file);
        bodies.read(outline, printer);
        return new PrintedFile(
                printer.out.toString(), new SourceMap(printer.line, printer.marks, printer.copies, printer.regions()));
    }

    @Override
    public void words(String text) {
        int from = out.length();
        characters.append(text, 0, text.length(), out);
        countLines(from);
    }

    @Override
    public void raw(String text) {
        words(text);
    }

    @Override
    public void mark(int sourceLine, boolean ofStatement) {
        marks.add(new SourceMap.Mark(line, sourceLine, ofStatement));
    }

    @Override
    public void begin(Place place) {
        open.push(regions.size());
        regions.add(new SourceMap.Region(place, out.length(), out.length()));
    }

    @Override
    public void end() {
        int number = open.pop();
        SourceMap.Region begun = regions.get(number);
        regions.set(number, new SourceMap.Region(begun.place(), begun.start(), out.length()));
    }

    /** Without the white space at their ends, and without those for which nothing was printed. */
    private List<SourceMap.Region> regions() {
        String text = out.toString();
        return regions.stream()
                .map(region -> region.trimmed(text))
                .filter(region -> region.start() < region.end())
                .toList();
    }

    /** Line breaks are written alike everywhere: to javac they are the same, in text blocks too (JLS 3.10.6). */
    @Override
    public void source(Span piece, boolean comment) {
        int begin = piece.start();
        for (int sourceLine = file.line(begin); begin < piece.end(); sourceLine++) {
            int end = Math.min(piece.end(), file.placeOfLine(sourceLine).end());
            if (!comment && !isBlank(begin, end)) {
                mark(sourceLine, false);
            }
            int from = out.length();
            characters.appendSource(file.text(), begin, end, out);
            copies.add(new SourceMap.Copy(line, column(from), column(out.length()), new Span(begin, end), comment));
            begin = end < piece.end() ? file.placeOfLine(sourceLine + 1).start() : end;
            if (end < piece.end()) {
                words("\n");
            }
        }
    }

    @Override
    public int lengthOfLine() {
        return out.length() - lineStart;
    }

    @Override
    public int lengthOfFirstLine(Span piece) {
        return Math.min(piece.end(), file.placeOfLine(file.line(piece.start())).end()) - piece.start();
    }

    /** Counted from 1. */
    private int column(int position) {
        return position - lineStart + 1;
    }

    private void countLines(int from) {
        for (int i = out.indexOf("\n", from); i >= 0; i = out.indexOf("\n", i + 1)) {
            line++;
            lineStart = i + 1;
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
}
