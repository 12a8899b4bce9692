package dev.asyncfn.thread;

/**
 * What idle threads of executors do instead of being parked: one of them at a time waits for events, and wakes the tasks that wait for them.
 * The driver that tokio's workers share. All methods are thread-safe, and throw nothing. Not exported.
 *
 * <p>A thread {@linkplain #enter enters}, {@linkplain #drive drives} at most once, and {@linkplain #leave leaves}. Wakes of tasks happen on this
 * thread, inside {@link #drive()}.
 */
public interface Driver {
    /**
     * Takes the turn to drive, if it is free. From its success on, a {@link #wakeup()} ends the drive that follows, even before that
     * begins.
     *
     * @param entering unparked when the turn becomes free, if it is held by the fallback, the thread that drives while no idle one does
     * @return whether the current thread has the turn, which it must give up by {@link #leave()}
     */
    boolean enter(Parker entering);

    /** Waits for events, or for {@link #wakeup()} or an interrupt, and handles the events. The interrupt status is not cleared. */
    void drive();

    /** Gives up the turn. */
    void leave();

    /** Handles the events that are there, if no thread has the turn. Does not wait. */
    void poll();

    /** Ends the current wait of the thread that drives, if it waits. */
    void wakeup();

    /**
     * Whether the current thread has the turn: it handles events, as it calls this.
     *
     * @return false in all other threads
     */
    boolean isMine();
}
