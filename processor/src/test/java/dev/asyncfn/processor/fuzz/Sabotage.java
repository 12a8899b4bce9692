package dev.asyncfn.processor.fuzz;

import dev.asyncfn.processor.fuzz.Failure.Kind;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Ways to break generated sources, which the fuzzer must notice. */
enum Sabotage implements UnaryOperator<String> {
    /** An operand is evaluated, but not kept over the await. */
    FORGETS_AN_OPERAND(
            6, "(?m)^( +)\\w+(_\\d+)? = (.*; // before the await)$", "$1{ var forgotten = $3\n$1}", Kind.DIFFERS),
    /** What was awaited is polled once more after it was ready. */
    POLLS_TWICE(
            6, "(?m)^( +)awaited = null;\n( +)output = ready.value\\(\\);", "$1output = ready.value();", Kind.DIFFERS),
    /** The state before a suspension is entered again. */
    RESUMES_ANEW(1, "state = resumed;", "state = State.START;", Kind.DIFFERS),
    /** A try's clauses and its finally do not know of its exceptions. */
    FORGETS_A_HANDLER(1, "(?m)^ +handler = State.FAILED;$", "", Kind.DIFFERS),
    /** A lambda reads a variable when it runs, not when it is made. */
    CAPTURES_THE_FIELD(12, "(?m)^.* = this\\.\\w+; // what is captured must not change$", "", Kind.DIFFERS),
    /** What a resource fails to close with is lost. */
    FORGETS_TO_SUPPRESS(89, "\\.addSuppressed\\(", ".equals(", Kind.DIFFERS, Kind.DROP_DIFFERS),
    /** A drop does not reach the future that is awaited. */
    DROPS_NOTHING(1, "Future<\\?> child = awaited;", "Future<?> child = null;", Kind.VIOLATES),
    /** A drop runs no finally. */
    DROPS_WITHOUT_CLEANUP(
            1, "run\\(Context\\.fromWaker\\(Waker\\.noop\\(\\)\\), handler, dropped\\);", "", Kind.DROP_DIFFERS);

    /** The seeds are those of its programs, whatever the JDK. */
    static final int RELEASE = 17;

    private final long seed;
    private final String pattern;
    private final String replacement;
    private final Set<Kind> kinds;

    Sabotage(long seed, String pattern, String replacement, Kind... kinds) {
        this.seed = seed;
        this.pattern = pattern;
        this.replacement = replacement;
        this.kinds = Set.of(kinds);
    }

    @Override
    public String apply(String source) {
        return source.replaceAll(pattern, replacement);
    }

    /** Of a program not far before one that shows it. */
    long seed() {
        return seed;
    }

    /** Whether the program fails as such futures do, not for instance because its source does not compile. */
    boolean explains(Batch.Verdict verdict) {
        return verdict.fails() && kinds.contains(verdict.failure().kind());
    }
}
