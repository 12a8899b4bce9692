package dev.asyncfn.samples.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The rows that JMH measures: one fork at a time, so that the contenders take turns. */
final class Harness {
    /** Iterations of half a second. On a slow machine, eight of them did not suffice for HotSpot's second compiler. */
    private static final int WARMUP = 20;

    private final Results.Collector into;
    private final boolean quick;

    Harness(Results.Collector into, boolean quick) {
        this.into = into;
        this.quick = quick;
    }

    void run(Row row, String contender) {
        String prefix = Harness.class.getPackageName() + "." + row.id();
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + prefix.replace(".", "\\.") + "\\." + contender + "$")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .addProfiler(GCProfiler.class)
                .forks(quick ? 0 : 1)
                .warmupIterations(quick ? 0 : WARMUP)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(quick ? 1 : 20)
                .measurementTime(TimeValue.milliseconds(quick ? 1 : 100));
        try {
            new Runner(options.build()).run().forEach(result -> add(row, contender, result));
        } catch (RunnerException e) {
            throw new IllegalStateException(row.id() + "." + contender, e);
        }
    }

    private void add(Row row, String contender, RunResult result) {
        String params = params(result);
        Collection<BenchmarkResult> forks = result.getBenchmarkResults();
        for (BenchmarkResult fork : forks) {
            for (IterationResult iteration : fork.getIterationResults()) {
                into.add(
                        row.id(),
                        params,
                        contender,
                        "ns/op",
                        iteration.getPrimaryResult().getScore());
                iteration.getSecondaryResults().forEach((name, secondary) -> {
                    if (name.endsWith("gc.alloc.rate.norm")) {
                        into.add(row.id(), params, contender, "bytes/op", secondary.getScore());
                    }
                });
            }
        }
    }

    private static String params(RunResult result) {
        List<String> params = new ArrayList<>();
        for (String key : result.getParams().getParamsKeys()) {
            params.add(key + "=" + result.getParams().getParam(key));
        }
        return String.join(" ", params);
    }
}
