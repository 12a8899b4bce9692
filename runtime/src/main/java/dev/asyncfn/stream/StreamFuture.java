package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Ending;
import dev.asyncfn.failure.Sneaky;
import java.util.List;

/** A future that drives a stream to its end. If it fails first, what it owns cleans up before the failure is visible. */
abstract class StreamFuture<T, R> extends OwnedFuture<R> implements Waiting {
    /** Fused, since it may be dropped after it has ended or thrown; null once all is over. */
    private Stream<T> stream;
    /** How this ends, while what it gives up cleans up; else null. */
    private Ending<R> ending;

    StreamFuture(Stream<T> stream) {
        this.stream = stream.fuse();
    }

    /** Continues; ready after the end of the stream. An exception ends it. */
    abstract Poll<R> advance(Stream<T> items, Context cx) throws Exception;

    /** Releases the values that it holds, if it fails or is dropped. */
    void release(Drops drops) {}

    /** Gives time to what it owns apart from the stream; whether that has ended. Called until it has. */
    boolean othersLetGo(Ending<R> into, Context cx) {
        return true;
    }

    /** Drops what it owns apart from the stream, unless it has ended. */
    void dropOthers(Drops drops) {}

    @Override
    public final Poll<R> poll(Context cx) {
        if (stream == null) {
            throw new IllegalStateException("polled after completion");
        }
        if (ending == null) {
            try {
                Poll<R> poll = advance(stream, cx);
                if (poll.isReady()) {
                    stream = null;
                } else if (stream == null) {
                    throw new IllegalStateException("dropped during its own poll");
                }
                return poll;
            } catch (Throwable thrown) {
                if (stream == null) { // it was dropped in the meantime, against the rules: nothing is left to let go of
                    throw Sneaky.asIs(thrown);
                }
                ending = Ending.with(Poll.pending(), thrown);
            }
        }
        if (isLetGo(cx)) {
            if (stream == null) { // by its own stream, in the cleanup of that
                throw new IllegalStateException("dropped during its own poll");
            }
            letGo(ending.drops());
        }
        return Poll.pending();
    }

    @Override
    public final Poll<Void> pollDrop(Context cx) {
        if (stream != null) {
            if (ending == null) {
                ending = Ending.dropped();
            }
            if (!isLetGo(cx)) {
                return Poll.pending();
            }
            drop();
        }
        return GuardedSink.DONE;
    }

    private boolean isLetGo(Context cx) {
        Ending<R> begun = ending;
        Stream<T> polled = stream;
        boolean streamLetGo = begun.letsGo(polled::pollDrop, cx);
        boolean letGo = stream == null || othersLetGo(begun, cx) && streamLetGo;
        if (stream == null && !streamLetGo) {
            polled.drop(); // again: the first came in the middle of its cleanup
        }
        return letGo || stream == null;
    }

    @Override
    public final void drop() {
        if (stream != null) {
            letGo(ending == null ? new Drops(null) : ending.dropsOfCleanup());
        }
    }

    private void letGo(Drops drops) {
        Stream<T> left = stream;
        stream = null;
        ending = null;
        release(drops);
        drops.run(left::drop);
        dropOthers(drops);
        drops.rethrow();
    }

    @Override
    public String state() {
        return stream == null ? "DONE" : "end of " + StreamAdapter.describe(stream);
    }

    final boolean isOver() {
        return stream == null;
    }

    /** What the stream is, in words. */
    final String describeStream() {
        return StreamAdapter.describe(stream);
    }

    @Override
    public List<Future<?>> awaitedAll() {
        return Waiting.of(stream);
    }
}
