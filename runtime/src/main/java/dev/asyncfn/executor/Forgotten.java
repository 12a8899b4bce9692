package dev.asyncfn.executor;

import java.lang.ref.Cleaner;

/** Watches for handles that were forgotten. */
final class Forgotten {
    private static Cleaner cleaner;

    private Forgotten() {}

    /**
     * Created with the first handle that has to be watched, because it has a thread. Not by an initializer of the class: if there is no
     * memory for the first handle, there may be for the next.
     */
    static synchronized Cleaner cleaner() {
        if (cleaner == null) {
            // With the JDK's own thread, which keeps nothing of ours: the cleaner must be collected with our class
            // loader.
            cleaner = Cleaner.create();
        }
        return cleaner;
    }
}
