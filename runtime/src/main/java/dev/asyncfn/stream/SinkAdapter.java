package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.failure.Ending;
import java.util.List;

/** A sink made of another, which it owns. */
abstract class SinkAdapter<S, T> extends GuardedSink<S> implements Waiting {
    final Sink<T> target;
    /** Whether the target has ended before it was dropped. */
    private boolean targetEnded;

    SinkAdapter(Sink<T> target) {
        this.target = target;
    }

    @Override
    final Poll<Void> tryClose(Context cx) throws Exception {
        return target.pollClose(cx);
    }

    @Override
    final boolean isLetGo(Ending<Void> into, Context cx) {
        targetEnded = targetEnded || into.letsGo(target::pollDrop, cx);
        return targetEnded;
    }

    @Override
    void letGo() {
        if (!targetEnded) {
            target.drop();
        }
    }

    @Override
    public final List<Future<?>> awaitedAll() {
        return Waiting.of(target);
    }
}
