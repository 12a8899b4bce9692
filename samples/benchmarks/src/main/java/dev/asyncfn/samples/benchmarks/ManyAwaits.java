package dev.asyncfn.samples.benchmarks;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Waker;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** So many awaits in a row of futures that are ready; the time is that of the whole call. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class ManyAwaits {
    @Param({"20", "200", "500"})
    public int awaits;

    private final Context cx = Context.fromWaker(Waker.noop());
    private final Done done = new Done();

    @Benchmark
    public Object asyncfn() throws Exception {
        Future<Integer> call = switch (awaits) {
            case 20 -> ManyAsync.ready20(1);
            case 200 -> ManyAsync.ready200(1);
            default -> ManyAsync.ready500(1);
        };
        return call.poll(cx);
    }

    @Benchmark
    public Object kotlin() {
        return KotlinAwaits.many(done, awaits, 1);
    }
}
