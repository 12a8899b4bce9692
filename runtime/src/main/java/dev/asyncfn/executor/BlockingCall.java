package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Code that blocks, as a future that is ready at its first poll. */
final class BlockingCall<T> implements Future<T>, Traced {
    private final Callable<T> code;

    BlockingCall(Callable<T> code) {
        this.code = Objects.requireNonNull(code, "code");
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        return Poll.ready(code.call());
    }

    @Override
    public String state() {
        return "Blocking.spawnBlocking";
    }

    @Override
    public Future<?> awaited() {
        return null;
    }
}
