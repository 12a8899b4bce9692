package dev.asyncfn.executor;

/** In place of an executor for a child that comes too late: aborts it at once, and drops it on the spawning thread. */
final class AbortingScheduler extends Scheduler {
    AbortingScheduler() {
        super(UncaughtTaskHandler.ofThread());
    }

    @Override
    void schedule(Task<?> task) {
        task.abort();
        task.runOnce(new Meter());
    }
}
