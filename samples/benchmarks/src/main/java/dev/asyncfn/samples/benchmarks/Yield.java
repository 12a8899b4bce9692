package dev.asyncfn.samples.benchmarks;

import dev.asyncfn.executor.LocalPool;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A yield of the only task of one thread, below so many calls. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class Yield {
    private static final int N = 1_000;

    @Param({"1", "3", "10", "100"})
    public int depth;

    private final LocalPool pool = new LocalPool();

    @Benchmark
    @OperationsPerInvocation(N)
    public Object asyncfn() {
        return pool.runUntil(TasksAsync.yieldsAt(depth, N));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public Object hand() {
        return pool.runUntil(new ByHandTasks.YieldsAt(depth, N));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public Object kotlin() {
        return KotlinTasks.yieldLocal(depth, N);
    }

    private static int yieldsAt(int d) {
        if (d > 1) {
            return yieldsAt(d - 1) + 1;
        }
        for (int i = 0; i < N; i++) {
            Thread.yield();
        }
        return N;
    }

    @Benchmark
    @OperationsPerInvocation(N)
    @Fork(jvmArgsAppend = {"-Djdk.virtualThreadScheduler.parallelism=1", "-Djdk.virtualThreadScheduler.maxPoolSize=1"})
    public Object virtual() throws InterruptedException {
        Thread thread = VirtualThreads.start(() -> yieldsAt(depth));
        thread.join();
        return thread;
    }
}
