package dev.asyncfn.processor.fuzz;

import dev.asyncfn.processor.fuzz.Failure.Kind;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Ways to break generated sources, which the fuzzer must notice. */
enum Sabotage implements UnaryOperator<String> {
    /** An operand is evaluated, but not kept over the await. */
    FORGETS_AN_OPERAND(
            "(?m)^( +)\\w+(_\\d+)? = (.*; // before the next await)$", "$1{ var forgotten = $3\n$1}", Kind.DIFFERS),
    /** What was awaited is polled once more after it was ready. */
    POLLS_TWICE(
            "awaitedValue = (\\(\\w+\\) )?take\\(polled\\);",
            "awaitedValue = $1(Object) ((Poll.Ready<?>) polled).value();",
            Kind.DIFFERS),
    /** The state before a suspension is entered again. */
    RESUMES_ANEW("suspend\\(next\\)", "suspend(State.START, awaited)", Kind.DIFFERS),
    /** A try's clauses and its finally do not know of its exceptions. */
    FORGETS_A_HANDLER("(?m)^ +handler = State.FINALLY\\w*;$", "", Kind.DIFFERS, Kind.DROP_DIFFERS, Kind.HANGS),
    /** A lambda reads a variable when it runs, not when it is made. */
    CAPTURES_THE_FIELD("(?m)^.* = this\\.\\w+; // what is captured must not change$", "", Kind.DIFFERS),
    /** What a resource fails to close with is lost. */
    FORGETS_TO_SUPPRESS("\\.addSuppressed\\(", ".equals(", Kind.DIFFERS, Kind.DROP_DIFFERS),
    /** A drop does not reach the future that is awaited. */
    DROPS_NOTHING("(drop(?:Guarded)?\\(State\\.DROPPED\\);)", "awaited = null; $1", Kind.VIOLATES),
    /** A drop runs no finally. */
    DROPS_WITHOUT_CLEANUP("dropGuarded\\(", "drop(", Kind.DROP_DIFFERS),
    /** What a clause has caught is thrown again behind the finally block. */
    FORGETS_THAT_IT_CAUGHT("(?m)^ +thrown = null; // caught$", "", Kind.DIFFERS),
    /** A finally block begins as if nothing had been thrown. */
    FORGETS_WHAT_IS_PENDING("(?m)^( +pending\\w* = )putOff\\(thrown\\);", "$1null;", Kind.DIFFERS, Kind.DROP_DIFFERS),
    /** A finally block ends as if nothing had been thrown. */
    LOSES_WHAT_IS_PENDING(
            "(?m)^ +if \\(pending\\w* != null\\) throw rethrow\\(pending\\w*\\);$",
            "",
            Kind.DIFFERS,
            Kind.DROP_DIFFERS),

    // Text of the user.

    /** Lines of a text block look like an empty block. */
    TIDIES_BRACES("(?m)^( *)\\{\n\\s*\\}$", "$1{}", Kind.DIFFERS, Kind.SYMBOLS_DIFFER),
    /** So do empty lines, as between members. The groups of states are none of the user's. */
    TIDIES_BLANK_LINES(",\n\n(?! *// )", ",\n", Kind.DIFFERS, Kind.SYMBOLS_DIFFER),
    /** What only looks like an end of a line is taken for one. */
    SPLITS_AT_A_SEPARATOR("a\u2028b", "a\nb", Kind.DIFFERS, Kind.SYMBOLS_DIFFER),
    /** A backslash that is escaped itself does not begin an escape. */
    UNESCAPES_A_BACKSLASH("\\\\\\\\(?=[us])", "\\\\", Kind.DIFFERS, Kind.SYMBOLS_DIFFER),
    /** An operator that is written as escapes is taken for another one. */
    OVERLOOKS_A_HIDDEN_OPERATOR(
            "(\\\\u+0026)\\\\u+0026|(\\\\u+007c)\\\\u+007c", "$1$2", Kind.DIFFERS, Kind.SYMBOLS_DIFFER),
    /** An escape hides letters of a name, which is taken for another one. */
    OVERLOOKS_A_HIDDEN_NAME("\\bt(ota)?\\\\u+00(6f|6c)\\w*", "hashCode()", Kind.DIFFERS, Kind.UNCOMPILABLE),
    /** A comment is over too late. */
    LENGTHENS_A_COMMENT("(// ends early)\\s*\n\\s*", "$1 ", Kind.UNCOMPILABLE),
    /** A brace in a comment ends what it stands in. */
    ENDS_AT_A_BRACE("/\\* \\} \\*/", "}", Kind.UNCOMPILABLE),

    // Virtual async fns.

    /** Overrides are called themselves, as if none were an async fn. */
    CALLS_THE_OVERRIDE("TABLES\\.of\\((?:self|receiver)\\)", "TABLES.of((Object) null)", Kind.DIFFERS),
    /** The entry of an override is for another method. */
    MISNAMES_AN_ENTRY("(?s)(TABLES\\.put\\(\\s*[\\w.]+\\.class,\\s*\")", "$1other_", Kind.DIFFERS),
    /** The future is that of the declared type, whatever the class of the receiver. */
    DISPATCHES_BY_THE_TYPE("(?<!new )\\b(P\\d+_\\w+Async)\\.v(\\d)\\(", "new $1.V$2Future(", Kind.DIFFERS),
    /** {@code super} is taken for {@code this}. */
    CALLS_SUPER_BY_THE_CLASS("new (P\\d+_\\w+Async)\\.V(\\d)Future\\(self", "$1.v$2(self", Kind.DIFFERS),
    /** An override with a type argument is not seen to be overridden itself. */
    OVERLOOKS_A_TYPE_ARGUMENT(
            "(?<=\"g\\(dev\\.asyncfn\\.processor\\.fuzz\\.Run, java\\.lang\\.)String(?=\\)\"\\))",
            "Object",
            Kind.DIFFERS),

