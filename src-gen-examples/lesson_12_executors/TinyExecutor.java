package lesson_12_executors;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Wake;
import dev.asyncfn.Waker;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** An executor in fifty lines: a queue of tasks, and wakers that put their task back into it. */
final class TinyExecutor {
    private final BlockingQueue<Task> ready = new LinkedBlockingQueue<>();
    private int unfinished;

    /** Makes a task of a future. It does not run yet. */
    void spawn(Future<?> future) {
        unfinished++;
        new Task(future).wake();
    }

    /** Polls tasks that are ready, and sleeps while there are none, until all have finished. */
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

        /** Any thread may call it. */
        @Override
        public void wake() {
            if (queued.compareAndSet(false, true)) {
                ready.add(this);
            }
        }

        /** Whether this poll has finished the task. */
        boolean poll() throws Exception {
            boolean finishes = !finished && future.poll(cx).isReady();
            finished |= finishes;
            return finishes;
        }
    }
}
