package dev.asyncfn.bridge.reactor;

import dev.asyncfn.BlockingGuard;
import reactor.core.scheduler.Schedulers;

/** The threads on which Reactor's own {@code block()} refuses. */
public final class ReactorGuard implements BlockingGuard {
    /** For the service loader. */
    public ReactorGuard() {}

    @Override
    public String forbids(Thread current) {
        return Schedulers.isNonBlockingThread(current) ? "a non-blocking thread of Reactor" : null;
    }
}
