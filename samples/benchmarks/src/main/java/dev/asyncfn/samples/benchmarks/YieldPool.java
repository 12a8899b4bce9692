package dev.asyncfn.samples.benchmarks;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A yield of one of a hundred tasks on two threads. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class YieldPool {
    private static final int TASKS = 100;
    private static final int N = 100;

    private final ThreadPool pool = ThreadPool.of(2);

    /** Ends the threads. */
    @TearDown
    public void close() {
        pool.close();
    }

    private Object run(Supplier<Future<Integer>> task) {
        List<Future<Integer>> all = new ArrayList<>(TASKS);
        for (int i = 0; i < TASKS; i++) {
            all.add(pool.spawn(task.get()));
        }
        return Async.blockOn(Futures.joinAll(all));
    }

    @Benchmark
    @OperationsPerInvocation(TASKS * N)
    public Object asyncfn() {
        return run(() -> TasksAsync.yields(N));
    }

    @Benchmark
    @OperationsPerInvocation(TASKS * N)
    public Object hand() {
        return run(() -> new ByHandTasks.Yields(N));
    }

    @Benchmark
    @OperationsPerInvocation(TASKS * N)
    public void kotlin() {
        KotlinTasks.yieldTasks(KotlinTasks.DEFAULT, TASKS, N);
    }

    private static void yields() {
        for (int i = 0; i < N; i++) {
            Thread.yield();
        }
    }

    @Benchmark
    @OperationsPerInvocation(TASKS * N)
    public void virtual() throws InterruptedException {
        List<Thread> all = new ArrayList<>(TASKS);
        for (int i = 0; i < TASKS; i++) {
            all.add(VirtualThreads.start(YieldPool::yields));
        }
        for (Thread one : all) {
            one.join();
        }
    }
}
