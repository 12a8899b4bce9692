package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.future.Futures;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What a task costs on this machine, beside a virtual thread where the JDK has them. */
public final class Costs {
    private static final int SUSPENDED = 100_000;
    private static final int TASKS = 100;
    private static final int YIELDS = 100_000;
    private static final int ROUNDS = 9;

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Costs() {}

    public static void main(String[] args) throws Exception {
        System.setProperty(
                "jdk.virtualThreadScheduler.parallelism", "1"); // as many carriers as a LocalPool has threads
        System.out.printf("a task, suspended in an async fn of one await: %d bytes%n", bytesOfSuspended());
        double[] future = new double[ROUNDS];
        double[] asyncFn = new double[ROUNDS];
        double[] virtualThread = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) { // taking turns, so that a busy machine slows all of them alike
            future[i] = nanosOf(() -> yieldAsTasks(Yields::new));
            asyncFn[i] = nanosOf(() -> yieldAsTasks(CostsAsync::yields));
            if (Runtime.version().feature() >= 21) {
                virtualThread[i] = nanosOf(Costs::yieldAsVirtualThreads);
            }
        }
        System.out.printf("a yield of a future: %.1f ns%n", median(future));
        System.out.printf("a yield of an async fn: %.1f ns%n", median(asyncFn));
        if (Runtime.version().feature() >= 21) {
            System.out.printf("a yield of a virtual thread: %.1f ns%n", median(virtualThread));
        }
    }

    @AsyncFn
    static void suspended(Future<Void> forEver) {
        await(forEver);
    }

    @AsyncFn
    static void yields() {
        for (int i = 0; i < YIELDS; i++) {
            await(Futures.yieldNow());
        }
    }

    /** The same by hand: what the executor alone costs. */
    private static final class Yields implements Future<Void> {
        private int left = YIELDS;

        @Override
        public Poll<Void> poll(Context cx) {
            if (left == 0) {
                return Poll.ready(null);
            }
            left--;
            cx.waker().wakeByRef();
            return Poll.pending();
        }
    }

    /** Everything allocated to spawn a task with its handle and to poll it, whether kept or not. */
    static long bytesOfSuspended() {
        allocateSuspended(); // warms up
        return allocateSuspended() / SUSPENDED;
    }

    private static long allocateSuspended() {
        try (LocalPool pool = new LocalPool()) {
            Future<Void> forEver = Future.pending();
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < SUSPENDED; i++) {
                pool.spawn(CostsAsync.suspended(forEver));
            }
            pool.runUntilStalled();
            return THREADS.getCurrentThreadAllocatedBytes() - before;
        }
    }

    private static Void yieldAsTasks(Supplier<Future<Void>> yields) {
        try (LocalPool pool = new LocalPool()) {
            for (int i = 0; i < TASKS; i++) {
                pool.spawn(yields.get());
            }
            pool.run();
        }
        return null;
    }

    private static Void yieldAsVirtualThreads() throws Exception {
        // By reflection: the rest runs on JDKs without it.
        ExecutorService service = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        for (int i = 0; i < TASKS; i++) {
            service.execute(() -> {
                for (int j = 0; j < YIELDS; j++) {
                    Thread.yield();
                }
            });
        }
        service.shutdown();
        service.awaitTermination(1, TimeUnit.HOURS);
        return null;
    }

    /** The process's CPU time for each of the yields: other processes do not count. */
    private static double nanosOf(Callable<Void> yields) throws Exception {
        long before = PROCESS.getProcessCpuTime();
        yields.call();
        return (double) (PROCESS.getProcessCpuTime() - before) / TASKS / YIELDS;
    }

    private static double median(double[] figures) {
        Arrays.sort(figures);
        return figures[figures.length / 2];
    }
}
