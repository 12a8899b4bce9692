package dev.asyncfn.executor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The state of a task: a word of six bits, and every way in which it changes. Thread-safe.
 *
 * <p>SCHEDULED and RUNNING are the life of a task, which is spawned SCHEDULED:
 *
 * <pre>{@code
 *              mark...                  tryStart
 *   suspended ---------> SCHEDULED ------------------> RUNNING ---> finished: RUNNING forever
 *       ^                    ^                          |   |
 *       |     tryRelease     |                          |   | mark...
 *       +--------------------|--------------------------+   v
 *                            +----------------- RUNNING and SCHEDULED
 *                                   requeue
 * }</pre>
 *
 * <p>The other four bits are notes, each for one reader. These make the transitions:
 *
 * <ul>
 *   <li>{@link #markWoken}: any waker, on any thread, in every state
 *   <li>{@link #markAborted}: the handle, or a scope in its place, in every state
 *   <li>{@link #markShutDown}: the executor, in every state
 *   <li>{@link #tryStart}: a worker that has taken the task from a queue; refused unless SCHEDULED is on and RUNNING is off
 *   <li>{@link #tryRelease}, {@link #requeue}, {@link #keep}: the worker that has started, after a poll that was pending
 *   <li>{@link #markDetached}: the handle, in every state
 *   <li>{@link #tryInspect}: a dump, on any thread; refused while RUNNING is on
 *   <li>{@link #endInspection}: the same dump
 * </ul>
 *
 * <p><b>A task is never queued twice.</b> It belongs in a queue while SCHEDULED is on and RUNNING is off. The thread that makes this so, and
 * only they, get {@code true} and have to queue it. A finished task stays RUNNING, so late wakes and aborts have no effect.
 *
 * <p><b>A wake by the task's own poll</b>, such as that of a yield, needs none of this: {@link #wokenByItself} leaves a note that only the
 * thread of the poll reads. Until then the task is RUNNING, so nobody else would do more with it than with one that is SCHEDULED, too.
 *
 * <p><b>Why one word.</b> Each decision needs several bits at the same moment. A wake has to know both whether the task is queued and
 * whether a worker will look again. If these were two fields, a wake between the worker's two reads could be lost, or queue it twice.
 *
 * <p><b>Why volatile accesses.</b> For wakes and for the lock, release and acquire would do: a poll sees what was written before each
 * {@code markWoken} that came before its {@code tryStart}, and what the poll before it wrote. But when a handle is dropped while its
 * task ends, each side writes one place and then reads the other's: the handle DETACHED and the outcome, the worker the outcome and
 * DETACHED. At least one of them must see the other's write, and only a total order of all four accesses makes sure of that. The one
 * mode for all is the simplest, and on x86-64 an atomic update is the same instruction in every mode.
 *
 * <p><b>Why a superclass.</b> The word has to be a field of the task itself, as an object for it would add 16 bytes to each task. As a
 * superclass, this has both the field and its transitions, and the task has what is done on account of them.
 */
abstract class TaskState {
    /** The task is in a queue, or will be put there when the current poll ends. */
    static final int SCHEDULED = 1;
    /** The lock on the future: one worker may poll and drop it, and no other thread may touch it. */
    static final int RUNNING = 1 << 1;
    /** The future is to be dropped instead of being polled again. */
    static final int ABORTED = 1 << 2;
    /** The abort came from the executor. Never on without HURRIED. */
    static final int SHUT_DOWN = 1 << 3;
    /** The handle was dropped, so a failure goes to the executor's handler. */
    static final int DETACHED = 1 << 4;
    /** The future gets no more time to clean up. Never on without ABORTED. */
    static final int HURRIED = 1 << 6;
    /** A dump reads the future. Turned on only while RUNNING is off; a worker that starts then waits until it is off again. */
    static final int INSPECTED = 1 << 5;

    /** Set while the current thread makes a dump, in which the methods of futures are called that may do anything. */
    private static final ThreadLocal<Boolean> DUMPING = new ThreadLocal<>();

    private static final VarHandle WORD;

    static {
        try {
            WORD = MethodHandles.lookup().findVarHandle(TaskState.class, "word", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /**
     * The bits that are on. The task reads them here, as a method for that costs 3 % of a yield on JDK 25; it is only changed by the
     * methods below.
     */
    volatile int word;

    /**
     * The thread that polls the task, or null, also once the poll has woken its own task. No other thread can mistake itself for it: what a thread
     * reads here is not older than what it has written itself.
     */
    private Thread poller;

    /** Begins in the state {@code word}; SCHEDULED for a new task, which its executor queues. */
    TaskState(int word) {
        WORD.set(this, word); // plain, as nobody knows it yet: a volatile write would wait for the memory
    }

    /**
     * Asks for a poll. Also publishes the memory of the waking thread to it, whether or not a poll was already requested.
     *
     * @return whether the caller has to put the task in a queue
     */
    final boolean markWoken() {
        return isIdle((int) WORD.getAndBitwiseOr(this, SCHEDULED));
    }

    /**
     * Asks for the future to be dropped, on behalf of the handle.
     *
     * @return whether the caller has to put the task in a queue
     */
    final boolean markAborted() {
        return isIdle((int) WORD.getAndBitwiseOr(this, SCHEDULED | ABORTED));
    }

    /**
     * Asks for the future to be dropped without time for its cleanup, on behalf of the handle.
     *
     * @return whether the caller has to put the task in a queue
     */
    final boolean markHurried() {
        return isIdle((int) WORD.getAndBitwiseOr(this, SCHEDULED | ABORTED | HURRIED));
    }

    /**
     * Asks for the future to be dropped without time for its cleanup, on behalf of the executor.
     *
     * @return whether the caller has to put the task in a queue
     */
    final boolean markShutDown() {
        return isIdle((int) WORD.getAndBitwiseOr(this, SCHEDULED | ABORTED | HURRIED | SHUT_DOWN));
    }

    /** Whether the task is neither in a queue nor with a worker that will look again. */
    private static boolean isIdle(int word) {
        return (word & (SCHEDULED | RUNNING)) == 0;
    }

    /**
     * Takes the lock of a scheduled task, and waits for the dump that reads its future, if any. SCHEDULED goes off before the poll, so
     * that a wake during the poll is not lost.
     *
     * @return whether the caller now holds the lock; false if no poll is due, as when an executor runs a job that it had rejected
     */
    final boolean tryStart() {
        int now = word;
        while ((now & (SCHEDULED | RUNNING)) == SCHEDULED) {
            if (WORD.compareAndSet(this, now, now ^ (SCHEDULED | RUNNING))) {
                if ((now & INSPECTED) != 0) {
                    awaitInspection();
                }
                return true;
            }
            now = word;
        }
        return false;
    }

    /** A poll begins. By the holder of the lock, as are those below. */
    final void beginPoll() {
        poller = Thread.currentThread();
    }

    /**
     * The poll has ended, however it did.
     *
     * @return whether it has {@linkplain #wokenByItself woken its own task}
     */
    final boolean endPoll() {
        boolean woken = poller == null;
        poller = null;
        return woken;
    }

    /**
     * Asks for a poll, from within the current one. By any thread, which need not be that of the poll.
     *
     * @return false if the caller is not called from a poll, or has left this note before; then nothing has happened
     */
    final boolean wokenByItself() {
        if (poller != Thread.currentThread()) {
            return false;
        }
        poller = null;
        return true;
    }

    /**
     * Gives back the lock, after a poll that was pending: of the future, or of its cleanup.
     *
     * @return false if the task was woken or aborted during the poll; then the caller still holds the lock
     */
    final boolean tryRelease() {
        for (int now = word; (now & SCHEDULED) == 0; now = word) {
            assert (now & RUNNING) != 0 : "released by a thread that does not hold the lock";
            if (WORD.compareAndSet(this, now, now & ~RUNNING)) {
                return true;
            }
        }
        return false;
    }

    /** Gives back the lock of a task that is to be polled again, or dropped. The caller has to put it in a queue. */
    final void requeue() {
        int now;
        do {
            now = word;
            assert (now & RUNNING) != 0 : "queued by a thread that does not hold the lock";
        } while (!WORD.compareAndSet(this, now, now & ~RUNNING | SCHEDULED));
    }

    /** Keeps the lock of such a task for the next poll, as if it had been queued and then started. What woke it so far is seen by that poll. */
    final void keep() {
        if ((word & SCHEDULED) != 0) {
            WORD.getAndBitwiseAnd(this, ~SCHEDULED);
        }
    }

    /** The handle was dropped. The caller checks the outcome afterwards, and the code that sets the outcome checks this bit. */
    final void markDetached() {
        WORD.getAndBitwiseOr(this, DETACHED);
    }

    /**
     * Keeps the future from being polled, so that a dump can read it; waits for another dump to end first. What the last poll wrote is
     * visible to the caller.
     *
     * @return the state in which it was found; if that is {@link TaskDump.Status#RUNNING}, then the caller must not read the future,
     *     else it has to call {@link #endInspection} soon
     */
    final TaskDump.Status tryInspect() {
        return tryInspect(true);
    }

    /**
     * As {@link #tryInspect()}.
     *
     * @param waits whether to wait for another dump
     * @return null if there is another dump for which it does not wait
     */
    final TaskDump.Status tryInspect(boolean waits) {
        for (int now = word; (now & RUNNING) == 0; now = word) {
            if ((now & INSPECTED) == 0) {
                if (WORD.compareAndSet(this, now, now | INSPECTED)) {
                    return status(now);
                }
            } else if (waits) {
                awaitInspection();
            } else {
                return null;
            }
        }
        return TaskDump.Status.RUNNING;
    }

    /** Lets the worker continue that waits for it, if any. */
    final void endInspection() {
        int before = (int) WORD.getAndBitwiseAnd(this, ~INSPECTED);
        assert (before & INSPECTED) != 0 : "ended an inspection that had not begun";
    }

    /**
     * Begins a dump on the current thread.
     *
     * @return false if it is inside another one, made by a future that is being inspected: it must not wait for any inspection, which may be
     *     that one, and does not {@linkplain #endDump end} it
     */
    static boolean beginDump() {
        if (DUMPING.get() != null) {
            return false;
        }
        DUMPING.set(true);
        return true;
    }

    static void endDump() {
        DUMPING.remove();
    }

    /**
     * Checks that the current thread may run tasks, and so wait for inspections.
     *
     * @throws IllegalStateException if it makes a dump
     */
    static void checkNotDumping(String executor) {
        if (DUMPING.get() != null) {
            throw new IllegalStateException(executor + " cannot be run by a future that is being dumped");
        }
    }

    /** Waits until a dump has read the future, which takes microseconds. */
    private void awaitInspection() {
        while ((word & INSPECTED) != 0) {
            Thread.yield();
        }
    }

    /** Whether the task can go on; a finished task seems to be running. */
    final TaskDump.Status status() {
        return status(word);
    }

    private static TaskDump.Status status(int word) {
        if ((word & RUNNING) != 0) {
            return TaskDump.Status.RUNNING;
        }
        return (word & SCHEDULED) != 0 ? TaskDump.Status.SCHEDULED : TaskDump.Status.SUSPENDED;
    }
}
