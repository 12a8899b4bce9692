package dev.asyncfn.processor.check;

import dev.asyncfn.processor.attribute.AsyncBlock;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.attribute.TypedBody;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A body in which no rule has found an error, so that it can be lowered. Only {@link BodyCheck} makes them.
 *
 * @param usesPrivate whether it needs names that stand for private types; those of its blocks are among them
 * @param blocks its async blocks, in the order of the source
 */
public record CheckedBody(TypedBody body, boolean usesPrivate, Map<AsyncBlock, CheckedBody> blocks) {
    public CheckedBody {
        blocks = Collections.unmodifiableMap(new LinkedHashMap<>(blocks));
    }

    /** The body and those of all blocks in it. */
    public Stream<CheckedBody> all() {
        return Stream.concat(Stream.of(this), blocks.values().stream().flatMap(CheckedBody::all));
    }

    public MethodSource source() {
        return body.source();
    }

    public Attribution attribution() {
        return body.attribution();
    }
}
