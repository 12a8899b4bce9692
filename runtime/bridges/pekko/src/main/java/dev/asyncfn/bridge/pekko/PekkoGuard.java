package dev.asyncfn.bridge.pekko;

import dev.asyncfn.BlockingGuard;

/** The threads of Pekko's default and internal dispatchers, which run all actors; those of dispatchers for blocking code may block. */
public final class PekkoGuard implements BlockingGuard {
    /** For the service loader. */
    public PekkoGuard() {}

    // By name, which has the dispatcher's path in the configuration: the class of the threads is internal to Pekko.
    @Override
    public String forbids(Thread current) {
        String name = current.getName();
        return name.contains("-pekko.actor.default-dispatcher-") || name.contains("-pekko.actor.internal-dispatcher-")
                ? "a dispatcher of Pekko"
                : null;
    }
}
