package dev.asyncfn.processor.ir;

import dev.asyncfn.processor.model.Span;
import javax.lang.model.element.TypeElement;

/**
 * What a {@link Step.Dispatch} does if no label matches.
 *
 * @param target where it continues; null if it does not continue, or falls out
 * @param error what is thrown; null if nothing
 */
public record Otherwise(Kind kind, Block target, TypeElement error) {
    /** Under which label. */
    public enum Kind {
        /** None: some label matches. */
        NEVER,
        /** None: the switch does nothing. */
        FALL_OUT,
        DEFAULT,
        NULL,
        NULL_OR_DEFAULT,
        /** {@code default}, where an error is thrown. */
        ERROR
    }

    public static final Otherwise NEVER = new Otherwise(Kind.NEVER, null, null);

    /** How it continues. */
    public Transfer.Jump jump() {
        return new Transfer.Jump(target, null, Span.NONE);
    }

    Code code() {
        return target == null ? Code.EMPTY : Code.of(jump());
    }
}
