package dev.asyncfn.test;

import dev.asyncfn.Future;
import dev.asyncfn.Traced;
import dev.asyncfn.failure.Description;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A future in words: the same for the same state, in every run.
 *
 * @param name of its async fn, or as it calls itself: the part of its state before the first comma; else of its class
 * @param state the rest; empty if there is nothing
 * @param constant whether the state is the name of a constant, like those of generated futures
 */
record Described(String name, String state, boolean constant) {
    private static final Pattern FN_NAME = Pattern.compile("(.+)Future(_.*)?");

    static Described of(Future<?> future) {
        String type = nameOf(future.getClass());
        if (future instanceof PollTrace<?, ?> trace) {
            return new Described(trace.name(), "", false);
        }
        if (!(future instanceof Traced traced)) {
            return new Described(type, "", false);
        }
        String state;
        try {
            state = traced.state();
        } catch (Throwable e) {
            return new Described(type, "cannot show its state: " + Description.of(e), true); // not its own words
        }
        if (isConstant(state)) {
            return new Described(fnName(type), state, true);
        }
        int comma = state.indexOf(", ");
        return comma < 0
                ? new Described(state, "", false)
                : new Described(state.substring(0, comma), state.substring(comma + 2), false);
    }

    /** The runtime's futures name themselves in their states. */
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

    static String nameOf(Class<?> type) {
        if (type.isHidden() || type.isSynthetic()) {
            return "lambda"; // its own name differs from run to run
        }
        return type.getSimpleName().isEmpty() ? "anonymous class" : type.getSimpleName();
    }

    @Override
    public String toString() {
        return state.isEmpty() ? name : name + (constant ? " " : ", ") + state;
    }
}
