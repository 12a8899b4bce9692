package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Sneaky;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Code that blocks, on another thread, which is interrupted if this future is given up. */
final class InterruptibleCall<T> extends OwnedFuture<T> implements Traced {
    private final Running<T> running;
    private final BlockingThreads threads;
    /** Null until it is started, and after the end. */
    private Task<T> task;

    private boolean ended;
    private Undelivered<? super T> ofValue = Undelivered.close();

    InterruptibleCall(Callable<T> code, BlockingThreads threads) {
        this.running = new Running<>(code);
        this.threads = threads;
    }

    /** The code, and the thread that is in it. */
    private static final class Running<T> implements Callable<T> {
        private final Callable<T> code;
        /** Guarded by this: the thread that may be interrupted; null outside the code. */
        private Thread thread;
        /** Whether nobody waits for the outcome any more. Guarded by this. */
        private boolean givenUp;

        Running(Callable<T> code) {
            this.code = Objects.requireNonNull(code, "code");
        }

        @Override
        public T call() throws Exception {
            synchronized (this) {
                if (givenUp) {
                    throw new TokenCancelled(); // or the interrupt, which found no thread, would be lost
                }
                thread = Thread.currentThread();
            }
            try {
                return code.call();
            } catch (Exception failure) {
                throw isGivenUp() ? new TokenCancelled() : failure; // that is how code ends when it is interrupted
            } finally {
                synchronized (this) {
                    thread = null; // from now on the thread belongs to others
                    if (givenUp) {
                        Thread.interrupted(); // or what lets go of the outcome would be interrupted
                    }
                }
            }
        }

        private synchronized boolean isGivenUp() {
            return givenUp;
        }

        synchronized void interrupt() {
            givenUp = true;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    @Override
    public Poll<T> poll(Context cx) {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        ended = true;
        if (task == null) {
            task = threads.spawn(new BlockingCall<>(running));
        }
        Poll<T> poll;
        try {
            poll = task.poll(cx);
        } catch (JoinException failure) {
            throw failure.isCancelled() ? failure : Sneaky.asIs(failure.getCause());
        } catch (Throwable thrown) { // by a waker written by hand: nobody would end the code
            Drops drops = new Drops(thrown);
            drops.run(this::interrupt);
            drops.drop(task);
            throw thrown;
        }
        ended = poll.isReady();
        if (ended) {
            ofValue = task.undelivered();
        }
        return poll;
    }

    /** Waits for the end of the code. */
    @Override
    public Poll<Void> pollDrop(Context cx) {
        if (ended) {
            return Poll.ready(null);
        }
        if (task != null) {
            interrupt();
            try {
                if (!task.pollEnd(cx)) {
                    return Poll.pending();
                }
            } catch (JoinException end) {
                ended = true;
                if (!end.isCancelled() && !(end.getCause() instanceof TokenCancelled)) {
                    throw Sneaky.asIs(end.getCause()); // it had failed before, or with an Error
                }
                return Poll.ready(null);
            }
        }
        drop();
        return Poll.ready(null);
    }

    /** Not started yet: it never is. Running: it is interrupted. */
    private void interrupt() {
        task.abort();
        running.interrupt();
    }

    @Override
    public void drop() {
        if (ended) {
            return;
        }
        ended = true;
        if (task != null) {
            interrupt();
            task.drop();
        }
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ofValue;
    }

    @Override
    public String state() {
        return ended ? "DONE" : "Blocking.interruptible";
    }

    @Override
    public Future<?> awaited() {
        return ended ? null : task;
    }
}
