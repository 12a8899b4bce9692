package dev.asyncfn.executor;

/** How {@link Task#takeTurn} leaves a task. */
enum TaskTurn {
    ENDED,
    /** It waits to be woken; or no poll was due. */
    SUSPENDED,
    /** It was woken while it was polled. The caller has its lock, and {@linkplain Task#takeNextTurn polls it again}, or queues it. */
    WOKEN
}
