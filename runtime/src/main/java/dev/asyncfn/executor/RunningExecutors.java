package dev.asyncfn.executor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;

/**
 * The executors of this program: each {@link ThreadPool} and {@link BlockingPool}, each {@link LocalPool} that has a name, and the threads
 * of {@link Blocking}. They are here until they have ended, or are collected: this keeps none. Thread-safe.
 *
 * <p>A program that is stuck shows what its tasks wait for, without having been prepared:
 *
 * <pre>{@code
 * System.err.println(RunningExecutors.dump());
 * }</pre>
 */
public final class RunningExecutors {
    private static final Set<Scheduler> ALL = Collections.newSetFromMap(new WeakHashMap<>());

    private RunningExecutors() {}

    static void add(Scheduler executor) {
        synchronized (ALL) {
            ALL.add(executor);
        }
    }

    static void remove(Scheduler executor) {
        synchronized (ALL) {
            ALL.remove(executor);
        }
    }

    /** In a stable order, so that two dumps can be compared. */
    private static List<Scheduler> all() {
        List<Scheduler> running;
        synchronized (ALL) {
            running = new ArrayList<>(ALL);
        }
        running.sort(Comparator.comparing(Scheduler::name));
        return running;
    }

    /**
     * What each of them has done so far, and what it has to do.
     *
     * @return a snapshot of each, ordered by name; names may occur twice
     */
    public static List<ExecutorMetrics> metrics() {
        return all().stream().map(Scheduler::metrics).toList();
    }

    /**
     * What each of their tasks waits for.
     *
     * @return a text of several lines: for each executor, ordered by name, a line with its name and then its {@link TaskDump}
     */
    public static String dump() {
        return all().stream()
                .map(executor -> executor.name() + ", " + executor.owned.size() + " tasks\n" + executor.dump())
                .collect(Collectors.joining());
    }

    /**
     * Makes them visible to JMX, as an {@link ExecutorsMXBean} of the platform's server, until the result is closed. So {@code jconsole} and
     * agents can see and dump all tasks of a program, also one where {@code jcmd <pid> ManagementAgent.start_local} has made that possible
     * only now.
     *
     * <p>The server keeps the bean, and with it the class loader of this library: a program whose classes are to be unloaded closes the result.
     *
     * @return closing it removes the bean; it may be closed more than once
     * @throws IllegalStateException if the module {@code java.management} is not there
     */
    public static Registration registerMXBean() {
        try {
            return PlatformBean.register();
        } catch (NoClassDefFoundError absent) {
            throw new IllegalStateException("there is no JMX, as the module java.management is not there", absent);
        }
    }

    /** A bean that is registered until this is closed. */
    public interface Registration extends AutoCloseable {
        /**
         * The name of the bean, as a JMX client knows it.
         *
         * @return {@code dev.asyncfn:type=Executors}, with a number if there was one
         */
        String name();

        @Override
        void close();
    }
}
