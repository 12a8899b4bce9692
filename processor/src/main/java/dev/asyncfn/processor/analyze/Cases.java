package dev.asyncfn.processor.analyze;

import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Groups blocks into states and names these. */
final class Cases {
    private final Flow flow;

    Cases(Flow flow) {
        this.flow = flow;
    }

    List<Case> group() {
        List<List<Block>> groups = new ArrayList<>();
        Block previous = null;
        for (Block block : flow.blocks()) {
            if (previous == null || !continues(previous, block)) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(block);
            previous = block;
        }
        Map<Block, String> names =
                StateNaming.of(groups.stream().map(group -> group.get(0)).toList());
        return groups.stream()
                .map(group -> state(group, names.get(group.get(0))))
                .toList();
    }

    /** Whether control reaches the block from the one before it, and from nowhere else. */
    private boolean continues(Block previous, Block block) {
        return flow.predecessors(block).equals(Set.of(previous))
                && flow.endSuccessors(previous).contains(block)
                && !(previous.end() instanceof End.Await)
                && !(previous.end() instanceof End.Exit)
                && !flow.isHandler(block)
                && !block.beginsState()
                && previous.steps().stream().noneMatch(step -> Flow.jumps(step).contains(block));
    }

    private Case state(List<Block> group, String name) {
        Block first = group.get(0);
        boolean resumed = flow.predecessors(first).stream()
                .anyMatch(p -> p.end() instanceof End.Await await && await.resume() == first);
        boolean starts = first == flow.blocks().get(0);
        return new Case(name, group, resumed || starts, resumed);
    }

    /** The case of each block. */
    static Map<Block, Case> byBlock(List<Case> cases) {
        Map<Block, Case> byBlock = new HashMap<>();
        cases.forEach(c -> c.blocks().forEach(block -> byBlock.put(block, c)));
        return byBlock;
    }

    static List<Step> steps(Case c) {
        return c.blocks().stream().flatMap(block -> block.steps().stream()).toList();
    }
}
