package dev.asyncfn.samples.benchmarks;

import dev.asyncfn.Future;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import reactor.core.publisher.Mono;

/** An exception without a stack trace, through five calls that were suspended, caught in the sixth. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class Exception5 {
    private final Leaves.Source source = new Leaves.Source();
    private final Done done = new Done();
    private final KotlinSource coroutines = new KotlinSource();
    private final Sources.Stages stages = new Sources.Stages();
    private final Sources.Monos monos = new Sources.Monos();

    private Object run(Future<Integer> root) throws Exception {
        source.root = root;
        source.poll();
        return source.fire(1);
    }

    @Benchmark
    public Object asyncfn() throws Exception {
        return run(AwaitsAsync.catching(source));
    }

    @Benchmark
    public Object hand() throws Exception {
        return run(new ByHand.Catching(source, false));
    }

    @Benchmark
    public int kotlin() {
        KotlinAwaits.catching(done, coroutines);
        coroutines.fire(1);
        return done.result;
    }

    private static int fail(int x) {
        if (x >= 0) {
            throw new Leaves.Fast();
        }
        return x;
    }

    private CompletableFuture<Integer> stagesFailing(int d) {
        return d == 1
                ? stages.next().thenApply(Exception5::fail)
                : stagesFailing(d - 1).thenApply(x -> x + 1);
    }

    @Benchmark
    public Object stages() {
        CompletableFuture<Integer> all = stagesFailing(5).exceptionally(thrown -> 7);
        stages.fire(1);
        return all.getNow(0);
    }

    private Mono<Integer> monosFailing(int d) {
        return d == 1 ? monos.next().map(Exception5::fail) : monosFailing(d - 1).map(x -> x + 1);
    }

    @Benchmark
    public int mono() {
        monos.run(monosFailing(5).onErrorReturn(Leaves.Fast.class, 7));
        monos.fire(1);
        return monos.result;
    }
}
