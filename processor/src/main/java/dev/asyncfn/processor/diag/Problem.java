package dev.asyncfn.processor.diag;

import javax.tools.Diagnostic;

/** Everything that the processor may say to a user: an id, what is wrong, and what to write instead. */
public enum Problem {
    AWAIT_IN_TRY(
            Diagnostic.Kind.ERROR,
            "await-in-try",
            "await inside try is not supported yet",
            "move the awaited call into an async fn of its own and call that outside of the try"),
    ;

    private final Diagnostic.Kind kind;
    private final String id;
    private final String text;
    private final String remedy;

    Problem(Diagnostic.Kind kind, String id, String text, String remedy) {
        this.kind = kind;
        this.id = id;
        this.text = text;
        this.remedy = remedy;
    }

    public Diagnostic.Kind kind() {
        return kind;
    }

    /** Stable, lower-kebab-case; warnings are silenced by {@code @SuppressWarnings("asyncfn:<id>")}. */
    public String id() {
        return id;
    }

    /** The whole message, with the arguments in the places of {@code %s}. */
    public String message(Object... arguments) {
        return "[asyncfn:" + id + "] " + text.formatted(arguments) + "; " + remedy;
    }
}
