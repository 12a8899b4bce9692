package dev.asyncfn.processor.fuzz;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** All that one run shows: what it returned or threw, and what it logged. */
record Observed(String result, List<String> log) {
    private static final int LONGEST = 200;

    static Observed returned(Object value, Run run) {
        return new Observed("returns " + render(value), List.copyOf(run.ended().entries()));
    }

    static Observed threw(Throwable thrown, Run run) {
        return new Observed(
                "throws " + describe(thrown), List.copyOf(run.ended().entries()));
    }

    /** No text that depends on an identity, which differs from run to run. */
    static String render(Object value) {
        if (value instanceof int[] array) {
            return Arrays.toString(array);
        }
        if (value instanceof Object[] array) {
            return Arrays.deepToString(array);
        }
        if (value instanceof char[] array) {
            return "chars "
                    + IntStream.range(0, array.length)
                            .mapToObj(i -> "" + (int) array[i])
                            .toList();
        }
        if (value instanceof long[] array) {
            return Arrays.toString(array);
        }
        if (value instanceof Function || value instanceof UnaryOperator<?> || value instanceof Comparator<?>) {
            return "function";
        }
        if (value instanceof Rooted) {
            return "rooted";
        }
        if (value instanceof dev.asyncfn.Future<?>) {
            return "future";
        }
        if (value instanceof Pair pair) {
            return "Pair(" + pair.number() + ", " + render(pair.any()) + ")";
        }
        if (value instanceof Character c) {
            return "char " + (int) c; // some are not printable
        }
        return value instanceof Throwable thrown ? describe(thrown) : shortened(String.valueOf(value));
    }

    /** A long text with its length: a program that makes it longer and longer shows it again and again. */
    private static String shortened(String text) {
        return text.length() <= LONGEST
                ? text
                : text.length() + " " + text.hashCode() + " " + text.substring(0, LONGEST);
    }

    /** Without the message of the virtual machine's own exceptions, which names what was compiled. */
    static String describe(Throwable thrown) {
        StringBuilder text = new StringBuilder(thrown.getClass().getSimpleName());
        if (thrown.getClass().getPackageName().startsWith("dev.asyncfn")) {
            text.append(' ').append(thrown.getMessage());
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            text.append(", suppressed ").append(describe(suppressed));
        }
        return text.toString();
    }
}
