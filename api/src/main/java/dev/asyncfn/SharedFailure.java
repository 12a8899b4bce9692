package dev.asyncfn;

import java.util.Objects;

/**
 * An exception that is thrown to several owners, such as that of a {@code Shared} future or of a stage: none of them may write into it.
 *
 * <p>Code that fails for more than one reason throws the first failure, with the others suppressed in it. In an exception that others are
 * thrown, too, these would pile up with each use, and everybody would see the failures of everybody else. So {@link #suppress} suppresses
 * nothing in it, and passes the other failure to the uncaught exception handler of the thread instead: none is lost. The exception itself stays
 * what it is: the same object for all, with its own stack trace, cause and suppressed exceptions.
 *
 * <p>Futures written by hand that keep an exception, to throw it to whoever comes, such as those of a connection that has failed,
 * {@link #mark} it. A {@code try} with resources does what the language says, also with a shared exception.
 */
public final class SharedFailure {
    private static final WeakIdentityMap<Throwable, Mark> KNOWN = new WeakIdentityMap<>();

    private SharedFailure() {}

    /** What is known of an exception. */
    private static final class Mark {
        /** False for one that was {@link #thrown} once. */
        private volatile boolean shared;

        Mark(boolean shared) {
            this.shared = shared;
        }
    }

    /**
     * Notes that an exception is thrown to several owners.
     *
     * @param failure not kept alive by this
     */
    public static void mark(Throwable failure) {
        note(failure, true);
    }

    /**
     * Notes that an exception is thrown which this code has got from elsewhere, and which others may therefore have. If that is so is not
     * known before it comes for the second time: from then on, it is shared.
     *
     * @param failure not kept alive by this
     */
    public static void thrown(Throwable failure) {
        note(failure, false);
    }

    private static void note(Throwable failure, boolean shared) {
        Objects.requireNonNull(failure, "failure");
        try {
            synchronized (KNOWN) {
                Mark before = KNOWN.find(failure);
                if (before == null) {
                    KNOWN.add(failure, new Mark(shared));
                } else {
                    before.shared = true;
                }
            }
        } catch (OutOfMemoryError | StackOverflowError noRoom) {
            return; // the failure is on its way, and matters more than what may be suppressed in it later
        }
    }

    /**
     * Whether an exception is thrown to several owners, as far as that is known.
     *
     * @param failure the exception
     * @return true for one that was marked, or thrown twice
     */
    public static boolean isShared(Throwable failure) {
        Mark mark = KNOWN.find(failure);
        return mark != null && mark.shared;
    }

    /**
     * Suppresses {@code another} in {@code failure}, unless that is shared: then {@code another} goes to the uncaught exception handler of the
     * current thread, whose own exceptions are ignored, as the JVM does. Has no effect if the two are the same.
     *
     * @param failure the exception that is thrown
     * @param another one that came later, and cannot be thrown
     */
    public static void suppress(Throwable failure, Throwable another) {
        if (failure == another) {
            return;
        }
        if (isShared(failure)) {
            report(another);
        } else {
            failure.addSuppressed(another);
        }
    }

    private static void report(Throwable unheard) {
        Thread thread = Thread.currentThread();
        try {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, unheard);
        } catch (Throwable ofHandler) {
            return; // nobody is left to tell
        }
    }
}
