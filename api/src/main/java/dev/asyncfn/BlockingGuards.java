package dev.asyncfn;

import java.util.ServiceLoader;

/** The guards that are there, loaded at the first question. */
final class BlockingGuards {
    private static volatile BlockingGuard[] guards;

    private BlockingGuards() {}

    /** The kind of the current thread, if it must not block; else null. */
    static String forbidding() {
        BlockingGuard[] known = guards;
        if (known == null) {
            known = load(); // twice, if two threads ask at once: the same guards
            guards = known;
        }
        for (BlockingGuard guard : known) {
            String kind = guard.forbids(Thread.currentThread());
            if (kind != null) {
                return kind;
            }
        }
        return null;
    }

    private static BlockingGuard[] load() {
        return ServiceLoader.load(BlockingGuard.class, BlockingGuards.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toArray(BlockingGuard[]::new);
    }
}
