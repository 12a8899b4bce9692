package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import java.util.List;
import java.util.Objects;

/** The next item of a stream that is borrowed. */
final class Next<T> implements Future<T>, Waiting {
    /** Null once it has completed, thrown or been dropped. */
    private Stream<T> stream;

    Next(Stream<T> stream) {
        this.stream = stream;
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        Stream<T> polled = stream;
        if (polled == null) {
            throw new IllegalStateException("polled after completion");
        }
        stream = null;
        Poll<T> next = Objects.requireNonNull(polled.pollNext(cx), "pollNext returned null");
        if (!next.isReady()) {
            stream = polled;
        }
        return next;
    }

    @Override
    public void drop() {
        stream = null;
    }

    @Override
    public String state() {
        return stream == null ? "DONE" : "next of " + StreamAdapter.describe(stream);
    }

    @Override
    public List<Future<?>> awaitedAll() {
        return Waiting.of(stream);
    }
}
