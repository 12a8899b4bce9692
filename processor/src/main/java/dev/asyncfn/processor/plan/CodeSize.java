package dev.asyncfn.processor.plan;

import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.parse.Tokens;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Guesses from the text of Java code how many bytes javac will make of it. It counts what each token costs at most in
 * usual code, so that the guess is seldom too low: names are fields, what calls return is cast or unboxed.
 */
public final class CodeSize {
    /** HotSpot never compiles a method of more than 8,000 bytes: a guess of this much leaves a margin. */
    public static final int LIMIT = 7_000;

    private static final Pattern TOKEN = Pattern.compile("//.*"
            + "|/\\*(?s:.*?)\\*/"
            + "|(\"\"\"(?s:.*?)\"\"\"|\"(?:[^\"\\\\]++|\\\\.)*+\"|'\\\\?.[^']*+')"
            + "|(\\d[\\w.]*)"
            + "|([\\p{L}_$][\\p{L}\\p{N}_$]*)(\\s*(?:\\(|\\.|::)?)"
            + "|([-+*/%&|^<>=!?]+|:)");
    private static final int TEXT = 1;
    private static final int NUMBER = 2;
    private static final int NAME = 3;
    private static final int AFTER_NAME = 4;
    private static final int OPERATOR = 5;

    private static final Set<String> FREE = Set.of(
            "int", "long", "short", "byte", "char", "float", "double", "boolean", "void", "final", "var", "try", "else",
            "do", "default", "yield", "throws", "extends", "class", "static");
    private static final Map<String, Integer> KEYWORDS = Map.ofEntries(
            Map.entry("case", 8),
            Map.entry("switch", 16),
            Map.entry("new", 4),
            Map.entry("catch", 6),
            Map.entry("assert", 10),
            Map.entry("if", 3),
            Map.entry("for", 3),
            Map.entry("while", 3),
            Map.entry("continue", 3),
            Map.entry("break", 3),
            Map.entry("instanceof", 3),
            Map.entry("return", 1),
            Map.entry("throw", 1),
            Map.entry("this", 0),
            Map.entry("super", 1),
            Map.entry("null", 1),
            Map.entry("true", 1),
            Map.entry("false", 1));

    private CodeSize() {}

    /** Of some code; of the user's, its skeleton. */
    public static int of(String code) {
        return upTo(code)[code.length()];
    }

    /** Of a piece of a body. */
    public static int of(Code code, Tokens tokens) {
        int[] size = new int[1];
        code.forEach(piece -> size[0] += of(piece, tokens));
        return size[0];
    }

    private static int of(Piece piece, Tokens tokens) {
        if (piece instanceof Piece.Text text) {
            return of(text.text());
        }
        if (piece instanceof Piece.Verbatim verbatim) {
            return of(tokens.skeleton(verbatim.lines()));
        }
        boolean printsNothing = piece instanceof Piece.Comment
                || piece instanceof Piece.SourceLine
                || piece instanceof Piece.Shift
                || piece instanceof Piece.Conditional;
        return printsNothing ? 0 : 4;
    }

    /** Of the code up to each of its characters. */
    static int[] upTo(String code) {
        int[] sizes = new int[code.length() + 1];
        Matcher token = TOKEN.matcher(code);
        boolean inLabel = false;
        while (token.find()) {
            sizes[token.end()] = size(token) + (inLabel && token.start(TEXT) >= 0 ? 16 : 0);
            inLabel = "case".equals(token.group(NAME)) || inLabel && token.start(OPERATOR) < 0;
        }
        for (int i = 1; i <= code.length(); i++) {
            sizes[i] += sizes[i - 1];
        }
        return sizes;
    }

    private static int size(Matcher token) {
        if (token.start(TEXT) >= 0 || token.start(NUMBER) >= 0) {
            return 3;
        }
        if (token.start(NAME) >= 0) {
            return name(token.group(NAME), token.group(AFTER_NAME));
        }
        return token.start(OPERATOR) < 0 ? 0 : operator(token.group(OPERATOR));
    }

    private static int name(String name, String after) {
        if (FREE.contains(name)) {
            return 0;
        }
        Integer keyword = KEYWORDS.get(name);
        if (keyword != null) {
            return keyword;
        }
        if (after.endsWith("(")) {
            return 8;
        }
        boolean qualifies = Character.isUpperCase(name.charAt(0)) && !after.isBlank();
        return qualifies ? 0 : 4;
    }

    private static int operator(String operator) {
        return switch (operator) {
            case "==", "!=", "<", ">", "<=", ">=", "?" -> 4;
            case "=", "++", "--" -> 2;
            case "&&", "||", "!", "->", ":" -> 0;
            default -> operator.endsWith("=") ? 4 : 2;
        };
    }
}
