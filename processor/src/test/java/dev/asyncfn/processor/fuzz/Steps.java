package dev.asyncfn.processor.fuzz;

import java.util.concurrent.locks.LockSupport;

/** Counts the backward jumps of the program that a thread runs, so that one that goes round for ever ends. */
public final class Steps {
    private static final int MOST = 200_000;
    private static final ThreadLocal<Steps> CURRENT = ThreadLocal.withInitial(Steps::new);

    /** Ends a program that does not end itself. */
    static final class Endless extends Error {
        private static final long serialVersionUID = 1L;

        Endless() {
            super("goes round for ever", null, true, false);
        }
    }

    private int taken;

    private Steps() {}

    /** Another run begins. */
    static void restart() {
        CURRENT.get().taken = 0;
    }

    /** Whether the run since the last restart has been ended, whatever the program made of the error. */
    static boolean areTooMany() {
        return CURRENT.get().taken > MOST;
    }

    /** Called at each backward jump. */
    public static void take() {
        Steps steps = CURRENT.get();
        if (++steps.taken > 2 * MOST) {
            parkForEver();
        } else if (steps.taken > MOST) {
            throw new Endless();
        }
    }

    /** The program catches the error and goes on: its thread must be left behind, but costs no time. */
    private static void parkForEver() {
        while (true) {
            LockSupport.park();
        }
    }
}
