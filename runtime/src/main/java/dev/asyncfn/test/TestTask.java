package dev.asyncfn.test;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.failure.Description;
import dev.asyncfn.waker.Intermediary;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** The future of one task of a {@link TestExecutor}: watches its polls, and counts the wakers by which it could be woken. */
final class TestTask<T> implements Future<T>, Intermediary {
    private static final RawWakerVTable VTABLE = new Counting();

    final String name;
    private final Future<T> future;
    private final TestExecutor executor;
    /** Set right after the task was spawned. */
    JoinHandle<T> handle;

    /** Clones of our waker that were neither consumed nor dropped. */
    private final AtomicInteger held = new AtomicInteger();

    private final AtomicInteger wakes = new AtomicInteger();
    private int polls;
    private boolean ended;
    /** Null if nobody listens. */
    private volatile Watch watch;
    /** The exception of a poll or of the drop, or null. */
    private Throwable failure;

    /** The waker of the task that runs this, which is always the same one. */
    private volatile Waker inner;

    private final Waker waker = Waker.fromRaw(new RawWaker(this, VTABLE));

    TestTask(String name, Future<T> future, TestExecutor executor) {
        this.name = name;
        this.future = future;
        this.executor = executor;
        OwnedFuture.claim(future, this);
    }

    /** From now on, passes on what happens. The listener may be null. */
    void watch(Consumer<TraceEvent> events, IntSupplier numbers) {
        if (events != null) {
            watch = new Watch(name, future, numbers, events);
            watch.created();
        }
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        inner = cx.waker();
        polls++;
        if (watch != null) {
            watch.polled();
        }
        int wakesBefore = wakes.get();
        String before = executor.acts(name);
        try {
            Poll<T> poll = future.poll(cx.withWaker(waker));
            if (poll instanceof Poll.Ready<T> ready) {
                ready(ready.value());
            } else {
                if (watch != null) {
                    watch.pending();
                }
                pending("pending", wakesBefore);
            }
            return poll;
        } catch (Throwable thrown) {
            threw(thrown);
            throw thrown;
        } finally {
            executor.acts(before);
        }
    }

    private void ready(T value) {
        ended = true;
        if (watch != null) {
            watch.ready(value);
        }
        executor.polled(this, "ready"); // the value's text may differ from run to run
    }

    private void pending(String how, int wakesBefore) {
        executor.polled(this, how);
        if (held.get() <= 0 && wakes.get() == wakesBefore) {
            executor.lostWaker(this);
        }
    }

    private void threw(Throwable thrown) {
        Traced.restore(thrown, future);
        ended = true;
        failure = thrown;
        if (watch != null) {
            watch.threw(thrown);
        }
        executor.polled(this, "failed " + Description.of(thrown));
        executor.failed(thrown);
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        inner = cx.waker();
        int wakesBefore = wakes.get();
        tellDrop();
        String before = executor.acts(name);
        try {
            if (future.pollDrop(cx.withWaker(waker)).isPending()) {
                pending("cleaning up", wakesBefore);
                return Poll.pending();
            }
        } catch (Throwable thrown) {
            dropFailed(thrown);
            endDropped();
            throw thrown;
        } finally {
            executor.acts(before);
        }
        endDropped();
        return Poll.ready(null);
    }

    private void tellDrop() {
        if (watch != null) {
            watch.dropped();
        }
    }

    private void endDropped() {
        executor.polled(this, "dropped");
        ended = true;
        executor.ended(this);
    }

    private void dropFailed(Throwable thrown) {
        Traced.restore(thrown, future);
        if (watch != null) {
            watch.dropThrew(thrown);
        }
        if (failure == null) {
            failure = thrown;
        }
        executor.failed(thrown);
    }

    @Override
    public void drop() {
        if (!ended) {
            executor.polled(this, "dropped");
        }
        ended = true;
        tellDrop();
        String before = executor.acts(name);
        try {
            future.drop();
        } catch (Throwable thrown) {
            dropFailed(thrown);
            throw thrown;
        } finally {
            executor.acts(before);
            executor.ended(this);
        }
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return future.undelivered();
    }

    @Override
    public String toString() {
        return name;
    }

    int polls() {
        return polls;
    }

    int held() {
        return held.get();
    }

    private void held(int change) {
        held.addAndGet(change);
        executor.held(change);
    }

    Throwable failure() {
        return failure;
    }

    /** Whether the failure has ended a run, or the close, and so need not be reported again. */
    boolean wasTold() {
        return failure == null || failure instanceof AssertionError;
    }

    @Override
    public Waker behind() {
        return inner;
    }

    @Override
    public Future<?> within() {
        return future;
    }

    @Override
    public boolean isBeside(Object other) {
        return false; // it has its task for itself
    }

    /** The future of the task, to inspect its state. */
    Future<T> future() {
        return future;
    }

    private static final class Counting implements RawWakerVTable {
        @Override
        public RawWaker clone(Object data) {
            ((TestTask<?>) data).held(1);
            return new RawWaker(data, this);
        }

        @Override
        public void wake(Object data) {
            wakeByRef(data);
            drop(data); // afterwards, so that another thread that checks in the meantime does not take the waker for
            // lost
        }

        @Override
        public void wakeByRef(Object data) {
            TestTask<?> task = (TestTask<?>) data;
            task.wakes.incrementAndGet();
            Watch watch = task.watch;
            if (watch != null) {
                watch.woken(task.executor.actor());
            }
            task.inner.wakeByRef();
        }

        @Override
        public void drop(Object data) {
            ((TestTask<?>) data).held(-1);
        }

        @Override
        public boolean isAwaiting(Object data, Object awaited) {
            return ((TestTask<?>) data).isAwaiting(awaited);
        }

        @Override
        public String taskName(Object data) {
            return data.toString();
        }
    }
}
