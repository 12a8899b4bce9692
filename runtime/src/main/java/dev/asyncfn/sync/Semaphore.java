package dev.asyncfn.sync;

import dev.asyncfn.Future;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.Optional;

/**
 * A number of permits that are awaited. tokio's {@code Semaphore}. Thread-safe.
 *
 * <p>Permits are granted in the order in which {@link #acquire()} futures were first polled, without overtaking: a request for many is
 * not passed by later requests for few. A future that is dropped leaves the line, or passes on permits that it was already granted.
 */
public final class Semaphore {
    /** The maximum number of permits, including those that are held. */
    public static final int MAX_PERMITS = Integer.MAX_VALUE;

    private final Permits permits;
    /**
     * Those that are available and those that are held: never more than the maximum, so that returning one never fails. Guarded by the lock of
     * the permits.
     */
    private int issued;

    /**
     * A semaphore with this many permits.
     *
     * @param permits may be zero, for permits that are added later
     * @throws IllegalArgumentException if it is negative
     */
    public Semaphore(int permits) {
        this.permits = new Permits(notNegative(permits));
        this.issued = permits;
    }

    private static int notNegative(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException(permits + " permits");
        }
        return permits;
    }

    /**
     * Waits for a permit. As {@link #acquireMany acquireMany(1)}.
     *
     * @return a future of the permit, which must be closed; it throws {@link ClosedException} if the semaphore is closed before
     */
    public Future<Permit> acquire() {
        return acquireMany(1);
    }

    /**
     * Waits for this many permits at once.
     *
     * @param permits zero waits for its turn as well; a number that there never will be waits forever, and so does the line behind it
     * @return a future of the permits, which must be closed; it throws {@link ClosedException} if the semaphore is closed before
     * @throws IllegalArgumentException if the number is negative
     */
    public Future<Permit> acquireMany(int permits) {
        return new Acquiring(this, notNegative(permits));
    }

    /**
     * As {@link #tryAcquireMany tryAcquireMany(1)}.
     *
     * @return a permit, which must be closed; or empty
     * @throws ClosedException if the semaphore has been closed
     */
    public Optional<Permit> tryAcquire() {
        return tryAcquireMany(1);
    }

    /**
     * This many permits, if they are available and no task is in line. tokio's {@code try_acquire_many}.
     *
     * @param permits may be zero
     * @return the permits, which must be closed; or empty
     * @throws ClosedException if the semaphore has been closed
     * @throws IllegalArgumentException if the number is negative
     */
    public Optional<Permit> tryAcquireMany(int permits) {
        notNegative(permits);
        if (this.permits.isEnough(permits)) {
            Optional<Permit> taken = Optional.of(new Permit(this, permits)); // first: without memory, nothing is taken
            if (this.permits.tryTake(permits)) {
                return taken;
            }
        }
        if (isClosed()) {
            throw closed();
        }
        return Optional.empty();
    }

    /**
     * How many permits could be acquired now, if no task is in line.
     *
     * @return a number that may be out of date as soon as it is returned
     */
    public int availablePermits() {
        return permits.available();
    }

    /**
     * Adds permits.
     *
     * @param permits how many more there are from now on; may be zero
     * @throws IllegalArgumentException if the number is negative, or there would be more than {@link #MAX_PERMITS}; nothing is added then
     */
    public void addPermits(int permits) {
        notNegative(permits);
        WakeList woken = new WakeList();
        synchronized (this.permits.lock) {
            if (permits > MAX_PERMITS - issued) {
                throw new IllegalArgumentException(
                        permits + " permits more than the " + issued + " that there are: more than " + MAX_PERMITS);
            }
            issued += permits;
            this.permits.release(permits, woken);
        }
        woken.wakeAll();
    }

    /**
     * Removes available permits from the semaphore, at most as many as given.
     *
     * @param permits the maximum; if fewer are available, all of them are removed, and held ones stay
     * @return how many were removed
     * @throws IllegalArgumentException if the number is negative
     */
    public int forgetPermits(int permits) {
        notNegative(permits);
        synchronized (this.permits.lock) {
            int forgotten = this.permits.forget(permits);
            issued -= forgotten;
            return forgotten;
        }
    }

    /** From now on no permit is granted, and waiting tasks are notified. Held permits stay valid. May be called again. */
    public void close() {
        WakeList woken = WakeList.toRelease();
        synchronized (this.permits.lock) {
            permits.close(woken);
        }
        woken.wakeAll();
    }

    /**
     * Whether it has been closed.
     *
     * @return true from then on
     */
    public boolean isClosed() {
        return permits.isClosed();
    }

    private static ClosedException closed() {
        return new ClosedException("the semaphore has been closed");
    }

    /** Permits that are held until this is closed. tokio's {@code SemaphorePermit}. Thread-safe. */
    public static final class Permit implements AutoCloseable {
        private static final int CLOSED = -1;
        private static final VarHandle COUNT;

        static {
            try {
                COUNT = MethodHandles.lookup().findVarHandle(Permit.class, "count", int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        private final Semaphore semaphore;
        /** How many it holds, which may be none, or {@link #CLOSED}. Read and changed as a volatile by the handle. */
        private int count;

        private Permit(Semaphore semaphore, int count) {
            this.semaphore = semaphore;
            this.count = count;
        }

        /**
         * How many permits it holds: none once it is closed. tokio's {@code num_permits}.
         *
         * @return a number that changes by {@link #split} and {@link #merge}
         */
        public int count() {
            return Math.max(current(), 0);
        }

        /**
         * Splits off this many permits, to be held by the result; empty if there are fewer.
         *
         * @param permits may be zero
         * @return a permit that must be closed separately; or empty
         * @throws IllegalArgumentException if the number is negative
         * @throws IllegalStateException if this has been closed or forgotten
         */
        public Optional<Permit> split(int permits) {
            notNegative(permits);
            for (; ; ) {
                int held = held();
                if (permits > held) {
                    return Optional.empty();
                }
                Optional<Permit> split = Optional.of(new Permit(semaphore, permits));
                if (COUNT.compareAndSet(this, held, held - permits)) {
                    return split;
                }
            }
        }

        /**
         * Takes over the permits of another one, which is then closed.
         *
         * @param other holds nothing afterwards, and need not be closed any more
         * @throws IllegalArgumentException if {@code other} is of another semaphore, or this very permit
         * @throws IllegalStateException if one of the two has been closed or forgotten
         */
        public void merge(Permit other) {
            Objects.requireNonNull(other, "other");
            if (other.semaphore != semaphore || other == this) {
                throw new IllegalArgumentException("only another permit of the same semaphore can be merged");
            }
            held();
            int added = other.end();
            if (added == CLOSED) {
                throw ended();
            }
            for (int held = current(); held != CLOSED; held = current()) {
                if (COUNT.compareAndSet(this, held, held + added)) {
                    return;
                }
            }
            semaphore.permits.give(added); // closed by another thread, which then came after the merge
        }

        /** Removes the permits from the semaphore: they are never returned. Does nothing if this has been closed. */
        public void forget() {
            synchronized (semaphore.permits.lock) {
                semaphore.issued -= Math.max(end(), 0);
            }
        }

        /** Returns the permits, to the next in line. May be called again, and by any thread. */
        @Override
        public void close() {
            int held = current() == CLOSED ? 0 : end();
            if (held > 0) {
                semaphore.permits.give(held);
            }
        }

        /** Closes it, and returns how many the caller has to give back, or {@link #CLOSED}. */
        private int end() {
            return (int) COUNT.getAndSet(this, CLOSED);
        }

        private int current() {
            return (int) COUNT.getVolatile(this);
        }

        private int held() {
            int held = current();
            if (held == CLOSED) {
                throw ended();
            }
            return held;
        }

        private static IllegalStateException ended() {
            return new IllegalStateException("this Semaphore.Permit has been closed");
        }
    }

    private static final class Acquiring extends AcquireGuard<Permit> {
        private final Semaphore semaphore;
        private final int count;

        Acquiring(Semaphore semaphore, int count) {
            this.semaphore = semaphore;
            this.count = count;
        }

        @Override
        Permits permits() {
            return semaphore.permits;
        }

        @Override
        int count() {
            return count;
        }

        @Override
        String name() {
            return count == 1 ? "Semaphore.acquire" : "Semaphore.acquireMany";
        }

        @Override
        Permit guard() {
            return new Permit(semaphore, count);
        }

        @Override
        RuntimeException refusal() {
            return closed();
        }
    }
}
