package dev.asyncfn.samples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A wake, a resume and a suspension, below so many calls that were suspended long ago. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class Resume {
    @Param({"1", "3", "10", "100"})
    public int depth;

    private final Leaves.Source generated = new Leaves.Source();
    private final Leaves.Source written = new Leaves.Source();
    private final KotlinSource coroutines = new KotlinSource();

    /** Each is suspended. */
    @Setup
    public void suspend() throws Exception {
        generated.root = AwaitsAsync.depth(depth, generated);
        generated.poll();
        written.root = new ByHand.Depth(depth, written, false);
        written.poll();
        KotlinAwaits.depth(new Done(), depth, coroutines);
    }

    @Benchmark
    public Object asyncfn() throws Exception {
        return generated.fire(1);
    }

    @Benchmark
    public Object hand() throws Exception {
        return written.fire(1);
    }

    @Benchmark
    public Object kotlin() {
        coroutines.fire(1);
        return coroutines;
    }
}
