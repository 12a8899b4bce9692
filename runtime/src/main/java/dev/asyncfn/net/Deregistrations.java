package dev.asyncfn.net;

import java.io.IOException;
import java.net.BindException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Which closed channels the selector has yet to deregister, and which threads wait for it. Thread-safe.
 *
 * <p>A channel that is closed stays registered until the next select, and only then does the system close its socket. So an address may still
 * be taken by a socket that was closed a moment ago.
 */
final class Deregistrations {
    /** The threads that wait for the end of a select. */
    private final Queue<CountDownLatch> waiting = new ConcurrentLinkedQueue<>();

    /** How many channels have been closed. */
    private final AtomicInteger closed = new AtomicInteger();
    /** How many of them are deregistered. */
    private volatile int deregistered;

    /** How many channels had been closed when the select began; changes with the turn. */
    private int closedBefore;
    /** How many threads waited then. */
    private int waitingBefore;

    /** Binds a socket to an address. */
    interface Binding {
        void bind() throws IOException;
    }

    /**
     * Binds a new socket. If the address is taken, and a channel was closed that may have taken it, this tries once more when that is gone.
     *
     * @param flush waits until all channels closed so far are deregistered, not for long; false if they are not
     */
    void bind(Binding binding, BooleanSupplier flush) throws IOException {
        int gone = deregistered;
        try {
            binding.bind();
        } catch (BindException taken) {
            boolean noneWasClosed = closed.get() == gone;
            if (noneWasClosed || isPending() && !flush.getAsBoolean()) { // else it may have gone since
                throw taken;
            }
            binding.bind();
        }
    }

    /** A registered channel was closed. */
    void channelClosed() {
        closed.incrementAndGet();
    }

    private boolean isPending() {
        return closed.get() != deregistered;
    }

    /** A latch for the end of the next select that begins. */
    CountDownLatch nextSelect() {
        CountDownLatch flushed = new CountDownLatch(1);
        waiting.add(flushed);
        return flushed;
    }

    /** Whether a thread waits for the end of a select. */
    boolean isAwaited() {
        return !waiting.isEmpty();
    }

    /**
     * A select begins, which deregisters what has been closed until now. With the turn.
     *
     * @return whether it must not wait for events: somebody waits for its end, or a wakeup after a close may have missed it
     */
    boolean selectBegins() {
        closedBefore = closed.get();
        waitingBefore = waiting.isEmpty() ? 0 : waiting.size();
        return waitingBefore > 0 || closedBefore != deregistered;
    }

    /** The select has deregistered those channels. */
    void selectSucceeded() {
        deregistered = closedBefore;
    }

    /** The select has ended, with or without success. */
    void selectEnded() {
        for (; waitingBefore > 0; waitingBefore--) {
            waiting.remove().countDown();
        }
    }
}
