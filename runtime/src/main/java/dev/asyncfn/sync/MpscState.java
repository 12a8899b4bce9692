package dev.asyncfn.sync;

import dev.asyncfn.Undelivered;
import dev.asyncfn.Waker;
import dev.asyncfn.collection.BlockQueue;
import java.util.List;

/** The shared part of the halves of an {@link Mpsc}. Guarded by itself; the methods are called under its lock unless they say otherwise. */
final class MpscState<T> {
    final Waiters<MpscReceive<T, ?>> receivers = new Waiters<>(this);
    final Waiters<AwaitClosed> awaitingClose = new Waiters<>(this);
    /** The free places of a bounded channel; null for an unbounded one. A value's place is free again once it was received. */
    final Permits slots;

    final int maxCapacity;
    /** Sender handles that have not been closed. */
    private int senders = 1;
    /** Sends and reservations that have begun: they end by themselves, and with a value unless the receiver is closed. */
    private int underWay;
    /** Places that are reserved for values which may come even after the receiver was closed. */
    private int permits;

    /** How many have begun to wait for a value. */
    private long places;

    private boolean receiverClosed;
    private boolean receiverDropped;
    private final BlockQueue<T> buffer = new BlockQueue<>();
    /** What becomes of values that are sent but not received. */
    final Undelivered<? super T> undelivered;

    MpscState(int capacity, Undelivered<? super T> undelivered) {
        this.undelivered = undelivered;
        this.maxCapacity = capacity;
        this.slots = Permits.guarded(this, capacity);
    }

    MpscState(Undelivered<? super T> undelivered) {
        this.undelivered = undelivered;
        this.maxCapacity = Integer.MAX_VALUE;
        this.slots = null;
    }

    boolean isReceiverClosed() {
        return receiverClosed;
    }

    long nextPlace() {
        return ++places;
    }

    int size() {
        return buffer.size();
    }

    boolean isEmpty() {
        return buffer.isEmpty();
    }

    /** No value is there, and none can come. */
    boolean isOver() {
        // After the close, sends in progress can only fail, and may never be polled again: they are not waited for.
        return buffer.isEmpty()
                && (receiverClosed ? permits == 0 || receiverDropped : senders + underWay + permits == 0);
    }

    void addSender() {
        senders++;
    }

    void removeSender() {
        senders--;
    }

    void begin() {
        underWay++;
    }

    void end(WakeList woken) {
        underWay--;
        wakeIfOver(woken);
    }

    void addPermit() {
        permits++;
    }

    void removePermit(WakeList woken) {
        permits--;
        wakeIfOver(woken);
    }

    /** Ends a reservation that was not used. Returns the waker of the one that gets the place, for the caller to wake; or null. */
    Waker returnPlace() {
        permits--;
        return slots.releaseOne();
    }

    /**
     * Wakes those that receive, if no value can come any more: one after the other, which needs no memory, as handles are closed even if there
     * is none. Called without the lock.
     */
    void tellIfOver() {
        boolean more;
        do {
            Waker receiver;
            synchronized (this) {
                receiver = isOver() ? receivers.takeFirst() : null;
                more = isOver() && !receivers.isEmpty();
            }
            if (receiver != null) {
                WakeList.wake(receiver);
            }
        } while (more);
    }

    private void wakeIfOver(WakeList woken) {
        if (isOver()) {
            receivers.wakeAll(woken);
        }
    }

    /** Puts a value into a place that the caller holds. */
    void push(T value, WakeList woken) {
        if (receiverDropped) {
            woken.release(undelivered, value);
        } else {
            buffer.add(value);
            receivers.wakeFirst(woken);
        }
    }

    /** Puts a value into a free place, or returns false: none is free for it, or the receiver is closed. Wakes nobody. */
    boolean pushAtOnce(T value) {
        if (receiverClosed || slots != null && !slots.isFree()) {
            return false;
        }
        buffer.add(value);
        if (slots != null) {
            slots.takeFree();
        }
        return true;
    }

    /** The first value if nobody has to be told that it is taken, or null; then {@link #popAtOnce} takes it. */
    T peekAtOnce() {
        boolean telling = receiverClosed || senders == 0 || slots != null && !slots.line.isEmpty();
        return telling ? null : buffer.peek();
    }

    void popAtOnce() {
        buffer.poll();
        if (slots != null) {
            slots.giveFree();
        }
    }

    /** The first value, which is there. */
    T peek() {
        return buffer.peek();
    }

    /** Takes the first value, which is there. */
    T pop(WakeList woken) {
        T value = buffer.poll();
        if (slots != null) {
            slots.release(1, woken);
        }
        wakeIfOver(woken);
        return value;
    }

    /** Takes the first values, at most so many, which have room there. */
    void popMany(int limit, List<T> values, WakeList woken) {
        while (values.size() < limit && !buffer.isEmpty()) {
            values.add(pop(woken));
        }
    }

    void closeReceiver(WakeList woken) {
        receiverClosed = true;
        if (slots != null) {
            slots.close(woken);
        }
        awaitingClose.wakeAll(woken);
        wakeIfOver(woken);
    }

    /** Nothing will be received any more: releases the values, and those that may still come by reservations. */
    void dropReceiver(WakeList woken) {
        receiverDropped = true;
        buffer.drain(value -> woken.release(undelivered, value));
        closeReceiver(woken);
    }
}
