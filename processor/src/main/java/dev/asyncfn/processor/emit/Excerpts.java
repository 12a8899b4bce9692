package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.parse.UnicodeEscapes;

/** Pieces of source that stand in comments, where javac reads Unicode escapes, too (JLS 3.3). */
final class Excerpts {
    private Excerpts() {}

    /**
     * At most so many chars of a text. It ends between two words if one begins in its last quarter, else between two tokens, and never
     * within an escape.
     */
    static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        UnicodeEscapes characters = new UnicodeEscapes(text);
        int kept = 0;
        while (end(characters, kept) <= longest) {
            kept++;
        }
        int end = kept == 0 ? 0 : end(characters, tokens(characters.translated(), kept) - 1);
        int space = text.lastIndexOf(' ', end);
        String start = text.substring(0, space > end * 3 / 4 ? space : end).stripTrailing();
        return withoutDots(start) + " ...";
    }

    private static String withoutDots(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '.') {
            end--;
        }
        return text.substring(0, end);
    }

    /** As many characters, or fewer, so that no word and no character of two chars is cut; a word that is too long is cut all the same. */
    private static int tokens(String text, int kept) {
        int end = kept;
        while (end > Math.max(1, kept / 2) && isInWord(text, end)) {
            end--;
        }
        if (isInWord(text, end)) {
            end = kept;
        }
        return Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end)) ? end - 1 : end;
    }

    private static boolean isInWord(String text, int end) {
        return Character.isJavaIdentifierPart(text.codePointBefore(end))
                && Character.isJavaIdentifierPart(text.codePointAt(end));
    }

    private static int end(UnicodeEscapes characters, int index) {
        return characters.end(index) + 1;
    }

    /** A text without the escapes that are line breaks to javac. */
    static String inOneLine(String text) {
        UnicodeEscapes characters = new UnicodeEscapes(text);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < characters.translated().length(); i++) {
            char c = characters.translated().charAt(i);
            boolean lineBreak = c == '\n' || c == '\r';
            out.append(lineBreak ? " " : text.substring(characters.start(i), end(characters, i)));
        }
        return out.toString();
    }
}
