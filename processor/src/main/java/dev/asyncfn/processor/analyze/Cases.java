package dev.asyncfn.processor.analyze;

import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Groups blocks into states and names these. */
final class Cases {
    private static final Set<String> RESERVED = Set.of("DONE", "PANICKED", "DROPPED");

    private final Flow flow;
    private final Set<String> names = new HashSet<>(RESERVED);
    private final Map<String, Integer> suffixes = new HashMap<>();

    Cases(Flow flow) {
        this.flow = flow;
    }

    List<Case> group() {
        List<Case> cases = new ArrayList<>();
        List<Block> group = new ArrayList<>();
        Block previous = null;
        for (Block block : flow.blocks()) {
            if (previous != null && !continues(previous, block)) {
                cases.add(state(group));
                group.clear();
            }
            group.add(block);
            previous = block;
        }
        cases.add(state(group));
        return cases;
    }

    /** Whether control comes to the block from the one before it, and from nowhere else. */
    private boolean continues(Block previous, Block block) {
        return flow.predecessors(block).equals(Set.of(previous))
                && flow.endSuccessors(previous).contains(block)
                && !(previous.end() instanceof End.Await)
                && !(previous.end() instanceof End.Exit)
                && !flow.isHandler(block)
                && !block.beginsState()
                && previous.steps().stream().noneMatch(step -> Flow.jumps(step).contains(block));
    }

    private Case state(List<Block> group) {
        Block first = group.get(0);
        boolean resumed = flow.predecessors(first).stream()
                .anyMatch(p -> p.end() instanceof End.Await await && await.resume() == first);
        boolean starts = first == flow.blocks().get(0);
        return new Case(unique(first.role()), group, resumed || starts, resumed);
    }

    private String unique(String wish) {
        String name = wish;
        while (!names.add(name)) {
            name = wish + "_" + suffixes.merge(wish, 2, (last, first) -> last + 1);
        }
        return name;
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
