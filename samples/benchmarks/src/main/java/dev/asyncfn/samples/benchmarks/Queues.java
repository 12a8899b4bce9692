package dev.asyncfn.samples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** The same with threads, of either kind, and the queues of the JDK. */
final class Queues {
    private Queues() {}

    static ExecutorService thread() {
        return threads(1);
    }

    static ExecutorService threads(int count) {
        return Executors.newFixedThreadPool(count, body -> {
            Thread thread = new Thread(body);
            thread.setDaemon(true);
            return thread;
        });
    }

    static Thread start(Runnable body) {
        Thread thread = new Thread(body);
        thread.start();
        return thread;
    }

    private interface Body {
        void run() throws InterruptedException;
    }

    private static Runnable body(Body body) {
        return () -> {
            try {
                body.run();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        };
    }

    static void pingPong(Function<Runnable, Thread> start, int n) throws InterruptedException {
        BlockingQueue<Integer> there = new ArrayBlockingQueue<>(1);
        BlockingQueue<Integer> back = new ArrayBlockingQueue<>(1);
        Thread pong = start.apply(body(() -> {
            for (int i = 0; i < n; i++) {
                back.put(there.take());
            }
        }));
        Thread ping = start.apply(body(() -> {
            for (int i = 0; i < n; i++) {
                there.put(i);
                back.take();
            }
        }));
        ping.join();
        pong.join();
    }

    static Object runAll(ExecutorService threads, int count, Runnable body) throws Exception {
        List<Future<?>> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(threads.submit(body));
        }
        for (Future<?> one : all) {
            one.get();
        }
        return all;
    }

    static Object sendAndReceive(ExecutorService threads, int capacity, int n) throws Exception {
        BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(capacity);
        threads.execute(body(() -> {
            for (int i = 0; i < n; i++) {
                queue.put(i);
            }
        }));
        Future<Integer> received = threads.submit(() -> {
            int sum = 0;
            for (int i = 0; i < n; i++) {
                sum += queue.take();
            }
            return sum;
        });
        return received.get();
    }

    /** One thread that fills the queue and empties it. */
    static Object sameThread(int capacity, int n) {
        BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(capacity);
        int sum = 0;
        for (int i = 0; i < n; ) {
            while (i < n && queue.offer(i)) {
                i++;
            }
            for (Integer value = queue.poll(); value != null; value = queue.poll()) {
                sum += value;
            }
        }
        return sum;
    }
}
