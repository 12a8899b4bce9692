package dev.asyncfn.processor.analyze;

import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.ir.Variable.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a field's reference is used for the last time before a suspension may follow: it is nulled there, so that a
 * suspended future holds no more than the suspended body would.
 */
final class LastUses {
    private final Flow flow;
    private final Liveness liveness;
    private final Assigned assigned;
    private final Map<Variable, Placement> placements;
    private final Set<Block> suspending;
    private final Map<Block, Set<Variable>> atJumps = new HashMap<>();
    private final Map<Step, List<Variable>> afterStep = new IdentityHashMap<>();
    private final Map<Block, List<Variable>> onEntry = new HashMap<>();
    private final Map<Block, List<Variable>> beforePoll = new HashMap<>();

    LastUses(Flow flow, Liveness liveness, Assigned assigned, Map<Variable, Placement> placements) {
        this.assigned = assigned;
        this.flow = flow;
        this.liveness = liveness;
        this.placements = placements;
        this.suspending = flow.suspending();
        flow.blocks().forEach(this::jumps);
        for (Block block : flow.blocks()) {
            if (suspending.contains(block)) {
                entry(block);
                steps(block);
                end(block);
            }
        }
    }

    /** What is live around a statement that may jump, and what was used before it and is not nulled there. */
    private void jumps(Block block) {
        liveness.backwards(block, (step, live) -> {
            for (Block target : Flow.jumps(step)) {
                Set<Variable> there = atJumps.computeIfAbsent(target, t -> new LinkedHashSet<>());
                there.addAll(live);
                there.addAll(Effects.uses(step));
                if (!endsBeforeSuspension(block)) {
                    there.addAll(used(block));
                }
            }
        });
    }

    private boolean endsBeforeSuspension(Block block) {
        return block.end() instanceof End.Await
                || flow.endSuccessors(block).stream().anyMatch(suspending::contains);
    }

    /** What may have a value somewhere in a block. */
    private Set<Variable> used(Block block) {
        Set<Variable> used = new LinkedHashSet<>(liveness.in(block));
        block.steps().forEach(step -> used.addAll(Effects.uses(step)));
        used.addAll(Effects.reads(block.end().code()));
        return used;
    }

    private void steps(Block block) {
        if (!endsBeforeSuspension(block)) {
            return;
        }
        Set<Variable> assignedNext = new HashSet<>();
        liveness.backwards(block, (step, live) -> {
            Set<Variable> dead = Effects.uses(step);
            dead.removeIf(live::contains);
            dead.removeAll(assignedNext);
            put(afterStep, step, dead);
            if (!Flow.jumps(step).isEmpty()) {
                assignedNext.clear();
            } else if (step.assigns()) {
                assignedNext.add(step.defined());
            }
        });
    }

    private void end(Block block) {
        if (block.end() instanceof End.Await await) {
            Set<Variable> dead = new LinkedHashSet<>(Effects.reads(await.future()));
            dead.removeIf(liveness.in(await.resume())::contains);
            put(beforePoll, block, dead);
        }
    }

    /** What was live where control comes from, and is not here, if it can have a value. */
    private void entry(Block block) {
        Set<Variable> dead = new LinkedHashSet<>(atJumps.getOrDefault(block, Set.of()));
        for (Block predecessor : flow.predecessors(block)) {
            if (flow.isHandler(block)) {
                dead.addAll(used(predecessor));
            }
            if (!(predecessor.end() instanceof End.Await)) {
                dead.addAll(liveness.afterEnd(predecessor));
                dead.addAll(Effects.reads(predecessor.end().code()));
            }
        }
        dead.removeIf(liveness.in(block)::contains);
        dead.removeIf(v -> !assigned.before(block, v));
        block.steps().stream().filter(step -> step.assigns()).forEach(step -> dead.remove(step.defined()));
        put(onEntry, block, dead);
    }

    private <K> void put(Map<K, List<Variable>> map, K key, Set<Variable> dead) {
        List<Variable> fields = dead.stream()
                .filter(v -> placements.get(v).storage() == Storage.FIELD)
                .filter(v -> v.role() != Role.RECEIVER && v.role() != Role.EXIT)
                .filter(v -> !v.type().getKind().isPrimitive())
                .toList();
        if (!fields.isEmpty()) {
            map.put(key, fields);
        }
    }

    public List<Variable> after(Step step) {
        return afterStep.getOrDefault(step, List.of());
    }

    public List<Variable> onEntry(Block block) {
        return onEntry.getOrDefault(block, List.of());
    }

    public List<Variable> beforePoll(Block block) {
        return beforePoll.getOrDefault(block, List.of());
    }
}
