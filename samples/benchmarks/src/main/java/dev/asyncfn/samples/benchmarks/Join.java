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
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** A join of so many futures that are pending once. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class Join {
    @Param({"2", "10", "1000"})
    public int branches;

    private final LocalPool pool = new LocalPool();

    @Benchmark
    public Object asyncfn() {
        List<Future<Integer>> all = new ArrayList<>(branches);
        for (int i = 0; i < branches; i++) {
            all.add(TasksAsync.yieldOnce(i));
        }
        return pool.runUntil(Futures.joinAll(all));
    }

    @Benchmark
    public Object kotlin() {
        return KotlinTasks.join(branches);
    }

    @Benchmark
    public Object stages() {
        CompletableFuture<?>[] all = new CompletableFuture<?>[branches];
        Arrays.setAll(all, i -> new CompletableFuture<Integer>());
        CompletableFuture<Void> joined = CompletableFuture.allOf(all);
        for (CompletableFuture<?> one : all) {
            one.complete(null);
        }
        return joined.join();
    }

    @Benchmark
    public Object mono() {
        List<MonoSink<Integer>> sinks = new ArrayList<>(branches);
        List<Mono<Integer>> all = new ArrayList<>(branches);
        for (int i = 0; i < branches; i++) {
            all.add(Mono.create(sinks::add));
        }
        Object[] joined = new Object[1];
        Mono.zip(all, values -> values.length).subscribe(value -> joined[0] = value);
        for (int i = 0; i < branches; i++) {
            sinks.get(i).success(i);
        }
        return joined[0];
    }
}
