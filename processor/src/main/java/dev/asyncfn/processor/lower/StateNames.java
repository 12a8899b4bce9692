package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.LabeledStmt;
import java.util.Locale;

/** Names of states, made of those in the source. */
final class StateNames {
    private StateNames() {}

    /** {@code readData} as {@code READ_DATA}. */
    static String of(String camelCase) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < camelCase.length(); i++) {
            char c = camelCase.charAt(i);
            if (i > 0 && isUpper(c) && (isLowerOrDigit(camelCase.charAt(i - 1)) || endsAcronym(camelCase, i))) {
                out.append('_');
            }
            out.append(c);
        }
        return out.toString().toUpperCase(Locale.ROOT);
    }

    /** Whether a word begins behind an acronym, as in {@code IOException}. */
    private static boolean endsAcronym(String camelCase, int i) {
        return isUpper(camelCase.charAt(i - 1))
                && i + 1 < camelCase.length()
                && camelCase.charAt(i + 1) >= 'a'
                && camelCase.charAt(i + 1) <= 'z';
    }

    /** The letters and digits of a label, in one word: {@code "a b"} as {@code A_B}; empty if there are none. */
    static String ofWords(String label) {
        StringBuilder words = new StringBuilder();
        for (char c : label.toCharArray()) {
            if (isUpper(c) || isLowerOrDigit(c)) {
                words.append(c);
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != '_') {
                words.append('_');
            }
        }
        int end = words.length();
        while (end > 0 && words.charAt(end - 1) == '_') {
            end--;
        }
        return of(words.substring(0, end));
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isLowerOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    /** The label in front of a loop, as a prefix of its states; empty if there is none. */
    static String label(Node loop) {
        return loop.getParentNode().orElse(null) instanceof LabeledStmt labelled
                ? of(labelled.getLabel().asString()) + "_"
                : "";
    }
}
