package dev.asyncfn.sync;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import java.util.Optional;

/**
 * A lock that is awaited instead of blocking a thread, and may be held across awaits. tokio's {@code Mutex}. Thread-safe.
 *
 * <pre>{@code
 * @AsyncFn
 * void deposit(Mutex<Account> account, int amount) {
 *     try (Mutex.Guard<Account> guard = await(account.lock())) {
 *         await(save(guard.get().plus(amount)));
 *     }
 * }
 * }</pre>
 *
 * <p>It is granted in the order in which {@link #lock()} futures were first polled. A future that is dropped leaves the line, or passes the
 * lock on if it was already granted. The lock belongs to the guard, not to a thread or a task: any thread may close the guard, and a
 * task that locks twice waits for itself forever. There is no poisoning.
 *
 * @param <T> the type of the value that it guards
 */
public final class Mutex<T> {
    private final Ownership ownership = new Ownership();
    /** Belongs to the guard. */
    private T value;

    /** A mutex that guards something outside it; its own value is null. */
    public Mutex() {
        this(null);
    }

    /**
     * A mutex that guards a value.
     *
     * @param value may be null
     */
    public Mutex(T value) {
        this.value = value;
    }

    /**
     * Waits for the lock.
     *
     * @return a future of the guard, which must be closed
     */
    public Future<Guard<T>> lock() {
        return new Lock<>(this);
    }

    /**
     * The guard, if the lock is free and no task waits for it. tokio's {@code try_lock}.
     *
     * @return a guard, which must be closed; or empty
     */
    public Optional<Guard<T>> tryLock() {
        for (long turn = ownership.free(); turn >= 0; turn = ownership.free()) {
            Optional<Guard<T>> guard = Optional.of(new Guard<>(this, turn));
            if (ownership.take(turn)) {
                return guard;
            }
        }
        return Optional.empty();
    }

    /**
     * As {@link #lock()}, but blocks the thread. tokio's {@code blocking_lock}.
     *
     * @return the guard, which must be closed
     * @throws IllegalStateException on a thread that runs an executor
     */
    public Guard<T> blockingLock() {
        return Async.blockOn(lock());
    }

    /**
     * Holds the lock until it is closed. tokio's {@code MutexGuard}.
     *
     * @param <T> the type of the guarded value
     */
    public static final class Guard<T> implements AutoCloseable {
        /** Null once it has been closed. */
        private Mutex<T> mutex;

        private final long turn;

        private Guard(Mutex<T> mutex, long turn) {
            this.mutex = mutex;
            this.turn = turn;
        }

        private Mutex<T> held() {
            if (mutex == null) {
                throw new IllegalStateException("this Mutex.Guard has been closed");
            }
            return mutex;
        }

        /**
         * The guarded value, which may be null. It must not be used once the guard is closed.
         *
         * @return the value itself, not a copy
         * @throws IllegalStateException if the guard has been closed
         */
        public T get() {
            return held().value;
        }

        /**
         * Replaces the guarded value.
         *
         * @param value may be null
         * @throws IllegalStateException if the guard has been closed
         */
        public void set(T value) {
            held().value = value;
        }

        /** Passes the lock to the next in line. May be called again, and by any thread. */
        @Override
        public void close() {
            Mutex<T> held = mutex;
            if (held != null) {
                mutex = null;
                held.ownership.give(turn); // which has an effect once, also if two threads come here
            }
        }
    }

    private static final class Lock<T> extends Ownership.Request<Guard<T>> {
        private final Mutex<T> mutex;

        Lock(Mutex<T> mutex) {
            this.mutex = mutex;
        }

        @Override
        Ownership ownership() {
            return mutex.ownership;
        }

        @Override
        String name() {
            return "Mutex.lock";
        }

        @Override
        Guard<T> guard(long turn) {
            return new Guard<>(mutex, turn);
        }
    }
}
