package dev.asyncfn.processor.ir;

import dev.asyncfn.processor.model.Span;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** One thing that a block does, in order. None of them suspends. */
public sealed interface Step
        permits Step.Declare,
                Step.Assign,
                Step.Run,
                Step.Evaluate,
                Step.Throw,
                Step.Rethrow,
                Step.RethrowUnless,
                Step.Fail,
                Step.Dispatch,
                Step.Comment,
                Step.Origin,
                Definition,
                Cleanup {
    /**
     * What is done with each kind of step. There are no default methods, as for pieces.
     *
     * @param <R> what comes of each
     */
    interface Visitor<R> {
        R declare(Declare step);

        R assign(Assign step);

        R setExit(Cleanup.SetExit step);

        R bind(Bind step);

        R run(Run step);

        R evaluate(Evaluate step);

        R throwing(Throw step);

        R rethrow(Rethrow step);

        R rethrowUnless(RethrowUnless step);

        R putOff(Cleanup.PutOff step);

        R throwPutOff(Cleanup.ThrowPutOff step);

        R fail(Fail step);

        R dispatch(Dispatch step);

        R closeResource(Cleanup.CloseResource step);

        R goOnDropping(Cleanup.GoOnDropping step);

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

    /** Modifiers and type of the variable that it declares, as the user wrote them; null if they are printed from the type. */
    default Code written() {
        return null;
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

    /** Keeps what a pattern bound in the test just passed. */
    record Bind(Variable variable) implements Definition {
        @Override
        public Variable defined() {
            return variable;
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
     * @param source where it stands; an expression in it may have been evaluated before
     */
    record Run(Code statement, boolean completes, SourceText.Comment trailing, Span source) implements Step {
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
     * A switch that only decides where to continue.
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
     * Comments of the user.
     *
     * @param trails whether they stood behind the step before them, or what it quotes, on its line
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
     * @param brace where a resource is closed; else empty
     */
    record Origin(int line, Kind kind, Span quote, Span brace) implements Step {
        /** What code may come from. */
        public enum Kind {
            VERBATIM,
            SPLIT,
            /** The closing brace of a finally block, where a pending completion continues. */
            END_OF_FINALLY,
            /** The closing brace of a try block, where a resource is closed; the quote is the resource. */
            CLOSE
        }

        public Origin(int line, Kind kind, Span quote) {
            this(line, kind, quote, Span.NONE);
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
