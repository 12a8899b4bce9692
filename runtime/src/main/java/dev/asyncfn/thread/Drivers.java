package dev.asyncfn.thread;

import java.util.concurrent.atomic.AtomicReference;

/** The driver of this process, if there is anything to drive. Thread-safe. Not exported. */
public final class Drivers {
    /** After how many polls of tasks a busy thread looks for events. tokio's number. */
    public static final int INTERVAL = 61;

    private static final AtomicReference<Driver> CURRENT = new AtomicReference<>();

    private Drivers() {}

    /**
     * The driver that idle threads share.
     *
     * @return null if there is nothing to drive
     */
    public static Driver current() {
        return CURRENT.get();
    }

    /**
     * Makes {@code driver} the current one, until it is {@linkplain #remove removed}.
     *
     * @param driver replaces the one before
     */
    public static void install(Driver driver) {
        CURRENT.set(driver);
    }

    /**
     * Forgets {@code driver}. Threads that have entered it still leave it.
     *
     * @param driver does nothing if another one is current
     */
    public static void remove(Driver driver) {
        CURRENT.compareAndSet(driver, null);
    }

    /** Handles the events that are there, if there is a driver that no thread drives: for an executor that has been busy for a while. */
    public static void poll() {
        Driver driver = current();
        if (driver != null) {
            driver.poll();
        }
    }

    /**
     * Whether the current thread drives: it is called from the handling of an event.
     *
     * @return whether it has the turn
     */
    public static boolean isMine() {
        Driver driver = current();
        return driver != null && driver.isMine();
    }
}
