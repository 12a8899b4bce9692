package dev.asyncfn.net;

import dev.asyncfn.failure.Uncaught;
import dev.asyncfn.thread.BackgroundThread;
import java.io.IOException;
import java.net.BindException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that waits for all sockets at once, and wakes the tasks that wait for them. The I/O driver of tokio. Thread-safe, but for what its
 * thread runs.
 *
 * <p>A source is registered for as long as it is open, mostly with an interest in nothing. A poll that would block turns the interest on;
 * the event turns it off again, before the wake. So a socket that was hung up is reported once for each poll that asked, not forever.
 *
 * <p>The thread and its selector are there while there are sources, and for some time longer: a source that is registered starts them if they
 * are not there, and they end only if there is none. Both decisions are made under the lock, so no source is left without them.
 */
final class Reactor implements Runnable {
    /** How many selects in a row may return with nothing, for no reason, before the selector is held to be broken. Netty's number. */
    static final int EMPTY_TURNS = 512;

    private static final long PAUSE_NANOS = 100_000_000;
    private static final long FLUSH_NANOS = 1_000_000_000;

    private static final Reactor SHARED = new Reactor(1_000, Selector::open);

    /** Opens selectors: {@link Selector#open()}. */
    interface Opener {
        Selector open() throws IOException;
    }

    private final Opener opener;
    /** How long the thread waits for another source after the last; 0 is for ever. */
    private final long keepAliveMillis;

    private final long flushNanos;
    /** Replaced with this locked. Null before the first start; closed while there is no thread. */
    private volatile Selector selector;
    /** Whether the next select has been asked to return at once. */
    private final AtomicBoolean wakeup = new AtomicBoolean();

    /** The threads that wait for a turn that lets go of closed channels. */
    private final Queue<CountDownLatch> flushes = new ConcurrentLinkedQueue<>();

    /** How many sources have been closed, and how many of them the selector has let go of. */
    private final AtomicInteger closed = new AtomicInteger();

    private volatile int letGo;

    /** Null if there is none; changes with this locked. */
    private volatile Thread thread;
    /** Whether a thread is started for the first source; else the turns are run by a test. */
    private final boolean startsThread;

    private int emptyTurns;
    private boolean broken;
    /** When the last source was gone, if {@link #idle}. */
    private long idleSince;

    private boolean idle;

    /**
     * A reactor with a selector and without its thread.
     *
     * @param flushNanos how long {@link #flush()} waits at most
     */
    Reactor(Opener opener, long flushNanos) throws IOException {
        this.opener = opener;
        this.selector = opener.open();
        this.keepAliveMillis = 0;
        this.flushNanos = flushNanos;
        this.startsThread = false;
    }

    /**
     * A reactor that starts a thread when it needs one.
     *
     * @param keepAliveMillis how long the thread waits for another source after the last
     */
    Reactor(long keepAliveMillis, Opener opener) {
        this.opener = opener;
        this.keepAliveMillis = keepAliveMillis;
        this.flushNanos = FLUSH_NANOS;
        this.startsThread = true;
    }

    /** The one reactor. */
    static Reactor shared() {
        return SHARED;
    }

    /** Registers a source, without any interest as yet. If the thread cannot be started, this throws, and the next source tries again. */
    synchronized void register(Source source) throws IOException {
        if (startsThread && thread == null) {
            start();
        }
        source.attach(selector);
    }

    private void start() throws IOException {
        Thread starting = BackgroundThread.of("asyncfn-reactor", this);
        selector = opener.open();
        thread = starting;
        try {
            starting.start();
        } catch (Throwable noThread) {
            thread = null;
            selector.close();
            throw noThread;
        }
    }

    /**
     * Closes the selector, and lets the thread end.
     *
     * @return false if there is a source, or a thread that waits for a turn
     */
    private synchronized boolean end() {
        if (size() > 0 || !flushes.isEmpty()) {
            return false;
        }
        thread = null;
        try {
            selector.close();
        } catch (IOException failure) {
            Uncaught.report(failure);
        }
        return true;
    }

    /** Has the interests looked at again, and closed sources forgotten. */
    void wakeup() {
        // A thread that finds it set may leave: the next select has not begun, and will see everything that was done
        // before.
        if (wakeup.compareAndSet(false, true)) {
            selector.wakeup();
        }
    }

    /** Binds a socket to an address. */
    interface Binding {
        void bind() throws IOException;
    }

