package dev.asyncfn.executor;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for the collector of garbage. */
public final class Garbage {
    private Garbage() {}

    /** Has garbage collected until it has been noticed. It waits in between, or no thread that is to let go of something would get to it. */
    public static void collectUntil(BooleanSupplier noticed) {
        while (!noticed.getAsBoolean()) {
            System.gc();
            LockSupport.parkNanos(10_000_000);
        }
    }
}
