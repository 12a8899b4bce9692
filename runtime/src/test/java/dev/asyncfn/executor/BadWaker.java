package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Waker;

/** A waker made by hand whose drop throws. */
final class BadWaker {
    private static final RawWakerVTable VTABLE =
            RawWakerVTable.of(data -> new RawWaker(data, vtable()), data -> {}, data -> {}, data -> {
                throw new IllegalStateException("from the drop of a waker");
            });

    private BadWaker() {}

    private static RawWakerVTable vtable() {
        return VTABLE;
    }

    static Context context() {
        return Context.fromWaker(Waker.fromRaw(new RawWaker(null, VTABLE)));
    }
}
