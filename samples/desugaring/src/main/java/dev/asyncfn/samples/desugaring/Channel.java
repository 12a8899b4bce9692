package dev.asyncfn.samples.desugaring;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * A small bounded channel for the tasks of one thread: its leaves wait for each other, and not for the outside
 * world. It has room for one waiting receiver and one waiting sender.
 *
 * @param <T> what is sent, never null
 */
final class Channel<T> {
    private final Queue<T> queue = new ArrayDeque<>();
    private final int capacity;
    private boolean closed;
    private Waker receiver;
    private Waker sender;

    Channel(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a channel of capacity " + capacity + " can never take anything");
        }
        this.capacity = capacity;
    }

    /** The next element, or null once the channel is closed and empty. */
    Future<T> next() {
        return this::pollNext;
    }

    /** Ready once there is room. */
    Future<Void> send(T element) {
        return cx -> pollSend(cx, element);
    }

    /** Nothing more will be sent. */
    void close() {
        closed = true;
        receiver = wake(receiver);
    }

    private Poll<T> pollNext(Context cx) {
        T element = queue.poll();
        if (element == null && !closed) {
            receiver = cx.waker().clone();
            return Poll.pending();
        }
        sender = wake(sender);
        return Poll.ready(element);
    }

    private Poll<Void> pollSend(Context cx, T element) {
        if (queue.size() == capacity) {
            sender = cx.waker().clone();
            return Poll.pending();
        }
        queue.add(element);
        receiver = wake(receiver);
        return Poll.ready(null);
    }

    /** Wakes the waiting task, if there is one, and returns null, to be stored in its place. */
    private static Waker wake(Waker waiting) {
        if (waiting != null) {
            waiting.wake();
        }
        return null;
    }
}
