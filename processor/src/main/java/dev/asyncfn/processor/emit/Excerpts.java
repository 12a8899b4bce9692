package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.parse.UnicodeEscapes;

/** Pieces of source that stand in comments, where javac reads Unicode escapes, too (JLS 3.3). */
final class Excerpts {
    private Excerpts() {}

    /** At most so many chars of a text, which cut no character and no escape in two, nor a word if another end is near. */
    static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        UnicodeEscapes characters = new UnicodeEscapes(text);
        int end = 0;
        for (int i = 0; end(characters, i) <= longest; i++) {
            boolean half = Character.isHighSurrogate(characters.translated().charAt(i));
            end = half && end(characters, i + 1) > longest ? end : end(characters, i);
        }
        int space = text.lastIndexOf(' ', end);
        return text.substring(0, space > end * 3 / 4 ? space : end).strip() + " ...";
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
