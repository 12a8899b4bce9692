package dev.asyncfn.executor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.LongAdder;

/**
 * What one thread counts of its work: only that thread writes, without a fence, and any may read, which sees each number whole and not much
 * late.
 */
class Meter {
    private static final VarHandle POLLS;
    private static final VarHandle WAITED;
    private static final VarHandle WAITING;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            POLLS = lookup.findVarHandle(Meter.class, "polls", long.class);
            WAITED = lookup.findVarHandle(Meter.class, "waited", long.class);
            WAITING = lookup.findVarHandle(Meter.class, "waitingSince", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** What several threads count, one poll after the other: for executors that have more to do for each than this costs. */
    static final class Shared extends Meter {
        private final LongAdder all = new LongAdder();

        @Override
        void countPoll() {
            try {
                all.increment();
            } catch (Throwable noMemory) { // for its cells
                return; // the poll matters more
            }
        }

        @Override
        long polls() {
            return all.sum();
        }
    }

    private long turns;
    private long polls;
    /** How long it has waited for tasks, in nanoseconds, without the present wait. */
    private long waited;
    /** As of {@link System#nanoTime()}; 0 if it does not wait. */
    private long waitingSince;

    /** A task has its turn, to be polled or dropped. */
    void countTurn() {
        turns++;
    }

    /** How often that was. Only for the thread that counts. */
    long turns() {
        return turns;
    }

    /** A task is polled in its turn. */
    void countPoll() {
        POLLS.setOpaque(this, polls + 1);
    }

    void beginWait() {
        WAITING.setOpaque(this, notZero(System.nanoTime()));
    }

    void endWait() {
        WAITED.setOpaque(this, waited + System.nanoTime() - waitingSince);
        WAITING.setRelease(this, 0L);
    }

    private static long notZero(long nanos) {
        return nanos == 0 ? 1 : nanos;
    }

    long polls() {
        return (long) POLLS.getOpaque(this);
    }

    /** How long it has waited until {@code now}: if it ends the present wait at this moment, perhaps as long as if it had not begun that. */
    long waited(long now) {
        long since = (long) WAITING.getAcquire(this);
        long before = (long) WAITED.getOpaque(this);
        return before + (since == 0 ? 0 : Math.max(0, now - since));
    }
}
