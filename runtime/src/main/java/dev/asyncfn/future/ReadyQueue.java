package dev.asyncfn.future;

import dev.asyncfn.Waker;
import dev.asyncfn.waker.WakerSlot;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The children of a sub-executor that are worth polling, first come, first served. A wake costs the same however many there are.
 *
 * <p>The owner has a plain list; wakers push to a stack, which the owner takes over as a whole at the beginning of a round. A child is in
 * one of the two at most, and only once.
 */
final class ReadyQueue {
    private static final VarHandle WOKEN;

    static {
        try {
            WOKEN = MethodHandles.lookup().findVarHandle(ReadyQueue.class, "woken", Child.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final WakerSlot task = new WakerSlot();

    /** The owner's list. */
    private Child<?> head;

    private Child<?> tail;
    private int size;

    /** The children woken since then, linked from the newest to the oldest. */
    private volatile Child<?> woken;

    /** A child was woken: called by any thread, which has marked the child, and then wakes the {@linkplain #takeTask() task}. */
    void push(Child<?> child) {
        Child<?> newest;
        do {
            newest = woken;
            child.next = newest;
        } while (!WOKEN.compareAndSet(this, newest, child));
    }

    /** The waker of the task if it is suspended, or null; the caller wakes it. Called after a {@link #push}. */
    Waker takeTask() {
        // To read is enough: the push came before, and the owner looks for it after it has registered the task.
        return task.isEmpty() ? null : task.take();
    }

    /** Has a child polled without a wake, unless it is queued already. By the owner. */
    void add(Child<?> child) {
        if (child.markQueued()) {
            child.next = null;
            append(child);
        }
    }

    /**
     * Begins a round. By the owner.
     *
     * @return how many children can be taken; those that are woken from now on belong to the next round, or none would ever end
     */
    int takeOver() {
        Child<?> newest = woken == null ? null : (Child<?>) WOKEN.getAndSet(this, (Child<?>) null);
        Child<?> oldest = null;
        while (newest != null) { // turns the links round
            Child<?> older = newest.next;
            newest.next = oldest;
            oldest = newest;
            newest = older;
        }
        while (oldest != null) {
            Child<?> following = oldest.next;
            oldest.next = null;
            append(oldest);
            oldest = following;
        }
        return size;
    }

    /** The next child, or null if the owner has cleared its list. */
    Child<?> take() {
        Child<?> child = head;
        if (child == null) {
            return null;
        }
        head = child.next;
        if (head == null) {
            tail = null;
        }
        size--;
        child.next = null;
        child.markTaken();
        return child;
    }

    /** Ends a poll that is pending: from now on a child that is woken wakes the task, which is woken at once if one was already. */
    void suspend(Waker waker) {
        task.register(waker);
        if (head != null || woken != null) {
            waker.wakeByRef();
        }
    }

    /** Wakes the task if it is suspended: for an owner that has {@linkplain #add added} a child. */
    void wakeTask() {
        task.wake();
    }

    /** The waker of the task if it is suspended, or null, which stays there. */
    Waker peekTask() {
        return task.peek();
    }

    /** Lets go of the task. */
    void release() {
        task.drop();
    }

    private void append(Child<?> child) {
        if (tail == null) {
            head = child;
        } else {
            tail.next = child;
        }
        tail = child;
        size++;
    }
}
