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
}
