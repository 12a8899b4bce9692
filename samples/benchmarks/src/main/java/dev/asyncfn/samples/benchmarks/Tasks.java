package dev.asyncfn.samples.benchmarks;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.future.Futures;
import dev.asyncfn.sync.Mpsc;
import dev.asyncfn.sync.Mutex;
import dev.asyncfn.sync.Semaphore;
import dev.asyncfn.time.Sleep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The async fns of the rows with an executor. */
final class Tasks {
    private Tasks() {}

    @AsyncFn
    static int yields(int n) {
        for (int i = 0; i < n; i++) {
            await(Futures.yieldNow());
        }
        return n;
    }

    @AsyncFn
    static int yieldsAt(int d, int n) {
        if (d == 1) {
            return await(yields(n));
        }
        return await(yieldsAt(d - 1, n)) + 1;
    }

    @AsyncFn
    static int yieldOnce(int x) {
        await(Futures.yieldNow());
        return x;
    }

    @AsyncFn
    static int ping(Mpsc.Sender<Integer> out, Mpsc.Receiver<Integer> in, int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            await(out.send(i));
            sum += await(in.recv()).get();
        }
        return sum;
    }

    @AsyncFn
    static int pong(Mpsc.Sender<Integer> out, Mpsc.Receiver<Integer> in, int n) {
        for (int i = 0; i < n; i++) {
            Integer value = await(in.recv()).get();
            await(out.send(value));
        }
        return n;
    }

    @AsyncFn
    static int answer(int x) {
        return x + 1;
    }

    @AsyncFn
    static int spawnJoin(Spawner pool, int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            sum += await(pool.spawn(TasksAsync.answer(i)));
        }
        return sum;
    }

    @AsyncFn
    static long spawnMany(Spawner pool, int n) {
        List<JoinHandle<Integer>> all = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            all.add(pool.spawn(TasksAsync.answer(i)));
        }
        long sum = 0;
        for (JoinHandle<Integer> one : all) {
            sum += await(one);
        }
        return sum;
    }

    @AsyncFn
    static long skynet(Spawner pool, long number, int size) {
        if (size == 1) {
            return number;
        }
        int part = size / 10;
        List<JoinHandle<Long>> all = new ArrayList<>(10);
        for (int i = 0; i < 10; i++) {
            all.add(pool.spawn(TasksAsync.skynet(pool, number + (long) i * part, part)));
        }
        long sum = 0;
        for (JoinHandle<Long> one : all) {
            sum += await(one);
        }
        return sum;
    }

    @AsyncFn
    static int send(Mpsc.Sender<Integer> out, int n) {
        for (int i = 0; i < n; i++) {
            await(out.send(i));
        }
        return n;
    }

    @AsyncFn
    static int receive(Mpsc.Receiver<Integer> in, int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            sum += await(in.recv()).get();
        }
        return sum;
    }

    @AsyncFn
    static int lock(Mutex<int[]> mutex, int n) {
        for (int i = 0; i < n; i++) {
            try (Mutex.Guard<int[]> guard = await(mutex.lock())) {
                guard.get()[0]++;
            }
        }
        return n;
    }

    @AsyncFn
    static int acquire(Semaphore semaphore, int[] counter, int n) {
        for (int i = 0; i < n; i++) {
            try (Semaphore.Permit permit = await(semaphore.acquire())) {
                counter[0] += permit.count();
            }
        }
        return n;
    }

    @AsyncFn
    static void sleeper(long nanos) {
        await(Sleep.of(Duration.ofNanos(nanos)));
    }
}
