package dev.asyncfn.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.asyncfn.processor.emit.Snippet.Part;
import dev.asyncfn.processor.model.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The bodies of a facade. JavaPoet prints what is around them, and finds the names of their types and static members: to it each body is a placeholder that
 * lists them. Afterwards a {@link Reader} gets the whole, with each body in its place.
 */
final class Bodies {
    private static final String INDENT = "    ";
    /** Lines are broken where they would be longer, if there is a place for it. */
    private static final int WIDTH = 120;

    private final List<Snippet> bodies = new ArrayList<>();

    /** Receives a text in order. */
    interface Reader {
        /** Words of ours. */
        void words(String text);

        /** Words in one line in which no character is to be looked at. */
        void raw(String text);

        /**
         * A piece of the user's file.
         *
         * @param comment whether it is a comment, so that no code comes from it
         */
        void source(Span piece, boolean comment);

        /**
         * The text that follows comes from a line.
         *
         * @param ofStatement whether it was made for a statement on that line; what is marked otherwise is more exact
         */
        default void mark(int line, boolean ofStatement) {}

        /** The text that follows was made for something, up to the {@link #end} that belongs to it. */
        default void begin(Place place) {}

        /** Ends the innermost place that has begun. */
        default void end() {}

        /** How many characters stand in the present line. */
        int lengthOfLine();

        /** How much of a piece of the user's file stands in the line in which it begins. */
        int lengthOfFirstLine(Span piece);
    }

    /** What stands for a body while JavaPoet prints. */
    CodeBlock insert(Snippet body) {
        bodies.add(body);
        return Placeholder.body(bodies.size() - 1, body.references());
    }

    /** Whether a body only begins a place, which ends in another one. */
    boolean beginsPlace(int index) {
        List<Part> parts = bodies.get(index).parts();
        return parts.size() == 1 && parts.get(0) instanceof Part.Begin;
    }

    /**
     * Reads what JavaPoet printed.
     *
     * @param outline with placeholders
     */
    void read(String outline, Reader reader) {
        int end = 0;
        for (int begin = Placeholder.next(outline, 0); begin >= 0; begin = Placeholder.next(outline, end)) {
            reader.words(outline.substring(end, begin));
            end = Placeholder.end(outline, begin);
            Placeholder placeholder = Placeholder.in(outline, begin, end);
            if (placeholder.text() != null) {
                reader.raw(placeholder.text());
            } else {
                body(placeholder, indentation(outline, begin), reader);
            }
        }
        reader.words(outline.substring(end));
    }

    private void body(Placeholder placeholder, String indentation, Reader reader) {
        Snippet body = bodies.get(placeholder.index());
        Map<Part, String> names = new HashMap<>();
        for (Part reference : body.references()) {
            names.put(reference, placeholder.names().get(names.size()));
        }
        new Lines(names, indentation, reader).read(body);
    }

    /** The blanks at the beginning of a line, up to where a body begins. */
    private static String indentation(String text, int position) {
        int start = text.lastIndexOf('\n', position) + 1;
        int end = start;
        while (end < position && text.charAt(end) == ' ') {
            end++;
        }
        return text.substring(start, end);
    }

    /** Reads one body, line by line. */
    private final class Lines {
        private final Map<Part, String> names;
        private final String margin;
        private final Reader reader;
        private int levels;
        /** Line breaks that are printed as soon as something follows: the last one belongs to what is around the body. */
        private int breaks;

        private boolean atStart;

        Lines(Map<Part, String> names, String margin, Reader reader) {
            this.names = names;
            this.margin = margin;
            this.reader = reader;
        }

        void read(Snippet body) {
            List<Part> parts = body.parts();
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                if (part instanceof Part.Words words) {
                    words(words.text());
                } else if (part instanceof Part.Raw raw) {
                    begin();
                    reader.raw(raw.text());
                } else if (names.containsKey(part)) {
                    begin();
                    Bodies.this.read(names.get(part), reader);
                } else if (part instanceof Part.Source source) {
                    begin();
                    reader.source(source.span(), source.comment());
                } else if (part instanceof Part.Mark mark) {
                    breakLines();
                    reader.mark(mark.line(), mark.ofStatement());
                } else if (part instanceof Part.Begin begin) {
                    reader.begin(begin.place());
                } else if (part instanceof Part.End) {
                    reader.end();
                } else if (part instanceof Part.Shift shift) {
                    levels += shift.levels();
                } else if (part instanceof Part.Break) {
                    begin();
                    boolean fits = reader.lengthOfLine() + 1 + width(parts.subList(i + 1, parts.size())) <= WIDTH;
                    reader.words(fits ? " " : "\n" + margin + INDENT.repeat(levels + 2));
                }
            }
        }

        /** Up to the end of the line, or the next place where it may be broken. */
        private int width(List<Part> parts) {
            LineWidth line = new LineWidth(reader);
            for (Part part : parts) {
                if (line.hasEnded() || part instanceof Part.Break) {
                    break;
                }
                if (part instanceof Part.Words words) {
                    line.words(words.text());
                } else if (part instanceof Part.Raw raw) {
                    line.raw(raw.text());
                } else if (names.containsKey(part)) {
                    Bodies.this.read(names.get(part), line);
                } else if (part instanceof Part.Source source) {
                    line.source(source.span(), source.comment());
                }
            }
            return line.width();
        }

        private void words(String text) {
            int start = 0;
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
                inLine(text.substring(start, end));
                breaks++;
                start = end + 1;
            }
            inLine(text.substring(start));
        }

        private void inLine(String words) {
            if (!words.isEmpty()) {
                begin();
                reader.words(words);
            }
        }

        /** Something is printed now. */
        private void begin() {
            breakLines();
            if (atStart) {
                reader.words(margin + INDENT.repeat(levels));
                atStart = false;
            }
        }

        private void breakLines() {
            if (breaks > 0) {
                reader.words("\n".repeat(breaks));
                breaks = 0;
                atStart = true;
            }
        }
    }

    /** Counts the characters of a line that is to be printed, up to its end. */
    private static final class LineWidth implements Reader {
        private final Reader printer;
        private int width;
        private boolean ended;

        /** @param printer knows the pieces of the user's file */
        LineWidth(Reader printer) {
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
        public int lengthOfLine() {
            return width;
        }

        @Override
        public int lengthOfFirstLine(Span piece) {
            return printer.lengthOfFirstLine(piece);
        }
    }
}
