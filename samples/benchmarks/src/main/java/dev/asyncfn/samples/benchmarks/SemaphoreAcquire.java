package dev.asyncfn.samples.benchmarks;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.sync.Semaphore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import kotlin.coroutines.CoroutineContext;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The only permit of a semaphore taken and given back, by one task or by two on two threads. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class SemaphoreAcquire {
    private static final int N = 10_000;

    @Param({"1", "2"})
    public int threads;

    private ThreadPool pool;
    private ExecutorService fixed;
    private CoroutineContext coroutines;

    /** As many threads as tasks. */
    @Setup
    public void start() {
        pool = ThreadPool.of(threads);
        fixed = Queues.threads(threads);
        coroutines = KotlinTasks.on(fixed);
    }

    /** Ends the threads. */
    @TearDown
    public void close() {
        pool.close();
        fixed.shutdown();
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public Object asyncfn() {
        Semaphore semaphore = new Semaphore(1);
        int[] counter = new int[1];
        List<Future<Integer>> all = new ArrayList<>(threads);
        for (int i = 0; i < threads; i++) {
            all.add(pool.spawn(TasksAsync.acquire(semaphore, counter, N / threads)));
        }
        return Async.blockOn(Futures.joinAll(all));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public Object kotlin() {
        return KotlinTasks.semaphore(coroutines, threads, N / threads);
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public Object threads() throws Exception {
        var semaphore = new java.util.concurrent.Semaphore(1);
        int[] counter = new int[1];
        Runnable body = () -> {
            for (int i = 0; i < N / threads; i++) {
                semaphore.acquireUninterruptibly();
                counter[0]++;
                semaphore.release();
            }
        };
        return Queues.runAll(fixed, threads, body);
    }
}
