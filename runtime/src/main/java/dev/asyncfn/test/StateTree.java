package dev.asyncfn.test;

import dev.asyncfn.Future;
import dev.asyncfn.Traced;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells where a future stands, and below it those that it waits for, and so on: the same text for the same states, in every run. */
final class StateTree {
    private static final Pattern FN_NAME = Pattern.compile("(.+)Future(_.*)?");

    private final Consumer<String> lines;
    private final Function<Future<?>, String> known;
    private final boolean withLines;

    private StateTree(Consumer<String> lines, Function<Future<?>, String> known, boolean withLines) {
        this.lines = lines;
        this.known = known;
        this.withLines = withLines;
    }

    /** Tells the source lines of async fns, too. The given names are those of some futures, and null for others. */
    static StateTree withSourceLines(Consumer<String> lines, Function<Future<?>, String> names) {
        return new StateTree(lines, names, true);
    }

    /** Tells states only. */
    static StateTree ofStates(Consumer<String> lines) {
        return new StateTree(lines, future -> null, false);
    }

    void tell(Future<?> root, String indent) {
        lines.accept(indent + describe(root));
        if (root instanceof Traced traced) {
            traced.awaitedAll().forEach(child -> tell(child, indent + "  "));
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

    /** Whether it is the name of a state, as those of generated futures are. The runtime's futures tell who they are themselves. */
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
