package dev.asyncfn.processor.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token of a Java source, comments left out.
 *
 * @param begin its offset
 */
record Lexeme(String text, int begin) {
    private static final Pattern NEXT = Pattern.compile("(?<skipped>\\s+|//[^\\n]*|/\\*(?s:.*?)\\*/)"
            + "|\"\"\"(?:[^\\\\]|\\\\(?s:.))*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)+'"
            + "|[\\p{L}_$][\\p{L}\\p{N}_$]*|\\d[\\w.]*|->|::|\\+\\+|--|&&|\\|\\||[=!<>+*/%&|^-]=|(?s:.)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

    static List<Lexeme> of(String source) {
        List<Lexeme> all = new ArrayList<>();
        for (Matcher next = NEXT.matcher(source); next.find(); ) {
            if (next.group("skipped") == null) {
                all.add(new Lexeme(next.group(), next.start()));
            }
        }
        return all;
    }

    int end() {
        return begin + text.length();
    }

    boolean is(String... words) {
        return List.of(words).contains(text);
    }

    boolean isWord() {
        return WORD.matcher(text).matches();
    }

    boolean isNumber() {
        return Character.isDigit(text.charAt(0));
    }
}
