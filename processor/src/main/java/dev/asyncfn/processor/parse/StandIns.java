package dev.asyncfn.processor.parse;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.SimpleName;
import dev.asyncfn.processor.model.SourceFile;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Words that JavaParser 3.28 does not take for identifiers: letters newer than its tables, {@code transitive} where a
 * type is expected, {@code non} before {@code -sealed}, {@code var} in {@code a.var.b::m}. While it parses, others of the same length stand for them.
 */
final class StandIns {
    /** The modifier {@code non-sealed} stands in no body: no local class may extend a sealed one. */
    private static final Set<String> MISREAD = Set.of("transitive", "non");

    private static final char MARK = '$';

    private StandIns() {}

    /**
     * Puts them into a text without unicode escapes.
     *
     * @param misread whether one is needed for the word that starts at an index
     */
    static String putInto(String text, IntPredicate misread) {
        StringBuilder result = new StringBuilder(text);
        int i = 0;
        while (i < text.length()) {
            int end = endOfToken(text, i);
            if (isIdentifierPart(text.charAt(i)) && !Character.isDigit(text.charAt(i))) {
                for (int j = i; j < end; j++) {
                    if (text.charAt(j) > '\u007f') {
                        result.setCharAt(j, MARK);
                    }
                }
                String word = text.substring(i, end);
                if (misread.test(i) || MISREAD.contains(word) || word.equals("var") && !isFollowedByWord(text, end)) {
                    result.setCharAt(i, MARK);
                }
            }
            i = end;
        }
        return result.toString();
    }

    /** As {@code var} is where it stands for a type. */
    private static boolean isFollowedByWord(String text, int end) {
        int i = end;
        while (i < text.length() && (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '/')) {
            i = endOfToken(text, i);
        }
        return i < text.length() && isIdentifierPart(text.charAt(i));
    }

    /** Words, literals and comments are whole; of all else it does not matter. */
    static int endOfToken(String text, int start) {
        char c = text.charAt(start);
        if (text.startsWith("//", start)) {
            return endOfLine(text, start);
        }
        if (text.startsWith("/*", start)) {
            return after("*/", text, start + 2);
        }
        if (text.startsWith("\"\"\"", start)) {
            return endOfLiteral("\"\"\"", text, start);
        }
        if (c == '"' || c == '\'') {
            return endOfLiteral(String.valueOf(c), text, start);
        }
        int end = start + 1;
        while (isIdentifierPart(c) && end < text.length() && isIdentifierPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** A letter may take two chars. */
    private static boolean isIdentifierPart(char c) {
        return Character.isJavaIdentifierPart(c) || Character.isSurrogate(c);
    }

    private static int endOfLine(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static int after(String delimiter, String text, int from) {
        return text.indexOf(delimiter, from) + delimiter.length();
    }

    private static int endOfLiteral(String delimiter, String text, int start) {
        int i = start + delimiter.length();
        while (!text.startsWith(delimiter, i)) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i + delimiter.length();
    }

    /** Gives the names of a tree, whose positions are the file's by now, the user's words again. */
    static void takeOut(Node tree, SourceFile file) {
        tree.walk(node -> {
            if (node instanceof SimpleName name && isMarked(name.getIdentifier())) {
                name.setIdentifier(word(name.getTokenRange().orElseThrow().getBegin(), file));
            } else if (node instanceof Name name && isMarked(name.getIdentifier())) {
                name.setIdentifier(word(name.getTokenRange().orElseThrow().getEnd(), file));
            } else if (node instanceof MethodReferenceExpr reference && isMarked(reference.getIdentifier())) {
                reference.setIdentifier(
                        word(reference.getTokenRange().orElseThrow().getEnd(), file));
            }
        });
    }

    private static boolean isMarked(String identifier) {
        return identifier.indexOf(MARK) >= 0;
    }

    private static String word(JavaToken token, SourceFile file) {
        return Ignorables.dropFrom(file.text().substring(file.start(token), file.end(token)));
    }
}
