package lesson_13_reactor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;

/** Waits for all channels at once, in one blocking call, and wakes the tasks whose channels are ready. */
final class Reactor implements AutoCloseable {
    private final Selector selector;

    Reactor() throws IOException {
        selector = Selector.open();
    }

    /** A leaf: the next bytes of a channel, or null at its end. */
    Future<String> read(Pipe.SourceChannel channel) {
        return cx -> pollRead(channel, cx);
    }

    private Poll<String> pollRead(Pipe.SourceChannel channel, Context cx) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(64);
        int count = channel.read(buffer); // does not block
        if (count == 0) {
            channel.register(selector, SelectionKey.OP_READ, cx.waker().clone());
            return Poll.pending();
        }
        return Poll.ready(
                count < 0 ? null : StandardCharsets.UTF_8.decode(buffer.flip()).toString());
    }

    /** The one call that blocks: until some channel is ready. */
    void waitForEvents() throws IOException {
        selector.select();
        for (SelectionKey key : selector.selectedKeys()) {
            key.interestOps(0); // until the task asks again
            ((Waker) key.attachment()).wake();
        }
        selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
        selector.close();
    }
}
