package dev.asyncfn.samples.benchmarks;

import dev.asyncfn.Future;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.future.Futures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The first of so many futures that are pending once; the others are dropped. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class Select {
    @Param({"2", "10", "1000"})
    public int branches;

    private final LocalPool pool = new LocalPool();

    @Benchmark
    public Object asyncfn() {
        List<Future<Integer>> all = new ArrayList<>(branches);
        for (int i = 0; i < branches; i++) {
            all.add(TasksAsync.yieldOnce(i));
        }
        return pool.runUntil(Futures.race(all));
    }

    @Benchmark
    public Object kotlin() {
        return KotlinTasks.select(branches);
    }

    @Benchmark
    public Object stages() {
        CompletableFuture<?>[] all = new CompletableFuture<?>[branches];
        Arrays.setAll(all, i -> new CompletableFuture<Integer>());
        CompletableFuture<Object> first = CompletableFuture.anyOf(all);
        all[0].complete(null);
        for (CompletableFuture<?> one : all) {
            one.cancel(false);
        }
        return first.join();
    }
}
