package dev.asyncfn.processor.ir;

import dev.asyncfn.processor.model.Span;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** One thing that a block does, in order. None of them suspends. */
public sealed interface Step {
    /**
     * What is done with each kind of step. There are no default methods, as for pieces.
     *
     * @param <R> what comes of each
     */
    interface Visitor<R> {
        R declare(Declare step);

        R assign(Assign step);

        R setExit(SetExit step);

        R bind(Bind step);

        R run(Run step);

        R evaluate(Evaluate step);

        R throwing(Throw step);

        R rethrow(Rethrow step);

        R rethrowUnless(RethrowUnless step);

        R putOff(PutOff step);

        R throwPutOff(ThrowPutOff step);

        R fail(Fail step);

        R dispatch(Dispatch step);

        R closeResource(CloseResource step);

        R goOnDropping(GoOnDropping step);

        R comment(Comment step);

        R origin(Origin step);
    }

    /** The type of a variable, written so that it is inferred. */
    Code INFERRED = Code.of("var");

    /** The code that it runs. */
    List<Code> codes();

    <R> R accept(Visitor<R> visitor);

    /** Whether control can come out at its end. */
    default boolean completes() {
        return true;
    }

    /** The variable whose value before the step is of no use after it; null if there is none. */
    default Variable defined() {
        return null;
    }

    /** Whether it gives that variable a new value. */
    default boolean assigns() {
        return false;
    }

    /** Whether that variable's life begins here. */
    default boolean declares() {
        return false;
    }

    /**
     * Declares a variable without a value.
     *
     * @param written modifiers and type as the user wrote them, or null if it must be printed from the type
     */
    record Declare(Variable variable, Code written) implements Step {
        @Override
        public Variable defined() {
            return variable;
        }

        @Override
        public boolean declares() {
            return true;
        }

