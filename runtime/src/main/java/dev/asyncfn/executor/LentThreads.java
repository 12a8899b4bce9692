package dev.asyncfn.executor;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/** The threads of a {@link java.util.concurrent.Executor}: each scheduled task is given to it, as a job of its own. */
final class LentThreads extends Scheduler {
    private final Executor lender;

    LentThreads(Executor lender) {
        this.lender = lender;
    }

    @Override
    void schedule(Task<?> task) {
        try {
            lender.execute(task);
        } catch (RejectedExecutionException e) {
            task.reject(e);
        }
    }

    /** Whether the lender will not run what it was given any more, as after {@link ExecutorService#shutdownNow()}. */
    boolean isGone() {
        return lender instanceof ExecutorService service && service.isTerminated();
    }
}