    /**
     * Binds a new socket. If the address is taken, it may be by a socket closed a moment ago, so it tries once more when that is gone. It waits
     * only if there is such a socket, and not for long, as a waker may block the reactor's thread.
     */
    void bind(Binding binding) throws IOException {
        int gone = letGo;
        try {
            binding.bind();
        } catch (BindException taken) {
            boolean noneWasClosed = closed.get() == gone;
            if (noneWasClosed || isClosing() && !flush()) { // else it may have gone since
                throw taken;
            }
            binding.bind();
        }
    }

    /** A source has closed its channel. The system's socket lives until the selector has let go of it. */
    void sourceClosed() {
        closed.incrementAndGet();
        wakeup();
    }

    /** Whether the selector has yet to let go of a channel that has been closed. */
    private boolean isClosing() {
        return closed.get() != letGo;
    }

    /** Those of the selector; none if there is no thread. */
    private Set<SelectionKey> keys() {
        Selector now = selector;
        try {
            return now == null ? Set.of() : now.keys();
        } catch (ClosedSelectorException e) {
            return Set.of();
        }
    }

    /**
     * Waits until the selector has let go of the channels that have been closed: only then does the system close their sockets.
     *
     * @return false if it has not within a second, or this thread cannot wait, since it is the reactor's or was interrupted
     */
    boolean flush() {
        if (Thread.currentThread() == thread) {
            return false;
        }
        CountDownLatch flushed = new CountDownLatch(1);
        synchronized (this) {
            if (startsThread && thread == null) {
                return true; // it ended, having let go of everything
            }
            flushes.add(flushed);
        }
        wakeup();
        try {
            return flushed.await(flushNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Its thread, or null if it has none now. */
    Thread thread() {
        return thread;
    }

    /** How many sources are registered, those included that were closed since the last turn. */
    int size() {
        return keys().size();
    }

    /** Not ended by anything that is thrown. */
    @Override
    public void run() {
        broken = false;
        idle = false;
        emptyTurns = 0;
        boolean going = true;
        while (going) {
            try {
                turn();
                going = !isIdle() || !end();
            } catch (Throwable unexpected) {
                Uncaught.report(unexpected);
            }
        }
    }

    /** Whether there has been no source for so long that the thread may end. */
    private boolean isIdle() {
        if (size() > 0) {
            idle = false;
        } else if (!idle) {
            idle = true;
            idleSince = System.nanoTime();
        }
        return idle && System.nanoTime() - idleSince >= TimeUnit.MILLISECONDS.toNanos(keepAliveMillis);
    }

    /** Waits for events, and wakes the tasks that wait for them; after a failure the next turn uses another selector. */
    void turn() {
        try {
            if (broken) {
                replaceSelector();
            }
            if (select() > 0) {
                wakeSelected();
            }
        } catch (Throwable failure) {
            broken = true;
            Uncaught.report(failure);
        }
        if (broken) {
            LockSupport.parkNanos(PAUSE_NANOS); // the new selector may be no better, but must not occupy a core
        }
    }

    /** Waits for events; returns for how many sources, possibly none. */
    private int select() throws IOException {
        int selected;
        int closedBefore = closed.get();
        CountDownLatch flush = flushes.poll();
        try {
            if (flush != null) {
                selected = selector.selectNow();
            } else {
                // A source closed since the last select is let go of in this one, and its wakeup may have ended that
                // one.
                boolean mayBeEmpty = selector.keys().isEmpty() || closedBefore != letGo;
                selected = mayBeEmpty ? selector.select(keepAliveMillis) : selector.select();
            }
            letGo = closedBefore;
        } finally {
            if (flush != null) {
                flush.countDown();
            }
        }
        boolean asked = wakeup.getAndSet(false) | flush != null;
        asked |= Thread.interrupted(); // which would end every select from now on
        emptyTurns = asked || selected > 0 ? 0 : emptyTurns + 1;
        broken = emptyTurns >= EMPTY_TURNS;
        return selected;
    }

    private void wakeSelected() {
        Set<SelectionKey> keys = selector.selectedKeys();
        for (SelectionKey key : keys) {
            try {
                ((Source) key.attachment()).ready(key);
            } catch (Throwable failure) {
                Uncaught.report(failure); // a waker written by hand: the other sources are not to suffer
            }
        }
        keys.clear();
    }

    /** Moves all sources to a new selector. */
    synchronized void replaceSelector() throws IOException {
        Selector old = selector;
        Selector replacement = opener.open();
        for (SelectionKey key : old.keys()) {
            try {
                ((Source) key.attachment()).attach(replacement);
            } catch (ClosedChannelException | CancelledKeyException e) {
                continue; // it was closed, which has woken the waiting task
            }
        }
        selector = replacement;
        replacement.wakeup(); // for a thread that has just woken the old one
        emptyTurns = 0;
        broken = false;
        old.close();
    }
}
