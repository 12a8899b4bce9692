package dev.asyncfn.processor.lower;

import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Region;
import dev.asyncfn.processor.ir.Variable;
import java.util.List;
import java.util.Map;

/**
 * A finally, and where it may continue.
 *
 * @param entry its first block
 * @param exit the variable that says where it continues, if there is more than one possibility
 * @param leaves the blocks from which control reaches it other than by an exception, with where each leads
 * @param region the region in which the finally itself stands
 * @param pending the exception that it throws at its end, if it was an exception that led to it
 * @param ways the trampoline to it for each target of a jump out of what it guards
 * @param jumps the trampoline out of it for each target of a jump in itself
 * @param isNested whether it is part of another finally
 */
record FinallyScope(
        Block entry,
        Variable exit,
        Map<Block, Block> leaves,
        Region region,
        Variable pending,
        Map<Block, Block> ways,
        Map<Block, Block> jumps,
        boolean isNested) {
    /** Where it may continue. */
    List<Block> targets() {
        return leaves.values().stream().distinct().toList();
    }
}
