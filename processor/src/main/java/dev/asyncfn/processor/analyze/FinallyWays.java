package dev.asyncfn.processor.analyze;

import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Cleanup;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The ways through finally blocks. A {@code finally} ends in many places, but each way into it has said in which one: what
 * only the others need is of no use on this way.
 */
final class FinallyWays {
    private final Flow flow;
    private final Map<Block, Way> ways = new HashMap<>();
    private final Map<Variable, Set<Variable>> read = new HashMap<>();

    /**
     * A way into a finally.
     *
     * @param next where it continues at its end
     * @param read what it may read itself
     */
    record Way(Block next, Set<Variable> read) {}

    FinallyWays(Flow flow) {
        this.flow = flow;
        for (Block block : flow.blocks()) {
            if (block.end() instanceof End.Goto) {
                block.steps().forEach(step -> add(block, step));
            }
        }
    }

    /** The way that begins at a block's end; null if none does. */
    Way from(Block block) {
        return ways.get(block);
    }

    private void add(Block block, Step step) {
        if (step instanceof Cleanup.SetExit set) {
            Set<Variable> used = read.computeIfAbsent(set.exit(), exit -> readBefore(exit, block));
            ways.put(block, new Way(Flow.target(set.target()), used));
        }
    }

    /** What may be read after a block until a finally continues as its variable says. */
    private Set<Variable> readBefore(Variable exit, Block from) {
        Set<Variable> found = new HashSet<>();
        Deque<Block> work = new ArrayDeque<>(flow.endSuccessors(from));
        Set<Block> seen = new HashSet<>(work);
        while (!work.isEmpty()) {
            Block block = work.pop();
            block.steps().forEach(step -> found.addAll(Effects.reads(step)));
            found.addAll(Effects.reads(block.end().code()));
            boolean ends = block.end() instanceof End.Exit end && end.exit() == exit;
            Set<Block> next = ends ? flow.successorsBeforeEnd(block) : flow.successors(block);
            next.stream().filter(seen::add).forEach(work::push);
        }
        return found;
    }
}
