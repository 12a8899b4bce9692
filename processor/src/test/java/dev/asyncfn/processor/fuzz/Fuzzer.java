package dev.asyncfn.processor.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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

/** Judges generated programs and shrinks those that fail. For one thread; what takes for ever is given up. */
final class Fuzzer implements AutoCloseable {
    private static final int NEWEST = Runtime.version().feature();
    /**
     * Of processor time, since the machine may be busy with other work. A program takes some milliseconds, and ends by
     * itself: only a compiler that hangs takes that long.
     */
    private static final long PATIENCE_SECONDS = 60;

    private static final int MORE_PATIENCE_FOR_A_SHRINKING = 10;
    /** That much longer if no processor time is used. */
    private static final int MORE_PATIENCE_WHEN_ASLEEP = 10;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** Deep expressions need more than the usual stack. */
    private static final long STACK_BYTES = 8L << 20;

    /** Work that took too long, or all memory. */
    private static final class GivenUp extends Exception {
        private static final long serialVersionUID = 1L;

        GivenUp(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    private final UnaryOperator<String> sabotage;
    private final int release;
    private Batch batch;
    private ExecutorService runner;
    private volatile Thread worker;

    /** Programs of the language of the JDK in use. */
    static Fuzzer ofNewestLanguage(UnaryOperator<String> sabotage) {
        return new Fuzzer(sabotage, NEWEST);
    }

    /**
     * @param sabotage is applied to generated sources: the fuzzer's own tests break them
     * @param release of the language: a seed makes another program for another one
     */
    Fuzzer(UnaryOperator<String> sabotage, int release) {
        this.sabotage = sabotage;
        this.release = release;
        renew();
    }

    private void renew() {
        batch = new Batch(new BatchCompiler(sabotage));
        runner = Executors.newSingleThreadExecutor(work -> {
            worker = new Thread(null, work, "fuzzer", STACK_BYTES);
            worker.setDaemon(true);
            return worker;
        });
    }

    /** The programs of consecutive seeds: each is made by its own seed, alone or among others. */
    List<Batch.Verdict> judge(long firstSeed, int programs) {
        List<Program> generated = new ArrayList<>();
        for (int i = 0; i < programs; i++) {
            generated.add(Program.generate(firstSeed + i, release));
        }
        return judge(generated);
    }

    /** If that is given up, the programs are judged in halves, down to the one that is at fault. */
    private List<Batch.Verdict> judge(List<Program> programs) {
        Batch present = batch;
        try {
            return within(PATIENCE_SECONDS, () -> present.judge(programs));
        } catch (GivenUp e) {
            if (programs.size() == 1) {
                Failure failure = Failure.of(Failure.Kind.COMPILES_FOR_EVER, e.getMessage());
                return List.of(Batch.Verdict.failed(programs.get(0), failure, "(not known)"));
            }
        }
        int half = programs.size() / 2;
        List<Batch.Verdict> all = new ArrayList<>(judge(programs.subList(0, half)));
        all.addAll(judge(programs.subList(half, programs.size())));
        return all;
    }

    /** A smaller program that fails alike; the same one if that is given up. */
    Batch.Verdict shrink(Batch.Verdict failed) {
        return shrink(failed, Shrinker.MOST_ROUNDS);
    }

    Batch.Verdict shrink(Batch.Verdict failed, int rounds) {
        if (failed.failure().kind() == Failure.Kind.COMPILES_FOR_EVER) {
            return failed;
        }
        Shrinker shrinker = new Shrinker(batch);
        try {
            return within(MORE_PATIENCE_FOR_A_SHRINKING * PATIENCE_SECONDS, () -> shrinker.shrink(failed, rounds));
        } catch (GivenUp e) {
            return failed;
        }
    }

    /** If the work is given up, its thread is left behind with the compiler that it uses. */
    private <T> T within(long seconds, Callable<T> work) throws GivenUp {
        Future<T> result = runner.submit(work);
        long start = processorSeconds();
        try {
            for (long waited = 0; waited < MORE_PATIENCE_WHEN_ASLEEP * seconds; waited++) {
                if (finishesWithinASecond(result)) {
                    return result.get();
                }
                if (processorSeconds() - start > seconds) {
                    break;
                }
            }
            renew();
            throw new GivenUp("no end after " + seconds + " seconds", null);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof VirtualMachineError error) {
                renew();
                throw new GivenUp(error.toString(), error);
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean finishesWithinASecond(Future<?> result) throws ExecutionException, InterruptedException {
        try {
            result.get(1, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private long processorSeconds() {
        return worker == null ? 0 : Math.max(0, THREADS.getThreadCpuTime(worker.getId())) / 1_000_000_000;
    }

    @Override
    public void close() {
        runner.shutdown();
    }
}
