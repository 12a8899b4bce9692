package dev.asyncfn.processor.analyze;

import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Step;
import java.util.List;

/**
 * One state of the machine: blocks that can only be entered one after the other stand in one {@code case}.
 *
 * @param state the name of its constant
 * @param blocks never empty
 * @param suspends whether a future can be in this state while nobody polls it
 * @param resumes whether it continues after an await
 */
public record Case(String state, List<Block> blocks, boolean suspends, boolean resumes) {
    public Case {
        blocks = List.copyOf(blocks);
    }

    /** The source line with which it begins: that of the await, if it continues after one. */
    public int line() {
        return line(blocks.get(0));
    }

    /** The source line with which one of the blocks begins. */
    public int line(Block block) {
        List<Step> steps = block.steps();
        boolean goesOn = resumes() && block == blocks.get(0);
        return !goesOn && !steps.isEmpty() && steps.get(0) instanceof Step.Origin origin ? origin.line() : block.line();
    }
}
