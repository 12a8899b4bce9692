package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.Node;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.SourceText;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import dev.asyncfn.processor.parse.MethodSource;
import dev.asyncfn.processor.parse.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Puts a node's text together from slices of the source and what replaces the parts between them. Continuation lines
 * lose the indentation of the line on which the node begins, so that the text can be printed at any depth.
 */
public final class Slices {
    private final SourceFile file;
    private final Tokens tokens;
    private final int indentation;
    private final NavigableMap<Integer, DocComments.Start> docComments;
    private final List<Object> parts = new ArrayList<>();
    private int cursor;

    public Slices(MethodSource source, Node node) {
        this(source, source.file().start(node), new TreeMap<>());
    }

    /** @param docComments those that become comments like others */
    public Slices(MethodSource source, int start, NavigableMap<Integer, DocComments.Start> docComments) {
        this.docComments = docComments;
        this.file = source.file();
        this.tokens = source.tokens();
        this.cursor = start;
        this.indentation = indentationOfLineAt(start);
    }

    private int indentationOfLineAt(int offset) {
        return Math.min(file.indentation(file.line(offset)), file.column(offset) - 1);
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
    public void copyTo(int offset) {
        docComments.subMap(cursor, Math.max(cursor, offset)).forEach((comment, start) -> {
            copyPlainlyTo(comment);
            add(start.plain());
            cursor = start.end();
        });
        copyPlainlyTo(offset);
    }

    private void copyPlainlyTo(int offset) {
        if (offset > cursor) {
            parts.add(slice(cursor, offset));
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

    /** Adds a part where the source has this offset. */
    void addAt(int offset, Object part) {
        copyTo(offset);
        add(part);
    }

    /** How much there is so far. */
    int mark() {
        return parts.size();
    }

    /** Makes one piece of what has come since a mark, unless that begins with the user's own text. */
    void joinSince(int mark, Function<Code, Piece> piece) {
        List<Object> since = parts.subList(mark, parts.size());
        Code code = Code.join(since);
        if (!code.isEmpty() && !(code.pieces().get(0) instanceof SourceText)) {
            since.clear();
            parts.add(piece.apply(code));
        }
    }

    public Code toCode() {
        return Code.join(parts);
    }

    private SourceText.Verbatim slice(int from, int to) {
        List<Span> lines = new ArrayList<>();
        int line = file.line(from);
        int begin = from;
        for (int last = file.line(to); line < last; line++) {
            int next = file.placeOfLine(line + 1).start();
            int blanks = tokens.movable(next, indentation);
            if (blanks >= 0) {
                lines.add(new Span(begin, file.placeOfLine(line).end()));
                begin = Math.min(to, next + Math.min(blanks, file.indentation(line + 1)));
            }
        }
        lines.add(new Span(begin, to));
        return new SourceText.Verbatim(lines);
    }
}
