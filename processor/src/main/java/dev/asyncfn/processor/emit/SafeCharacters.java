package dev.asyncfn.processor.emit;

import java.util.BitSet;

/**
 * Writes text so that javac reads the same characters again, whatever the encoding of the compilation: a character that stands raw in the
 * user's own file can be written raw; any other beyond ASCII is written as Unicode escapes.
 */
final class SafeCharacters {
    private static final int ASCII = 0x80;

    private final BitSet raw = new BitSet();
    private boolean surrogates;

    /** @param file the text of the user's file */
    SafeCharacters(String file) {
        file.codePoints().filter(c -> c >= ASCII).forEach(c -> {
            boolean unpaired = c <= Character.MAX_VALUE && Character.isSurrogate((char) c); // in no encoding
            raw.set(c, !unpaired);
            surrogates |= unpaired;
        });
    }

    /** Appends a piece of the user's file. */
    void appendSource(String file, int start, int end, StringBuilder out) {
        if (surrogates) {
            append(file, start, end, out);
        } else {
            out.append(file, start, end);
        }
    }

    void append(String text, int start, int end, StringBuilder out) {
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            if (c < ASCII) {
                out.append(c);
                i++;
                continue;
            }
            int width = i + 1 < end ? Character.charCount(text.codePointAt(i)) : 1;
            if (raw.get(width == 1 ? c : text.codePointAt(i))) {
                out.append(text, i, i + width);
            } else {
                for (int k = i; k < i + width; k++) {
                    escape(text.charAt(k), out);
                }
            }
            i += width;
        }
    }

    private static void escape(char c, StringBuilder out) {
        if (backslashes(out) % 2 == 1) { // the next one would be no escape (JLS 3.3)
            out.setLength(out.length() - 1);
            out.append("\\u005c");
        }
        out.append(String.format("\\u%04x", (int) c));
    }

    private static int backslashes(CharSequence text) {
        int i = text.length();
        while (i > 0 && text.charAt(i - 1) == '\\') {
            i--;
        }
        return text.length() - i;
    }
}
