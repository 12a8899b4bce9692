package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.collection.BlockQueue;
import dev.asyncfn.failure.Drops;
import java.util.List;

/** Takes some items before another sink does. */
final class BufferedSink<T> extends GuardedSink<T> implements Waiting {
    private final Sink<T> target;
    private final int capacity;
    private final BlockQueue<T> buffer = new BlockQueue<>();

    BufferedSink(Sink<T> target, int capacity) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("a buffer of " + capacity + " items");
        }
        this.target = target;
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

    @Override
    Poll<Void> tryClose(Context cx) throws Exception {
        return target.pollClose(cx);
    }

    /** Passes on as many items as the target can take. */
    private boolean tryEmpty(Context cx) throws Exception {
        while (!buffer.isEmpty()) {
            if (!target.pollReady(cx).isReady()) {
                return false;
            }
            target.startSend(buffer.poll());
        }
        return true;
    }

    @Override
    void letGo() {
        Drops drops = new Drops(null);
        buffer.drain(item -> drops.release(Undelivered.close(), item));
        drops.run(target::drop);
        drops.rethrow();
    }

    @Override
    public String state() {
        return buffer.size() + " of " + capacity + " buffered";
    }

    @Override
    public List<Future<?>> awaitedAll() {
        return Waiting.of(target);
    }
}
