package dev.asyncfn.sync;

import java.util.ArrayDeque;
import java.util.Queue;

/** What a fair semaphore does, one call after the other. */
final class PermitsModel {
    /** One who asks. */
    static final class Ticket {
        final int count;
        private boolean arrived;
        boolean granted;

        Ticket(int count) {
            this.count = count;
        }
    }

    private final Queue<Ticket> line = new ArrayDeque<>();
    int available;
    boolean closed;

    PermitsModel(int available) {
        this.available = available;
    }

    boolean tryTake(int count) {
        if (closed || !line.isEmpty() || available < count) {
            return false;
        }
        available -= count;
        return true;
    }

    /** A poll: whether the wait is over. */
    boolean poll(Ticket ticket) {
        if (!ticket.arrived) {
            ticket.arrived = true;
            ticket.granted = tryTake(ticket.count);
            if (!ticket.granted && !closed) {
                line.add(ticket);
            }
        }
        return ticket.granted || closed;
    }

    void drop(Ticket ticket) {
        line.remove(ticket);
        release(ticket.granted ? ticket.count : 0);
    }

    void release(int count) {
        available += count;
        while (!line.isEmpty() && line.element().count <= available) {
            Ticket first = line.remove();
            available -= first.count;
            first.granted = true;
        }
    }

    int forget(int count) {
        int forgotten = Math.min(count, available);
        available -= forgotten;
        return forgotten;
    }

    void close() {
        closed = true;
        line.clear();
    }
}
