package dev.asyncfn.samples.benchmarks;

import dev.asyncfn.Context;
import dev.asyncfn.Waker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A loop of a thousand awaits of futures that are ready, by await. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class Loop {
    private static final int N = 1_000;

    private final Context cx = Context.fromWaker(Waker.noop());
    private final Done done = new Done();

    @Benchmark
    @OperationsPerInvocation(N)
    public Object asyncfn() throws Exception {
        return AwaitsAsync.loop(N).poll(cx);
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public Object hand() throws Exception {
        return new ByHand.Loop(N).poll(cx);
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public Object kotlin() {
        return KotlinAwaits.loop(done, N);
    }

    private static CompletableFuture<Integer> from(int i, int sum) {
        CompletableFuture<Integer> ready = CompletableFuture.completedFuture(i == N ? sum : i);
        return i == N ? ready : ready.thenCompose(value -> from(i + 1, sum + value));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public Object stages() {
        return from(0, 0).getNow(0);
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public Object mono() {
        return Flux.range(0, N).concatMap(Mono::just).reduce(0, Integer::sum).block();
    }
}
