package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.future.FuturesUnordered;
import java.util.List;

/** The values of futures, several of which are under way, as they complete. */
final class BufferUnorderedStream<T> extends BufferingStream<T> {
    private final FuturesUnordered<T> running = new FuturesUnordered<>();

    BufferUnorderedStream(Stream<Future<? extends T>> futures, int limit) {
        super(futures, limit);
    }

    @Override
    Poll<T> advance(Context cx) throws Exception {
        Future<? extends T> next;
        while (size() < limit && (next = pollFuture(cx)) != null) {
            running.push(next);
        }
        if (running.isEmpty()) {
            return none();
        }
        return running.pollNext(cx) instanceof Poll.Ready<T> ready ? Streams.item(ready.value()) : Poll.pending();
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return running.undelivered();
    }

    @Override
    boolean childrenLetGo(Context cx) {
        return letsGo(running::pollDrop, running::drop, cx);
    }

    @Override
    void dropRunning() {
        running.drop();
    }

    @Override
    int size() {
        return running.size();
    }

    @Override
    List<Future<?>> running() {
        return Waiting.of(running.next());
    }
}
