package dev.asyncfn.samples.benchmarks;

import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.sync.Mpsc;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A value sent to another task and back, over channels for one value. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class PingPong {
    private static final int N = 1_000;

    private final LocalPool local = new LocalPool();

    @Benchmark
    @OperationsPerInvocation(N)
    public Object asyncfn() {
        var there = Mpsc.<Integer>bounded(1);
        var back = Mpsc.<Integer>bounded(1);
        local.spawn(TasksAsync.pong(back.sender(), there.receiver(), N));
        return local.runUntil(TasksAsync.ping(there.sender(), back.receiver(), N));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public Object kotlin() {
        return KotlinTasks.pingPong(KotlinTasks.LOCAL, KotlinTasks.LOCAL, N);
    }

    @Benchmark
    @OperationsPerInvocation(N)
    @Fork(jvmArgsAppend = {"-Djdk.virtualThreadScheduler.parallelism=1", "-Djdk.virtualThreadScheduler.maxPoolSize=1"})
    public void virtual() throws InterruptedException {
        Queues.pingPong(VirtualThreads::start, N);
    }
}
