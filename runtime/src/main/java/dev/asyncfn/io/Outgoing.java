package dev.asyncfn.io;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.transfer.ByteStep;
import dev.asyncfn.transfer.Step;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;

/** Bytes that have been accepted and are not written yet. For one task at a time. */
final class Outgoing {
    private final int capacity;
    /** What remains in it is not written yet. */
    private ByteBuffer buffer;

    final Step<Integer> writing;
    final Step<Void> flushing;
    final Step<Void> ending;

    Outgoing(AsyncWrite to, int capacity) {
        Objects.requireNonNull(to, "to");
        if (capacity <= 0) {
            throw new IllegalArgumentException("a capacity of " + capacity);
        }
        this.capacity = capacity;
        buffer = ByteBuffer.allocate(capacity).limit(0);
        writing = ByteStep.writing(() -> to.write(buffer), () -> buffer);
        flushing = new Step<>(to::flush);
        ending = new Step<>(to::shutdown);
    }

    int size() {
        return buffer.remaining();
    }

    /** How many bytes can be accepted before it grows. */
    int room() {
        return capacity - buffer.remaining();
    }

    /** Accepts bytes; grows if it has to. Not while a write is waiting. */
    void accept(ByteBuffer bytes) throws IOException {
        long needed = (long) buffer.remaining() + bytes.remaining();
        if (needed > Integer.MAX_VALUE - 8) {
            throw new IOException("more than an array can hold: " + needed + " bytes");
        }
        if (needed > buffer.capacity()) {
            buffer = ByteBuffer.allocate((int) needed).put(buffer);
        } else {
            buffer.compact();
        }
        buffer.put(bytes).flip();
    }

    /**
     * Ready when bytes can be accepted. A write that has begun ends before, even if the buffer has room meanwhile: the buffer is lent to it, and
     * the operation must not end without it.
     */
    Poll<Void> makeRoom(Context cx) throws Exception {
        if (isWriting() && writing.poll(cx).isPending()) {
            return Poll.pending();
        }
        return room() > 0 ? Poll.ready(null) : drain(cx);
    }

    private boolean isWriting() {
        return writing.future() != null;
    }

    /** Ready when everything is written. */
    Poll<Void> drain(Context cx) throws Exception {
        while (isWriting() || buffer.hasRemaining()) {
            if (writing.poll(cx).isPending()) {
                return Poll.pending();
            }
        }
        if (buffer.capacity() > capacity) {
            buffer = ByteBuffer.allocate(capacity).limit(0); // not to stay at its peak
        }
        return Poll.ready(null);
    }

    /** Ready when everything is written and flushed. */
    Poll<Void> flush(Context cx) throws Exception {
        return flushing.future() == null && drain(cx).isPending() ? Poll.pending() : flushing.poll(cx);
    }

    /** Ready when everything is written and the output has ended. */
    Poll<Void> shutdown(Context cx) throws Exception {
        return ending.future() == null && drain(cx).isPending() ? Poll.pending() : ending.poll(cx);
    }
}
