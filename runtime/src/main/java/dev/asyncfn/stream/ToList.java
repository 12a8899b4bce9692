package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.collection.Held;
import dev.asyncfn.failure.Drops;
import java.util.Collections;
import java.util.List;

/** All items of a stream, which are kept until the last has come. */
final class ToList<T> extends OwnedFuture<List<T>> implements Waiting {
    /** Fused, since it may be dropped after it has ended or thrown; null once all is over. */
    private Stream<T> stream;

    private final Held<T> items = new Held<>();
    private Undelivered<? super List<T>> ofList = Undelivered.close();

    ToList(Stream<T> stream) {
        this.stream = stream.fuse();
    }

    @Override
    public Poll<List<T>> poll(Context cx) throws Exception {
        if (stream == null) {
            throw new IllegalStateException("polled after completion");
        }
        try {
            while (stream.pollNext(cx) instanceof Poll.Ready<T> next) {
                if (next.value() == null) {
                    return complete();
                }
                items.add(next.value(), stream.undelivered());
            }
            return Poll.pending();
        } catch (Throwable thrown) {
            Cleanup.after(thrown, this::drop);
            throw thrown;
        }
    }

    private Poll<List<T>> complete() {
        Stream<T> ended = stream;
        stream = null;
        Drops drops = new Drops(null);
        drops.run(ended::drop);
        if (drops.failure() != null) {
            items.release(drops);
            drops.rethrow();
        }
        ofList = items.undelivered();
        return Poll.ready(Collections.unmodifiableList(items.take()));
    }

    @Override
    public void drop() {
        Stream<T> left = stream;
        stream = null;
        if (left != null) {
            Drops drops = new Drops(null);
            items.release(drops);
            drops.run(left::drop);
            drops.rethrow();
        }
    }

    @Override
    public Undelivered<? super List<T>> undelivered() {
        return ofList;
    }

    @Override
    public String state() {
        return stream == null ? "DONE" : "end of " + StreamAdapter.describe(stream);
    }

    @Override
    public List<Future<?>> awaitedAll() {
        return Waiting.of(stream);
    }
}
