package dev.asyncfn.executor;

import dev.asyncfn.Future;
import dev.asyncfn.Traced;
import dev.asyncfn.Waker;
import dev.asyncfn.waker.Intermediary;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Looks whether a task whose waker a leaf keeps still waits for that leaf. Only when another waker comes, or after that has happened: a
 * leaf has no field for its task, and it may have several tasks one after the other.
 */
final class Awaiting {
    private Awaiting() {}

    /**
     * Called before the waker of the current poll takes the place of the one that a handle has.
     *
     * @throws IllegalStateException if the owner of that still waits for the handle, and would not be woken any more
     */
    static void refuseSecond(Task<?> awaited, Waker first, Waker second) {
        if (isBeside(awaited, first, second)) {
            String name = second.vtable().taskName(second.data());
            throw new IllegalStateException(awaited + " is awaited by two of the futures of a combinator"
                    + (name == null ? "" : " in " + name) + ": a handle wakes one of them. Share it");
        }
        first.refuseSecond(awaited, second);
    }

    private static boolean isBeside(Task<?> awaited, Waker first, Waker second) {
        return first.data() instanceof Intermediary other
                && other.isBeside(second.data())
                && leadsTo(other.within(), awaited);
    }

    /** Whether a task is suspended, and it or a future within it waits for {@code awaited}. */
    static boolean isSuspendedOn(Task<?> task, Object awaited) {
        if (task.status() == TaskDump.Status.RUNNING) { // the usual case, as the leaf moves within its task
            return false;
        }
        boolean[] waits = new boolean[1];
        LentThreads.inTurn(() -> waits[0] = isWaiting(task, awaited)); // what its futures wake is run afterwards
        return waits[0];
    }

    private static boolean isWaiting(Task<?> task, Object awaited) {
        if (!TaskState.beginDump()) {
            return false; // inside a dump nothing is inspected but by that
        }
        try {
            return task.waitsFor(awaited);
        } finally {
            TaskState.endDump();
        }
    }

    /** Whether a future that is not being polled waits for {@code awaited}, itself or by those that it awaits. */
    static boolean leadsTo(Future<?> root, Object awaited) {
        Set<Future<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Future<?>> left = new ArrayDeque<>();
        if (root != null) {
            left.add(root);
        }
        try {
            for (Future<?> next = left.poll(); next != null; next = left.poll()) {
                if (next == awaited) {
                    return true;
                }
                if (seen.add(next) && next instanceof Intermediary between) {
                    left.add(between.within());
                } else if (next instanceof Traced traced) {
                    left.addAll(traced.awaitedAll());
                }
            }
        } catch (RuntimeException | StackOverflowError ofAFuture) {
            return false; // that cannot say what it waits for
        }
        return false;
    }
}
