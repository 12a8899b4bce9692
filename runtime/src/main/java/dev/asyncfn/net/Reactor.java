package dev.asyncfn.net;

import java.io.IOException;
import java.net.BindException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that waits for all sockets at once, and wakes the tasks that wait for them. The I/O driver of tokio. Thread-safe, but for what its
 * thread runs.
 *
 * <p>A source is registered for as long as it is open, mostly with an interest in nothing. A poll that would block turns the interest on;
 * the event turns it off again, before the wake. So a socket that was hung up is reported once for each poll that asked, not forever.
 */
final class Reactor implements Runnable {
    /** How many selects in a row may return with nothing, for no reason, before the selector is held to be broken. Netty's number. */
    static final int EMPTY_TURNS = 512;

    private static final long PAUSE_NANOS = 100_000_000;

    private static volatile Reactor shared;

    /** Opens selectors: {@link Selector#open()}. */
    interface Opener {
        Selector open() throws IOException;
    }

    private final Opener opener;
    /** Replaced by the reactor's thread only, with this locked. */
    private volatile Selector selector;
    /** Whether the next select has been asked to return at once. */
    private final AtomicBoolean wakeup = new AtomicBoolean();

    /** The threads that wait for a turn that lets go of closed channels. */
    private final Queue<CountDownLatch> flushes = new ConcurrentLinkedQueue<>();

    private volatile Thread thread;
    private int emptyTurns;
    private boolean broken;

    /** A reactor without its thread. */
    Reactor(Opener opener) throws IOException {
        this.opener = opener;
        this.selector = opener.open();
    }

    /** The one reactor, whose thread starts with the first use. If that fails, the next use tries again. */
    static Reactor shared() throws IOException {
        Reactor reactor = shared;
        return reactor != null ? reactor : start();
    }

    private static synchronized Reactor start() throws IOException {
        if (shared == null) {
            Reactor reactor = new Reactor(Selector::open);
            threadOf(reactor).start();
            shared = reactor;
        }
        return shared;
    }

    /** A thread for a reactor. It outlives whatever happened to use it first, and so keeps nothing of that. */
    static Thread threadOf(Reactor reactor) {
        Thread thread = new Thread(null, reactor, "asyncfn-reactor", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        return thread;
    }

    /** Registers a source, without any interest as yet. */
    synchronized void register(Source source) throws ClosedChannelException {
        source.attach(selector);
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

    /** Binds a new socket. If the address is taken, it may be by a socket closed a moment ago, so it tries once more when that is gone. */
    void bind(Binding binding) throws IOException {
        try {
            binding.bind();
        } catch (BindException taken) {
            if (!flush()) {
                throw taken;
            }
            binding.bind();
        }
    }

    /**
     * Waits until the selector has let go of the channels that have been closed: only then does the system close their sockets.
     *
     * @return false if this thread cannot wait, since it is the reactor's or was interrupted
     */
    boolean flush() {
        if (Thread.currentThread() == thread) {
            return false;
        }
        CountDownLatch flushed = new CountDownLatch(1);
        flushes.add(flushed);
        wakeup();
        try {
            flushed.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How many sources are registered, those included that were closed since the last turn. */
    int size() {
        return selector.keys().size();
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        for (; ; ) {
            turn();
        }
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
            report(failure);
        }
        if (broken) {
            LockSupport.parkNanos(PAUSE_NANOS); // the new selector may be no better, but must not occupy a core
        }
    }

    /** Waits for events; returns for how many sources, possibly none. */
    private int select() throws IOException {
        int selected;
        CountDownLatch flush = flushes.poll();
        try {
            selected = flush == null ? selector.select() : selector.selectNow();
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
                report(failure); // a waker written by hand: the other sources are not to suffer
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

    private static void report(Throwable failure) {
        Thread thread = Thread.currentThread();
        try {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
        } catch (Throwable thrown) {
            failure.addSuppressed(thrown); // nothing is left to notify; a thread that ends ignores it as well
        }
    }
}
