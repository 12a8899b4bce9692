package dev.asyncfn.test;

import dev.asyncfn.Future;
import dev.asyncfn.Traced;
import dev.asyncfn.failure.Description;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Prints the state of a future and the source line of an async fn, below it those of the futures that it waits for, and so on: the same text for the same states, in every run. */
final class StateTree {
    /** How many levels are shown; a deeper tree could overflow the stack. */
    private static final int DEEPEST = 1_000;

    private final Consumer<String> lines;
    private final Function<Future<?>, String> known;

    /** Prints to {@code lines}. The function names some futures, and is null for others. */
    StateTree(Consumer<String> lines, Function<Future<?>, String> known) {
        this.lines = lines;
        this.known = known;
    }

    void tell(Future<?> root, String indent) {
        tell(root, indent, 1, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** The children of a future that was already shown are not repeated: those of shared futures could double with each level. */
    private void tell(Future<?> future, String indent, int depth, Set<Future<?>> told) {
        if (depth > DEEPEST) {
            lines.accept(indent + "...");
            return;
        }
        String line;
        List<Future<?>> children;
        try {
            line = describe(future);
            children = future instanceof Traced traced ? traced.awaitedAll() : List.of();
        } catch (Throwable e) {
            line = Described.nameOf(future.getClass()) + " cannot show its state: "
                    + Description.of(e); // one bad future hides no other
            children = List.of();
        }
        lines.accept(indent + line);
        if (!children.isEmpty() && !told.add(future)) {
            lines.accept(indent + "  (as above)");
            return;
        }
        for (Future<?> child : children) {
            tell(child, indent + "  ", depth + 1, told);
        }
    }

    private String describe(Future<?> future) {
        String name = known.apply(future);
        if (name != null) {
            return name;
        }
        String described = Described.of(future).toString();
        return future instanceof Traced traced ? described + place(traced) : described;
    }

    private String place(Traced future) {
        StackTraceElement location = future.location();
        if (location == null || location.getFileName() == null) {
            return "";
        }
        int line = location.getLineNumber();
        return " (" + location.getFileName() + (line < 0 ? ")" : ":" + line + ")");
    }
}
