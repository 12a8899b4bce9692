package dev.asyncfn.corpus;

import java.util.HashSet;
import java.util.Set;

/** What is to be instrumented: everything eligible but what was found impossible so far. */
final class Selection {
    private final Set<Fn> left = new HashSet<>();
    private final Set<Await> leftOut = new HashSet<>();

    /** @return false if it was left before */
    boolean leave(Fn fn) {
        return left.add(fn);
    }

    /** @return false if it was left before */
    boolean leave(Await await) {
        return leftOut.add(await);
    }

    boolean takes(Fn fn) {
        return !left.contains(fn);
    }

    boolean takes(Await await) {
        return !leftOut.contains(await);
    }

    int awaitsLeft() {
        return leftOut.size();
    }
}
