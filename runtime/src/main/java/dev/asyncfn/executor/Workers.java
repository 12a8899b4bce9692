package dev.asyncfn.executor;

import dev.asyncfn.Enter;
import dev.asyncfn.Future;
import dev.asyncfn.thread.Drivers;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;

/**
 * The threads of a {@link ThreadPool} that has its own: all take tasks from one queue, and they end once the pool was shut down and its
 * last task has finished.
 */
final class Workers extends Scheduler {
    static {
        Workers rehearsed = new Workers(0, work -> null, Rehearsal.DEAF);
        Injector.Seat seat = new Injector.Seat(new Meter());
        Rehearsal.on(new Rehearsal.Stage() {
            @Override
            public <T> Task<T> spawn(Future<T> future) {
                return rehearsed.spawn(future);
            }

            @Override
            public void run() {
                if (!rehearsed.injector.isEmpty()) {
                    Meter meter = new Meter();
                    meter.beginWait();
                    meter.endWait();
                    rehearsed.runNext(seat, meter);
                }
            }
        });
    }

    private final Injector injector = new Injector();
    private final Thread[] threads;
    /** Of each thread, what it counts. */
    private final Meter[] meters;

    private final long madeAt = System.nanoTime();

    /**
     * Makes the threads, and starts none.
     *
     * @throws NullPointerException if the factory returns null
     */
    Workers(int count, ThreadFactory factory, UncaughtTaskHandler uncaught) {
        super(uncaught);
        threads = new Thread[count];
        meters = new Meter[count];
        for (int i = 0; i < count; i++) {
            Meter meter = new Meter();
            meters[i] = meter;
            threads[i] =
                    Objects.requireNonNull(factory.newThread(() -> work(meter)), "the thread factory returned null");
        }
    }

    /** Starts the threads. If one cannot be started, this rethrows the exception, and the started ones end. */
    void start() {
        try {
            for (Thread thread : threads) {
                thread.start();
            }
        } catch (Throwable thrown) {
            terminated(); // or those that did start would wait forever
            throw thrown;
        }
    }

    @Override
    void schedule(Task<?> task) {
        injector.push(task);
    }

    /** Nothing ends a thread before the pool ends: what is thrown outside a poll, such as an OutOfMemoryError, is reported. */
    private void work(Meter meter) {
        Stay stay = null;
        Throwable unexpected = null;
        boolean going = true;
        while (going) {
            try {
                if (stay == null) {
                    stay = new Stay(Enter.enter("a ThreadPool"), new Injector.Seat(meter));
                }
                going = runNext(stay.seat, meter);
            } catch (Throwable thrown) {
                unexpected = thrown;
            }
            if (unexpected != null) {
                tryToReport(unexpected);
                unexpected = null;
            }
        }
        leave(stay.entered);
    }

    /** What a thread needs in the pool. */
    private record Stay(Enter entered, Injector.Seat seat) {}

    /**
     * Waits for a task and runs it. A method of its own, as a variable of the loop would keep a finished task from being collected while
     * the thread waits for the next.
     *
     * @return false if no more tasks will come
     */
    private boolean runNext(Injector.Seat seat, Meter meter) {
        if (meter.polls() % Drivers.INTERVAL == 0) {
            Drivers.poll();
        }
        Task<?> task = injector.take(seat);
        if (task == null) {
            return false;
        }
        Thread.interrupted(); // the interrupt was meant for an earlier task, not this one
        meter.countPoll();
        task.runOnce();
        return true;
    }

    @Override
    ExecutorMetrics metrics() {
        int alive = 0;
        long polls = 0;
        long busy = 0;
        long now = System.nanoTime();
        for (int i = 0; i < threads.length; i++) {
            polls += meters[i].polls();
            if (threads[i].isAlive()) {
                alive++;
                busy += now - madeAt - meters[i].waited(now);
            }
        }
        return metrics(alive, injector.size(), polls, busy);
    }

    /** Lets the threads end, once the queue is empty. */
    @Override
    void terminated() {
        injector.close();
    }

    @Override
    boolean isTerminated() {
        return super.isTerminated() && Arrays.stream(threads).noneMatch(Thread::isAlive);
    }

    @Override
    boolean await(boolean terminated, long nanos) throws InterruptedException {
        long start = System.nanoTime();
        return super.await(terminated, nanos) && (!terminated || join(nanos - (System.nanoTime() - start)));
    }

    /** Waits for the threads to end, at most for {@code nanos}, and returns whether they have. */
    private boolean join(long nanos) throws InterruptedException {
        long start = System.nanoTime();
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                long left = nanos - (System.nanoTime() - start);
                if (left <= 0) {
                    return false;
                }
                thread.join(left / 1_000_000, (int) (left % 1_000_000));
            }
        }
        return true;
    }
}
