package dev.asyncfn.processor.differential;

import java.util.Arrays;
import java.util.List;

/**
 * All that a run shows: what it returned or threw, and what it logged. Values are rendered, since each run has
 * classes of its own.
 */
record Outcome(String result, List<String> log) {
    static Outcome returned(Object value, Trace trace) {
        return new Outcome("returns " + render(value), trace.entries());
    }

    static Outcome threw(Throwable thrown, Trace trace) {
        trace.ended(thrown);
        return new Outcome("throws " + describe(thrown, trace), trace.entries());
    }

    private static String render(Object value) {
        if (value == null) {
            return "null";
        }
        String type = value.getClass().getTypeName();
        if (value instanceof Object[] || value.getClass().isArray()) {
            String inBrackets = Arrays.deepToString(new Object[] {value});
            return type + " " + inBrackets.substring(1, inBrackets.length() - 1);
        }
        String text = value.toString();
        if (text.equals(value.getClass().getName() + "@" + Integer.toHexString(value.hashCode()))) {
            throw new IllegalStateException("a case must return something that prints: " + text);
        }
        return type + " " + text;
    }

    private static String describe(Throwable thrown, Trace trace) {
        StringBuilder text = new StringBuilder(thrown.getClass().getName());
        String tag = trace.tagOf(thrown);
        if (tag != null) {
            text.append(" #").append(tag);
        }
        // The virtual machine's own message for a null names the expression as it was compiled.
        if (!(thrown instanceof NullPointerException) || tag != null) {
            text.append(": ").append(thrown.getMessage());
        }
        if (thrown.getCause() != null) {
            text.append("; caused by ").append(describe(thrown.getCause(), trace));
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            text.append("; suppressed ").append(describe(suppressed, trace));
        }
        return text.toString();
    }
}
