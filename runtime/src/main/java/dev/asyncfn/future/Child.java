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

    /** The link among the woken; the thread that turns {@code queued} on may write it, until the owner turns that off. */
    Child<?> next;

    @SuppressWarnings("unused") // by the VarHandle
    private volatile boolean queued;

    /** Whether it is in the owner's list, and the link there: the owner's. */
    boolean due;

    Child<?> nextDue;

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

    /** Puts it into the queue, and returns whether the task has to be woken: not if it was there already, or the owner will look for it. */
    final boolean enqueue() {
        if (queue.isPolledHere()) {
            queue.addWoken(this);
            return false;
        }
        if ((boolean) QUEUED.getAndSet(this, true)) {
            return false;
        }
        queue.push(this);
        return true;
    }

    /** It has left the woken, for the owner's list. A wake from now on is another one; a {@linkplain VarHandle#fullFence fence} is to follow. */
    final void markTaken() {
        QUEUED.setRelease(this, false); // the link was read before that, and is another thread's after it
    }
}
