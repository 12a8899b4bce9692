package dev.asyncfn.bridge.pekko;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The turns of one actor as an executor: a job runs while the actor handles a message, so never beside the actor or another job. Jobs are
 * kept here, and the message says only that there are some; so none is lost with the mailbox when the actor stops.
 */
final class Turns implements Executor {
    /** How many jobs a turn runs before it lets other messages go first. */
    private static final int JOBS = 32;

    private final Queue<Runnable> jobs = new ConcurrentLinkedQueue<>();
    private final Runnable call;
    /** Whether the message is in the mailbox. */
    private final AtomicBoolean called = new AtomicBoolean();

    private volatile Thread current;
    private volatile boolean over;

    /** @param call sends the actor the message that has it call {@link #called} and {@link #run} */
    Turns(Runnable call) {
        this.call = call;
    }

    @Override
    public void execute(Runnable job) {
        jobs.add(job);
        if (over) {
            runLeft(); // after the look at the flag, or this job is among those that end has run
        } else if (!isCurrent()) {
            callOnce();
        }
    }

    private void callOnce() {
        if (called.compareAndSet(false, true)) {
            call.run();
        }
    }

    /** Whether the calling thread is in a turn of this actor. */
    boolean isCurrent() {
        return current == Thread.currentThread();
    }

    /** The message has been taken from the mailbox. */
    void called() {
        called.set(false);
    }

    /** Sends the message again if there are jobs: the last one may have been dropped, where the stash of the actor was full. */
    void callAgain() {
        called();
        if (!jobs.isEmpty()) {
            callOnce();
        }
    }

    /** Runs {@code first} and then jobs, in the calling thread, which handles a message of the actor. */
    void run(Runnable first) {
        current = Thread.currentThread();
        try {
            first.run();
            for (int left = JOBS; left > 0; left--) {
                Runnable job = jobs.poll();
                if (job == null) {
                    return;
                }
                job.run();
            }
        } finally {
            current = null;
        }
        if (!jobs.isEmpty()) {
            callOnce();
        }
    }

    /**
     * The actor has stopped: this is its last turn, in which {@code last} and all jobs run. From now on, each job is run at once by the
     * thread that submits it.
     */
    void end(Runnable last) {
        over = true;
        current = Thread.currentThread();
        try {
            last.run();
            runLeft();
        } finally {
            current = null;
        }
    }

    private synchronized void runLeft() {
        for (Runnable job = jobs.poll(); job != null; job = jobs.poll()) {
            job.run();
        }
    }
}
