package dev.asyncfn.processor.model;

/**
 * A piece of a file.
 *
 * @param start its first char, counted from 0
 * @param end just past its last char
 */
public record Span(int start, int end) {
    /** No piece. */
    public static final Span NONE = new Span(0, 0);

    public boolean isEmpty() {
        return start >= end;
    }
}
