package dev.asyncfn.samples.benchmarks;

import dev.asyncfn.Future;
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

/** A whole call through so many levels, pending once at the innermost. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class Call {
    @Param({"1", "3", "10", "100"})
    public int depth;

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
        return run(AwaitsAsync.once(depth, source));
    }

    @Benchmark
    public Object hand() throws Exception {
        return run(new ByHand.Depth(depth, source, true));
    }

    @Benchmark
    public int kotlin() {
        KotlinAwaits.once(done, depth, coroutines);
        coroutines.fire(1);
        return done.result;
    }

    private CompletableFuture<Integer> stagesAt(int d) {
        return d == 1 ? stages.next() : stagesAt(d - 1).thenApply(x -> x + 1);
    }

    @Benchmark
    public Object stages() {
        CompletableFuture<Integer> all = stagesAt(depth);
        stages.fire(1);
        return all.getNow(0);
    }

    private Mono<Integer> monosAt(int d) {
        return d == 1 ? monos.next() : monosAt(d - 1).map(x -> x + 1);
    }

    @Benchmark
    public int mono() {
        monos.run(monosAt(depth));
        monos.fire(1);
        return monos.result;
    }
}
