package dev.asyncfn.processor.plan;

import java.util.Map;
import java.util.Set;

/**
 * Guesses from the text of Java code how many bytes javac will make of it. It counts what each token costs at most in
 * usual code, so that the guess is seldom too low: names are fields, what calls return is cast or unboxed.
 */
public final class CodeSize {
    /** HotSpot never compiles a method of more than 8,000 bytes: a guess of this much leaves a margin. */
    public static final int LIMIT = 7_000;

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

    /** Of the code up to each of its characters. */
    static int[] upTo(String code) {
        int[] sizes = new int[code.length() + 1];
        CodeScanner tokens = new CodeScanner(code);
        boolean inLabel = false;
        while (tokens.next()) {
            boolean compared = inLabel && tokens.kind() == CodeScanner.Kind.TEXT;
            sizes[tokens.end()] = size(tokens) + (compared ? 16 : 0);
            boolean label =
                    tokens.kind() == CodeScanner.Kind.NAME && tokens.name().equals("case");
            inLabel = label || inLabel && tokens.kind() != CodeScanner.Kind.OPERATOR;
        }
        for (int i = 1; i <= code.length(); i++) {
            sizes[i] += sizes[i - 1];
        }
        return sizes;
    }

    private static int size(CodeScanner token) {
        return switch (token.kind()) {
            case COMMENT -> 0;
            case TEXT, NUMBER -> 3;
            case NAME -> name(token.name(), token.afterName());
            case OPERATOR -> operator(token.text());
        };
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
