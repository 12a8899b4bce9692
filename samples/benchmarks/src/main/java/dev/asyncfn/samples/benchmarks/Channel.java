package dev.asyncfn.samples.benchmarks;

import dev.asyncfn.Async;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.sync.Mpsc;
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

/** A value sent from one task to another over a channel for 64, on one thread or on two. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class Channel {
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

    private final LocalPool local = new LocalPool();

    @Benchmark
    @OperationsPerInvocation(N)
    public Object asyncfn() {
        var channel = Mpsc.<Integer>bounded(64);
        if (threads == 1) {
            local.spawn(TasksAsync.send(channel.sender(), N));
            return local.runUntil(TasksAsync.receive(channel.receiver(), N));
        }
        pool.spawn(TasksAsync.send(channel.sender(), N));
        return Async.blockOn(pool.spawn(TasksAsync.receive(channel.receiver(), N)));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public Object kotlin() {
        return KotlinTasks.sendAndReceive(threads == 1 ? KotlinTasks.LOCAL : coroutines, N);
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public Object threads() throws Exception {
        if (threads == 1) {
            return Queues.sameThread(64, N);
        }
        return Queues.sendAndReceive(fixed, 64, N);
    }
}
