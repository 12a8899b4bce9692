package dev.asyncfn.executor;

import java.lang.ref.Cleaner;

/** Watches for handles that were forgotten. Created with the first handle that has to be watched, because it has a thread. */
final class Forgotten {
    // Without inherited variables: it outlives whatever happened to be first.
    static final Cleaner CLEANER =
            Cleaner.create(watch -> new Thread(null, watch, "asyncfn-forgotten-tasks", 0, false));

    private Forgotten() {}
}
