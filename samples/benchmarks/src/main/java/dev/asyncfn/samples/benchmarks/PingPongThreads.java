package dev.asyncfn.samples.benchmarks;

import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.sync.Mpsc;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import kotlin.coroutines.CoroutineContext;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A value sent to a task of another thread and back, over channels for one value. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class PingPongThreads {
    private static final int N = 1_000;

    private final LocalPool local = new LocalPool();
    private final ThreadPool other = ThreadPool.of(1);
    private final ExecutorService first = Queues.thread();
    private final ExecutorService second = Queues.thread();
    private final CoroutineContext here = KotlinTasks.on(first);
    private final CoroutineContext there = KotlinTasks.on(second);

    /** Ends the threads. */
    @TearDown
    public void close() {
        other.close();
        first.shutdown();
        second.shutdown();
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public Object asyncfn() {
        var to = Mpsc.<Integer>bounded(1);
        var from = Mpsc.<Integer>bounded(1);
        other.spawn(TasksAsync.pong(from.sender(), to.receiver(), N));
        return local.runUntil(TasksAsync.ping(to.sender(), from.receiver(), N));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public Object kotlin() {
        return KotlinTasks.pingPong(here, there, N);
    }

    @Benchmark
    @OperationsPerInvocation(N)
    @Fork(jvmArgsAppend = {"-Djdk.virtualThreadScheduler.parallelism=2", "-Djdk.virtualThreadScheduler.maxPoolSize=2"})
    public void virtual() throws InterruptedException {
        Queues.pingPong(VirtualThreads::start, N);
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public void threads() throws InterruptedException {
        Queues.pingPong(Queues::start, N);
    }
}
