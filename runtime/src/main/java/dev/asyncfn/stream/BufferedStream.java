package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import dev.asyncfn.collection.BlockQueue;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Sneaky;
import dev.asyncfn.future.FuturesUnordered;
import java.util.List;

/** The values of futures, several of which are under way, in their order. */
final class BufferedStream<T> extends BufferingStream<T> {
    private final FuturesUnordered<Slot<T>> running = new FuturesUnordered<>();
    /** Those that are running, and those that have completed and wait for others before them. */
    private final BlockQueue<Slot<T>> slots = new BlockQueue<>();

    private Undelivered<? super T> ofItem = Undelivered.close();

    BufferedStream(Stream<Future<? extends T>> futures, int limit) {
        super(futures, limit);
    }

    @Override
    Poll<T> advance(Context cx) throws Exception {
        Future<? extends T> next;
        while (size() < limit && (next = pollFuture(cx)) != null) {
            Slot<T> slot = new Slot<>(next);
            slots.add(slot);
            running.push(slot);
        }
        boolean moving = !running.isEmpty();
        while (moving) { // all of them, not only as far as the first is concerned
            moving = running.pollNext(cx).isReady() && !running.isEmpty();
        }
        Slot<T> first = slots.peek();
        if (first == null) {
            return none();
        }
        if (!first.isDone()) {
            return Poll.pending();
        }
        slots.poll();
        ofItem = first.ofValue;
        return Streams.item(first.take());
    }

    @Override
    boolean childrenLetGo(Context cx) {
        return letsGo(running::pollDrop, running::drop, cx);
    }

    @Override
    void dropRunning() {
        Drops drops = new Drops(null);
        slots.drain(drops::drop);
        drops.run(running::drop);
        drops.rethrow();
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ofItem;
    }

    @Override
    int size() {
        return slots.size();
    }

    @Override
    List<Future<?>> running() {
        return Waiting.of(running.next());
    }

    /** A future and its outcome. */
    private static final class Slot<T> implements Future<Slot<T>>, Traced {
        /** Null once it has completed, thrown or been dropped. */
        private Future<? extends T> future;

        private T value;
        private Throwable failure;
        /** Null unless there is a value that was not taken. */
        private Undelivered<? super T> ofValue;

        Slot(Future<? extends T> future) {
            OwnedFuture.claim(future, this);
            this.future = future;
        }

        @Override
        public Poll<Slot<T>> poll(Context cx) {
            Future<? extends T> polled = future;
            future = null; // unless it has to wait
            try {
                if (!(ChildFuture.poll(polled, cx) instanceof Poll.Ready<? extends T> ready)) {
                    future = polled;
                    return Poll.pending();
                }
                value = ready.value();
                ofValue = ChildFuture.undelivered(polled);
            } catch (Throwable thrown) {
                failure = thrown; // to be thrown when it is its turn
            }
            return Poll.ready(this);
        }

        boolean isDone() {
            return future == null;
        }

        T take() {
            if (failure != null) {
                throw Sneaky.asIs(failure);
            }
            ofValue = null;
            return value;
        }

        @Override
        public Poll<Void> pollDrop(Context cx) throws Exception {
            Future<? extends T> polled = future;
            future = null;
            if (polled != null && polled.pollDrop(cx).isPending()) {
                future = polled;
                return Poll.pending();
            }
            return Poll.ready(null);
        }

        /** The slot is dropped with the others, not by the set that it leaves. */
        @Override
        public Undelivered<Object> undelivered() {
            return Undelivered.keep();
        }

        @Override
        public void drop() {
            Future<? extends T> left = future;
            future = null;
            Undelivered<? super T> how = ofValue;
            ofValue = null;
            Drops drops = new Drops(null);
            drops.drop(left);
            if (how != null) {
                drops.release(how, value);
            }
            drops.rethrow();
        }

        @Override
        public String toString() {
            return "BufferedStream";
        }

        @Override
        public String state() {
            return future == null ? "DONE" : "AWAIT";
        }

        @Override
        public Future<?> awaited() {
            return future;
        }
    }
}
