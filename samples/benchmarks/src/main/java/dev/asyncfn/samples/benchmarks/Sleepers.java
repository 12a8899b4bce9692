package dev.asyncfn.samples.benchmarks;

import dev.asyncfn.executor.LocalPool;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What a sleeping task costs: CPU from its start to its end, and heap in between. Arguments: contender, count, how long the shortest sleeps in
 * milliseconds; the others sleep up to a second longer.
 */
final class Sleepers {
    private static final int SPREAD = 1_000;
    private static final long NANOS = 1_000_000;

    private Sleepers() {}

    public static void main(String[] args) throws InterruptedException {
        int count = Integer.parseInt(args[1]);
        long least = Long.parseLong(args[2]);
        long heap = Fork.heap();
        long start = Fork.cpu();
        double[] measured = new double[2];
        Thread meter = new Thread(() -> look(least, heap, measured));
        meter.start();
        sleep(args[0], count, least);
        meter.join();
        Fork.answer((Fork.cpu() - start - measured[0]) / count, measured[1] / count);
        Runtime.getRuntime().halt(0);
    }

    /** While all sleep; what the collector needs for that is not theirs. */
    private static void look(long least, long heap, double[] measured) {
        try {
            Thread.sleep(least * 3 / 4);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        long start = Fork.cpu();
        measured[1] = Fork.heap() - heap;
        measured[0] = Fork.cpu() - start;
    }

    private static void sleep(String contender, int count, long least) throws InterruptedException {
        switch (contender) {
            case "asyncfn" -> {
                LocalPool pool = new LocalPool();
                for (int i = 0; i < count; i++) {
                    pool.spawn(TasksAsync.sleeper((least + i % SPREAD) * NANOS));
                }
                pool.run();
            }
            case "kotlin" -> KotlinTasks.sleepers(count, least, SPREAD);
            case "stages" -> {
                CompletableFuture<?>[] all = new CompletableFuture<?>[count];
                for (int i = 0; i < count; i++) {
                    all[i] = new CompletableFuture<Integer>()
                            .completeOnTimeout(1, least + i % SPREAD, TimeUnit.MILLISECONDS);
                }
                CompletableFuture.allOf(all).join();
            }
            default -> virtual(count, least);
        }
    }

    private static void virtual(int count, long least) throws InterruptedException {
        CountDownLatch awake = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            long millis = least + i % SPREAD;
            VirtualThreads.start(() -> {
                try {
                    Thread.sleep(millis);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                awake.countDown();
            });
        }
        awake.await();
    }
}
