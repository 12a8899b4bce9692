package lesson_12_executors;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;

/** You are the executor: each task waits until you say that a thread of the pool polls it, in whatever order. */
final class Executors {
    private Executors() {}

    @AsyncFn
    static int count(String name, int to) {
        for (int n = 1; n <= to; n++) {
            System.out.println("  " + name + " " + n);
            await(later("a moment"));
        }
        return to;
    }

    @AsyncFn
    static int sum(JoinHandle<Integer> first, JoinHandle<Integer> second) {
        return await(first) + await(second);
    }

    public static void main(String[] args) {
        try (ThreadPool pool = ThreadPool.of(2)) {
            JoinHandle<Integer> a = pool.spawn(ExecutorsAsync.count("a", 3));
            JoinHandle<Integer> b = pool.spawn(ExecutorsAsync.count("b", 2));
            System.out.println(Async.blockOn(ExecutorsAsync.sum(a, b)));
        }
    }
}
