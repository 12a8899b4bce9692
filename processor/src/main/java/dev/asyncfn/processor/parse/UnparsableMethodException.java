package dev.asyncfn.processor.parse;

import java.io.Serial;

/** javac accepts a method's text and JavaParser does not, or the text cannot be read. */
public final class UnparsableMethodException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    public UnparsableMethodException(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** From 1; of a token that JavaParser still understood, or where the method starts. */
    public int line() {
        return line;
    }

    /** From 1, like {@link #line()}. */
    public int column() {
        return column;
    }
}
