package misuse;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Locks that are held while the fn is suspended, and some that are not. */
@SuppressWarnings("asyncfn:blocking_call")
final class LockAcrossAwait {
    private final Lock lock = new ReentrantLock();
    private final Lock other = new ReentrantLock();
    private final ReadWriteLock both = new ReentrantReadWriteLock();
    private final StampedLock stamped = new StampedLock();
    private int value;

    @AsyncFn
    void behindTheLock(CompletableFuture<Integer> f) {
        lock.lock();
        try {
            value++;
            value = await(f);
        } finally {
            lock.unlock();
        }
    }

    @AsyncFn
    void aroundTheLock(CompletableFuture<Integer> f) throws InterruptedException {
        try {
            this.lock.lockInterruptibly();
            if (value > 0) {
                value = await(f);
            }
        } finally {
            this.lock.unlock();
        }
    }

    @AsyncFn
    void withoutTry(CompletableFuture<Integer> f) {
        both.writeLock().lock();
        value = await(f);
        both.writeLock().unlock();
    }

    @AsyncFn
    void withStamps(CompletableFuture<Integer> f) {
        long stamp = stamped.writeLock();
        try {
            value = twice(f);
        } finally {
            stamped.unlockWrite(stamp);
        }
        stamp = stamped.readLock();
        try {
            value++;
        } catch (IllegalStateException e) {
            await(f);
        } finally {
            stamped.unlock(stamp);
        }
    }

    @AsyncFn
    int twice(CompletableFuture<Integer> f) {
        return 2 * await(f);
    }

    @AsyncFn
    @SuppressWarnings("asyncfn:lock_across_await")
    void silenced(CompletableFuture<Integer> f) {
        lock.lock();
        try {
            value = await(f);
        } finally {
            lock.unlock();
        }
    }

    @AsyncFn
    Future<Integer> fine(CompletableFuture<Integer> f) {
        lock.lock();
        try {
            value++;
        } finally {
            lock.unlock();
        }
        value = await(f);
        lock.lock();
        value++;
        lock.unlock();
        int n = await(f);
        lock.lock();
        try {
            value += n;
            return async(() -> await(f));
        } finally {
            lock.unlock();
        }
    }

    @AsyncFn
    void unlockedBefore(CompletableFuture<Integer> f) {
        lock.lock();
        try {
            value++;
            lock.unlock();
            value = await(f);
        } finally {
            if (value > 3) {
                lock.unlock();
            }
        }
        other.lock();
        if (value == 4) {
            other.unlock();
            await(f);
        } else {
            other.unlock();
        }
        await(f);
    }

    @AsyncFn
    void tried(CompletableFuture<Integer> f) throws InterruptedException {
        if (lock.tryLock()) {
            try {
                value = await(f);
            } finally {
                lock.unlock();
            }
        }
        if (!other.tryLock(1, java.util.concurrent.TimeUnit.SECONDS)) {
            await(f);
            return;
        }
        try {
            value = await(f);
        } finally {
            other.unlock();
        }
        boolean locked = lock.tryLock();
        try {
            value = twice(f);
        } finally {
            if (locked) {
                lock.unlock();
            }
        }
        if (!lock.tryLock()) {
            await(f);
        } else {
            value = await(f);
            lock.unlock();
        }
    }

    @AsyncFn
    void triedAndUnlocked(CompletableFuture<Integer> f) {
        if (lock.tryLock()) {
            value++;
            lock.unlock();
        } else {
            await(f);
        }
        if (!lock.tryLock()) {
            return;
        }
        lock.unlock();
        await(f);
    }

    @AsyncFn
    void inTheResources(CompletableFuture<AutoCloseable> f) throws Exception {
        lock.lock();
        try (AutoCloseable resource = await(f)) {
            value++;
        } finally {
            lock.unlock();
        }
    }

    @AsyncFn
    void inTheFinallyBeforeItIsUnlocked(CompletableFuture<Integer> f) {
        lock.lock();
        try {
            value++;
        } finally {
            await(f);
            lock.unlock();
        }
    }

    @AsyncFn
    void inTheFinallyAfterItIsUnlocked(CompletableFuture<Integer> f) {
        lock.lock();
        try {
            value++;
        } finally {
            lock.unlock();
            await(f);
        }
    }
}
