package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.collection.Held;
import dev.asyncfn.failure.Drops;
import java.util.Collections;
import java.util.List;

/** All items of a stream, which are kept until the last has come. */
final class ToList<T> extends StreamFuture<T, List<T>> {
    private final Held<T> items = new Held<>();
    private Undelivered<? super List<T>> ofList = Undelivered.close();

    ToList(Stream<T> stream) {
        super(stream);
    }

    @Override
    Poll<List<T>> advance(Stream<T> stream, Context cx) throws Exception {
        while (stream.pollNext(cx) instanceof Poll.Ready<T> next) {
            if (next.value() == null) {
                ofList = items.undelivered();
                return Poll.ready(Collections.unmodifiableList(items.take()));
            }
            items.add(next.value(), stream.undelivered());
        }
        return Poll.pending();
    }

    @Override
    void release(Drops drops) {
        items.release(drops);
    }

    @Override
    public Undelivered<? super List<T>> undelivered() {
        return ofList;
    }
}
