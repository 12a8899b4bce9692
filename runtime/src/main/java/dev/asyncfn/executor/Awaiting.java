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
 * Looks whether the owner of the waker that a handle keeps still waits for it. Only when another waker comes, or the handle is dropped: a
 * handle has no field for its owner, and it may have several owners one after the other.
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
            throw new IllegalStateException(awaited + " is awaited by two of the futures of a combinator"
                    + (nameOf(second) == null ? "" : " in " + nameOf(second))
                    + ": a handle wakes one of them. Share it");
        }
        if (isBySuspended(awaited, first)) {
            String name = nameOf(second) == null ? "another future" : nameOf(second);
            throw new IllegalStateException(awaited + " is awaited by " + nameOf(first) + ", so " + name
                    + " cannot await it, too: a handle wakes one task. Share it");
        }
    }

    private static boolean isBeside(Task<?> awaited, Waker first, Waker second) {
        return first.data() instanceof Intermediary other
                && other.isBeside(second.data())
                && leadsTo(other.within(), awaited);
    }

    /** Whether the waker is that of a suspended task, or of a future within one, which still waits. */
    static boolean isBySuspended(Task<?> awaited, Waker waker) {
        Task<?> task = taskOf(waker);
        if (task == null) {
            return false;
        }
        boolean[] waits = new boolean[1];
        LentThreads.inTurn(() -> waits[0] = isWaiting(task, awaited)); // what its futures wake is run afterwards
        return waits[0];
    }

    private static boolean isWaiting(Task<?> task, Task<?> awaited) {
        if (!TaskState.beginDump()) {
            return false; // inside a dump nothing is inspected but by that
        }
        try {
            return task.waitsFor(awaited);
        } finally {
            TaskState.endDump();
        }
    }

    /** The task behind a waker, or null if it is none of ours, or is not suspended. */
    private static Task<?> taskOf(Waker waker) {
        Object data = waker.data();
        while (data instanceof Intermediary between) {
            Waker behind = between.behind();
            data = behind == null ? null : behind.data();
        }
        return data instanceof Task<?> task ? task : null;
    }

    /** Of the task behind a waker, or null if that is not known. */
    private static String nameOf(Waker waker) {
        Object data = waker.data();
        while (data instanceof Intermediary between && !(data instanceof Future<?>)) {
            Waker behind = between.behind();
            data = behind == null ? null : behind.data();
        }
        return data instanceof Future<?> task ? task.toString() : null;
    }

    /** Whether a future that is not being polled waits for the handle, itself or by those that it awaits. */
    static boolean leadsTo(Future<?> root, Task<?> awaited) {
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
