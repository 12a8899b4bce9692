package dev.asyncfn.future;

import dev.asyncfn.Waker;
import dev.asyncfn.waker.WakerSlot;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The children of a sub-executor that are worth polling, first come, first served. A wake costs the same however many there are.
 *
 * <p>The owner has a plain list; wakers push to a stack, which the owner takes over as a whole at the beginning of a round. The thread that
 * polls the owner is no other thread: what it wakes in the meantime goes straight into the list, without an atomic operation. A child is in each of
 * the two once, at most.
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

    /** That of which the children are, to name it. */
    final Object owner;

    private final WakerSlot task = new WakerSlot();

    /**
     * The thread that polls the owner now, or null. No other thread can mistake itself for it: what a thread reads here is not older than what it
     * has written itself.
     */
    private Thread poller;

    /** The owner's list. */
    private Child<?> head;

    private Child<?> tail;
    private int size;

    /** The children woken since then, linked from the newest to the oldest. */
    private volatile Child<?> woken;

    ReadyQueue(Object owner) {
        this.owner = owner;
    }

    /** A poll of the owner begins. */
    void enter() {
        poller = Thread.currentThread();
    }

    /** It ends. Called however it does, or later wakes of this thread would be lost. */
    void leave() {
        poller = null;
    }

    /** Whether the caller is called from a poll of the owner. */
    boolean isPolledHere() {
        return poller == Thread.currentThread();
    }

    /** A child was woken: called by any other thread, which has marked the child, and then wakes the {@linkplain #takeTask() task}. */
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
        if (!child.due) {
            child.due = true;
            append(child);
        }
    }

    /** The same, before all others. */
    void addFirst(Child<?> child) {
        if (child.due) {
            return;
        }
        child.due = true;
        child.nextDue = head;
        head = child;
        if (tail == null) {
            tail = child;
        }
        size++;
    }

    /** Has a child polled in the next round, after those that were woken before. By the owner's thread, in a poll. */
    void addWoken(Child<?> child) {
        takeOver();
        add(child);
    }

    /**
     * Begins a round. By the owner.
     *
     * @return how many children can be taken; those that are woken from now on belong to the next round, or none would ever end
     */
    int takeOver() {
        if (woken != null) {
            takeWoken((Child<?>) WOKEN.getAndSet(this, (Child<?>) null));
        }
        return size;
    }

    private void takeWoken(Child<?> newest) {
        Child<?> oldest = null;
        for (Child<?> child = newest; child != null; ) { // turns the links round
            Child<?> older = child.next;
            child.next = null;
            child.markTaken();
            if (!child.due) {
                child.due = true;
                child.nextDue = oldest;
                oldest = child;
            }
            child = older;
        }
        // Once for all: a wake that still found one of them marked happened before its poll, which is to see what came
        // before that wake.
        VarHandle.fullFence();
        while (oldest != null) {
            Child<?> following = oldest.nextDue;
            append(oldest);
            oldest = following;
        }
    }

    /** The next child, or null if the owner has cleared its list. */
    Child<?> take() {
        Child<?> child = head;
        if (child == null) {
            return null;
        }
        head = child.nextDue;
        if (head == null) {
            tail = null;
        }
        size--;
        child.nextDue = null;
        child.due = false;
        return child;
    }

    /** Ends a poll that is pending: from now on a child that is woken wakes the task, which is woken at once if one was already. */
    void suspend(Waker waker) {
        poller = null;
        if (!isAnyDue()) {
            task.register(waker);
        }
        if (isAnyDue()) {
            waker.wakeByRef();
        }
    }

    private boolean isAnyDue() {
        return head != null || woken != null;
    }

    /** Wakes the task if it is suspended: for an owner that has {@linkplain #add added} a child. */
    void wakeTask() {
        task.wake();
    }

    /** The waker of the task if it is suspended, or null, which stays there. */
    Waker peekTask() {
        return task.peek();
    }

    /**
     * Before a poll by another future than {@code waiting}, which is pending.
     *
     * @throws IllegalStateException if the task of that still waits
     */
    void refuseSecond(Object waiting, Waker second) {
        Waker first = task.peek();
        if (first != null) {
            first.refuseSecond(waiting, second);
        }
    }

    /** Lets go of the task. */
    void release() {
        task.drop();
    }

    private void append(Child<?> child) {
        if (tail == null) {
            head = child;
        } else {
            tail.nextDue = child;
        }
        child.nextDue = null;
        tail = child;
        size++;
    }
}
