package dev.asyncfn.executor;

import dev.asyncfn.SharedFailure;
import dev.asyncfn.failure.Uncaught;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.Cleaner;

/** Why a task has no value, and whether this has been reported. */
final class TaskFailure {
    /** How a task ends without a value. */
    enum Kind {
        /** Its future threw. */
        THREW,
        /** Its handle asked for it. */
        ABORTED,
        /** Its executor was shut down. */
        SHUT_DOWN,
        /** Its executor could not run it. */
        REJECTED
    }

    private static final VarHandle HEARD;

    static {
        try {
            HEARD = MethodHandles.lookup().findVarHandle(TaskFailure.class, "heard", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** For all tasks without a reason that end so while there is no memory for a failure of their own; and for all that were aborted. */
    static final TaskFailure ABORTED = new TaskFailure(Kind.ABORTED, null);

    static final TaskFailure SHUT_DOWN = new TaskFailure(Kind.SHUT_DOWN, null);
    static final TaskFailure REJECTED = new TaskFailure(Kind.REJECTED, null);

    private final Kind kind;
    /** The exception of the future, or the reason why the executor could not continue; else null. */
    private final Throwable cause;

    @SuppressWarnings("unused") // by the VarHandle
    private volatile boolean heard;
    /** Watches for the collection of the handle; null if nothing watches. */
    private volatile Cleaner.Cleanable watch;
    /** Where this waits to be reported at the end of the executor; null if it does not. */
    private volatile Unheard unheard;

    private TaskFailure(Kind kind, Throwable cause) {
        this.kind = kind;
        this.cause = cause;
    }

    static TaskFailure threw(Throwable thrown) {
        return new TaskFailure(Kind.THREW, thrown);
    }

    /** The rejection, of the job that was to drop the future, may be null. */
    static TaskFailure aborted(Throwable rejection) {
        return rejection == null ? ABORTED : new TaskFailure(Kind.ABORTED, rejection);
    }

    /** The rejection, of the job that was to drop the future, may be null. */
    static TaskFailure shutDown(Throwable rejection) {
        return new TaskFailure(Kind.SHUT_DOWN, rejection);
    }

    /** The rejection may be null. */
    static TaskFailure rejected(Throwable rejection) {
        return new TaskFailure(Kind.REJECTED, rejection);
    }

    /** Whether the future threw. */
    boolean isThrown() {
        return kind == Kind.THREW;
    }

    Throwable cause() {
        return cause;
    }

    /** A new exception for the awaiting task. */
    JoinException toException() {
        return new JoinException(kind, cause);
    }

    /** The failure of the enclosing scope; null if the task was meant to end. */
    Throwable forScope() {
        return switch (kind) {
            case THREW -> cause;
            case ABORTED -> null;
            case SHUT_DOWN, REJECTED -> toException();
        };
    }

    /** The failure if the drop of the future also threw, which turns even a cancellation into a failure. */
    TaskFailure and(Throwable thrown) {
        Throwable first = isThrown() ? cause : thrown;
        Throwable second = isThrown() ? thrown : cause;
        if (second != null) {
            SharedFailure.suppress(first, second);
        }
        return threw(first);
    }

    /** Makes the caller responsible for reporting this: true for the first. */
    boolean hear() {
        if (this == ABORTED || this == SHUT_DOWN || this == REJECTED) {
            return true; // of one task among several: there is nothing to report twice
        }
        boolean first = !(boolean) HEARD.getAndSet(this, true);
        if (first) {
            endWatch();
        }
        return first;
    }

    /** The watch keeps the handler, and all that the handler knows. */
    private void endWatch() {
        Unheard left = unheard;
        if (left != null) {
            left.remove(this);
        }
        Cleaner.Cleanable ended = watch;
        if (ended != null) {
            ended.clean();
        }
    }

    /** Whether to notify a handler if nothing else has reported it: the task was not meant to end this way. */
    private boolean isUncaught() {
        return switch (kind) {
            case THREW -> !(cause instanceof TokenCancelled && cause.getSuppressed().length == 0);
            case REJECTED -> cause != null; // else its executor was stopped
            case ABORTED, SHUT_DOWN -> false;
        };
    }

    /** Notifies the handler, unless this has been reported. */
    void reportTo(UncaughtTaskHandler handler) {
        if (isUncaught() && hear()) {
            report(isThrown() ? cause : toException(), handler);
        }
    }

    /**
     * Ensures that the handler is notified if the handle is collected, or the executor ends, before this has been reported.
     *
     * @param atTheEnd keeps it until the executor ends; null for a handle that another task awaits
     */
    void reportWhenForgotten(JoinHandle<?> handle, UncaughtTaskHandler handler, Unheard atTheEnd) {
        if (isUncaught() && !heard) {
            if (atTheEnd != null) {
                unheard = atTheEnd;
                atTheEnd.add(this);
            }
            watch = Forgotten.cleaner().register(handle, () -> reportTo(handler));
            if (heard) {
                endWatch(); // the code that reported it in the meantime has not seen the watch
            }
        }
    }

    /** Calls the handler. Its exceptions affect nothing else. */
    static void report(Throwable unheard, UncaughtTaskHandler handler) {
        try {
            handler.uncaught(unheard);
        } catch (Throwable thrown) {
            suppress(thrown, unheard);
            Uncaught.report(thrown);
        }
    }

    private static void suppress(Throwable thrown, Throwable unheard) {
        try {
            SharedFailure.suppress(thrown, unheard);
        } catch (OutOfMemoryError e) {
            return; // one of the two is reported
        }
    }
}
