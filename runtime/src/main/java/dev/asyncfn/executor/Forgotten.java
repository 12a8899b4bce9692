package dev.asyncfn.executor;

import java.lang.ref.Cleaner;

/** Watches for handles that were forgotten. Created with the first handle that has to be watched, because it has a thread. */
final class Forgotten {
    // With the JDK's own thread, which keeps nothing of ours: the cleaner must be collected with our class loader.
    static final Cleaner CLEANER = Cleaner.create();

    private Forgotten() {}
}
