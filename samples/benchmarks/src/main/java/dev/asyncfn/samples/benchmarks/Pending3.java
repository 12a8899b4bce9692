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

/** Three awaits of futures that are pending once. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class Pending3 {
    private final Leaves.Source source = new Leaves.Source();
    private final Done done = new Done();
    private final KotlinSource coroutines = new KotlinSource();
    private final Sources.Stages stages = new Sources.Stages();
    private final Sources.Monos monos = new Sources.Monos();

    private Object run(Future<Integer> root) throws Exception {
        source.root = root;
        source.poll();
        source.fire(1);
        source.fire(2);
        return source.fire(3);
    }

    @Benchmark
    public Object asyncfn() throws Exception {
        return run(AwaitsAsync.pending3(source));
    }

    @Benchmark
    public Object hand() throws Exception {
        return run(new ByHand.Three(0, source));
    }

    @Benchmark
    public int kotlin() {
        KotlinAwaits.pending3(done, coroutines);
        coroutines.fire(1);
        coroutines.fire(2);
        coroutines.fire(3);
        return done.result;
    }

    @Benchmark
    public Object stages() {
        Sources.Stages s = stages;
        CompletableFuture<Integer> all =
                s.next().thenCompose(x -> s.next().thenCompose(y -> s.next().thenApply(z -> x + y + z)));
        s.fire(1);
        s.fire(2);
        s.fire(3);
        return all.getNow(0);
    }

    @Benchmark
    public int mono() {
        Sources.Monos s = monos;
        s.run(s.next().flatMap(x -> s.next().flatMap(y -> s.next().map(z -> x + y + z))));
        s.fire(1);
        s.fire(2);
        s.fire(3);
        return s.result;
    }
}
