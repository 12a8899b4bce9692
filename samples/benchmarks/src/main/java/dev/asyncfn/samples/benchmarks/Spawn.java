package dev.asyncfn.samples.benchmarks;

import dev.asyncfn.executor.LocalPool;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A task that is spawned and awaited, by task. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class Spawn {
    private static final int N = 1_000;

    private final LocalPool pool = new LocalPool();

    @Benchmark
    @OperationsPerInvocation(N)
    public Object asyncfn() {
        return pool.runUntil(TasksAsync.spawnJoin(pool, N));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public Object kotlin() {
        return KotlinTasks.spawnJoin(KotlinTasks.LOCAL, N);
    }

    private static int spawnJoin() {
        int sum = 0;
        for (int i = 0; i < N; i++) {
            FutureTask<Integer> task = new FutureTask<>(() -> 1);
            VirtualThreads.start(task);
            try {
                sum += task.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError(e);
            }
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(N)
    @Fork(jvmArgsAppend = {"-Djdk.virtualThreadScheduler.parallelism=1", "-Djdk.virtualThreadScheduler.maxPoolSize=1"})
    public Object virtual() throws InterruptedException {
        Thread thread = VirtualThreads.start(Spawn::spawnJoin);
        thread.join();
        return thread;
    }
}
