package dev.asyncfn.executor;

import dev.asyncfn.Future;
import dev.asyncfn.Traced;
import dev.asyncfn.executor.TaskDump.Node;
import dev.asyncfn.failure.Description;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
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

    private static Node leaf(String name) {
        return new Node(name, null, null, List.of());
    }

    private Node look(Future<?> future, int depth) {
        if (depth > DEEPEST) {
            return DEEPER;
        }
        if (!(future instanceof Traced traced)) {
            return leaf(nameOf(future));
        }
        try {
            return look(future, traced, depth);
        } catch (Throwable e) {
            return new Node(
                    nameOf(future), UNABLE + Description.of(e), null, List.of()); // one bad future hides no other
        }
    }

    private Node look(Future<?> future, Traced traced, int depth) {
        StackTraceElement location = traced.location();
        String name = location == null ? nameOf(future) : location.getClassName() + "." + location.getMethodName();
        return new Node(name, traced.state(), location, children(future, traced.awaitedAll(), depth));
    }

    private List<Node> children(Future<?> future, List<Future<?>> awaited, int depth) {
        if (!awaited.isEmpty() && !told.add(future)) {
            return List.of(ABOVE);
        }
        List<Node> children = new ArrayList<>(awaited.size());
        for (Future<?> child : awaited) {
            children.add(look(child, depth + 1));
        }
        return children;
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
