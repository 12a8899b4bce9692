package dev.asyncfn.processor.attribute;

import dev.asyncfn.processor.parse.MethodSource;
import java.util.List;

/**
 * A body that type-checks, of an async fn or of an async block.
 *
 * @param attribution what javac says of its names and expressions
 * @param blocks the async blocks that were cut out of it, in the order of the source; those of their own bodies are theirs
 */
public record TypedBody(MethodSource source, Attribution attribution, List<AsyncBlock> blocks) {
    public TypedBody {
        blocks = List.copyOf(blocks);
    }
}
