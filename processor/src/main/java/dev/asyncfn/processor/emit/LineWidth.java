package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.model.Span;

/** Counts the characters of a line that is to be printed, up to its end. */
final class LineWidth implements Bodies.Reader {
    private final Bodies.Reader printer;
    private int width;
    private boolean ended;

    /** @param printer knows the pieces of the user's file */
    LineWidth(Bodies.Reader printer) {
        this.printer = printer;
    }

    int width() {
        return width;
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public void words(String text) {
        int end = text.indexOf('\n');
        add(end < 0 ? text.length() : end);
        ended |= end >= 0;
    }

    @Override
    public void raw(String text) {
        add(text.length());
    }

    @Override
    public void source(Span piece, boolean comment) {
        int inLine = printer.lengthOfFirstLine(piece);
        add(inLine);
        ended |= inLine < piece.end() - piece.start();
    }

    private void add(int characters) {
        width += ended ? 0 : characters;
    }

    @Override
    public void mark(int line, boolean ofStatement) {}

    @Override
    public void begin(Place place) {}

    @Override
    public void end() {}

    @Override
    public int column() {
        return width;
    }

    @Override
    public int lengthOfFirstLine(Span piece) {
        return printer.lengthOfFirstLine(piece);
    }
}
