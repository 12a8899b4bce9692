package dev.asyncfn;

import java.util.Objects;

/** The future of an async block that was not lowered: its first poll runs the lambda, whose awaits block. */
final class BlockFuture<T, E extends Exception> implements TryFuture<T, E> {
    private AsyncBlock<? extends T, ? extends E> block;
    private boolean dropped;

    BlockFuture(AsyncBlock<? extends T, ? extends E> block) {
        this.block = Objects.requireNonNull(block, "block");
    }

    @Override
    public Poll<T> poll(Context cx) throws E {
        AsyncBlock<? extends T, ? extends E> running = block;
        if (running == null) {
            throw new IllegalStateException("async block resumed after " + (dropped ? "being dropped" : "its end"));
        }
        block = null;
        Enter mark = Enter.beginBlock();
        try {
            return Poll.ready(running.run());
        } finally {
            Enter.endBlock(mark);
        }
    }

    @Override
    public void drop() {
        dropped |= block != null;
        block = null;
    }
}
