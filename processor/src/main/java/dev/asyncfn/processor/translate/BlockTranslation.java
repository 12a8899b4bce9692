package dev.asyncfn.processor.translate;

import dev.asyncfn.processor.attribute.AsyncBlock;

/** What became of the async blocks of a body. */
public interface BlockTranslation {
    /** Lowers a block, unless it has been lowered already. Returns whether it uses the object whose method the async fn is. */
    boolean usesReceiver(AsyncBlock block);
}
