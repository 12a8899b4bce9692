package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.model.SourceFile;
import java.nio.charset.Charset;
import java.util.BitSet;

/**
 * Writes text so that javac reads the same characters again, in whatever encoding it writes and reads: raw if they stand so in the user's own
 * file, or if they are visible, the encoding has them, and the user's file is not in ASCII only; else as Unicode escapes.
 */
final class SafeCharacters {
    private static final int ASCII = 0x80;

    private final BitSet raw = new BitSet();
    private final Charset encoding;
    private boolean surrogates;

    SafeCharacters(SourceFile file) {
        file.text().codePoints().filter(c -> c >= ASCII).forEach(c -> {
            boolean unpaired = c <= Character.MAX_VALUE && Character.isSurrogate((char) c); // in no encoding
            raw.set(c, !unpaired);
            surrogates |= unpaired;
        });
        // Whoever writes escapes only wants files that can be read in any encoding.
        this.encoding = raw.isEmpty()
                ? null
                : file.encoding().filter(Charset::canEncode).orElse(null);
    }

    private boolean isSafe(int codePoint) {
        if (encoding != null && !raw.get(codePoint) && isVisible(codePoint)) {
            raw.set(codePoint, isKept(Character.toString(codePoint)));
        }
        return raw.get(codePoint);
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private boolean isKept(String character) {
        return character.equals(new String(character.getBytes(encoding), encoding));
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
            if (isSafe(width == 1 ? c : text.codePointAt(i))) {
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
