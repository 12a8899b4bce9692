package dev.asyncfn.processor.attribute;

import dev.asyncfn.processor.parse.MethodSource;

/**
 * A body that type-checks.
 *
 * @param attribution what javac says of its names and expressions
 */
public record TypedBody(MethodSource source, Attribution attribution) {}
