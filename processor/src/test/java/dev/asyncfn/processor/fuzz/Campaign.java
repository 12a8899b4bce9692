package dev.asyncfn.processor.fuzz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Runs the programs of many consecutive seeds on some threads. Thread-safe. */
final class Campaign {
    /** One that javac rejects makes all of its batch be compiled again. */
    private static final int AT_ONCE = 40;
    /** After that many failures there is no need for more. */
    private static final int MOST_FAILURES = 500;

    private final long firstSeed;
    private final long programs;
    private final UnaryOperator<String> sabotage;
    private final Consumer<String> progress;
    private final AtomicLong next = new AtomicLong();
    private final List<Batch.Verdict> invalid = new ArrayList<>();
    private final List<Batch.Verdict> failures = new ArrayList<>();
    private final long start = System.nanoTime();
    private long judged;
    private long suspended;
    private long drops;
    private long comparedDrops;
    private RuntimeException broken;

    Campaign(long firstSeed, long programs, UnaryOperator<String> sabotage, Consumer<String> progress) {
        this.firstSeed = firstSeed;
        this.programs = programs;
        this.sabotage = sabotage;
        this.progress = progress;
    }

    /** @param count of threads */
    Campaign run(int count) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(this::work);
            threads.add(thread);
            thread.start();
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (broken != null) {
            throw broken;
        }
        return this;
    }

    private void work() {
        try (Fuzzer fuzzer = Fuzzer.ofNewestLanguage(sabotage)) {
            long from = next.getAndAdd(AT_ONCE);
            while (from < programs && goesOn()) {
                int some = (int) Math.min(AT_ONCE, programs - from);
                add(fuzzer.judge(firstSeed + from, some));
                from = next.getAndAdd(AT_ONCE);
            }
        } catch (RuntimeException e) {
            stop(e);
        }
    }

    private synchronized void stop(RuntimeException e) {
        broken = e;
    }

    private synchronized boolean goesOn() {
        return broken == null && failures.size() < MOST_FAILURES;
    }

    private synchronized void add(List<Batch.Verdict> verdicts) {
        for (Batch.Verdict verdict : verdicts) {
            judged++;
            suspended += verdict.drops() > 0 ? 1 : 0;
            drops += verdict.drops();
            comparedDrops += verdict.comparedDrops();
            if (!verdict.valid()) {
                invalid.add(verdict);
                progress.accept("seed " + verdict.program().seed() + " is invalid: "
                        + verdict.invalidity().lines().findFirst().orElse(""));
            } else if (verdict.fails()) {
                failures.add(verdict);
                progress.accept("seed " + verdict.program().seed() + ": "
                        + verdict.failure().signature());
            }
        }
        if (judged % (25 * AT_ONCE) == 0) {
            progress.accept(summary());
        }
    }

    synchronized String summary() {
        double seconds = (System.nanoTime() - start) / 1e9;
        return String.format(
                java.util.Locale.ROOT,
                "%d programs, %d of them suspend, %d drops, %d of them compared, %d programs invalid, %d failures, %.1f programs/s",
                judged,
                suspended,
                drops,
                comparedDrops,
                invalid.size(),
                failures.size(),
                judged / seconds);
    }

    synchronized List<Batch.Verdict> invalid() {
        return List.copyOf(invalid);
    }

    synchronized List<Batch.Verdict> failures() {
        return List.copyOf(failures);
    }

    /** The shortest program of each way to fail, shrunk; only the first few of them. */
    List<String> report(int most) {
        Map<String, Batch.Verdict> shortest = new TreeMap<>();
        for (Batch.Verdict failed : failures()) {
            shortest.merge(
                    failed.failure().signature(),
                    failed,
                    (one, other) -> Comparator.<Batch.Verdict>comparingInt(
                                                    v -> v.program().size())
                                            .compare(one, other)
                                    <= 0
                            ? one
                            : other);
        }
        try (Fuzzer fuzzer = Fuzzer.ofNewestLanguage(sabotage)) {
            return shortest.values().stream()
                    .limit(most)
                    .map(failed -> fuzzer.shrink(failed).describe())
                    .toList();
        }
    }
}
