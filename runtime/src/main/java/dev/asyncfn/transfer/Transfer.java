package dev.asyncfn.transfer;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.failure.Drops;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One operation of a byte stream, as a future. What has been transferred is kept by the stream, so that giving up the future gives up no more
 * than the {@link Step steps} that it waits for. Not exported.
 *
 * @param <T> the type of the value
 */
public final class Transfer<T> extends OwnedFuture<T> implements TryFuture<T, IOException>, Traced {
    /**
     * The operation, as far as it gets in one poll.
     *
     * @param <T> the type of the value
     */
    @FunctionalInterface
    public interface Body<T> {
        /**
         * Runs as far as possible. Called again after each pending.
         *
         * @param cx the context of the poll
         * @return ready with the value, or pending
         * @throws Exception the failure of the operation
         */
        Poll<T> poll(Context cx) throws Exception;
    }

    private final String name;
    private final Body<T> body;
    private final Step<?>[] steps;
    private boolean ended;

    /**
     * An operation that has not begun.
     *
     * @param name as traces show it
     * @param body the operation
     * @param steps all that it may wait for
     */
    public Transfer(String name, Body<T> body, Step<?>... steps) {
        this.name = name;
        this.body = body;
        this.steps = steps;
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        ended = true; // unless it has to wait
        try {
            Poll<T> outcome = body.poll(cx);
            ended = outcome.isReady();
            return outcome;
        } catch (Throwable failure) {
            Drops drops = new Drops(failure);
            dropSteps(drops);
            throw failure;
        }
    }

    private void dropSteps(Drops drops) {
        for (Step<?> step : steps) {
            drops.run(step::drop);
        }
    }

    @Override
    public void drop() {
        if (ended) {
            return;
        }
        ended = true;
        letGo();
    }

    private void letGo() {
        Drops drops = new Drops(null);
        dropSteps(drops);
        drops.rethrow();
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        if (ended) {
            return Poll.ready(null);
        }
        try {
            for (Step<?> step : steps) {
                if (step.pollDrop(cx).isPending()) {
                    return Poll.pending();
                }
            }
        } catch (Throwable failure) {
            ended = true;
            dropSteps(new Drops(failure));
            throw failure;
        }
        ended = true;
        return Poll.ready(null);
    }

    @Override
    public String state() {
        return ended ? "DONE" : name;
    }

    @Override
    public Future<?> awaited() {
        List<Future<?>> all = awaitedAll();
        return all.isEmpty() ? null : all.get(0);
    }

    @Override
    public List<Future<?>> awaitedAll() {
        List<Future<?>> waiting = new ArrayList<>();
        for (Step<?> step : steps) {
            if (!ended && step.future() != null) {
                waiting.add(step.future());
            }
        }
        return waiting;
    }
}
