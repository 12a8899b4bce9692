package dev.asyncfn.sync;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;

/**
 * Where so many tasks wait for each other, again and again. tokio's {@code Barrier}; the JDK's {@code CyclicBarrier}. Thread-safe.
 *
 * <p>A task has arrived once its future was polled for the first time. When the last one has arrived, all go on, and the barrier is as new.
 * Unlike tokio's, a future that is dropped while it waits has not arrived.
 */
public final class Barrier {
    /** Guards the rest, too. */
    private final Waiters<Arrival> line = new Waiters<>();

    private final int parties;
    private int arrived;
    /** How often it has let tasks go on. */
    private long generation;

    /**
     * A barrier at which nobody has arrived.
     *
     * @param parties how many tasks wait for each other; 1 waits for nobody
     * @throws IllegalArgumentException if it is not positive
     */
    public Barrier(int parties) {
        if (parties < 1) {
            throw new IllegalArgumentException("a barrier for " + parties);
        }
        this.parties = parties;
    }

    /**
     * Waits for the others. tokio's {@code wait}.
     *
     * @return a future whose value is true for one of them, the last to arrive, which may do what is to be done once; false for the others
     */
    public Future<Boolean> arrive() {
        return new Arrival(this);
    }

    private static final class Arrival extends Waiter<Boolean> {
        private static final long NOT_ARRIVED = -1;

        private final Barrier barrier;
        /** That in which it has arrived. Guarded by the lock, as is the other. */
        private long arrivedIn = NOT_ARRIVED;

        private boolean last;

        Arrival(Barrier barrier) {
            this.barrier = barrier;
        }

        @Override
        Waiters<?> line() {
            return barrier.line;
        }

        @Override
        String name() {
            return "Barrier.arrive";
        }

        @Override
        boolean isReady() {
            if (arrivedIn == NOT_ARRIVED) {
                arrivedIn = barrier.generation;
                barrier.arrived++;
                if (barrier.arrived == barrier.parties) {
                    last = true;
                    barrier.arrived = 0;
                    barrier.generation++;
                }
            }
            return barrier.generation != arrivedIn;
        }

        @Override
        Poll<Boolean> complete(WakeList woken) {
            Poll<Boolean> outcome = Poll.ready(last);
            if (last) {
                barrier.line.wakeAll(woken);
            }
            return outcome;
        }

        @Override
        void abandon(WakeList woken) {
            if (last) {
                barrier.line.wakeAll(woken); // the others go on nevertheless
            } else if (arrivedIn == barrier.generation) {
                barrier.arrived--;
            }
        }
    }
}
