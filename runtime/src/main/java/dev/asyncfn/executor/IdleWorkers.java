package dev.asyncfn.executor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The threads of a pool that have nothing to do: those that look for tasks in the queues of others, and those that wait. As in tokio, at most
 * half of the threads search at the same time, and nobody is called as long as one does; the last one that searches looks whether there
 * is more, before it waits, or once it has found something. So a hundred wakes call one thread, which calls another if there is work for
 * that. Thread-safe, and allocates nothing.
 *
 * <p><b>No task is forgotten while a thread waits.</b> Who brings a task makes it visible, and then reads the word here. If it sees a thread
 * that searches, then that thread will leave the search later, and looks after that. If it sees that nobody waits, then each that begins to wait
 * later looks after that.
 */
final class IdleWorkers {
    private static final VarHandle WORD;

    static {
        try {
            WORD = MethodHandles.lookup().findVarHandle(IdleWorkers.class, "word", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final long SEARCHING = 1;
    private static final long WAITING = 1L << 32;

    private final int threads;

    /** How many search, in the lower half, and how many wait, in the upper one. */
    private volatile long word;

    /** Those that wait, linked, the last to come first: the memory that it has used may still be in a cache. Guarded by this. */
    private Worker waiting;

    IdleWorkers(int threads) {
        this.threads = threads;
    }

    private static int searching(long word) {
        return (int) word;
    }

    private boolean mayCall() {
        long now = word;
        return now >= WAITING && searching(now) == 0;
    }

    /** Calls a thread that waits, to look for a task that is visible already; unless none waits, or one looks anyway. */
    void call() {
        if (!mayCall()) {
            return;
        }
        Worker called;
        synchronized (this) {
            if (!mayCall()) {
                return;
            }
            called = waiting;
            leave(called, true);
        }
        called.parker.unpark();
    }

    /**
     * Lets {@code worker} search, if not too many do. By its own thread.
     *
     * @return whether it searches now
     */
    boolean beginSearch(Worker worker) {
        if (!worker.searching && 2 * searching(word) < threads) {
            worker.searching = true;
            WORD.getAndAdd(this, SEARCHING);
        }
        return worker.searching;
    }

    /**
     * It has found a task. By its own thread.
     *
     * @return whether it was the last that searched: then it looks whether there is more, and calls another for that
     */
    boolean endSearch(Worker worker) {
        worker.searching = false;
        return searching((long) WORD.getAndAdd(this, -SEARCHING)) == 1;
    }

    /** Begins to wait. It looks for tasks once more after this, unless {@linkplain #isSearched() another does}. By its own thread. */
    synchronized void enter(Worker worker) {
        WORD.getAndAdd(this, worker.searching ? WAITING - SEARCHING : WAITING);
        worker.searching = false;
        worker.waiting = true;
        worker.next = waiting;
        waiting = worker;
    }

    /** Whether a thread searches, which will look for tasks after this. */
    boolean isSearched() {
        return searching(word) != 0;
    }

    /**
     * Gives up its place among those that wait. By its own thread.
     *
     * @param searches whether it searches from now on
     * @return whether it was still there, and nobody had called it
     */
    synchronized boolean leaveUncalled(Worker worker, boolean searches) {
        boolean uncalled = worker.waiting;
        if (uncalled) {
            leave(worker, searches);
        }
        return uncalled;
    }

    synchronized boolean waits(Worker worker) {
        return worker.waiting;
    }

    private void leave(Worker worker, boolean searches) {
        if (waiting == worker) {
            waiting = worker.next;
        } else {
            Worker before = waiting;
            while (before.next != worker) {
                before = before.next;
            }
            before.next = worker.next;
        }
        worker.next = null;
        worker.waiting = false;
        worker.searching = searches;
        WORD.getAndAdd(this, searches ? SEARCHING - WAITING : -WAITING);
    }

    /** Calls all, to see that no more tasks will come. */
    void callAll() {
        for (Worker called = takeOut(); called != null; called = takeOut()) {
            called.parker.unpark();
        }
    }

    private synchronized Worker takeOut() {
        Worker called = waiting;
        if (called != null) {
            leave(called, true);
        }
        return called;
    }
}
