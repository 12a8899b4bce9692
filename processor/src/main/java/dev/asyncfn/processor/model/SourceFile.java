package dev.asyncfn.processor.model;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/**
 * The text of one of the user's files, and where its lines start. Offsets count chars from 0, lines and columns
 * from 1; JavaParser's positions and javac's offsets meet here.
 */
public final class SourceFile {
    private final String name;
    private final String text;
    private final Charset encoding;
    private final int[] lineStarts;

    /**
     * @param name the simple file name, such as {@code Users.java}
     * @param encoding in which the file was read, and files are written; null if that is not known
     */
    public SourceFile(String name, String text, Charset encoding) {
        this.name = name;
        this.text = text;
        this.encoding = encoding;
        this.lineStarts = lineStarts(text);
    }

    public SourceFile(String name, String text) {
        this(name, text, null);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[text.length() + 1];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean crOfCrLf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || c == '\r' && !crOfCrLf) {
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    public Optional<Charset> encoding() {
        return Optional.ofNullable(encoding);
    }

    public int offset(Position position) {
        return lineStarts[position.line - 1] + position.column - 1;
    }

    /** Where the node's first token starts. */
    public int start(Node node) {
        return offset(node.getRange().orElseThrow().begin);
    }

    /** The offset just past the node's last token. */
    public int end(Node node) {
        return offset(node.getRange().orElseThrow().end) + 1;
    }

    /** The offset just past a node's first token, such as the brace of a block, which may be an escape. */
    public int startInside(Node braced) {
        return end(braced.getTokenRange().orElseThrow().getBegin());
    }

    /** Where a node's last token starts. */
    public int endInside(Node braced) {
        return start(braced.getTokenRange().orElseThrow().getEnd());
    }

    /** The offset just past the first such token behind a node. */
    public int endOfNext(String token, Node node) {
        JavaToken next = node.getTokenRange().orElseThrow().getEnd();
        while (!next.getText().equals(token)) {
            next = next.getNextToken().orElseThrow();
        }
        return end(next);
    }

    public int start(JavaToken token) {
        return offset(token.getRange().orElseThrow().begin);
    }

    /** The offset just past a token. */
    public int end(JavaToken token) {
        return offset(token.getRange().orElseThrow().end) + 1;
    }

    public Span place(Node node) {
        return new Span(start(node), end(node));
    }

    /** The user's own text of a node, comments inside it included. */
    public String textOf(Node node) {
        return text.substring(start(node), end(node));
    }

    /** A line without its end, which is what javac takes for one (JLS 3.4); empty past the last line. */
    public Span placeOfLine(int line) {
        if (line > lineStarts.length) {
            return new Span(text.length(), text.length());
        }
        int start = lineStarts[line - 1];
        int end = line < lineStarts.length ? lineStarts[line] : text.length();
        while (end > start && isLineBreak(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /** The text of a line without its end; empty past the last line. */
    public String textOfLine(int line) {
        return textOf(placeOfLine(line));
    }

    public String textOf(Span piece) {
        return text.substring(piece.start(), piece.end());
    }

    /** How many blanks a line starts with. */
    public int indentation(int line) {
        Span place = placeOfLine(line);
        int i = place.start();
        while (i < place.end() && isBlank(text.charAt(i))) {
            i++;
        }
        return i - place.start();
    }

    /** Whether a char is white space of the language, other than the end of a line (JLS 3.6). */
    public static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    public int line(int offset) {
        int index = Arrays.binarySearch(lineStarts, offset);
        return index >= 0 ? index + 1 : -index - 1;
    }

    public int column(int offset) {
        return offset - lineStarts[line(offset) - 1] + 1;
    }
}
