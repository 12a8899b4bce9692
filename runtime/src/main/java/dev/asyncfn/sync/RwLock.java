package dev.asyncfn.sync;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import java.util.Optional;

/**
 * A lock for many readers or one writer. tokio's {@code RwLock}. Thread-safe.
 *
 * <p>Readers and writers wait in one line, first come, first served: a reader that comes while a writer waits goes behind it, so that
 * readers cannot keep a writer out forever. For the same reason, a task that holds a read guard must not wait for another one. If a
 * waiting writer is dropped, the readers behind it are let in. As with {@link Mutex}, the lock belongs to the guard.
 *
 * @param <T> the type of the value that it guards
 */
public final class RwLock<T> {
    /** How many may read at the same time, by default. */
    public static final int MAX_READERS = Integer.MAX_VALUE >> 2;

    /** One for each reader; a writer takes all. */
    private final Permits permits;

    private final int maxReaders;
    /** Owned by the holder of all permits; may be read by the holder of one. */
    private T value;

    /** A lock that guards something outside it; its own value is null. */
    public RwLock() {
        this(null);
    }

    /**
     * A lock that guards a value.
     *
     * @param value may be null
     */
    public RwLock(T value) {
        this(value, MAX_READERS);
    }

    /**
     * A lock with a limit on simultaneous readers. tokio's {@code with_max_readers}.
     *
     * @param value may be null
     * @param maxReaders how many read guards there can be at the same time; a further reader waits like one behind a writer
     * @throws IllegalArgumentException if {@code maxReaders} is not positive, or is more than {@link #MAX_READERS}
     */
    public RwLock(T value, int maxReaders) {
        if (maxReaders <= 0 || maxReaders > MAX_READERS) {
            throw new IllegalArgumentException("a RwLock cannot have " + maxReaders + " readers");
        }
        this.value = value;
        this.maxReaders = maxReaders;
        this.permits = new Permits(maxReaders);
    }

    /**
     * Waits for permission to read.
     *
     * @return a future of the guard, which must be closed
     */
    public Future<ReadGuard<T>> read() {
        return new Read<>(this);
    }

    /**
     * Waits for permission to write.
     *
     * @return a future of the guard, which must be closed
     */
    public Future<WriteGuard<T>> write() {
        return new Write<>(this);
    }

    /**
     * The guard, if no task writes or waits. tokio's {@code try_read}.
     *
     * @return a guard, which must be closed; or empty, also if {@code maxReaders} are reading
     */
    public Optional<ReadGuard<T>> tryRead() {
        if (!permits.isEnough(1)) {
            return Optional.empty();
        }
        Optional<ReadGuard<T>> guard = Optional.of(new ReadGuard<>(this)); // first: without memory, nothing is taken
        return permits.tryTake(1) ? guard : Optional.empty();
    }

    /**
     * The guard, if no task reads, writes or waits. tokio's {@code try_write}.
     *
     * @return a guard, which must be closed; or empty
     */
    public Optional<WriteGuard<T>> tryWrite() {
        if (!permits.isEnough(maxReaders)) {
            return Optional.empty();
        }
        Optional<WriteGuard<T>> guard = Optional.of(new WriteGuard<>(this));
        return permits.tryTake(maxReaders) ? guard : Optional.empty();
    }

    /**
     * As {@link #read()}, but blocks the thread. tokio's {@code blocking_read}.
     *
     * @return the guard, which must be closed
     * @throws IllegalStateException on a thread that runs an executor
     */
    public ReadGuard<T> blockingRead() {
        return Async.blockOn(read());
    }

    /**
     * As {@link #write()}, but blocks the thread. tokio's {@code blocking_write}.
     *
     * @return the guard, which must be closed
     * @throws IllegalStateException on a thread that runs an executor
     */
    public WriteGuard<T> blockingWrite() {
        return Async.blockOn(write());
    }

    /**
     * May read until it is closed. tokio's {@code RwLockReadGuard}.
     *
     * @param <T> the type of the guarded value
     */
    public static final class ReadGuard<T> extends Lease implements AutoCloseable {
        private final RwLock<T> rwLock;

        private ReadGuard(RwLock<T> rwLock) {
            super(rwLock.permits, 1);
            this.rwLock = rwLock;
        }

        /**
         * The guarded value, which may be null. Others may be reading it at the same time.
         *
         * @return the value itself, not a copy
         * @throws IllegalStateException if the guard has been closed
         */
        public T get() {
            checkHeld("RwLock.ReadGuard");
            return rwLock.value;
        }

        /** Ends the reading. May be called again, and by any thread. */
        @Override
        public void close() {
            release();
        }
    }

    /**
     * May read and write until it is closed. tokio's {@code RwLockWriteGuard}.
     *
     * @param <T> the type of the guarded value
     */
    public static final class WriteGuard<T> extends Lease implements AutoCloseable {
        private final RwLock<T> rwLock;

        private WriteGuard(RwLock<T> rwLock) {
            super(rwLock.permits, rwLock.maxReaders);
            this.rwLock = rwLock;
        }

        /**
         * The guarded value, which may be null.
         *
         * @return the value itself, not a copy
         * @throws IllegalStateException if the guard has been closed
         */
        public T get() {
            checkHeld("RwLock.WriteGuard");
            return rwLock.value;
        }

        /**
         * Replaces the guarded value.
         *
         * @param value may be null
         * @throws IllegalStateException if the guard has been closed
         */
        public void set(T value) {
            checkHeld("RwLock.WriteGuard");
            rwLock.value = value;
        }

        /**
         * Keeps reading, and lets in the readers that are next in line; no writer gets in between. It closes this guard.
         *
         * @return a guard of the same lock, which must be closed instead of this one
         * @throws IllegalStateException if the guard has been closed
         */
        public ReadGuard<T> downgrade() {
            ReadGuard<T> reading = new ReadGuard<>(rwLock);
            releaseAllButOne("RwLock.WriteGuard");
            return reading;
        }

        /** Lets in the next in line. May be called again, and by any thread. */
        @Override
        public void close() {
            release();
        }
    }

    private static final class Read<T> extends AcquireGuard<ReadGuard<T>> {
        private final RwLock<T> rwLock;

        Read(RwLock<T> rwLock) {
            this.rwLock = rwLock;
        }

        @Override
        Permits permits() {
            return rwLock.permits;
        }

        @Override
        int count() {
            return 1;
        }

        @Override
        String name() {
            return "RwLock.read";
        }

        @Override
        ReadGuard<T> guard() {
            return new ReadGuard<>(rwLock);
        }
    }

    private static final class Write<T> extends AcquireGuard<WriteGuard<T>> {
        private final RwLock<T> rwLock;

        Write(RwLock<T> rwLock) {
            this.rwLock = rwLock;
        }

        @Override
        Permits permits() {
            return rwLock.permits;
        }

        @Override
        int count() {
            return rwLock.maxReaders;
        }

        @Override
        String name() {
            return "RwLock.write";
        }

        @Override
        WriteGuard<T> guard() {
            return new WriteGuard<>(rwLock);
        }
    }
}
