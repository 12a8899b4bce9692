package dev.asyncfn.executor;

import java.util.List;
import java.util.Map;

/** What JMX shows of {@link RunningExecutors}, registered by {@link RunningExecutors#registerMXBean()}. Thread-safe. */
public interface ExecutorsMXBean {
    /**
     * The names of the executors.
     *
     * @return in order; a name may occur twice
     */
    List<String> getNames();

    /**
     * How many tasks have not finished.
     *
     * @return those of all executors
     */
    int getTasksAlive();

    /**
     * The numbers of {@link ExecutorMetrics}, for each executor.
     *
     * @return from the name of the executor to the numbers by their names; the busy time is in nanoseconds. Of executors with the same name, the sums
     */
    Map<String, Map<String, Long>> getMetrics();

    /**
     * What each task waits for.
     *
     * @return as {@link RunningExecutors#dump()}
     */
    String dumpTasks();
}
