package dev.asyncfn.net;

import dev.asyncfn.failure.Uncaught;
import dev.asyncfn.thread.BackgroundThread;
import dev.asyncfn.thread.Driver;
import dev.asyncfn.thread.Drivers;
import dev.asyncfn.thread.Parker;
import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Waits for all sockets at once, and wakes the tasks that wait for them. The I/O driver of tokio. Thread-safe.
 *
 * <p>There is one selector. One thread at a time has the {@linkplain DriverTurn turn} to select and to wake: a thread of an executor that has
 * nothing else to do (see {@link Parker}), a busy one that looks in passing, or else the reactor's own thread. That takes the turn when nobody
 * has had it for a while, and gives it up when an idle thread asks for it. So events come whatever the executors do, and mostly to the
 * thread that continues with the task.
 *
 * <p>A source is registered for as long as it is open, mostly with an interest in nothing. A poll that would block turns the interest on;
 * the event turns it off again, before the wake. So a socket that was hung up is reported once for each poll that asked, not forever. The
 * selector takes note of all changes together, when the next select begins; only a thread that is in a select is woken for them.
 *
 * <p>The thread and the selector are there while there are sources, and for some time longer: a source that is registered starts them if they
 * are not there, and they end only if there is none. Both decisions are made under the lock, so no source is left without them. Only the
 * thread repairs a broken selector, and closes it, with the turn.
 */
final class Reactor implements Fallback.Served, Runnable, Driver {
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

    private final DriverTurn turn = new DriverTurn();
    private final Fallback fallback = new Fallback(turn, this);
    /** Made once. */
    private final Consumer<SelectionKey> onReady = this::ready;

    private final Deregistrations deregistrations = new Deregistrations();

    /** Null if there is none; changes with this locked. */
    private volatile Thread thread;
    /** Whether a thread is started for the first source; else the turns are run by a test. */
    private final boolean startsThread;

    /** Changes in a turn. */
    private int emptyTurns;
    /** Set in a turn; only the thread of this then takes the next. */
    private volatile boolean broken;
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
        if (this == SHARED) {
            Drivers.install(this);
        }
    }

    /**
     * Closes the selector, and lets the thread end. With the turn.
     *
     * @return false if there is a source, or a thread that waits for a turn
     */
    private synchronized boolean end() {
        if (size() > 0 || deregistrations.isAwaited()) {
            return false;
        }
        thread = null;
        Drivers.remove(this);
        try {
            selector.close();
        } catch (IOException failure) {
            Uncaught.report(failure);
        }
        return true;
    }

    /** Has the interests looked at again, and closed sources forgotten: at once if a thread waits, or else before one waits. */
    @Override
    public void wakeup() {
        if (turn.mustWake()) {
            selector.wakeup();
        }
    }

    /**
     * Binds a new socket, if need be once more when one that was closed a moment ago is gone. It waits only if there is such a socket, and not
     * for long, as a waker may block the reactor's thread.
     */
    void bind(Deregistrations.Binding binding) throws IOException {
        deregistrations.bind(binding, this::flush);
    }

    /** A source has closed its channel. The system's socket lives until the selector has deregistered it. */
    void sourceClosed() {
        deregistrations.channelClosed();
        wakeup();
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
     * Waits until the selector has deregistered the channels that have been closed: only then does the system close their sockets.
     *
     * @return false if it has not within a second, or this thread cannot wait, since it has the turn or was interrupted
     */
    boolean flush() {
        if (turn.isMine()) {
            return false;
        }
        CountDownLatch flushed;
        synchronized (this) {
            if (startsThread && thread == null) {
                return true; // it ended, when nothing was registered any more
            }
            flushed = deregistrations.nextSelect();
        }
        wakeup();
        fallback.call(); // for the case that nobody has the turn
        try {
            return flushed.await(flushNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public Thread thread() {
        return thread;
    }

    /** Who has the turn, or null. */
    Thread driver() {
        return turn.driver();
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
                going = serve();
            } catch (Throwable unexpected) {
                report(unexpected);
            }
        }
    }

    /** Has one turn if it is free, or else leaves it to others until it is needed. Returns false if the thread is to end. */
    private boolean serve() {
        if (broken) {
            LockSupport.parkNanos(PAUSE_NANOS); // the new selector may be no better, but must not occupy a core
        }
        boolean taken = turn.take();
        if (taken) {
            try {
                repairAndSelect();
                if (isIdle() && end()) {
                    return false;
                }
            } finally {
                turn.leave();
                taken &= !fallback.standDown();
            }
        }
        if (!taken) {
            fallback.watch();
        }
        return true;
    }

    @Override
    public boolean needsThread() {
        return broken || deregistrations.isAwaited();
    }

    @Override
    public boolean enter(Parker entering) {
        if (broken || size() == 0 || !fallback.takeOrAsk(entering)) {
            return false;
        }
        if (broken || size() == 0) { // it may have ended before
            leave();
            return false;
        }
        return true;
    }

    @Override
    public void drive() {
        do {
            trySelect(true);
        } while (deregistrations.isAwaited() && !broken);
    }

    @Override
    public void poll() {
        if (broken || size() == 0 || !turn.take()) {
            return;
        }
        try {
            if (!broken && size() > 0) {
                trySelect(false);
            }
        } finally {
            leave();
        }
    }

    @Override
    public void leave() {
        turn.leave();
        fallback.turnEnded();
    }

    @Override
    public boolean isMine() {
        return turn.isMine();
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

    /** A turn as of its own thread, if it is free. */
    void turn() {
        if (turn.take()) {
            try {
                repairAndSelect();
            } finally {
                turn.leave();
            }
        }
    }

    /** Waits for events, and wakes the tasks that wait for them; after a failure the next turn uses another selector. With the turn. */
    private void repairAndSelect() {
        try {
            if (broken) {
                replaceSelector();
            }
        } catch (Throwable failure) {
            report(failure);
            return;
        }
        if (!fallback.isAsked()) { // asked later, it has been woken
            trySelect(true);
        }
        Thread.interrupted(); // which would end every select from now on
    }

    private void trySelect(boolean waits) {
        try {
            select(waits);
        } catch (Throwable failure) {
            broken = true;
            report(failure);
        }
    }

    private static void report(Throwable failure) {
        try {
            Uncaught.report(failure);
        } catch (Throwable unreported) {
            return; // the thread has others to serve
        }
    }

    private void select(boolean waits) throws IOException {
        boolean now = deregistrations.selectBegins() || !waits;
        int selected;
        try {
            selected = now ? selector.selectNow(onReady) : await();
            deregistrations.selectSucceeded();
        } finally {
            deregistrations.selectEnded();
        }
        boolean asked = turn.endWait() || now || Thread.currentThread().isInterrupted();
        emptyTurns = asked || selected > 0 ? 0 : emptyTurns + 1;
        broken = emptyTurns >= EMPTY_TURNS;
    }

    private int await() throws IOException {
        return selector.keys().isEmpty() ? selector.select(onReady, keepAliveMillis) : selector.select(onReady);
    }

    /** An event of the select that runs now, which does not wait any more. */
    private void ready(SelectionKey key) {
        turn.endWait(); // or a wake of this thread would be taken for that of a thread that waits
        try {
            ((Source) key.attachment()).ready(key);
        } catch (Throwable failure) {
            report(failure); // a waker written by hand: the other sources are not to suffer
        }
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
