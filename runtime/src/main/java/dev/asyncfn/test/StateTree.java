package dev.asyncfn.test;

import dev.asyncfn.Future;
import dev.asyncfn.Traced;
import dev.asyncfn.failure.Description;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prints the state of a future, below it those of the futures that it waits for, and so on: the same text for the same states, in every run. */
final class StateTree {
    private static final Pattern FN_NAME = Pattern.compile("(.+)Future(_.*)?");

    /** How many levels are shown; a deeper tree could overflow the stack. */
    private static final int DEEPEST = 1_000;

    private final Consumer<String> lines;
    private final Function<Future<?>, String> known;
    private final boolean withLines;

    private StateTree(Consumer<String> lines, Function<Future<?>, String> known, boolean withLines) {
        this.lines = lines;
        this.known = known;
        this.withLines = withLines;
    }

    /** Also shows the source lines of async fns. The function names some futures, and is null for others. */
    static StateTree withSourceLines(Consumer<String> lines, Function<Future<?>, String> names) {
        return new StateTree(lines, names, true);
    }

    /** Shows states only. */
    static StateTree ofStates(Consumer<String> lines) {
        return new StateTree(lines, future -> null, false);
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
            line = nameOf(future.getClass()) + " cannot show its state: "
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
        if (!(future instanceof Traced traced)) {
            return nameOf(future.getClass());
        }
        String state = traced.state();
        return (isConstant(state) ? fnName(nameOf(future.getClass())) + " " + state : state) + place(traced);
    }

    private String place(Traced future) {
        StackTraceElement location = withLines ? future.location() : null;
        if (location == null || location.getFileName() == null) {
            return "";
        }
        int line = location.getLineNumber();
        return " (" + location.getFileName() + (line < 0 ? ")" : ":" + line + ")");
    }

    /** Whether it is the name of a state, like those of generated futures. The runtime's futures name themselves. */
    private static boolean isConstant(String state) {
        return state.chars().noneMatch(c -> Character.isLowerCase(c) || Character.isWhitespace(c));
    }

    /** A generated class is named after its async fn. */
    private static String fnName(String className) {
        Matcher fn = FN_NAME.matcher(className);
        return fn.matches()
                ? className.substring(0, 1).toLowerCase(Locale.ROOT)
                        + fn.group(1).substring(1)
                : className;
    }

    private static String nameOf(Class<?> type) {
        if (type.isHidden() || type.isSynthetic()) {
            return "lambda"; // its own name differs from run to run
        }
        return type.getSimpleName().isEmpty() ? "anonymous class" : type.getSimpleName();
    }
}
