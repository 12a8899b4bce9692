package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.model.Span;

/** What a piece of generated text was made for. Places nest as the text does. */
public sealed interface Place {
    /** What the code at the end of a block does. */
    enum Part {
        /** It creates the future that is awaited. */
        CREATE,
        /** It polls that future, and suspends. */
        POLL,
        CONDITION,
        JUMP,
        RETURN
    }

    /** A future class from its comment to its closing brace. */
    record FutureClass(StateMachine machine) implements Place {}

    /** The {@code case} of a state. */
    record State(Case state) implements Place {}

    record OfStep(Step step) implements Place {}

    record OfEnd(Block block, Part part) implements Place {}

    /** The statement that says where exceptions continue from this block on. */
    record Guard(Block block) implements Place {}

    /** A reference to nothing in place of one that is not needed any more, in a block. */
    record LetGo(Variable variable, Block block) implements Place {}

    /**
     * The choice of the block in which the body continues.
     *
     * @param source the statement or the label to which it belongs; empty if it stands at the end of a block
     */
    record Jump(Block target, Span source) implements Place {}

    /**
     * The completion of the future.
     *
     * @param source as for a jump
     */
    record Completion(Span source) implements Place {}

    /** The value of the last await. */
    record Output() implements Place {}

    /** A read of a variable that holds the value of an expression of the source. */
    record Use(Variable variable) implements Place {}

    /** The declaration of a field, with its comment. */
    record Field(Variable variable) implements Place {}

    /** The type in that declaration. */
    record FieldType(Variable variable) implements Place {}
}
