package dev.asyncfn.test;

import dev.asyncfn.failure.Description;
import dev.asyncfn.failure.Sneaky;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Why a {@link TestExecutor} cannot go on: kept until its run ends, which throws it. Thread-safe, as any thread may drop a handle. */
final class Faults {
    /** The first since one was thrown, with the others suppressed in it; or null. */
    private Throwable first;
    /** The errors of tasks, which their handles also throw. */
    private final Set<Throwable> ofTasks = Collections.newSetFromMap(new IdentityHashMap<>());

    synchronized void add(Throwable fault) {
        if (first == null) {
            first = fault;
        } else if (first != fault) {
            first.addSuppressed(fault);
        }
    }

    /** A task has failed: that is a fault if it is an assertion. */
    synchronized void taskFailed(Throwable failure) {
        if (failure instanceof AssertionError error) {
            add(error);
            ofTasks.add(error);
        }
    }

    /** The failure of a task that is never awaited. */
    synchronized void uncaught(Throwable failure) {
        if (!ofTasks.contains(failure)) {
            add(new AssertionError("a detached task failed: " + Description.of(failure), failure));
        }
    }

    /** Throws the first fault, if there is one, as it is. */
    void rethrow() {
        Throwable thrown = take();
        if (thrown != null) {
            throw Sneaky.asIs(thrown);
        }
    }

    private synchronized Throwable take() {
        Throwable taken = first;
        first = null;
        return taken;
    }
}
