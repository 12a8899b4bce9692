package dev.asyncfn.processor.check;

import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.attribute.TypedBody;
import dev.asyncfn.processor.parse.MethodSource;

/**
 * A body in which no rule has found an error, so that it can be lowered. Only {@link BodyCheck} makes them.
 *
 * @param usesPrivate whether it needs names that stand for private types
 */
public record CheckedBody(TypedBody body, boolean usesPrivate) {
    public MethodSource source() {
        return body.source();
    }

    public Attribution attribution() {
        return body.attribution();
    }
}
