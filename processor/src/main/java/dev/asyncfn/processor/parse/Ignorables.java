package dev.asyncfn.processor.parse;

import java.util.BitSet;

/**
 * Chars inside words that javac drops before it looks at the word, such as a soft hyphen: what is left may be a keyword. To JavaParser
 * they are letters.
 */
final class Ignorables {
    private Ignorables() {}

    static UnicodeEscapes dropFrom(UnicodeEscapes text) {
        String chars = text.translated();
        BitSet dropped = new BitSet();
        int end = 0;
        for (int start = 0; start < chars.length(); start = end) {
            end = StandIns.endOfToken(chars, start);
            if (Character.isJavaIdentifierStart(chars.codePointAt(start))) {
                for (int i = start; i < end; i++) {
                    dropped.set(i, Character.isIdentifierIgnorable(chars.charAt(i)));
                }
            }
        }
        return dropped.isEmpty() ? text : text.without(dropped);
    }

    /** A word as javac knows it. Those that take two chars it does not drop. */
    static String dropFrom(String word) {
        return dropFrom(new UnicodeEscapes(word)).translated();
    }
}
