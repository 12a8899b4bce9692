package dev.asyncfn.samples.desugaring;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Wake;
import dev.asyncfn.Waker;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An executor in fifty lines: a queue of tasks that are worth polling, and a waker that puts its task back into the queue.
 * Whichever leaf deep in a tree of futures is woken, the top-level task is queued: its poll finds the way down again.
 */
final class TinyExecutor {
    private final BlockingQueue<Task> ready = new LinkedBlockingQueue<>();
    private int unfinished;

    /** Adds a future as a task. It does not run yet. */
    void spawn(Future<?> future) {
        unfinished++;
        new Task(future).wake();
    }

    /** Polls ready tasks, and sleeps while there are none, until all have finished. */
    void run() throws Exception {
        while (unfinished > 0) {
            Task task = ready.take();
            task.queued.set(false); // before the poll, so that a wake during the poll is not lost
            if (task.poll()) {
                unfinished--;
            }
        }
    }

    private final class Task implements Wake {
        private final Future<?> future;
        private final Context cx = Context.fromWaker(Waker.from(this));
        private final AtomicBoolean queued = new AtomicBoolean();
        private boolean finished;

        Task(Future<?> future) {
            this.future = future;
        }

        /** Called by any thread. */
        @Override
        public void wake() {
            if (queued.compareAndSet(false, true)) {
                ready.add(this);
            }
        }

        /** True if this poll finished the task; a later wake then has no effect. */
        boolean poll() throws Exception {
            boolean finishes = !finished && future.poll(cx).isReady();
            finished |= finishes;
            return finishes;
        }
    }
}
