package dev.asyncfn.samples.benchmarks;

import dev.asyncfn.Context;
import dev.asyncfn.Waker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import reactor.core.publisher.Mono;

/** Three awaits of futures that are ready. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class Ready3 {
    private final Context cx = Context.fromWaker(Waker.noop());
    private final Done done = new Done();
    private int a = 1;

    @Benchmark
    public Object asyncfn() throws Exception {
        return AwaitsAsync.ready3(a).poll(cx);
    }

    @Benchmark
    public Object hand() throws Exception {
        return new ByHand.Three(a, null).poll(cx);
    }

    @Benchmark
    public Object kotlin() {
        return KotlinAwaits.ready3(done, a);
    }

    private static CompletableFuture<Integer> ready(int value) {
        return CompletableFuture.completedFuture(value);
    }

    @Benchmark
    public Object stages() {
        return ready(a).thenCompose(x ->
                        ready(x + 1).thenCompose(y -> ready(y + 1).thenApply(z -> x + y + z)))
                .getNow(0);
    }

    @Benchmark
    public Object mono() {
        return Mono.just(a)
                .flatMap(x -> Mono.just(x + 1).flatMap(y -> Mono.just(y + 1).map(z -> x + y + z)))
                .block();
    }
}
