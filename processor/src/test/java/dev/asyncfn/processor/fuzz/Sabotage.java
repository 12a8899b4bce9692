package dev.asyncfn.processor.fuzz;

import dev.asyncfn.processor.fuzz.Failure.Kind;
import java.util.function.UnaryOperator;

/** Ways to break generated sources, which the fuzzer must notice. */
enum Sabotage implements UnaryOperator<String> {
    /** An operand is evaluated, but not kept over the await. */
    FORGETS_AN_OPERAND(
            "(?m)^( +)\\w+(_\\d+)? = (.*; // before the await)$", "$1{ var forgotten = $3\n$1}", Kind.DIFFERS),
    /** What was awaited is polled once more after it was ready. */
    POLLS_TWICE("(?m)^( +)awaited = null;\n( +)output = ready.value\\(\\);", "$1output = ready.value();", Kind.DIFFERS),
    /** The state before a suspension is entered again. */
    RESUMES_ANEW("state = resumed;", "state = State.START;", Kind.DIFFERS),
    /** A try's clauses and its finally do not know of its exceptions. */
    FORGETS_A_HANDLER("(?m)^ +handler = State.FAILED;$", "", Kind.DIFFERS),
    /** A lambda reads a variable when it runs, not when it is made. */
    CAPTURES_THE_FIELD("(?m)^.* = this\\.\\w+; // what is captured must not change$", "", Kind.DIFFERS),
    /** What a resource fails to close with is lost. */
    FORGETS_TO_SUPPRESS("\\.addSuppressed\\(", ".equals(", Kind.DIFFERS),
    /** A drop does not reach the future that is awaited. */
    DROPS_NOTHING("Future<\\?> child = awaited;", "Future<?> child = null;", Kind.VIOLATES),
    /** A drop runs no finally. */
    DROPS_WITHOUT_CLEANUP("run\\(Context\\.fromWaker\\(Waker\\.noop\\(\\)\\), handler, dropped\\);", "", Kind.DROP_DIFFERS);

    private final String pattern;
    private final String replacement;
    private final Kind kind;

    Sabotage(String pattern, String replacement, Kind kind) {
        this.pattern = pattern;
        this.replacement = replacement;
        this.kind = kind;
    }

    @Override
    public String apply(String source) {
        return source.replaceAll(pattern, replacement);
    }

    /** Whether the program fails as broken futures of this kind do. */
    boolean explains(Batch.Verdict verdict) {
        return verdict.fails() && verdict.failure().kind() == kind;
    }
}
