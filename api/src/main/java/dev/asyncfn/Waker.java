package dev.asyncfn;

import java.util.Objects;

/**
 * Has one task polled again by the executor that runs it. Rust's {@code Waker}: a data object and a {@linkplain RawWakerVTable
 * vtable}. Immutable and thread-safe.
 *
 * <p>Wakes coalesce: any number of them leads to at least one poll that starts after the last of them. Waking a task that has finished
 * has no effect.
 *
 * <p>To keep a waker, clone it, and end each clone with exactly one {@link #wake()} or {@link #drop()}. Clones are often the same object,
 * so nothing checks this; the vtables of this library do not count references, but one written by hand may.
 */
public final class Waker {
    private static final Waker NOOP = new Waker(null, new Noop());

    private final Object data;
    private final RawWakerVTable vtable;

    private Waker(Object data, RawWakerVTable vtable) {
        this.data = data;
        this.vtable = vtable;
    }

    /**
     * A waker made of these two halves, which owns their share. Rust's {@code Waker::from_raw}.
     *
     * @param raw the data object and its functions
     * @return the waker
     */
    public static Waker fromRaw(RawWaker raw) {
        return new Waker(raw.data(), raw.vtable());
    }

    /**
     * A waker that runs {@code action} at each wake, in the thread that wakes. Clones are the same waker.
     *
     * @param action called by any thread; it must not block
     * @return a waker
     */
    public static Waker of(Runnable action) {
        return new Waker(Objects.requireNonNull(action, "action"), OfRunnable.VTABLE);
    }

    /**
     * A waker that calls {@code wake}. Clones are the same waker. Rust's {@code From<Arc<impl Wake>>}.
     *
     * @param wake called by any thread
     * @return a waker
     */
    public static Waker from(Wake wake) {
        return new Waker(Objects.requireNonNull(wake, "wake"), OfWake.VTABLE);
    }

    /**
     * The waker that does nothing, for polling by hand. Rust's {@code Waker::noop}.
     *
     * @return always the same waker
     */
    public static Waker noop() {
        return NOOP;
    }

    /** Has the task polled again, and consumes this waker. */
    public void wake() {
        vtable.wake(data);
    }

    /** Has the task polled again. */
    public void wakeByRef() {
        vtable.wakeByRef(data);
    }

    /** One more waker of the same task: this very object, if the vtable returns the same data and vtable. */
    @Override
    public Waker clone() {
        RawWaker raw = vtable.clone(data);
        return raw.data() == data && raw.vtable() == vtable ? this : fromRaw(raw);
    }

    /** Gives up this waker without waking. Rust's {@code Drop}. */
    public void drop() {
        vtable.drop(data);
    }

    /**
     * True if waking {@code other} does the same as waking this; false if that is not known.
     *
     * @param other the waker to compare with
     * @return whether they are known to wake the same task
     */
    public boolean willWake(Waker other) {
        return data == other.data && vtable == other.vtable;
    }

    /**
     * Whether the task behind this waker is suspended, and still waits for {@code awaited}. A leaf that keeps this waker asks before it keeps
     * another one instead, and when it is dropped. Costs nothing while the task is being polled, and otherwise a look at what it waits for.
     *
     * @param awaited compared by identity with the futures that the task shows to be {@linkplain Traced#awaitedAll() awaited}
     * @return false if that is not known, as for a thread that blocks, a waker written by hand, or a task whose futures are not {@link Traced}
     */
    public boolean isAwaiting(Object awaited) {
        return vtable.isAwaiting(data, awaited);
    }

    /**
     * Refuses a second task, where a leaf is about to keep {@code second} instead of this waker: the first would not be woken any more. A leaf
     * that moves from one task to another is not refused, nor are two futures of one task.
     *
     * @param awaited the leaf, or the future that waits for it; its {@code toString()} names it
     * @param second the waker of the current poll
     * @throws IllegalStateException if another task {@linkplain #isAwaiting still waits}. Two tasks that are polled at the same instant may not notice
     *     each other
     */
    public void refuseSecond(Object awaited, Waker second) {
        if (!willWake(second) && isAwaiting(awaited)) {
            String name = second.vtable.taskName(second.data);
            throw new IllegalStateException(awaited + " is awaited by " + vtable.taskName(data) + ", so "
                    + (name == null ? "another future" : name)
                    + " cannot await it, too: it wakes one task. Share it, or make one for each");
        }
    }

    /**
     * The data object, which may be null.
     *
     * @return the data, or null
     */
    public Object data() {
        return data;
    }

    /**
     * The functions that are called with {@link #data()}.
     *
     * @return the functions
     */
    public RawWakerVTable vtable() {
        return vtable;
    }

    private static final class Noop implements RawWakerVTable {
        @Override
        public RawWaker clone(Object data) {
            return new RawWaker(data, this);
        }

        @Override
        public void wake(Object data) {}

        @Override
        public void wakeByRef(Object data) {}

        @Override
        public void drop(Object data) {}
    }

    private static final class OfRunnable implements RawWakerVTable {
        static final OfRunnable VTABLE = new OfRunnable();

        @Override
        public RawWaker clone(Object data) {
            return new RawWaker(data, this);
        }

        @Override
        public void wake(Object data) {
            ((Runnable) data).run();
        }

        @Override
        public void wakeByRef(Object data) {
            ((Runnable) data).run();
        }

        @Override
        public void drop(Object data) {}
    }

    private static final class OfWake implements RawWakerVTable {
        static final OfWake VTABLE = new OfWake();

        @Override
        public RawWaker clone(Object data) {
            return new RawWaker(data, this);
        }

        @Override
        public void wake(Object data) {
            ((Wake) data).wake();
        }

        @Override
        public void wakeByRef(Object data) {
            ((Wake) data).wakeByRef();
        }

        @Override
        public void drop(Object data) {}
    }
}
