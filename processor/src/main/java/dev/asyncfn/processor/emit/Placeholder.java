package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.model.Span;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Stands for text of the user while a file is printed and tidied, so that no pass can split that text, indent it or take it for
 * something else; or for a mark, which says from which source line the text behind it comes. A placeholder begins and ends with
 * noncharacters. All text of the user is printed as placeholders, except for names, which cannot contain noncharacters.
 */
final class Placeholder {
    /** The line of code that polls the future awaited, in whatever line that await is. */
    static final int RESUMED = -1;

    /** The line of code that comes from no line. */
    static final int NONE = 0;

    private static final char BEGIN = '\uFDD0';
    private static final char END = '\uFDD1';
    private static final int HALF = 8;
    /** Each half of a char is written as a letter, from this one on. */
    private static final int LETTERS = 0x100;

    private Placeholder() {}

    /** Receives the parts of a text that holds placeholders. */
    interface Reader {
        /** The text between placeholders. */
        default void printed(String text, int start, int end) {}

        /**
         * A piece of the user's file.
         *
         * @param comment whether it is a comment, so that no code comes from it
         */
        default void source(Span piece, boolean comment) {}

        default void text(String text) {}

        /**
         * The text that follows comes from a line.
         *
         * @param ofStatement whether it was made for a statement on that line; marks of the user's own text are more exact
         */
        default void mark(int line, boolean ofStatement) {}
    }

    static String source(Span piece) {
        return BEGIN + "v" + piece.start() + "-" + piece.end() + END;
    }

    static String comment(Span piece) {
        return BEGIN + "c" + piece.start() + "-" + piece.end() + END;
    }

    static String line(int line) {
        return BEGIN + "l" + line + END;
    }

    static String statement(int line) {
        return BEGIN + "s" + line + END;
    }

    /** Text that is not a piece of the file, in one line. */
    static String text(String text) {
        StringBuilder out =
                new StringBuilder(2 * text.length() + 3).append(BEGIN).append('t');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append((char) (LETTERS + (c >> HALF))).append((char) (LETTERS + (c & 0xFF)));
        }
        return out.append(END).toString();
    }

    /** The same of several lines, which are indented where they are printed. */
    static String lines(List<String> lines) {
        return lines.stream().map(line -> line.isEmpty() ? "" : text(line)).collect(Collectors.joining("\n"));
    }

    /** Goes through a text from its beginning to its end. */
    static void read(String text, Reader reader) {
        int end = 0;
        for (int begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, end)) {
            reader.printed(text, end, begin);
            end = text.indexOf(END, begin) + 1;
            read(text.charAt(begin + 1), text.substring(begin + 2, end - 1), reader);
        }
        reader.printed(text, end, text.length());
    }

    private static void read(char kind, String content, Reader reader) {
        switch (kind) {
            case 'v' -> reader.source(span(content), false);
            case 'c' -> reader.source(span(content), true);
            case 'l' -> reader.mark(Integer.parseInt(content), false);
            case 's' -> reader.mark(Integer.parseInt(content), true);
            default -> reader.text(decoded(content));
        }
    }

    private static Span span(String content) {
        int dash = content.indexOf('-');
        return new Span(
                Integer.parseInt(content, 0, dash, 10), Integer.parseInt(content, dash + 1, content.length(), 10));
    }

    private static String decoded(String content) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < content.length(); i += 2) {
            out.append((char) (content.charAt(i) - LETTERS << HALF | content.charAt(i + 1) - LETTERS));
        }
        return out.toString();
    }
}
