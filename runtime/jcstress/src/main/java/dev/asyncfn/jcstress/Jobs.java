package dev.asyncfn.jcstress;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** An executor whose jobs are run by hand: each time that a task is queued can be counted, and run by the side of a race that is to. */
final class Jobs implements Executor {
    private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();

    @Override
    public void execute(Runnable job) {
        queue.add(job);
    }

    /** Takes out the job that is there. */
    Runnable take() {
        return queue.remove();
    }

    /** Runs all there are and those that come of it, and gives how many. */
    int runAll() {
        int ran = 0;
        for (Runnable job = queue.poll(); job != null; job = queue.poll()) {
            job.run();
            ran++;
        }
        return ran;
    }
}
