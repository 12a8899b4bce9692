package dev.asyncfn.io;

import dev.asyncfn.waker.WakerSlot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadPendingException;
import java.nio.channels.WritePendingException;

/** One direction of a connection in memory. Thread-safe. No waker is called with its lock held. */
final class Pipe {
    /** The result of an attempt that has to wait. */
    static final int WAIT = -2;

    private static final int LEAST = 8 * 1024;
    private static final byte[] NOTHING = {};

    final WakerSlot reader = new WakerSlot();
    final WakerSlot writer = new WakerSlot();

    // The fields below are guarded by this.
    /** Grows up to the capacity. */
    private byte[] ring;

    private final int capacity;
    private int first;
    private int size;
    private Object reading;
    private Object writing;
    /** No more is written. */
    private boolean ended;

    private boolean writerClosed;
    private boolean readerClosed;
    /** Whether a write has failed because of that. */
    private boolean broken;

    Pipe(int capacity) {
        this.capacity = capacity;
        ring = new byte[Math.min(capacity, LEAST)];
    }

    /** Reserves the direction for an operation, until it leaves. */
    synchronized void enterRead(Object operation) {
        if (reading != null && reading != operation) {
            throw new ReadPendingException();
        }
        reading = operation;
    }

    synchronized void enterWrite(Object operation) {
        if (writing != null && writing != operation) {
            throw new WritePendingException();
        }
        writing = operation;
    }

    /** Frees the direction, and drops the waker in it; does nothing if it was not the operation's. */
    void leave(Object operation) {
        WakerSlot slot;
        synchronized (this) {
            if (reading != operation && writing != operation) {
                return;
            }
            slot = reading == operation ? reader : writer;
        }
        try {
            slot.drop(); // while no other waker can be there
        } finally {
            synchronized (this) {
                reading = reading == operation ? null : reading;
                writing = writing == operation ? null : writing;
            }
        }
    }

    /** Returns how many bytes were read, or -1 at the end, or {@link #WAIT}. */
    synchronized int tryRead(ByteBuffer target) throws IOException {
        if (readerClosed) {
            throw new ClosedChannelException();
        }
        if (!target.hasRemaining()) {
            return 0;
        }
        if (size == 0) {
            return ended ? -1 : WAIT;
        }
        int count = Math.min(size, target.remaining());
        int once = Math.min(count, ring.length - first);
        target.put(ring, first, once).put(ring, 0, count - once);
        first = (int) (((long) first + count) % ring.length);
        size -= count;
        return count;
    }

    /** Returns how many bytes were written, or {@link #WAIT}. */
    synchronized int tryWrite(ByteBuffer source) throws IOException {
        if (ended) {
            throw new ClosedChannelException();
        }
        if (readerClosed) {
            broken = true;
            throw otherEndClosed();
        }
        if (!source.hasRemaining()) {
            return 0;
        }
        int count = Math.min(capacity - size, source.remaining());
        if (count == 0) {
            return WAIT;
        }
        if (size + count > ring.length) {
            grow(size + count);
        }
        int end = (int) (((long) first + size) % ring.length);
        int once = Math.min(count, ring.length - end);
        source.get(ring, end, once).get(ring, 0, count - once);
        size += count;
        return count;
    }

    private void grow(int needed) {
        byte[] larger = new byte[(int) Math.min(capacity, Math.max(2L * ring.length, needed))];
        int once = Math.min(size, ring.length - first);
        System.arraycopy(ring, first, larger, 0, once);
        System.arraycopy(ring, 0, larger, once, size - once);
        ring = larger;
        first = 0;
    }

    private static IOException otherEndClosed() {
        return new IOException("the other end is closed");
    }

    /** Ends the output. Throws if a write has failed, as of a socket: so nobody takes that for a proper end. */
    void end() throws IOException {
        synchronized (this) {
            if (writerClosed) {
                throw new ClosedChannelException();
            }
            if (broken) {
                throw otherEndClosed();
            }
            ended = true;
        }
        wakeBoth();
    }

    void closeWriter() {
        synchronized (this) {
            writerClosed = true;
            ended = true;
        }
        wakeBoth();
    }

    void closeReader() {
        synchronized (this) {
            readerClosed = true;
            size = 0;
            ring = NOTHING; // nothing is written any more, and what keeps a closed stream need not keep its bytes
        }
        wakeBoth();
    }

    private void wakeBoth() {
        try {
            reader.wake();
        } finally {
            writer.wake();
        }
    }

    synchronized boolean isReaderClosed() {
        return readerClosed;
    }

    synchronized int size() {
        return size;
    }

    /** How many bytes its buffer has. */
    synchronized int memory() {
        return ring.length;
    }
}
