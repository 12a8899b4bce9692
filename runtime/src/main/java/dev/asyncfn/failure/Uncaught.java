package dev.asyncfn.failure;

import dev.asyncfn.Future;

/** Where failures go that are no fault of whoever notices them, such as those of wakers written by hand. Not exported. */
public final class Uncaught {
    private Uncaught() {}

    /**
     * Tells the uncaught exception handler of the current thread. Never throws, whatever the handler does, or if no memory is left.
     *
     * @param unheard the failure, unchanged
     */
    public static void report(Throwable unheard) {
        try {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, unheard);
        } catch (Throwable thrown) {
            if (!(unheard instanceof OutOfMemoryError || thrown instanceof OutOfMemoryError)) {
                log(thrown); // the first use of a logger needs memory, and fails for good if there is none
            }
        }
    }

    /**
     * Drops a future whose outcome is there, and must not be lost because that throws, as where a waker written by hand does.
     *
     * @param ended the future
     */
    public static void drop(Future<?> ended) {
        try {
            ended.drop();
        } catch (Throwable thrown) {
            report(thrown);
        }
    }

    private static void log(Throwable thrown) {
        try {
            System.getLogger(Uncaught.class.getName())
                    .log(System.Logger.Level.ERROR, "an uncaught exception handler threw", thrown);
        } catch (Throwable unlogged) {
            return; // nothing is left to notify, and the thread has other tasks to serve
        }
    }
}
