package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Ending;
import dev.asyncfn.future.FuturesUnordered;
import dev.asyncfn.waker.SingleWait;
import java.util.List;
import java.util.Objects;

/** The items of several streams, as they come. */
final class MergeStream<T> extends SingleWait implements Stream<T>, Waiting {
    private final FuturesUnordered<Turn<T>> turns = new FuturesUnordered<>();
    private Undelivered<? super T> ofItem = Undelivered.close();
    /** Its failure, while the other streams clean up; else null. */
    private Ending<T> ending;

    /** One of these streams, which belong to it. */
    MergeStream(List<? extends Stream<? extends T>> streams) {
        for (Stream<? extends T> stream : List.copyOf(streams)) {
            turns.push(new Turn<T>(Streams.widen(stream)));
        }
    }

    @Override
    public Poll<T> pollNext(Context cx) {
        if (ending == null) {
            try {
                return advance(cx);
            } catch (Throwable thrown) {
                ending = Ending.with(Poll.pending(), thrown);
            }
        }
        if (ending.letsGo(turns::pollDrop, cx)) {
            Drops drops = ending.drops();
            ending = null;
            drops.rethrow();
        }
        return Poll.pending();
    }

    private Poll<T> advance(Context cx) throws Exception {
        while (turns.pollNext(cx) instanceof Poll.Ready<Turn<T>> ready) {
            Turn<T> turn = ready.value();
            if (turn == null) {
                return Stream.end(); // none is left
            }
            Poll<T> next = turn.take();
            if (next != null) {
                ofItem = turn.stream.undelivered();
                turns.push(turn); // to the end of the line
                return next;
            }
        }
        return Poll.pending();
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        if (turns.pollDrop(cx).isPending()) {
            return Poll.pending();
        }
        drop();
        return Poll.ready(null);
    }

    @Override
    public void drop() {
        Drops drops = ending == null ? new Drops(null) : ending.dropsOfCleanup();
        ending = null;
        drops.run(turns::drop);
        drops.rethrow();
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ofItem;
    }

    @Override
    public String state() {
        return "MergeStream of " + turns.size();
    }

    @Override
    public List<Future<?>> awaitedAll() {
        return Waiting.of(turns.next());
    }

    /** A stream as a future of itself, which is ready each time that there is an item, or the end. */
    private static final class Turn<T> implements Future<Turn<T>>, Waiting {
        private final Stream<T> stream;
        /** The item that it is ready with; null at the end. */
        private Poll<T> next;

        Turn(Stream<T> stream) {
            this.stream = stream;
        }

        @Override
        public Poll<Turn<T>> poll(Context cx) throws Exception {
            Poll<T> poll = Objects.requireNonNull(stream.pollNext(cx), "pollNext returned null");
            if (!(poll instanceof Poll.Ready<T> ready)) {
                return Poll.pending();
            }
            next = ready.value() == null ? null : poll;
            return Poll.ready(this);
        }

        Poll<T> take() {
            Poll<T> taken = next;
            next = null;
            return taken;
        }

        @Override
        public Poll<Void> pollDrop(Context cx) throws Exception {
            return stream.pollDrop(cx);
        }

        /** If this was dropped by its own stream, during the poll that was ready with an item. */
        @Override
        public Undelivered<Turn<T>> undelivered() {
            return turn -> {
                Drops drops = new Drops(null);
                if (turn.take() instanceof Poll.Ready<T> item) {
                    drops.release(stream.undelivered(), item.value());
                }
                drops.run(stream::drop);
                drops.rethrow();
            };
        }

        @Override
        public void drop() {
            stream.drop();
        }

        @Override
        public String state() {
            return "next of " + StreamAdapter.describe(stream);
        }

        @Override
        public List<Future<?>> awaitedAll() {
            return Waiting.of(stream);
        }
    }
}
