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

/** Two awaits, each pending once, in a try block whose finally block has none. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class TryFinally {
    private final Leaves.Source source = new Leaves.Source();
    private final Done done = new Done();
    private final KotlinSource coroutines = new KotlinSource();
    private final Sources.Stages stages = new Sources.Stages();
    private final Sources.Monos monos = new Sources.Monos();
    private final int[] counter = new int[1];

    private Object run(Future<Integer> root) throws Exception {
        source.root = root;
        source.poll();
        source.fire(1);
        return source.fire(2);
    }

    @Benchmark
    public Object asyncfn() throws Exception {
        return run(AwaitsAsync.tryFinally(source, counter));
    }

    @Benchmark
    public Object hand() throws Exception {
        return run(new ByHand.TryFinally(source, counter));
    }

    @Benchmark
    public int kotlin() {
        KotlinAwaits.tryFinally(done, coroutines, counter);
        coroutines.fire(1);
        coroutines.fire(2);
        return done.result;
    }

    @Benchmark
    public Object stages() {
        Sources.Stages s = stages;
        CompletableFuture<Integer> all =
                s.next().thenCompose(x -> s.next().thenApply(y -> x + y)).whenComplete((value, thrown) -> counter[0]++);
        s.fire(1);
        s.fire(2);
        return all.getNow(0);
    }

    @Benchmark
    public int mono() {
        Sources.Monos s = monos;
        s.run(s.next().flatMap(x -> s.next().map(y -> x + y)).doFinally(signal -> counter[0]++));
        s.fire(1);
        s.fire(2);
        return s.result;
    }
}
