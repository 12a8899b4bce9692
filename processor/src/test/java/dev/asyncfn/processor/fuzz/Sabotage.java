package dev.asyncfn.processor.fuzz;

import java.util.function.UnaryOperator;

/** Ways to break generated sources, which the fuzzer must notice. */
enum Sabotage implements UnaryOperator<String> {
    /** An operand is evaluated, but not kept over the await. */
    FORGETS_AN_OPERAND("(?m)^( +)\\w+(_\\d+)? = (.*; // before the await)$", "$1{ var forgotten = $3\n$1}"),
    /** What was awaited is polled once more after it was ready. */
    POLLS_TWICE("(?m)^( +)awaited = null;\n( +)output = ready.value\\(\\);", "$1output = ready.value();"),
    /** The state before a suspension is entered again. */
    RESUMES_ANEW("state = resumed;", "state = State.START;"),
    /** What a resource fails to close with is lost. */
    FORGETS_TO_SUPPRESS("\\.addSuppressed\\(", ".equals("),
    /** A drop does not reach the future that is awaited. */
    DROPS_NOTHING("Future<\\?> child = awaited;", "Future<?> child = null;");

    private final String pattern;
    private final String replacement;

    Sabotage(String pattern, String replacement) {
        this.pattern = pattern;
        this.replacement = replacement;
    }

    @Override
    public String apply(String source) {
        return source.replaceAll(pattern, replacement);
    }
}
