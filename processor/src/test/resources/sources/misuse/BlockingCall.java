package misuse;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** What parks the thread that polls. */
final class BlockingCall {
    static final class MyFuture extends CompletableFuture<Integer> {
        @Override
        public Integer get() {
            return getNow(1);
        }
    }

    @AsyncFn
    void load(CompletableFuture<Integer> f, MyFuture mine, CountDownLatch latch) throws Exception {
        Thread.sleep(10);
        f.join();
        f.get();
        mine.get();
        latch.await();
        new ArrayBlockingQueue<Integer>(1).take();
        synchronized (this) {
            wait();
        }
        Async.blockOn(Future.ready(1));
        Executors.newCachedThreadPool().execute(() -> f.join());
        f.getNow(1);
    }

    /** With a time they wait, without one they do not. */
    @AsyncFn
    static boolean timed(java.util.concurrent.BlockingQueue<String> queue, java.util.concurrent.locks.Lock lock)
            throws InterruptedException {
        String now = queue.poll();
        String later = queue.poll(1, java.util.concurrent.TimeUnit.SECONDS);
        return lock.tryLock() | lock.tryLock(1, java.util.concurrent.TimeUnit.SECONDS) | queue.offer(now + later);
    }
}
