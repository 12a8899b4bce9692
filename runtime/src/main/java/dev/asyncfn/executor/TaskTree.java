package dev.asyncfn.executor;

import dev.asyncfn.Future;
import dev.asyncfn.Traced;
import dev.asyncfn.executor.TaskDump.Node;
import dev.asyncfn.failure.Description;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One walk from a task's future down to the leaves. Futures need not form a tree: several clones of a shared one have the same child, and
 * may be children of another shared one, and so on, which would double with each; what was shown once is not shown again.
 */
final class TaskTree {
    /** How a state begins that could not be asked for. */
    static final String UNABLE = "cannot show its state: ";

    /** How many levels are shown; a deeper tree could overflow the stack of the reader or printer. */
    private static final int DEEPEST = 1_000;

    private static final Node DEEPER = leaf("...");
    private static final Node ABOVE = leaf("(as above)");
    /** In place of the tree of a task that another dump reads, for which this one, made by a future's own method, must not wait. */
    static final Node BUSY = leaf("(in another dump)");

    private final Set<Future<?>> told = Collections.newSetFromMap(new IdentityHashMap<>());

    private TaskTree() {}

    static Node of(Future<?> root) {
        return new TaskTree().look(root, 1);
    }

    /**
     * A task in a dump; empty if it has finished.
     *
     * @param waits whether to wait for another dump that reads it
     */
    static Optional<TaskDump.Entry> inspect(Task<?> task, boolean waits) {
        TaskDump.Status status = task.tryInspect(waits);
        if (status == null) {
            return Optional.of(new TaskDump.Entry(task.id, task.status(), BUSY));
        }
        if (status == TaskDump.Status.RUNNING) {
            return task.isFinished() ? Optional.empty() : Optional.of(new TaskDump.Entry(task.id, status, null));
        }
        try {
            return Optional.of(new TaskDump.Entry(task.id, status, of(task.inspected())));
        } finally {
            task.endInspection();
        }
    }

    private static Node leaf(String name) {
        return new Node(name, null, null, List.of());
    }

    /** Recursive in one method, so that a level needs little of the stack. */
    private Node look(Future<?> future, int depth) {
        if (depth > DEEPEST) {
            return DEEPER;
        }
        if (!(future instanceof Traced traced)) {
            return leaf(nameOf(future));
        }
        try {
            StackTraceElement location = traced.location();
            String state = traced.state();
            List<Future<?>> awaited = traced.awaitedAll();
            if (!awaited.isEmpty() && !told.add(future)) {
                return new Node(nameOf(future, location), state, location, List.of(ABOVE));
            }
            List<Node> children = new ArrayList<>(awaited.size());
            for (Future<?> child : awaited) {
                children.add(look(child, depth + 1));
            }
            return new Node(nameOf(future, location), state, location, children);
        } catch (Throwable e) {
            return new Node(
                    nameOf(future), UNABLE + Description.of(e), null, List.of()); // one bad future hides no other
        }
    }

    private static String nameOf(Future<?> future, StackTraceElement location) {
        return location == null ? nameOf(future) : location.getClassName() + "." + location.getMethodName();
    }

    private static String nameOf(Future<?> future) {
        Class<?> type = future.getClass();
        if (future instanceof JoinHandle<?>) {
            return JoinHandle.class.getSimpleName();
        }
        if (type.isHidden() || type.isSynthetic()) {
            return "lambda"; // its own name differs from run to run
        }
        return type.isAnonymousClass() ? type.getName() : type.getSimpleName();
    }
}
