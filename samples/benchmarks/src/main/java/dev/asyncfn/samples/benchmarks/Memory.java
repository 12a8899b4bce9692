package dev.asyncfn.samples.benchmarks;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.LocalPool;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jol.info.GraphLayout;

/** How much heap a suspended task keeps: all of it, less that of the leaf, which is the benchmark's. Arguments: contender, depth, count. */
final class Memory {
    private static volatile int calls;

    private Memory() {}

    public static void main(String[] args) throws InterruptedException {
        int depth = Integer.parseInt(args[1]);
        int count = Integer.parseInt(args[2]);
        warmUp(depth);
        Object[] leaves = new Object[count];
        Object[] tasks = new Object[count];
        long before = Fork.heap();
        Runnable then = () -> {
            Fork.answer((Fork.heap() - before) / (double) count);
            Runtime.getRuntime().halt(0);
        };
        switch (args[0]) {
            case "asyncfn", "hand" -> suspend(args[0].equals("hand"), depth, leaves, tasks);
            case "kotlin" -> KotlinTasks.suspendMany(depth, leaves, tasks, then);
            case "stages" -> chain(depth, leaves, tasks);
            default -> park(depth, tasks);
        }
        then.run();
    }

    /** Everything is loaded before the heap is looked at. */
    private static void warmUp(int depth) {
        suspend(false, depth, new Object[1], new Object[1]);
        suspend(true, depth, new Object[1], new Object[1]);
        chain(depth, new Object[1], new Object[1]);
        KotlinTasks.suspendMany(depth, new Object[1], new Object[1], () -> {});
    }

    private static Future<Integer> waits(boolean byHand, int depth, Future<Integer> leaf) {
        return byHand ? new ByHand.Waits(depth, leaf) : AwaitsAsync.waits(depth, leaf);
    }

    private static void suspend(boolean byHand, int depth, Object[] leaves, Object[] tasks) {
        LocalPool pool = new LocalPool();
        for (int i = 0; i < tasks.length; i++) {
            Parked leaf = new Parked();
            leaves[i] = leaf;
            tasks[i] = pool.spawn(waits(byHand, depth, leaf));
        }
        pool.runUntilStalled();
    }

    private static void chain(int depth, Object[] leaves, Object[] tasks) {
        for (int i = 0; i < tasks.length; i++) {
            CompletableFuture<Integer> stage = new CompletableFuture<>();
            leaves[i] = stage;
            for (int d = 0; d < depth; d++) {
                stage = stage.thenApply(x -> x + 1);
            }
            tasks[i] = stage;
        }
    }

    private static void park(int depth, Object[] tasks) throws InterruptedException {
        for (int i = 0; i < tasks.length; i++) {
            tasks[i] = VirtualThreads.start(() -> parkAt(depth));
        }
        for (Object task : tasks) {
            while (((Thread) task).getState() != Thread.State.WAITING) {
                Thread.sleep(1);
            }
        }
    }

    private static void parkAt(int depth) {
        if (depth == 1) {
            LockSupport.park();
        } else {
            parkAt(depth - 1);
            calls++;
        }
    }

    /** The future alone, without a task, by JOL's own count: what a second one adds, less its leaf. */
    static long ofFuture(boolean byHand, int depth) throws Exception {
        Parked leaf = new Parked();
        Future<Integer> one = suspended(byHand, depth, new Parked());
        Future<Integer> other = suspended(byHand, depth, leaf);
        return GraphLayout.parseInstance(one, other).totalSize()
                - GraphLayout.parseInstance(one).totalSize()
                - GraphLayout.parseInstance(leaf).totalSize();
    }

    private static Future<Integer> suspended(boolean byHand, int depth, Parked leaf) throws Exception {
        Future<Integer> future = waits(byHand, depth, leaf);
        future.poll(Context.fromWaker(Waker.noop()));
        leaf.waker = null;
        return future;
    }

    private static final class Parked implements Future<Integer> {
        private Waker waker;

        @Override
        public Poll<Integer> poll(Context cx) {
            waker = cx.waker().clone();
            return Poll.pending();
        }
    }
}
