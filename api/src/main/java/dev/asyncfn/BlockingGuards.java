package dev.asyncfn;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The guards that are there. */
final class BlockingGuards {
    private static volatile BlockingGuard[] guards;

    private BlockingGuards() {}

    /** The kind of the current thread, if it must not block; else null. */
    static String forbidding() {
        for (BlockingGuard guard : guards()) {
            String kind = guard.forbids(Thread.currentThread());
            if (kind != null) {
                return kind;
            }
        }
        return null;
    }

    private static BlockingGuard[] guards() {
        BlockingGuard[] known = guards;
        if (known == null) {
            known = load(); // twice, if two threads ask at once: the same guards
            guards = known;
        }
        return known;
    }

    /** Loads them before the first question, which may come when there is no memory. */
    static void prepare() {
        try {
            guards();
        } catch (ServiceConfigurationError | OutOfMemoryError e) {
            return; // the first question fails, too, and its exception is seen
        }
    }

    private static BlockingGuard[] load() {
        List<BlockingGuard> found = new ArrayList<>();
        ServiceLoader.load(BlockingGuard.class, BlockingGuards.class.getClassLoader())
                .forEach(found::add);
        return found.toArray(BlockingGuard[]::new);
    }
}
