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

/** A million tasks that are spawned, and then awaited, by task. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class SpawnMillion {
    private static final int N = 1_000_000;

    private final LocalPool pool = new LocalPool();

    @Benchmark
    @OperationsPerInvocation(N)
    public Object asyncfn() {
        return pool.runUntil(TasksAsync.spawnMany(pool, N));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public Object kotlin() {
        return KotlinTasks.spawnMany(N);
    }
}
