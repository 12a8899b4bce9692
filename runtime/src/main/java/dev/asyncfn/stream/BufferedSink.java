package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.collection.BlockQueue;
import dev.asyncfn.failure.Drops;

/** Takes some items before another sink does. */
final class BufferedSink<T> extends SinkAdapter<T, T> {
    private final int capacity;
    private final BlockQueue<T> buffer = new BlockQueue<>();

    BufferedSink(Sink<T> target, int capacity) {
        super(target);
        if (capacity <= 0) {
            throw new IllegalArgumentException("a buffer of " + capacity + " items");
        }
        this.capacity = capacity;
    }

    @Override
    Poll<Void> tryReady(Context cx) throws Exception {
        tryEmpty(cx);
        return buffer.size() < capacity ? DONE : Poll.pending();
    }

    @Override
    void take(T item) {
        buffer.add(item);
    }

    @Override
    Poll<Void> tryFlush(Context cx) throws Exception {
        return tryEmpty(cx) ? target.pollFlush(cx) : Poll.pending();
    }

    /** Passes on as many items as the target can take. */
    private boolean tryEmpty(Context cx) throws Exception {
        while (!buffer.isEmpty()) {
            if (!target.pollReady(cx).isReady()) {
                return false;
            }
            pass(buffer.poll(), Undelivered.close(), target);
        }
        return true;
    }

    @Override
    void letGo() {
        Drops drops = new Drops(null);
        buffer.drain(item -> drops.release(Undelivered.close(), item));
        drops.run(super::letGo);
        drops.rethrow();
    }

    @Override
    public String state() {
        return buffer.size() + " of " + capacity + " buffered";
    }
}
