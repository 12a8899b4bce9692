package dev.asyncfn.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** Judges generated programs and shrinks those that fail. For one thread; what hangs is given up. */
final class Fuzzer implements AutoCloseable {
    private static final int FEATURE = Runtime.version().feature();
    private static final long PATIENCE_SECONDS = 120;
    /** Deep expressions need more than the usual stack. */
    private static final long STACK_BYTES = 8L << 20;

    private final UnaryOperator<String> sabotage;
    private Batch batch;
    private ExecutorService runner;

    /** @param sabotage is applied to generated sources: the fuzzer's own tests break them */
    Fuzzer(UnaryOperator<String> sabotage) {
        this.sabotage = sabotage;
        renew();
    }

    private void renew() {
        batch = new Batch(new BatchCompiler(sabotage));
        runner = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(null, work, "fuzzer", STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The programs of consecutive seeds: each is made by its own seed, alone or among others. */
    List<Batch.Verdict> judge(long firstSeed, int programs) {
        List<Program> generated = new ArrayList<>();
        for (int i = 0; i < programs; i++) {
            generated.add(Program.generate(firstSeed + i, FEATURE));
        }
        return judge(generated);
    }

    /** If it takes for ever the programs are run in halves, down to the one that hangs. */
    private List<Batch.Verdict> judge(List<Program> programs) {
        Batch present = batch;
        List<Batch.Verdict> verdicts = within(PATIENCE_SECONDS, () -> present.judge(programs));
        if (verdicts != null) {
            return verdicts;
        }
        if (programs.size() == 1) {
            Failure hangs = Failure.of(Failure.Kind.HANGS, "no end after " + PATIENCE_SECONDS + " seconds");
            return List.of(Batch.Verdict.failed(programs.get(0), hangs, "(not known)"));
        }
        int half = programs.size() / 2;
        List<Batch.Verdict> all = new ArrayList<>(judge(programs.subList(0, half)));
        all.addAll(judge(programs.subList(half, programs.size())));
        return all;
    }

    /** A smaller program that fails alike; the same one if that takes for ever. */
    Batch.Verdict shrink(Batch.Verdict failed) {
        if (failed.failure().kind() == Failure.Kind.HANGS) {
            return failed;
        }
        Shrinker shrinker = new Shrinker(batch);
        Batch.Verdict shrunk = within(10 * PATIENCE_SECONDS, () -> shrinker.shrink(failed));
        return shrunk == null ? failed : shrunk;
    }

    /** Null if the time is over; the thread is left behind then, with the compiler that it uses. */
    private <T> T within(long seconds, Callable<T> work) {
        Future<T> result = runner.submit(work);
        try {
            return result.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            renew();
            return null;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        runner.shutdown();
    }
}
