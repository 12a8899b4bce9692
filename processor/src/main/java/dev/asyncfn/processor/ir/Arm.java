package dev.asyncfn.processor.ir;

import dev.asyncfn.processor.model.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry of a {@link Step.Dispatch}.
 *
 * @param labels as the user wrote them
 * @param orDefault whether {@code default} is one of them
 * @param guard null if there is none, or if it awaits and so is tested later
 * @param kept what its patterns bind
 * @param source where the labels stand, with the guard if it is tested here
 */
public record Arm(Code labels, boolean orDefault, Code guard, List<Variable> kept, Block target, Span source) {
    public Arm {
        kept = List.copyOf(kept);
    }

    /** What it does at last. */
    public Transfer.Jump jump() {
        return new Transfer.Jump(target, null, source);
    }

    /** All that it does. */
    Code code() {
        List<Object> parts = new ArrayList<>(List.of(labels, guard == null ? Code.EMPTY : guard));
        kept.forEach(variable -> parts.add(new VariableUse.KeepBinding(variable)));
        parts.add(jump());
        return Code.join(parts);
    }
}
