package dev.asyncfn.samples.benchmarks;

import dev.asyncfn.executor.LocalPool;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A million tasks, each spawned by one of the ten of its parent, by task. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class Skynet {
    private static final int N = 1_000_000;

    private final LocalPool pool = new LocalPool();

    @Benchmark
    @OperationsPerInvocation(N)
    public Object asyncfn() {
        return pool.runUntil(TasksAsync.skynet(pool, 0, N));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public Object kotlin() {
        return KotlinTasks.skynet(N);
    }
}
