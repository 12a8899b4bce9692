package support;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;

/**
 * The leaf future of these examples, written by hand: pending on its first poll, ready on its second.
 *
 * @param <T> what it is ready with
 */
public final class Later<T> implements Future<T>, Traced {
    private final T value;
    private boolean polled;

    private Later(T value) {
        this.value = value;
    }

    public static <T> Later<T> later(T value) {
        return new Later<>(value);
    }

    @Override
    public Poll<T> poll(Context cx) {
        if (polled) {
            return Poll.ready(value);
        }
        polled = true;
        cx.waker().wakeByRef(); // a real leaf would hand the waker to a timer or a socket
        return Poll.pending();
    }

    /** How traces show it. */
    @Override
    public String state() {
        return "later(" + value + ")";
    }

    @Override
    public Future<?> awaited() {
        return null;
    }
}
