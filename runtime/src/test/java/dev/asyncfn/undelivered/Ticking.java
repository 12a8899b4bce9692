package dev.asyncfn.undelivered;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.executor.PollingExecutor;

/** A future with an executor of its own, which runs whenever the future is polled, and after the drop. */
final class Ticking<T> implements Future<T> {
    private final PollingExecutor executor;
    private final Future<T> future;

    private Ticking(PollingExecutor executor, Future<T> future) {
        this.executor = executor;
        this.future = future;
    }

    static <T> Future<T> of(PollingExecutor executor, Future<T> future) {
        return new Ticking<>(executor, future);
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        for (int i = 0; i < 3; i++) {
            executor.tick();
            Poll<T> poll = future.poll(cx);
            if (poll.isReady()) {
                return poll;
            }
        }
        return Poll.pending();
    }

    @Override
    public void drop() {
        try {
            future.drop();
        } finally {
            executor.tick();
        }
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return future.undelivered();
    }
}
