package dev.asyncfn.failure;

/** Where failures go that are no fault of whoever notices them, such as those of wakers written by hand. Not exported. */
public final class Uncaught {
    private Uncaught() {}

    /** Tells the uncaught exception handler of the current thread. Never throws, whatever the handler does. */
    public static void report(Throwable unheard) {
        Thread thread = Thread.currentThread();
        try {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, unheard);
        } catch (Throwable thrown) {
            System.getLogger(Uncaught.class.getName())
                    .log(System.Logger.Level.ERROR, "an uncaught exception handler threw", thrown);
        }
    }
}
