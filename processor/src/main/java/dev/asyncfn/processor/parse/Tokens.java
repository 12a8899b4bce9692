package dev.asyncfn.processor.parse;

import com.github.javaparser.JavaToken;
import com.github.javaparser.JavaToken.Kind;
import com.github.javaparser.ast.Node;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The tokens of a method by their places in the file. The user's text itself is never searched: what looks like a token there may
 * stand in a literal or a comment, and a token may hide behind Unicode escapes.
 */
public final class Tokens {
    private final SourceFile file;
    private final int start;
    private final char[] skeleton;
    private final NavigableMap<Integer, Integer> ends = new TreeMap<>();
    private final NavigableMap<Integer, Span> comments = new TreeMap<>();
    private final Set<Span> lineComments = new HashSet<>();
    private final NavigableMap<Integer, TextBlock> textBlocks = new TreeMap<>();

    /** @param trees the method, and the enums in it, which were parsed apart */
    Tokens(SourceFile file, Node method, Collection<? extends Node> trees) {
        this.file = file;
        this.start = file.start(method);
        this.skeleton = new char[file.end(method) - start];
        Arrays.fill(skeleton, ' ');
        trees.stream() // from the outside in: a stand-in for an enum gives way to it
                .sorted(Comparator.comparingInt(file::start))
                .forEach(tree -> tree.getTokenRange().orElseThrow().forEach(this::add));
    }

    private void add(JavaToken token) {
        if (token.getCategory().isWhitespace() || token.getRange().isEmpty()) {
            return;
        }
        Span place = new Span(
                file.offset(token.getRange().get().begin),
                file.offset(token.getRange().get().end) + 1);
        if (place.isEmpty()) {
            return; // the end of the text
        }
        ends.put(place.start(), place.end());
        if (token.getCategory().isComment()) {
            comments.put(place.start(), place);
            if (token.getKind() == Kind.SINGLE_LINE_COMMENT.getKind()) {
                lineComments.add(place);
            }
            return;
        }
        if (token.getKind() == Kind.TEXT_BLOCK_LITERAL.getKind()) {
            textBlocks.put(place.start(), TextBlock.of(file, place, token.getText()));
        }
        String word = word(token, place);
        word.getChars(0, word.length(), skeleton, place.start() - start);
    }

    /** What the skeleton shows of a token. */
    private String word(JavaToken token, Span place) {
        String text = token.getText();
        char first = text.charAt(0);
        if (token.getCategory().isLiteral() && !Character.isLetter(first)) {
            return first == '"' || first == '\'' ? "\"\"" : "0";
        }
        // The parser may have read a stand-in.
        return token.getCategory().isIdentifier() ? Ignorables.dropFrom(file.textOf(place)) : text;
    }

    /** Where the method starts. */
    public int start() {
        return start;
    }

    /**
     * The code without what it says: each token where it starts, literals empty, and blanks in the place of comments. No Unicode escapes
     * are left.
     */
    public String skeleton(Span piece) {
        return new String(skeleton, piece.start() - start, piece.end() - piece.start());
    }

    /** The same of several lines. */
    public String skeleton(List<Span> lines) {
        return lines.stream().map(this::skeleton).collect(Collectors.joining("\n"));
    }

    /** The comments that start in a piece, in their order. */
    public Collection<Span> comments(Span piece) {
        return comments.subMap(piece.start(), piece.end()).values();
    }

    /** Whether a comment ends with its line. */
    public boolean isLineComment(Span comment) {
        return lineComments.contains(comment);
    }

    /** The comment on the second or a later line of which an offset is the start, or null. */
    public Span commentAround(int lineStart) {
        Map.Entry<Integer, Span> before = comments.lowerEntry(lineStart);
        return before != null && lineStart < before.getValue().end() ? before.getValue() : null;
    }

    /** The text block on the second or a later line of which an offset is the start, or null. */
    TextBlock textBlockAround(int lineStart) {
        Map.Entry<Integer, TextBlock> before = textBlocks.lowerEntry(lineStart);
        return before != null && lineStart < before.getValue().place().end() ? before.getValue() : null;
    }

    /**
     * How many blanks may be taken from the start of a line, so that the file's text stays the same but for its indentation. The lines of
     * a text block move together or not at all: their relative indentation is its value.
     *
     * @param wish how many there ought to be
     * @return -1 if the line has to stay where it is
     */
    public int movable(int lineStart, int wish) {
        TextBlock block = textBlockAround(lineStart);
        if (block == null) {
            return wish;
        }
        return block.isFixed() ? -1 : block.indentation() < wish ? 0 : wish;
    }

    /** A piece of source in one line, without comments: every run of blanks and line breaks is one blank, unless a literal has it. */
    public String inOneLine(Span piece) {
        StringBuilder out = new StringBuilder();
        int end = piece.start();
        boolean behindComment = false;
        for (Map.Entry<Integer, Integer> token :
                ends.subMap(piece.start(), piece.end()).entrySet()) {
            if (comments.containsKey(token.getKey())) {
                behindComment = true;
                continue;
            }
            String text = file.text().substring(token.getKey(), token.getValue());
            boolean joins =
                    behindComment && (out.isEmpty() || endsWithBracket(out) || ",;)]".contains(text.substring(0, 1)));
            out.append(token.getKey() > end && !joins ? " " : "");
            appendInOneLine(text, out);
            end = token.getValue();
            behindComment = false;
        }
        return out.toString();
    }

    private static boolean endsWithBracket(StringBuilder text) {
        return "([".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** Line breaks inside a token, and the blanks around them, are one blank. */
    private static void appendInOneLine(String token, StringBuilder out) {
        int blanks = 0;
        boolean breaks = false;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (Character.isWhitespace(c)) {
                blanks++;
                breaks |= c == '\n' || c == '\r';
            } else {
                out.append(breaks ? " " : token.substring(i - blanks, i)).append(c);
                blanks = 0;
                breaks = false;
            }
        }
        out.append(breaks ? " " : token.substring(token.length() - blanks));
    }

    /** The names and keywords in a piece of source. */
    public Set<String> words(Span piece) {
        Set<String> words = new HashSet<>();
        String code = skeleton(piece);
        int start = 0;
        for (int i = 0; i <= code.length(); i++) {
            if (i == code.length() || !Character.isJavaIdentifierPart(code.charAt(i))) {
                if (i > start) {
                    words.add(code.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words;
    }
}
