package dev.asyncfn.executor;

/** How {@link Task#takeTurn()} leaves a task. */
enum TaskTurn {
    ENDED,
    /** It waits to be woken; or no poll was due. */
    SUSPENDED,
    /** It was woken while it was polled, so the caller has to queue it. */
    WOKEN
}
