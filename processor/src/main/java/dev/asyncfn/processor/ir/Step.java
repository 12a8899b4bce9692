package dev.asyncfn.processor.ir;

/** One thing that a block does, in order. None of them suspends. */
public sealed interface Step {
    /**
     * Declares a variable without a value.
     *
     * @param written modifiers and type as the user wrote them, or null if it must be printed from the type
     */
    record Declare(Variable variable, Code written) implements Step {}

    /**
     * Gives a variable a value.
     *
     * @param written as for {@link Declare} if this also declares it here; null for a mere assignment
     * @param declares whether the variable's life begins here
     */
    record Assign(Variable variable, Code value, Code written, boolean declares) implements Step {}

    /** Keeps what a pattern bound in the test just passed. */
    record Bind(Variable variable) implements Step {}

    /**
     * A statement, printed as it is.
     *
     * @param completes whether control can come out at its end
     */
    record Run(Code statement, boolean completes) implements Step {}

    /** Says that a variable's value is of no use any more on this way. Nothing is printed for it. */
    record Forget(Variable variable) implements Step {}

    /**
     * Comments of the user.
     *
     * @param trails whether they stood behind the step before them, on its line
     */
    record Comment(Piece.Comment text, boolean trails) implements Step {}

    /**
     * Says of a source line that what it became begins here.
     *
     * @param apart whether its statement was taken apart, so that the reader needs to see it
     */
    record Origin(int line, boolean apart) implements Step {}
}
