package dev.asyncfn.executor;

import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.Cleaner;

/**
 * The value of a task that has to be released if nobody takes it, and whether that has happened. Only the few values that something has to be
 * done with have one.
 */
final class TaskValue<T> {
    private static final int UNTAKEN = 0;
    private static final int TAKEN = 1;
    private static final int RELEASED = 2;

    private static final VarHandle FATE;

    static {
        try {
            FATE = MethodHandles.lookup().findVarHandle(TaskValue.class, "fate", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Poll.Ready<T> ready;
    private final Undelivered<? super T> how;

    private volatile int fate = UNTAKEN;
    /** Watches for the collection of the handle; null if nothing watches. */
    private volatile Cleaner.Cleanable watch;

    private TaskValue(Poll.Ready<T> ready, Undelivered<? super T> how) {
        this.ready = ready;
        this.how = how;
    }

    /** The outcome of a task: the poll itself, unless something has to be done with its value. */
    static <T> Object of(Poll<T> poll, Undelivered<? super T> how) {
        return poll instanceof Poll.Ready<T> ready && how.concerns(ready.value()) ? new TaskValue<>(ready, how) : poll;
    }

    /**
     * Hands the value over to the caller, perhaps again.
     *
     * @throws IllegalStateException if it was released
     */
    Poll.Ready<T> take() {
        if (FATE.compareAndSet(this, UNTAKEN, TAKEN)) {
            endWatch();
        } else if (fate == RELEASED) {
            throw new IllegalStateException(
                    "the value of this task was released: its handle was dropped, or its scope failed");
        }
        return ready;
    }

    /** How to release the value, also after it was taken. */
    Undelivered<? super T> undelivered() {
        return how;
    }

    /** Whether nobody has the value yet. */
    boolean isUntaken() {
        return fate == UNTAKEN;
    }

    /** Releases the value if nobody has taken it. */
    void release(Drops drops) {
        if (FATE.compareAndSet(this, UNTAKEN, RELEASED)) {
            endWatch();
            drops.release(how, ready.value());
        }
    }

    /** Releases the value if nobody has taken it; the handler is notified of a failure to do so. */
    void release(UncaughtTaskHandler handler) {
        Drops drops = new Drops(null);
        release(drops);
        if (drops.failure() != null) {
            TaskFailure.report(drops.failure(), handler);
        }
    }

    /** Has the value released if the handle is collected before anybody has taken it. */
    void releaseWhenForgotten(JoinHandle<?> handle, UncaughtTaskHandler handler) {
        watch = Forgotten.cleaner().register(handle, () -> release(handler));
        if (fate != UNTAKEN) {
            endWatch(); // the code that took it in the meantime has not seen the watch
        }
    }

    private void endWatch() {
        Cleaner.Cleanable ended = watch;
        if (ended != null) {
            ended.clean();
        }
    }
}
