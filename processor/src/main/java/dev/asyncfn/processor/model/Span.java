package dev.asyncfn.processor.model;

/**
 * A piece of a file.
 *
 * @param start its first char, counted from 0
 * @param end just past its last char
 */
public record Span(int start, int end) {
    public boolean isEmpty() {
        return start >= end;
    }
}
