package dev.asyncfn.processor.analyze;

import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import java.util.List;

/** Where fields are nulled. */
interface NullingPoints {
    List<Variable> onEntry(Block block);

    List<Variable> after(Step step);

    /** Before the future is polled for which a block ends. */
    List<Variable> beforePoll(Block block);
}
