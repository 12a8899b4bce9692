package dev.asyncfn.processor.analyze;

import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Cleanup;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The edges between the blocks of one body. Blocks that do nothing are looked through, unreachable ones left out. */
final class Flow {
    private final List<Block> blocks;
    private final Map<Block, Set<Block>> predecessors = new HashMap<>();
    private final Set<Block> handlers = new HashSet<>();
    /** For each exit variable, the blocks to which reachable blocks have set it. */
    private final Map<Variable, Set<Block>> exitTargets = new HashMap<>();

    Flow(List<Block> all) {
        Set<Block> reached = reach(all.get(0));
        this.blocks = all.stream().filter(reached::contains).toList();
        for (Block block : blocks) {
            for (Block successor : successors(block)) {
                predecessors
                        .computeIfAbsent(successor, b -> new LinkedHashSet<>())
                        .add(block);
            }
            if (block.region() != null) {
                handlers.add(block.region().handler());
            }
        }
    }

    /** The reachable blocks in source order, the entry first. */
    List<Block> blocks() {
        return blocks;
    }

    Set<Block> predecessors(Block block) {
        return predecessors.getOrDefault(block, Set.of());
    }

    private Set<Block> reach(Block entry) {
        Set<Block> reached = new HashSet<>(Set.of(entry));
        Map<Variable, Set<Block>> exits = new HashMap<>();
        Deque<Block> work = new ArrayDeque<>(reached);
        while (!work.isEmpty()) {
            Block block = work.pop();
            if (block.end() instanceof End.Exit exit) {
                exits.computeIfAbsent(exit.exit(), e -> new LinkedHashSet<>()).add(block);
            }
            for (Variable exit : setExits(block)) {
                work.addAll(exits.getOrDefault(exit, Set.of())); // they lead to more now
            }
            for (Block successor : successors(block)) {
                if (reached.add(successor)) {
                    work.push(successor);
                }
            }
        }
        return reached;
    }

    /** The finally blocks to which a block says something new of where they continue. */
    private List<Variable> setExits(Block block) {
        List<Variable> exits = new ArrayList<>();
        for (Step step : block.steps()) {
            if (step instanceof Cleanup.SetExit set
                    && exitTargets
                            .computeIfAbsent(set.exit(), exit -> new HashSet<>())
                            .add(set.target())) {
                exits.add(set.exit());
            }
        }
        return exits;
    }

    /** Where control may go from a block: by its end, by a jump inside one of its statements, or by an exception. */
    Set<Block> successors(Block block) {
        Set<Block> successors = new LinkedHashSet<>(endSuccessors(block));
        successors.addAll(successorsBeforeEnd(block));
        return successors;
    }

    /** Where control may go from a block that does not come to its end. */
    Set<Block> successorsBeforeEnd(Block block) {
        Set<Block> successors = new LinkedHashSet<>();
        if (block.region() != null) {
            successors.add(block.region().handler());
        }
        for (Step step : block.steps()) {
            successors.addAll(jumps(step));
        }
        return successors;
    }

    /** Whether exceptions lead somewhere, or a {@code finally} looks for one: also where nothing can be thrown, as in an empty {@code try}. */
    boolean hasHandlers() {
        return !handlers.isEmpty()
                || blocks.stream().flatMap(block -> block.steps().stream()).anyMatch(Cleanup.PutOff.class::isInstance);
    }

    /** Whether exceptions lead to the block. */
    boolean isHandler(Block block) {
        return handlers.contains(block);
    }

    List<Block> endSuccessors(Block block) {
        if (block.end() instanceof End.Await await) {
            return List.of(await.resume());
        }
        if (block.end() instanceof End.Exit exit) {
            Set<Block> set = exitTargets.getOrDefault(exit.exit(), Set.of());
            return exit.targets().stream()
                    .filter(set::contains)
                    .map(Flow::target)
                    .toList();
        }
        return block.end().successors().stream().map(Flow::target).toList();
    }

    /** The blocks to which a statement that is kept verbatim may jump. */
    static List<Block> jumps(Step step) {
        return Effects.jumps(step).stream().map(jump -> target(jump.target())).toList();
    }

    /** The block where a jump really leads. */
    static Block target(Block block) {
        Block target = block;
        Set<Block> seen = new HashSet<>();
        while (isIdle(target) && target.end() instanceof End.Goto next && seen.add(target)) {
            target = next.target();
        }
        return target;
    }

    private static boolean isIdle(Block block) {
        return block.steps().stream().allMatch(step -> step instanceof Step.Origin || step instanceof Step.Comment);
    }

    /** The blocks from which a suspension can be reached. */
    Set<Block> suspending() {
        Set<Block> suspending = new HashSet<>();
        Deque<Block> work = new ArrayDeque<>();
        for (Block block : blocks) {
            if (block.end() instanceof End.Await && suspending.add(block)) {
                work.push(block);
            }
        }
        while (!work.isEmpty()) {
            for (Block predecessor : predecessors(work.pop())) {
                if (suspending.add(predecessor)) {
                    work.push(predecessor);
                }
            }
        }
        return suspending;
    }
}
