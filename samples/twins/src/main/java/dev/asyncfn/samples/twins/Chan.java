package dev.asyncfn.samples.twins;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.future.Futures;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** A bounded channel for one thread: receiving is pending while it is empty and open, sending while it is full. */
public final class Chan {
    private final PrintStream out;
    private final String name;
    private final int capacity;
    private final Queue<Integer> queue = new ArrayDeque<>();
    private boolean closed;
    private Waker waiting;

    public Chan(PrintStream out, String name, int capacity) {
        this.out = out;
        this.name = name;
        this.capacity = capacity;
    }

    /** The next number, or null at the end of a closed channel. */
    public Future<Integer> next() {
        return Futures.pollFn(cx -> {
            Integer value = queue.poll();
            if (value != null) {
                out.println(name + " recv " + value);
                wakeTheOtherEnd();
                return Poll.ready(value);
            }
            if (closed) {
                out.println(name + " recv end");
                return Poll.ready(null);
            }
            out.println(name + " recv pending");
            waiting = cx.waker().clone();
            return Poll.pending();
        });
    }

    public Future<Void> send(int value) {
        return Futures.pollFn(cx -> {
            if (queue.size() == capacity) {
                out.println(name + " send " + value + " pending");
                waiting = cx.waker().clone();
                return Poll.pending();
            }
            out.println(name + " send " + value);
            queue.add(value);
            wakeTheOtherEnd();
            return Poll.ready(null);
        });
    }

    /** Puts numbers in from outside, without printing. */
    public void fill(Integer... values) {
        queue.addAll(List.of(values));
    }

    /** Takes all numbers out from outside, without printing. */
    public void drain() {
        queue.clear();
    }

    public void close() {
        closed = true;
    }

    private void wakeTheOtherEnd() {
        if (waiting != null) {
            Waker waker = waiting;
            waiting = null;
            waker.wake();
        }
    }
}
