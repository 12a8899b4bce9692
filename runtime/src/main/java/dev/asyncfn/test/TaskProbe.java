package dev.asyncfn.test;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Waker;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands for a task in a test: polls futures by hand, with a waker that counts its uses. The counting waker of Rust's
 * {@code futures-test}, and {@code tokio_test::task}. The counts are thread-safe.
 *
 * <p>With it, a test can check what an executor does not show: that a future wakes exactly when it should, and releases every waker that it
 * has kept.
 *
 * <pre>{@code
 * @Test
 * void theNextInLineIsWokenByTheGuard() throws Exception {
 *     Mutex<Integer> mutex = new Mutex<>(0);
 *     Mutex.Guard<Integer> guard = mutex.tryLock().orElseThrow();
 *     TaskProbe task = new TaskProbe();
 *     Future<Mutex.Guard<Integer>> next = mutex.lock();
 *     assertTrue(task.poll(next).isPending());
 *     assertFalse(task.takeWoken());
 *     guard.close();
 *     assertTrue(task.takeWoken());
 *     assertTrue(task.poll(next).isReady());
 *     assertEquals(0, task.held());
 * }
 * }</pre>
 *
 * <p>Use one probe per task: two futures that are polled by the same probe share its waker. {@link TestExecutor} runs whole tasks.
 */
public final class TaskProbe {
    private static final RawWakerVTable VTABLE = new Counting();

    private final AtomicInteger wakes = new AtomicInteger();
    private final AtomicInteger clones = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger seen = new AtomicInteger();
    private final Waker waker = Waker.fromRaw(new RawWaker(this, VTABLE));

    /** A probe that has not been woken yet. */
    public TaskProbe() {}

    /**
     * The waker. The probe owns it: clone it to keep it, like that of a context.
     *
     * @return always the same waker, which must not be dropped or consumed
     */
    public Waker waker() {
        return waker;
    }

    /**
     * A new context with the waker, and with an unconstrained budget.
     *
     * @return a context for one poll
     */
    public Context context() {
        return Context.fromWaker(waker);
    }

    /**
     * Polls a future in a new {@link #context()}.
     *
     * @param <T> the type of the value
     * @param future borrowed: it still belongs to the test, which drops it
     * @return the result of the poll, unchanged
     * @throws Exception the exception of the poll
     */
    public <T> Poll<T> poll(Future<T> future) throws Exception {
        return future.poll(context());
    }

    /**
     * How often it was woken.
     *
     * @return the number since the probe was created; wakes are counted one by one, and do not coalesce
     */
    public int wakes() {
        return wakes.get();
    }

    /**
     * Whether it was woken since this was last asked.
     *
     * @return true once for any number of wakes; a wake from another thread may come right afterwards
     */
    public boolean takeWoken() {
        int now = wakes.get();
        return seen.getAndSet(now) != now;
    }

    /**
     * How many clones were made of the waker.
     *
     * @return the number since the probe was created, including those that are no longer held
     */
    public int clones() {
        return clones.get();
    }

    /**
     * How many clones are still held: neither consumed by {@code wake()} nor dropped. Negative if one was released twice.
     *
     * @return zero once the code under test has released everything
     */
    public int held() {
        return clones.get() - ended.get();
    }

    private static final class Counting implements RawWakerVTable {
        @Override
        public RawWaker clone(Object data) {
            ((TaskProbe) data).clones.incrementAndGet();
            return new RawWaker(data, this);
        }

        @Override
        public void wake(Object data) {
            drop(data); // first, so that a thread that sees the wake sees that the waker is released
            wakeByRef(data);
        }

        @Override
        public void wakeByRef(Object data) {
            ((TaskProbe) data).wakes.incrementAndGet();
        }

        @Override
        public void drop(Object data) {
            ((TaskProbe) data).ended.incrementAndGet();
        }
    }
}
