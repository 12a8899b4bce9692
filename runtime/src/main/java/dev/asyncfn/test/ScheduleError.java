package dev.asyncfn.test;

/** One of the schedules that {@link TestExecutor#explore} tried has failed. The cause is the exception of its body. */
public final class ScheduleError extends AssertionError {
    private static final long serialVersionUID = 1;

    /** The seed of the schedule that failed. */
    private final long seed;

    ScheduleError(long seed, String message, Throwable cause) {
        super(message, cause);
        this.seed = seed;
    }

    /**
     * The seed of the schedule: {@code new TestExecutor(seed)} runs it again.
     *
     * @return any {@code long}, negative ones included
     */
    public long seed() {
        return seed;
    }
}
