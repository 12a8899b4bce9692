package dev.asyncfn.tls;

import dev.asyncfn.Waker;
import dev.asyncfn.failure.Uncaught;
import dev.asyncfn.waker.WakerSlot;
import java.nio.channels.ReadPendingException;
import java.nio.channels.WritePendingException;

/** What the operations of a connection share: who is in the engine, and which tasks wait for it. Thread-safe. */
final class Shared {
    /** A direction, in which one operation at a time waits. */
    enum Side {
        READ,
        WRITE,
        /** The handshake, which needs both. */
        BOTH
    }

    private final Turn turn = new Turn();
    private final BothTasks tasks = new BothTasks();
    private final Records records;
    // Guarded by this.
    private Object reading;
    private Object writing;

    Shared(Records records) {
        this.records = records;
    }

    synchronized void reserve(Side side, Object operation) {
        if (side != Side.WRITE && reading != null && reading != operation) {
            throw new ReadPendingException();
        }
        if (side != Side.READ && writing != null && writing != operation) {
            throw new WritePendingException();
        }
        reading = side == Side.WRITE ? reading : operation;
        writing = side == Side.READ ? writing : operation;
    }

    WakerSlot place(Side side) {
        return side == Side.READ ? tasks.reader : tasks.writer;
    }

    /** Frees the directions of an operation, and lets go of its waker and of the transfers that it drove. */
    void release(Object operation) {
        boolean wasReading;
        boolean wasWriting;
        synchronized (this) {
            wasReading = reading == operation;
            wasWriting = writing == operation;
        }
        if (!wasReading && !wasWriting) {
            return; // it was refused
        }
        try {
            if (wasWriting) {
                tasks.writer.drop(); // while no other waker can be there
            } else {
                tasks.reader.drop();
            }
        } finally {
            synchronized (this) {
                reading = wasReading ? null : reading;
                writing = wasWriting ? null : writing;
            }
            if (enter()) {
                leave();
            }
        }
    }

    /** Whether the calling thread may use the engine now; otherwise both tasks are woken when it is free. */
    boolean enter() {
        return turn.enter();
    }

    /**
     * What a task may wait for, as it was when another entered. Only for the thread that is in.
     *
     * @param output see {@link Records#outputChanges()}
     * @param common see {@link Records#commonChanges()}
     */
    record Snapshot(int output, int common) {}

    Snapshot snapshot() {
        return new Snapshot(records.outputChanges(), records.commonChanges());
    }

    /**
     * Leaves, and wakes the other task if this one has driven what that waits for: the transfer below has then let go of the waker that would have
     * woken both.
     */
    void leave(Side side, Snapshot before) {
        Snapshot now = snapshot();
        leave();
        if (side == Side.READ && !now.equals(before)) {
            tasks.writer.wake();
        } else if (side == Side.WRITE && now.common() != before.common()) {
            tasks.reader.wake();
        }
    }

    void leave() {
        boolean wanted = false;
        for (; ; ) {
            tidy();
            if (turn.leave()) {
                break;
            }
            wanted = true;
        }
        if (wanted) {
            tasks.wake();
        }
    }

    private void tidy() {
        boolean reads;
        boolean writes;
        synchronized (this) {
            reads = reading != null;
            writes = writing != null;
        }
        try {
            records.tidy(reads, writes);
        } catch (Throwable thrown) {
            Uncaught.report(thrown); // of a transport's future: the turn must be left
        }
    }

    /** Wakes both tasks. */
    Waker waker() {
        return tasks.waker();
    }

    void wake() {
        tasks.wake();
    }
}
