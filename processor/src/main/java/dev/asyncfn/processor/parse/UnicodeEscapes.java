package dev.asyncfn.processor.parse;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;

/**
 * A piece of a file with its unicode escapes translated, as the language demands before anything else is done, and with
 * insertions, which take no place in the file.
 */
public final class UnicodeEscapes {
    private static final int HEX_DIGITS = 4;

    private final String translated;
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
        StringBuilder characters = new StringBuilder();
        int[] offsets =
                new int[to - from + 1 + String.join("", insertions.values()).length()];
        boolean escaped = false;
        int i = from;
        while (i < to) {
            String inserted = insertions.getOrDefault(i, "");
            Arrays.fill(offsets, characters.length(), characters.length() + inserted.length(), i);
            characters.append(inserted);
            char c = text.charAt(i);
            offsets[characters.length()] = i;
            int digits = c == '\\' && !escaped ? digits(text, i, to) : i;
            if (digits > i) {
                c = (char) Integer.parseInt(text, digits, digits + HEX_DIGITS, 16);
                i = digits + HEX_DIGITS;
                escaped = false; // an escaped backslash starts no further escape, and ends none
            } else {
                escaped = c == '\\' && !escaped;
                i++;
            }
            characters.append(c);
        }
        offsets[characters.length()] = to;
        translated = characters.toString();
        starts = Arrays.copyOf(offsets, characters.length() + 1);
    }

    private UnicodeEscapes(String translated, int[] starts) {
        this.translated = translated;
        this.starts = starts;
    }

    UnicodeEscapes(CharSequence text, int from, int to) {
        this(text, from, to, Map.of());
    }

    /** The same without some of its chars: each belongs to the char before it. */
    UnicodeEscapes without(BitSet dropped) {
        StringBuilder characters = new StringBuilder();
        int[] offsets = new int[starts.length - dropped.cardinality()];
        for (int i = dropped.nextClearBit(0); i < translated.length(); i = dropped.nextClearBit(i + 1)) {
            offsets[characters.length()] = starts[i];
            characters.append(translated.charAt(i));
        }
        offsets[characters.length()] = starts[translated.length()];
        return new UnicodeEscapes(characters.toString(), offsets);
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
        return translated;
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