    // Async blocks.

    /** The block of a round has the variable of another one. */
    CAPTURES_ANOTHER_ROUND("(new \\w+Block\\([^()]*)\\beach\\d+\\b", "$1 -1", Kind.DIFFERS),
    /** A block has no {@code this}. */
    FORGETS_THE_RECEIVER_OF_A_BLOCK("(new \\w+Block\\()(self)\\b", "$1null", Kind.DIFFERS),
    /** A block is resumed where it began. */
    RESUMES_A_BLOCK_ANEW(
            "(?s)(class \\w+Block\\b.*?)suspend\\(next\\)", "$1suspend(State.START, awaited)", Kind.DIFFERS),

    /** A block runs with another value of a task local. */
    BINDS_ANOTHER_VALUE("Run\\.LOCAL\\.where\\(", "Run.LOCAL.where(\"other \" + ", Kind.DIFFERS, Kind.SYMBOLS_DIFFER),
    /** What is shielded is given up like anything else. */
    SHIELDS_NOTHING("r\\.shielded\\(", "(", Kind.DROP_DIFFERS, Kind.SYMBOLS_DIFFER),

    // What names stand for.

    /** Boxed beside primitive: another overload. */
    BOXES_AN_ARGUMENT("Choices\\.of\\(r, ", "Choices.of(r, (Object) ", Kind.DIFFERS),
    /** Varargs beside fixed. */
    PASSES_AN_ARRAY("Choices\\.of\\(r, ([\\w.]+)\\)", "Choices.of(r, $1, new Object[0])", Kind.DIFFERS),
    /** One lambda beside another. */
    TAKES_ANOTHER_LAMBDA(
            "Choices\\.call\\(r, \\(\\) ->", "Choices.call(r, (Runnable) () ->", Kind.DIFFERS, Kind.SYMBOLS_DIFFER),
    /** An async fn's factory is chosen by its arguments: a static one beside that of an instance. */
    CHOOSES_THE_FACTORY_AGAIN(
            "TwinFuture (\\w+) = new TwinFuture\\(", "var $1 = twin(", Kind.DIFFERS, Kind.SYMBOLS_DIFFER),
    /** A value of a type variable beside a lambda. */
    MAKES_A_LAMBDA("OrFuture_Run_T<([^()]+)>\\((new [^()]+\\(\\)), r, ", "OrFuture<$1>($2, r, () -> ", Kind.DIFFERS),
    /** A private method of another class around. */
    CALLS_ANOTHER_OWNERS("Bridge\\.make_Deep\\(", "Bridge.make(", Kind.DIFFERS, Kind.SYMBOLS_DIFFER),
    /** A private field of a superclass, of the same name. */
    READS_THE_SUPERCLASSES("Bridge\\.kept_Right\\(", "Bridge.kept(", Kind.DIFFERS, Kind.SYMBOLS_DIFFER),
    /** A private constructor of a class whose name others have, too. */
    CONSTRUCTS_OTHERWISE(
            "findConstructor\\((P\\d+\\.Left)\\.class, MethodType\\.methodType\\(void\\.class, int\\.class\\)\\)",
            "findConstructor($1.class, MethodType.methodType(void.class, Object.class))"
                    + ".asType(MethodType.methodType($1.class, int.class))",
            Kind.DIFFERS),
    /** A private member of a superclass, which is also the outer class, is not inherited. */
    TAKES_THIS_FOR_THE_OUTER("Bridge\\.outer\\((self|receiver)\\)", "$1", Kind.DIFFERS, Kind.SYMBOLS_DIFFER),
    /** Overloads of a type that is only known by its own type variable. */
    WIDENS_IN_A_CHAIN("\\.with\\(", ".with((Object) ", Kind.DIFFERS),
    /** Overloads for a type with a wildcard. */
    FORGETS_A_CAPTURE("Sink\\.(kind|firstOf)\\(", "Sink.$1((Object) ", Kind.DIFFERS, Kind.SYMBOLS_DIFFER),
    /** A type variable of which nothing is known is taken for a type, to which what is given is cast. */
    INVENTS_A_SELF_TYPE("new Chain<>\\(", "new Chain<Chain.Link>(", Kind.DIFFERS),

    // Shapes.

    /** A constant of the body has another value in its copy. */
    CHANGES_A_CONSTANT(
            "(/\\*\\* A constant\\. \\*/ private static final int \\w+ = )\\d+;",
            "$142;",
            Kind.DIFFERS,
            Kind.SYMBOLS_DIFFER),
    /** A clause catches only one of its exceptions. */
    CATCHES_ONE_OF_TWO(
            "(thrown\\w* instanceof [\\w.]+)\\s*\\|\\|\\s*thrown\\w* instanceof [\\w.]+", "$1", Kind.DIFFERS);

    /** The language of the programs, whatever the JDK. */
    static final int RELEASE = 17;

    private final String pattern;
    private final String replacement;
    private final Set<Kind> kinds;

    Sabotage(String pattern, String replacement, Kind... kinds) {
        this.pattern = pattern;
        this.replacement = replacement;
        this.kinds = Set.of(kinds);
    }

    @Override
    public String apply(String source) {
        return source.replaceAll(pattern, replacement);
    }

    /** Whether a future fails as it would with this, not for instance because its source does not compile. */
    boolean explains(Failure failure) {
        return failure != null && kinds.contains(failure.kind());
    }

    /** Whether this may be noticed by what the future refers to alone. */
    boolean changesSymbols() {
        return kinds.contains(Kind.SYMBOLS_DIFFER);
    }
}
