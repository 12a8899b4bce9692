package dev.asyncfn.processor.analyze;

import dev.asyncfn.processor.lower.Block;
import dev.asyncfn.processor.lower.Step;
import java.util.List;

/**
 * One state of the machine: blocks that can only be entered one after the other stand in one {@code case}.
 *
 * @param state the name of its constant
 * @param blocks never empty
 * @param suspends whether the future can be suspended in this state
 */
public record Case(String state, List<Block> blocks, boolean suspends) {
    public Case {
        blocks = List.copyOf(blocks);
    }

    /** The source line with which it begins. */
    public int line() {
        return line(blocks.get(0));
    }

    /** The source line with which a block begins. */
    public static int line(Block block) {
        List<Step> steps = block.steps();
        return !steps.isEmpty() && steps.get(0) instanceof Step.Origin origin ? origin.line() : block.line();
    }
}
