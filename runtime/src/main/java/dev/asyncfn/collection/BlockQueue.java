package dev.asyncfn.collection;

import java.util.function.Consumer;

/**
 * A queue, first in, first out, whose memory follows its size: a list of small blocks, as in tokio's channels. An
 * {@link java.util.ArrayDeque} keeps the memory of its largest size. Values are not null. Not thread-safe.
 *
 * @param <T> the type of the values
 */
public final class BlockQueue<T> {
    private static final int BLOCK = 32;

    private static final class Block {
        final Object[] values = new Object[BLOCK];
        Block next;
    }

    /** Null until the first value comes. An empty queue keeps one block, so that a queue of few values allocates nothing. */
    private Block first;

    private Block last;
    /** Where the first value is in the first block, and where the next goes in the last. */
    private int head;

    private int tail;
    private int size;

    /** An empty queue. */
    public BlockQueue() {}

    /**
     * How many values there are.
     *
     * @return zero or more
     */
    public int size() {
        return size;
    }

    /**
     * Whether there are none.
     *
     * @return true at first, and after a {@link #drain}
     */
    public boolean isEmpty() {
        return size == 0;
    }

    /**
     * Adds a value at the end.
     *
     * @param value not null
     */
    public void add(T value) {
        if (last == null) {
            first = new Block();
            last = first;
        } else if (tail == BLOCK) {
            last.next = new Block();
            last = last.next;
            tail = 0;
        }
        last.values[tail++] = value;
        size++;
    }

    /**
     * The first value, which stays there; null if there is none.
     *
     * @return the value, which the queue still owns; or null
     */
    @SuppressWarnings("unchecked") // add puts nothing else there
    public T peek() {
        return size == 0 ? null : (T) first.values[head];
    }

    /**
     * Removes the first value; null if there is none.
     *
     * @return the value, which belongs to the caller; or null
     */
    public T poll() {
        T value = peek();
        if (value == null) {
            return null;
        }
        first.values[head++] = null;
        size--;
        if (size == 0) {
            head = 0;
            tail = 0;
        } else if (head == BLOCK) {
            first = first.next;
            head = 0;
        }
        return value;
    }

    /**
     * Removes all values, and passes each to {@code action}, in order.
     *
     * @param action may add values, which are then drained as well
     */
    public void drain(Consumer<? super T> action) {
        for (T value = poll(); value != null; value = poll()) {
            action.accept(value);
        }
    }

    /** How many blocks it has. */
    int blocks() {
        int blocks = 0;
        for (Block block = first; block != null; block = block.next) {
            blocks++;
        }
        return blocks;
    }
}