        @Override
        public List<Code> codes() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.declare(this);
        }
    }

    /**
     * Gives a variable a value.
     *
     * @param written as for {@link Declare} if this also declares it here; null for a mere assignment
     * @param declares whether the variable's life begins here
     */
    record Assign(Variable variable, Code value, Code written, boolean declares) implements Step {
        @Override
        public Variable defined() {
            return variable;
        }

        @Override
        public boolean assigns() {
            return true;
        }

        @Override
        public List<Code> codes() {
            return List.of(value);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.assign(this);
        }
    }

    /** Tells a {@code finally} where to go on. */
    record SetExit(Variable exit, Block target) implements Step {
        @Override
        public Variable defined() {
            return exit;
        }

        @Override
        public boolean assigns() {
            return true;
        }

        @Override
        public boolean declares() {
            return true;
        }

        @Override
        public List<Code> codes() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setExit(this);
        }
    }

    /** Keeps what a pattern bound in the test just passed. */
    record Bind(Variable variable) implements Step {
        @Override
        public Variable defined() {
            return variable;
        }

        @Override
        public boolean assigns() {
            return true;
        }

        @Override
        public boolean declares() {
            return true;
        }

        @Override
        public List<Code> codes() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bind(this);
        }
    }

    /**
     * A statement of the user, printed as it is.
     *
     * @param completes whether control can come out at its end
     * @param trailing what the user says of it on its line
     */
    record Run(Code statement, boolean completes, SourceText.Comment trailing) implements Step {
        public Run(Code statement, boolean completes) {
            this(statement, completes, SourceText.Comment.NONE);
        }

        @Override
        public List<Code> codes() {
            return List.of(statement);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.run(this);
        }
    }

    /**
     * An expression for its effects.
     *
     * @param trailing what the user says of it on its line
     */
    record Evaluate(Code expression, SourceText.Comment trailing) implements Step {
        @Override
        public List<Code> codes() {
            return List.of(expression);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.evaluate(this);
        }
    }

    /** Throws an exception. */
    record Throw(Code exception) implements Step {
        @Override
        public List<Code> codes() {
            return List.of(exception);
        }

        @Override
        public boolean completes() {
            return false;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.throwing(this);
        }
    }

    /** Throws an exception of which javac cannot see that it is an {@code Exception}, as it is. */
    record Rethrow(Code exception) implements Step {
        @Override
        public List<Code> codes() {
            return List.of(exception);
        }

        @Override
        public boolean completes() {
            return false;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rethrow(this);
        }
    }

    /** Throws what was thrown once more, unless the last catch clause of its {@code try} catches it. */
    record RethrowUnless(Test.Caught caught) implements Step {
        @Override
        public List<Code> codes() {
            return List.of(caught.code());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rethrowUnless(this);
        }
    }

    /** Begins a {@code finally}: keeps what was thrown until it ends, or null if nothing was. */
    record PutOff(Variable pending) implements Step {
        @Override
        public Variable defined() {
            return pending;
        }

        @Override
        public boolean assigns() {
            return true;
        }

        @Override
        public boolean declares() {
            return true;
        }

        @Override
        public List<Code> codes() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.putOff(this);
        }
    }

    /**
     * Ends a {@code finally}: throws what was put off.
     *
     * @param always whether only an exception can have led to it
     */
    record ThrowPutOff(Variable pending, boolean always) implements Step {
        @Override
        public List<Code> codes() {
            return List.of(Code.of(pending));
        }

        @Override
        public boolean completes() {
            return !always;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.throwPutOff(this);
        }
    }

    /**
     * Throws an error that nobody is expected to catch.
     *
     * @param message what its constructor gets; empty if nothing
     */
    record Fail(TypeElement error, Code message) implements Step {
        @Override
        public List<Code> codes() {
            return List.of(message);
        }

        @Override
        public boolean completes() {
            return false;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fail(this);
        }
    }

    /**
     * A switch that only decides where to go on.
     *
     * @param otherwise what happens if no label matches
     */
    record Dispatch(Code selector, List<Arm> arms, Otherwise otherwise) implements Step {
        public Dispatch {
            arms = List.copyOf(arms);
        }

        @Override
        public List<Code> codes() {
            List<Object> all = new ArrayList<>(List.of(selector, new Transfer.Conditional()));
            arms.forEach(arm -> all.add(arm.code()));
            all.add(otherwise.code());
            return List.of(Code.join(all));
        }

        /** Not if one of its ways is taken in any case. */
        @Override
        public boolean completes() {
            return otherwise.kind() == Otherwise.Kind.FALL_OUT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dispatch(this);
        }
    }

    /**
     * Closes a resource at the end of its block, or after an exception, to which it adds its own (JLS 14.20.3.1).
     *
     * @param resource what is closed unless it is null
     * @param primary the exception that led here, or null
     * @param suppressed a name for what closing throws
     * @param end the line where the block ends, in which javac closes the resource
     * @param start the line of the statement, in which javac closes it after an exception
     */
    record CloseResource(Variable resource, Variable primary, String suppressed, int end, int start) implements Step {
        @Override
        public List<Code> codes() {
            return List.of(Code.of(primary, new Transfer.Conditional(), resource));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.closeResource(this);
        }
    }

    /**
     * During a drop, does not jump out of a finally, but goes on with the one around it.
     *
     * @param pending what led to the finally: a drop, perhaps
     */
    record GoOnDropping(Variable pending) implements Step {
        @Override
        public List<Code> codes() {
            return List.of(Code.of(pending));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.goOnDropping(this);
        }
    }

    /**
     * Comments of the user.
     *
     * @param trails whether they stood behind the step before them, on its line
     */
    record Comment(SourceText.Comment text, boolean trails) implements Step {
        @Override
        public List<Code> codes() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.comment(this);
        }
    }

    /**
     * Says of a source line that what it became begins here.
     *
     * @param kind what stands there
     * @param quote the part of a split statement from which it comes, the name of a resource, a closing brace, or the whole of a statement
     *     that is kept verbatim
     */
    record Origin(int line, Kind kind, Span quote) implements Step {
        /** What code may come from. */
        public enum Kind {
            VERBATIM,
            SPLIT,
            /** The closing brace of a finally block, where a pending completion goes on. */
            END_OF_FINALLY,
            /** The closing brace of a try block, where a resource is closed; the quote is the resource. */
            CLOSE
        }

        public Origin(int line, Span quote) {
            this(line, Kind.SPLIT, quote);
        }

        @Override
        public List<Code> codes() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.origin(this);
        }
    }
}
