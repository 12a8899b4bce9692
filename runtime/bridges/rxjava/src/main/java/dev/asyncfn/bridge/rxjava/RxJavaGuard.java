package dev.asyncfn.bridge.rxjava;

import dev.asyncfn.BlockingGuard;
import io.reactivex.rxjava3.internal.schedulers.NonBlockingThread;

/**
 * The threads of RxJava's schedulers for computation and of its single one: those on which its own blocking operators refuse, if
 * {@code RxJavaPlugins.setFailOnNonBlockingScheduler} asks for that. RxJava marks them by an interface that is public, but not of its API.
 */
public final class RxJavaGuard implements BlockingGuard {
    /** For the service loader. */
    public RxJavaGuard() {}

    @Override
    public String forbids(Thread current) {
        return current instanceof NonBlockingThread ? "a non-blocking thread of RxJava" : null;
    }
}
