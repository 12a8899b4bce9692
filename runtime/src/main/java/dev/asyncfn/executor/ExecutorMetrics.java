package dev.asyncfn.executor;

import java.time.Duration;
import java.util.Objects;

/**
 * What an executor has done so far, and what it has to do. tokio's {@code RuntimeMetrics}. Immutable.
 *
 * <p>The numbers are counted by each thread for itself, and added up here, so that counting costs a task nothing that can be measured. They
 * are not all of the same moment. Rates are the differences of two snapshots. How often a thread of a pool has taken tasks from another
 * is not counted.
 *
 * @param name the name of the executor, as it was given to its builder
 * @param threads how many threads of its own it has; 0 if it runs on those of others
 * @param tasksAlive how many tasks have not finished
 * @param tasksSpawned how many tasks there ever were
 * @param queueDepth how many tasks wait for their turn, now
 * @param polls how many polls there were, or how many times code that blocks was run. That an aborted task cleans up or is dropped is none, as for
 *     {@link TaskHooks}
 * @param busyTime how long the executor's own threads did not wait for a task, added up; zero if it has none. It is busy all the time if this grows
 *     by as much as the time multiplied by the number of threads
 */
public record ExecutorMetrics(
        String name, int threads, int tasksAlive, long tasksSpawned, int queueDepth, long polls, Duration busyTime) {
    /**
     * Checks that nothing is null.
     *
     * @param name not null
     * @param threads 0 or more
     * @param tasksAlive 0 or more
     * @param tasksSpawned 0 or more
     * @param queueDepth 0 or more
     * @param polls 0 or more
     * @param busyTime not null
     */
    public ExecutorMetrics {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(busyTime, "busyTime");
    }
}
