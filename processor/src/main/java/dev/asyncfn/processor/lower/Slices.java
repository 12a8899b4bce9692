package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import dev.asyncfn.processor.parse.MethodSource;
import dev.asyncfn.processor.parse.SourceFile;
import dev.asyncfn.processor.parse.TextBlocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Puts a node's text together from slices of the source and what replaces the parts between them. Continuation lines
 * lose the indentation of the line on which the node begins, so that the text can be printed at any depth.
 */
final class Slices {
    private final SourceFile file;
    private final TextBlocks textBlocks;
    private final int indentation;
    private final Set<Integer> docComments;
    private final List<Object> parts = new ArrayList<>();
    private int cursor;

    Slices(MethodSource source, Node node) {
        this(source, source.file().start(node), Set.of());
    }

    /** @param docComments the starts of those that become comments like others */
    Slices(MethodSource source, int start, Set<Integer> docComments) {
        this.docComments = docComments;
        this.file = source.file();
        this.textBlocks = source.textBlocks();
        this.cursor = start;
        this.indentation = indentationOfLineAt(start);
    }

    private int indentationOfLineAt(int offset) {
        int lineStart = offset - file.column(offset) + 1;
        int i = lineStart;
        while (i < offset && isBlank(file.text().charAt(i))) {
            i++;
        }
        return i - lineStart;
    }

    /** How far the line at an offset is indented, in the text as it will be. */
    int indentationAt(int offset) {
        return Math.max(0, indentationOfLineAt(offset) - indentation);
    }

    /** Whether the text before this offset has been taken already. */
    boolean isPast(int offset) {
        return offset < cursor;
    }

    /** Takes the source up to an offset. */
    void copyTo(int offset) {
        if (offset > cursor) {
            parts.add(dedent(cursor, offset));
            cursor = offset;
        }
    }

    /** Leaves the source up to an offset out. */
    void skipTo(int offset) {
        cursor = Math.max(cursor, offset);
    }

    /** Leaves the white space here out. */
    void skipBlanks() {
        while (Character.isWhitespace(file.text().charAt(cursor))) {
            cursor++;
        }
    }

    void add(Object part) {
        parts.add(part);
    }

    Code toCode() {
        return Code.join(parts);
    }

    private String dedent(int from, int to) {
        String text = file.text();
        StringBuilder out = new StringBuilder();
        int i = from;
        boolean marked = false;
        while (i < to) {
            char c = text.charAt(i++);
            if (c != '\n' && c != '\r') {
                if (!marked && !isBlank(c)) { // a line that is left blank is not indented
                    out.append(LineMark.text(file, file.line(i - 1)));
                    marked = true;
                }
                if (docComments.contains(i - 1)) {
                    out.append(DocComments.plain(text, i - 1));
                    i += 2;
                } else {
                    out.append(c);
                }
                continue;
            }
            marked = false;
            if (c == '\r' && i < text.length() && text.charAt(i) == '\n') {
                i++;
            }
            out.append('\n');
            int strip = i + indentationIn(i);
            while (i < strip && i < to && isBlank(text.charAt(i))) {
                i++;
            }
        }
        return out.toString();
    }

    /** The lines of a text block move together or not at all: their relative indentation is its value. */
    private int indentationIn(int lineStart) {
        TextBlockLiteralExpr block = textBlocks.around(lineStart);
        return block != null && leastIndentation(block) < indentation ? 0 : indentation;
    }

    private int leastIndentation(TextBlockLiteralExpr block) {
        String[] lines = file.textOf(block).split("\\R", -1);
        int least = Integer.MAX_VALUE;
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                least = Math.min(
                        least, lines[i].length() - lines[i].stripLeading().length());
            }
        }
        return least;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }
}
