package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A program whose tasks fill the heap, and keep it full while they end; then it looks whether the executor has survived. */
final class FullHeap {
    private static final int TASKS = 12;
    /** As many as the executors have that have threads. */
    private static final int THREADS = 2;

    private static final Poll<Void> READY = Poll.ready(null);

    /** Memory that is held. */
    private static final class Block {
        final Block next;
        final byte[] bytes;

        Block(Block next, int size) {
            this.next = next;
            this.bytes = size == 0 ? null : new byte[size];
        }
    }

    private static volatile Block hoard;
    /** Whether a task has filled the heap since it had room. */
    private static volatile boolean isFull;

    private FullHeap() {}

    /** Fills the heap to the last byte, and throws what the JVM then throws. */
    private static void fill() {
        for (int size = 1 << 16; ; size /= 64) {
            try {
                for (; ; ) {
                    hoard = new Block(hoard, size);
                }
            } catch (OutOfMemoryError e) {
                if (size == 0) {
                    isFull = true;
                    throw e;
                }
            }
        }
    }

    /** Ends in one of four ways, all with a full heap. */
    private static final class Hog implements Future<Void> {
        private final int way;
        private int polls;

        Hog(int way) {
            this.way = way;
        }

        @Override
        public Poll<Void> poll(Context cx) {
            if (way == 3) {
                return Poll.pending(); // dropped by an abort
            }
            try {
                fill();
            } catch (OutOfMemoryError e) {
                if (way == 0) {
                    throw e;
                }
            }
            if (way == 1 && polls++ < 1) {
                cx.waker().wakeByRef();
                return Poll.pending();
            }
            return READY;
        }

        @Override
        public void drop() {
            if (way >= 2) {
                fill();
            }
        }
    }

    public static void main(String[] arguments) {
        AnyExecutor.Kind kind = AnyExecutor.Kind.valueOf(arguments[0]);
        AnyExecutor executor = kind.create(unheard -> {});
        finish(executor, executor.spawn(Future.ready(null))); // its threads have started
        JoinHandle<?>[] handles = new JoinHandle<?>[TASKS];
        Thread releaser = releaser();
        for (int i = 0; i < TASKS; i++) {
            handles[i] = spawn(executor, new Hog(i % 4));
        }
        for (int i = 3; i < TASKS; i += 4) {
            handles[i].abort();
        }
        int failed = 0;
        for (JoinHandle<?> handle : handles) {
            finish(executor, handle);
        }
        releaser.interrupt();
        hoard = null;
        for (JoinHandle<?> handle : handles) {
            failed += hasFailed(handle) ? 1 : 0;
        }
        goOn(executor, kind);
        executor.close();
        System.out.println("failed " + (failed >= TASKS / 4));
        System.out.println("ended");
    }

    /**
     * A heap that is full stays so for at most half a second, and then has room until it is full again. In one that is full for ever,
     * nothing can go on; and were it emptied before it is full, no task would end on a machine that is slow.
     */
    private static Thread releaser() {
        Thread thread = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(500_000_000);
                if (isFull) {
                    isFull = false;
                    hoard = null;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** The first tasks may fill the heap before the last are spawned. */
    private static JoinHandle<?> spawn(AnyExecutor executor, Hog hog) {
        for (; ; ) {
            try {
                return executor.spawn(hog);
            } catch (OutOfMemoryError e) {
                hoard = null;
            }
        }
    }

    private static void finish(AnyExecutor executor, JoinHandle<?> handle) {
        while (!handle.isFinished()) {
            try {
                executor.finish(handle);
            } catch (OutOfMemoryError e) { // of an executor that needs memory for a stay of this thread
                hoard = null;
            }
        }
    }

    private static boolean hasFailed(JoinHandle<?> handle) {
        try {
            return handle.poll(Context.fromWaker(dev.asyncfn.Waker.noop())).isPending();
        } catch (JoinException e) {
            return true;
        }
    }

    /** Ends only if all threads are alive: each of these tasks waits for the others within its poll. */
    private static void goOn(AnyExecutor executor, AnyExecutor.Kind kind) {
        boolean threads = kind.name().endsWith("THREADS");
        AtomicInteger arrived = new AtomicInteger();
        JoinHandle<?>[] handles = new JoinHandle<?>[THREADS];
        for (int i = 0; i < THREADS; i++) {
            handles[i] = executor.spawn(cx -> {
                arrived.incrementAndGet();
                while (threads && arrived.get() < THREADS) {
                    Thread.yield();
                }
                return READY;
            });
        }
        for (JoinHandle<?> handle : handles) {
            executor.finish(handle);
        }
    }
}
