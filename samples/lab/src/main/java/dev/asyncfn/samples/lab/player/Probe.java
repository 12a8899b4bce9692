package dev.asyncfn.samples.lab.player;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.TaskHooks;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.executor.UncaughtTaskHandler;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;

/** What the code of the reader calls: {@link Probes} puts the calls there. Lambdas in it may run in any thread of the program. */
public final class Probe {
    /** Thrown where the program would run a future: from there on, it is the reader who runs it. */
    static final class Started extends Error {
        private static final long serialVersionUID = 1;

        final transient Future<?> future;

        Started(Future<?> future) {
            super("the reader runs it", null, false, false);
            this.future = future;
        }
    }

    private static final Map<String, TreeSet<Integer>> LINES = new TreeMap<>();

    /** Whether {@code main} is left, as the reader continues from here: its pools stay open. */
    private static boolean leavesMain;

    private Probe() {}

    /**
     * A line of generated code is executed.
     *
     * @param facade the binary name of the facade
     * @param line of its text
     */
    public static void line(String facade, int line) {
        synchronized (LINES) {
            LINES.computeIfAbsent(facade, name -> new TreeSet<>()).add(line);
        }
    }

    /**
     * In place of the code that would run a future.
     *
     * @param future what it would run
     * @return never
     */
    public static Object start(Future<?> future) {
        leavesMain = true;
        throw new Started(future);
    }

    /**
     * In place of a poll by hand.
     *
     * @param future what it would poll
     * @param cx with what
     * @return never
     */
    public static Poll<?> start(Future<?> future, Context cx) {
        leavesMain = true;
        throw new Started(future);
    }

    /** {@code main} begins, or was left. */
    static void inMain() {
        leavesMain = false;
    }

    /**
     * In place of {@link ThreadPool#create()}.
     *
     * @return a pool whose threads are the reader
     */
    public static ThreadPool pool() {
        return LabPool.build(LabPool.builder(), null);
    }

    /**
     * In place of {@link ThreadPool#of(int)}.
     *
     * @param threads checked, but the reader is all of them
     * @return a pool whose threads are the reader
     */
    public static ThreadPool pool(int threads) {
        return LabPool.build(LabPool.builder().threads(threads), null);
    }

    /**
     * In place of {@link ThreadPool#on(Executor)}.
     *
     * @param executor of the program
     * @return a pool on it, whose tasks are seen
     */
    public static ThreadPool pool(Executor executor) {
        return LabPool.build(LabPool.builder(), Objects.requireNonNull(executor, "executor"));
    }

    /**
     * In place of the builder's method.
     *
     * @param builder of the program
     * @return a pool whose threads are the reader
     */
    public static ThreadPool build(ThreadPool.Builder builder) {
        return LabPool.build(builder, null);
    }

    /**
     * In place of the builder's method.
     *
     * @param builder of the program
     * @param executor of the program
     * @return a pool on it, whose tasks are seen
     */
    public static ThreadPool build(ThreadPool.Builder builder, Executor executor) {
        return LabPool.build(builder, Objects.requireNonNull(executor, "executor"));
    }

    /**
     * In place of the builder's method: the lab has hooks of its own, which call these.
     *
     * @param builder of the program
     * @param hooks of the program
     * @return the builder
     */
    public static ThreadPool.Builder hooks(ThreadPool.Builder builder, TaskHooks hooks) {
        LabPool.hooks(builder, Objects.requireNonNull(hooks, "hooks"));
        return builder;
    }

    /**
     * In place of {@link ThreadPool#close()}, which would wait for the reader.
     *
     * @param pool to close, unless the reader takes over
     */
    public static void close(ThreadPool pool) {
        if (!leavesMain) {
            pool.shutdownNow();
            Tasks.runAll();
        }
    }

    /**
     * In place of {@link ThreadPool#close(Duration)}. Tasks clean up as far as they need not wait.
     *
     * @param pool to close, unless the reader takes over
     * @param cleanup not waited for
     */
    public static void close(ThreadPool pool, Duration cleanup) {
        close(pool);
    }

    /**
     * In place of {@link ThreadPool#awaitTasks(Duration)}.
     *
     * @param pool whose tasks are run as far as they can
     * @param timeout not waited for
     * @return whether none is left
     */
    public static boolean awaitTasks(ThreadPool pool, Duration timeout) {
        Tasks.runAll();
        return pool.size() == 0;
    }

    /**
     * In place of {@link ThreadPool#awaitTermination(Duration)}.
     *
     * @param pool whose tasks are run as far as they can
     * @param timeout not waited for
     * @return whether it has ended
     */
    public static boolean awaitTermination(ThreadPool pool, Duration timeout) {
        Tasks.runAll();
        return pool.isTerminated();
    }

    /**
     * In place of {@link LocalPool#LocalPool()}.
     *
     * @return a pool whose tasks are seen
     */
    public static LocalPool localPool() {
        return LabLocalPool.build(LocalPool.builder());
    }

    /**
     * In place of {@link LocalPool#LocalPool(UncaughtTaskHandler)}.
     *
     * @param handler of the program
     * @return a pool whose tasks are seen
     */
    public static LocalPool localPool(UncaughtTaskHandler handler) {
        return LabLocalPool.build(LocalPool.builder().uncaughtTaskHandler(handler));
    }

    /**
     * In place of the builder's method.
     *
     * @param builder of the program
     * @return a pool whose tasks are seen
     */
    public static LocalPool build(LocalPool.Builder builder) {
        return LabLocalPool.build(builder);
    }

    /**
     * In place of the builder's method: the lab has hooks of its own, which call these.
     *
     * @param builder of the program
     * @param hooks of the program
     * @return the builder
     */
    public static LocalPool.Builder hooks(LocalPool.Builder builder, TaskHooks hooks) {
        LabLocalPool.hooks(builder, Objects.requireNonNull(hooks, "hooks"));
        return builder;
    }

    /**
     * In place of {@link LocalPool#run()}: the reader says when the pool polls.
     *
     * @param pool of the program
     */
    public static void run(LocalPool pool) {
        start(LabLocalPool.end(pool));
    }

    /**
     * In place of {@link LocalPool#runUntil(Future)}: the reader is the pool's thread.
     *
     * @param pool of the program
     * @param future what it would run
     * @return never
     */
    public static Object runUntil(LocalPool pool, Future<?> future) {
        return start(future);
    }

    /**
     * In place of {@link LocalPool#runUntil(TryFuture)}.
     *
     * @param pool of the program
     * @param future what it would run
     * @return never
     */
    public static Object runUntil(LocalPool pool, TryFuture<?, ?> future) {
        return start(future);
    }

    /**
     * In place of {@link LocalPool#close()}.
     *
     * @param pool to close, unless the reader takes over
     */
    public static void close(LocalPool pool) {
        if (!leavesMain) {
            pool.close();
        }
    }

    /**
     * In place of {@link LocalPool#close(Duration)}. Tasks clean up as far as they need not wait.
     *
     * @param pool to close, unless the reader takes over
     * @param cleanup not waited for
     */
    public static void close(LocalPool pool, Duration cleanup) {
        close(pool);
    }

    /** The lines since this was last asked, by facade. */
    static Map<String, TreeSet<Integer>> takeLines() {
        synchronized (LINES) {
            Map<String, TreeSet<Integer>> taken = new TreeMap<>(LINES);
            LINES.clear();
            return taken;
        }
    }
}
