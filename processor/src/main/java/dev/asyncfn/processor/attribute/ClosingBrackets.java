package dev.asyncfn.processor.attribute;

/**
 * Where types end that end with one of several brackets behind one another. javac reads {@code >>} as one token, and takes it apart as if
 * each bracket were one char; a Unicode escape is more.
 */
final class ClosingBrackets {
    private static final int HEX_DIGITS = 4;

    private final String text;

    ClosingBrackets(String text) {
        this.text = text;
    }

    /** The end of a tree where it is, by the end that javac gives it. */
    int end(int end) {
        if (isAt(end - 1, '\\')) { // after one char of an escape that is the bracket
            return next(end - 1);
        }
        return isAt(end - 1, 'u') && isAt(end - 2, '\\')
                ? next(next(end - 2))
                : end; // after two chars, for two brackets
    }

    private boolean isAt(int offset, char c) {
        return offset >= 0 && offset < text.length() && text.charAt(offset) == c;
    }

    /** Just past the bracket at an offset. */
    private int next(int offset) {
        int end = offset + 1;
        if (isAt(offset, '\\')) {
            while (isAt(end, 'u')) {
                end++;
            }
            end += HEX_DIGITS;
        }
        return end;
    }
}
