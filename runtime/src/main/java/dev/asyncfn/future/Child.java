package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.Waker;
import dev.asyncfn.waker.Relay;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A future of a sub-executor, with a waker of its own, which notes that it was woken and wakes the task. */
class Child<T> extends Relay {
    private static final VarHandle QUEUED;

    static {
        try {
            QUEUED = MethodHandles.lookup().findVarHandle(Child.class, "queued", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final ReadyQueue queue;

    /** Null during its poll, and once it has completed or been dropped. */
    Future<? extends T> future;

    /** The link in the queue; the thread that turns {@code queued} on may write it, until it is taken. */
    Child<?> next;

    @SuppressWarnings("unused") // by the VarHandle
    private volatile boolean queued;

    Child(ReadyQueue queue, Future<? extends T> future) {
        this.queue = queue;
        this.future = future;
    }

    @Override
    public Waker behind() {
        return queue.peekTask();
    }

    @Override
    public Future<?> within() {
        return future;
    }

    @Override
    public boolean isBeside(Object other) {
        return other instanceof Child<?> child && child.queue == queue;
    }

    @Override
    protected Waker note() {
        return enqueue() ? queue.takeTask() : null;
    }

    /** Puts it into the queue, and returns whether the task has to be woken: not if it was there already. */
    final boolean enqueue() {
        if (!markQueued()) {
            return false;
        }
        queue.push(this);
        return true;
    }

    /** Says that it goes into the queue; false if it is there. */
    boolean markQueued() {
        return !(boolean) QUEUED.getAndSet(this, true);
    }

    /** Called when it has left the queue, before its poll, so that a wake during the poll is not lost. */
    void markTaken() {
        QUEUED.getAndSet(this, false); // a read, to see the writes of the threads whose wakes it represents
    }
}
