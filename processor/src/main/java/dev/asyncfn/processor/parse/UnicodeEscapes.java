package dev.asyncfn.processor.parse;

import java.util.Arrays;
import java.util.Map;

/**
 * A piece of a file with its unicode escapes translated, as the language demands before anything else is done, and with
 * insertions, which take no place in the file.
 */
public final class UnicodeEscapes {
    private static final int HEX_DIGITS = 4;

    private final StringBuilder translated = new StringBuilder();
    private final int[] starts;

    /** @param text a piece of some file */
    public UnicodeEscapes(String text) {
        this(text, 0, text.length(), Map.of());
    }

    /**
     * @param text the file's
     * @param from where the piece starts
     * @param to just past its end
     * @param insertions what to put before the char at an offset
     */
    UnicodeEscapes(CharSequence text, int from, int to, Map<Integer, String> insertions) {
        int[] offsets =
                new int[to - from + 1 + String.join("", insertions.values()).length()];
        boolean escaped = false;
        int i = from;
        while (i < to) {
            String inserted = insertions.getOrDefault(i, "");
            Arrays.fill(offsets, translated.length(), translated.length() + inserted.length(), i);
            translated.append(inserted);
            char c = text.charAt(i);
            offsets[translated.length()] = i;
            int digits = c == '\\' && !escaped ? digits(text, i, to) : i;
            if (digits > i) {
                c = (char) Integer.parseInt(text, digits, digits + HEX_DIGITS, 16);
                i = digits + HEX_DIGITS;
                escaped = false; // an escaped backslash starts no further escape, and ends none
            } else {
                escaped = c == '\\' && !escaped;
                i++;
            }
            translated.append(c);
        }
        offsets[translated.length()] = to;
        starts = Arrays.copyOf(offsets, translated.length() + 1);
    }

    UnicodeEscapes(CharSequence text, int from, int to) {
        this(text, from, to, Map.of());
    }

    /** Where the four digits after a backslash and any number of {@code u} start; the backslash itself if none do. */
    private static int digits(CharSequence text, int backslash, int to) {
        int i = backslash + 1;
        while (i < to && text.charAt(i) == 'u') {
            i++;
        }
        return i > backslash + 1 && i + HEX_DIGITS <= to ? i : backslash;
    }

    public String translated() {
        return translated.toString();
    }

    /** Where in the file a translated char starts. */
    public int start(int index) {
        return starts[index];
    }

    /** The last char in the file of a translated char. */
    public int end(int index) {
        return starts[index + 1] - 1;
    }
}
