package dev.asyncfn.executor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The run queue of one thread of several: a ring of fixed size, first in, first out. Its owner pushes and polls; other threads take half of
 * what is in it. No locks, and nothing is allocated after the constructor.
 *
 * <p>It is the queue of tokio's multi-threaded scheduler, which has it from Go's {@code runq}. There are two heads: the owner polls at the
 * one, and everything from the other on may still be in use by a thief. They differ only while there is a thief, of which there is one at a time; its
 * places are free again once it is done. Both are in one word, so that a claim is one compare-and-set.
 *
 * <p>Places are numbered on and on, and wrap around after 2<sup>32</sup>. An element has left the ring once nobody can take it any more: its
 * place is null then, so that the ring keeps no task that has finished.
 *
 * @param <E> the elements; one is in the ring at most once
 */
final class RunQueue<E> {
    /** As in tokio and Go. */
    static final int CAPACITY = 256;

    private static final VarHandle HEADS;
    private static final VarHandle TAIL;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            HEADS = lookup.findVarHandle(RunQueue.class, "heads", long.class);
            TAIL = lookup.findVarHandle(RunQueue.class, "tail", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Object[] places;

    /** The place of the thief in the upper half, that of the owner in the lower one. */
    private volatile long heads;

    /** The place after the last element; written by the owner alone. */
    private volatile int tail;

    RunQueue() {
        this(CAPACITY, 0);
    }

    /**
     * An empty queue.
     *
     * @param capacity a power of two
     * @param first the number of the first place
     */
    RunQueue(int capacity, int first) {
        places = new Object[capacity];
        heads = heads(first, first);
        tail = first;
    }

    private static long heads(int thief, int owner) {
        return (long) thief << 32 | owner & 0xFFFF_FFFFL;
    }

    private static int thief(long heads) {
        return (int) (heads >>> 32);
    }

    private static int owner(long heads) {
        return (int) heads;
    }

    /**
     * Appends {@code element}. For the owner. What the caller reads next is read after others can see the element.
     *
     * @return false if there is no place for it
     */
    boolean push(E element) {
        int end = (int) TAIL.get(this); // nobody else writes it
        if (end - thief((long) HEADS.getAcquire(this)) == places.length) {
            return false;
        }
        places[end & places.length - 1] = element;
        TAIL.setVolatile(this, end + 1);
        return true;
    }

    /** Prepares an element that {@link #append} appends: the first is at 0. There has to be a place for it. For the owner. */
    void prepare(int index, E element) {
        places[(int) TAIL.get(this) + index & places.length - 1] = element;
    }

    /** Appends so many elements. For the owner. What the caller reads next is read after others can see them. */
    void append(int count) {
        TAIL.setVolatile(this, (int) TAIL.get(this) + count);
    }

    /** The first element, which leaves the queue, or null. For the owner. */
    @SuppressWarnings("unchecked") // only elements are put there
    E poll() {
        int end = (int) TAIL.get(this);
        for (; ; ) {
            long now = (long) HEADS.getAcquire(this);
            int first = owner(now);
            if (first == end) {
                return null;
            }
            int thief = thief(now) == first ? first + 1 : thief(now);
            if (HEADS.compareAndSet(this, now, heads(thief, first + 1))) {
                int place = first & places.length - 1;
                E element = (E) places[place];
                places[place] = null;
                return element;
            }
        }
    }

    /**
     * Moves the first half of the elements, rounded up, to the end of another queue, or as many as have a place there. For the owner of that.
     *
     * @return whether any were moved; not if there is another thief
     */
    boolean stealInto(RunQueue<E> other) {
        int room = other.room();
        for (; ; ) {
            long now = (long) HEADS.getAcquire(this);
            int first = owner(now);
            int size = (int) TAIL.getAcquire(this) - first;
            int count = Math.min(size - size / 2, room);
            // A tail that was read much later than the heads says nothing; then the heads have changed.
            if (thief(now) != first || count <= 0) {
                return false;
            }
            if (HEADS.compareAndSet(this, now, heads(first, first + count))) {
                other.take(this, first, count);
                return true;
            }
        }
    }

    /** Takes over what this has claimed as the thief of {@code victim}. */
    @SuppressWarnings("unchecked") // only elements are put there
    private void take(RunQueue<E> victim, int first, int count) {
        for (int i = 0; i < count; i++) {
            int from = first + i & victim.places.length - 1;
            prepare(i, (E) victim.places[from]);
            victim.places[from] = null;
        }
        victim.endTheft();
        append(count);
    }

    /** Frees the places of the thief. */
    private void endTheft() {
        long now;
        do {
            now = (long) HEADS.getAcquire(this);
        } while (!HEADS.compareAndSet(this, now, heads(owner(now), owner(now))));
    }

    /** How many places are free. For the owner. */
    int room() {
        return places.length - ((int) TAIL.get(this) - thief((long) HEADS.getAcquire(this)));
    }

    /** How many elements nobody has claimed. For others than the owner, an estimate. */
    int size() {
        int first = owner(heads);
        return Math.max(0, tail - first);
    }

    boolean isEmpty() {
        return owner(heads) == tail;
    }

    /** The place of the first element: if that is the same as before, the owner has not polled since. */
    int first() {
        return owner(heads);
    }
}
