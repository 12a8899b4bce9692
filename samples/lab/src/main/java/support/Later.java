package support;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.samples.lab.player.Hands;
import dev.asyncfn.test.ManualFuture;

/**
 * The leaf of the examples, in place of the one that they are shipped with: here the reader says when it is ready. It is named after the
 * method that makes it.
 *
 * @param <T> what it is ready with
 */
public final class Later<T> extends OwnedFuture<T> implements Traced {
    private final ManualFuture<T> leaf;

    private Later(ManualFuture<T> leaf) {
        this.leaf = leaf;
    }

    /**
     * A leaf that is ready with {@code value} when the reader says so.
     *
     * @param <T> the type of the value
     * @param value the value, which may be null
     * @return a new leaf
     */
    public static <T> Later<T> later(T value) {
        return new Later<>(Hands.leaf(Hands.callerOf(Later.class), value));
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        return leaf.poll(cx);
    }

    @Override
    public void drop() {
        leaf.drop();
    }

    @Override
    public String state() {
        return leaf.state();
    }

    @Override
    public Future<?> awaited() {
        return null;
    }

    /** Whether it keeps the waker of the task. */
    public boolean holdsWaker() {
        return leaf.holdsWaker();
    }
}
