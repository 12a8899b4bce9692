package dev.asyncfn.bridge.vertx;

import dev.asyncfn.BlockingGuard;
import io.vertx.core.Context;

/** The threads of event loops; those of workers may block. */
public final class VertxGuard implements BlockingGuard {
    /** For the service loader. */
    public VertxGuard() {}

    @Override
    public String forbids(Thread current) {
        return Context.isOnEventLoopThread() ? "an event loop of Vert.x" : null;
    }
}
