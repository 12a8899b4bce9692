package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Ending;
import dev.asyncfn.waker.SingleWait;
import java.util.Objects;

/** A sink that knows whether it is open and ready, and is broken by exceptions of its methods. */
abstract class GuardedSink<T> extends SingleWait implements Sink<T> {
    /** The result of a poll that has done its work. */
    static final Poll<Void> DONE = Poll.ready(null);

    private static final String CLOSED = "the sink is closed";

    /** Why it must not be used any more, or null. */
    private String over;

    private boolean ready;
    /** Whether it has taken the item that was passed last, even if that made it fail. */
    private boolean taken;
    /** Where the failures of the cleanup are, while what this gives up cleans up; else null. */
    private Ending<Void> ending;

    /**
     * Passes an item to a sink, which has it then. If the sink refuses it, by an IllegalStateException, nobody gets it, and it is released.
     *
     * @param how what becomes of it then
     */
    static <T> void pass(T item, Undelivered<? super T> how, Sink<? super T> sink) throws Exception {
        try {
            sink.startSend(item);
        } catch (IllegalStateException refusal) {
            if (!(sink instanceof GuardedSink<?> guarded
                    && guarded.taken)) { // a function of the user may throw one, too
                new Drops(refusal).release(how, item);
            }
            throw refusal;
        }
    }

    /** Whether an item can be taken. */
    abstract Poll<Void> tryReady(Context cx) throws Exception;

    /** Takes an item. */
    abstract void take(T item) throws Exception;

    /** Whether all items have been dealt with. */
    abstract Poll<Void> tryFlush(Context cx) throws Exception;

    /** Whether all has been let go of, after the items have been dealt with. */
    abstract Poll<Void> tryClose(Context cx) throws Exception;

    /** Drops what it owns; called once, unless it was closed. */
    abstract void letGo();

    /** Gives time to what it owns; whether all of it has ended. Called until it has. */
    boolean isLetGo(Ending<Void> into, Context cx) {
        return true;
    }

    /** Ready, for a unit of the budget for each item: not for each poll, of which there may be several before that. */
    final Poll<Void> readyOnceFor(Context cx) {
        return ready || cx.proceed() ? DONE : Poll.pending();
    }

    @Override
    public final Poll<Void> pollReady(Context cx) throws Exception {
        checkOpen();
        try {
            Poll<Void> poll = tryReady(cx);
            ready = poll.isReady();
            return poll;
        } catch (Throwable thrown) {
            breakBy(thrown);
            throw thrown;
        }
    }

    @Override
    public final void startSend(T item) throws Exception {
        Objects.requireNonNull(item, "item");
        taken = false;
        checkOpen();
        if (!ready) {
            throw new IllegalStateException("the sink is not ready");
        }
        ready = false;
        taken = true;
        try {
            take(item);
        } catch (Throwable thrown) {
            breakBy(thrown);
            throw thrown;
        }
    }

    @Override
    public final Poll<Void> pollFlush(Context cx) throws Exception {
        checkOpen();
        try {
            return tryFlush(cx);
        } catch (Throwable thrown) {
            breakBy(thrown);
            throw thrown;
        }
    }

    @Override
    public final Poll<Void> pollClose(Context cx) throws Exception {
        if (CLOSED.equals(over)) {
            return DONE;
        }
        checkOpen();
        try {
            Poll<Void> poll = tryFlush(cx);
            if (poll.isReady()) {
                poll = tryClose(cx);
            }
            if (poll.isReady() && over == null) {
                over = CLOSED;
            }
            return poll;
        } catch (Throwable thrown) {
            breakBy(thrown);
            throw thrown;
        }
    }

    @Override
    public final Poll<Void> pollDrop(Context cx) {
        if (over == null) {
            if (ending == null) {
                ending = Ending.dropped();
            }
            if (!isLetGo(ending, cx)) {
                return Poll.pending();
            }
            drop();
        }
        return DONE;
    }

    @Override
    public final void drop() {
        end("the sink was dropped");
    }

    private void breakBy(Throwable thrown) {
        Cleanup.after(thrown, () -> end("the sink has failed"));
    }

    /** Lets go of everything, but counts as closed: for a sink whose owner knows that nothing is left to be done. */
    final void closeAtOnce() {
        end(CLOSED);
    }

    private void end(String why) {
        if (over == null) {
            over = why;
            Drops drops = ending == null ? new Drops(null) : ending.dropsOfCleanup();
            ending = null;
            drops.run(this::letGo);
            drops.rethrow();
        }
    }

    private void checkOpen() {
        if (over != null) {
            throw new IllegalStateException(over);
        }
    }
}
