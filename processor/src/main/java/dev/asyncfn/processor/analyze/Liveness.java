package dev.asyncfn.processor.analyze;

import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Transfer;
import dev.asyncfn.processor.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Which variables are live where: their present value may still be read. A backward data flow analysis. */
final class Liveness {
    /** What a step, or a block's end, does to variables; found once, since the analysis passes it several times. */
    private record Effect(List<Transfer.Jump> jumps, Set<Variable> defined, Set<Variable> read, Set<Variable> kept) {
        static Effect of(Step step) {
            List<Transfer.Jump> jumps = Effects.jumps(step);
            Set<Variable> defined = new LinkedHashSet<>();
            if (step.defined() != null) {
                defined.add(step.defined());
            } else if (jumps.isEmpty()) {
                step.codes().forEach(code -> defined.addAll(Effects.alwaysWrites(code)));
            }
            return new Effect(jumps, defined, Effects.reads(step), Effects.keptBindings(step));
        }

        static Effect of(Code end) {
            return new Effect(List.of(), Effects.alwaysWrites(end), Effects.reads(end), Set.of());
        }
    }

    private final Flow flow;
    private final FinallyWays finallyWays;
    private final Map<Block, List<Effect>> effects = new HashMap<>();
    private final Map<Block, Set<Variable>> liveIn = new HashMap<>();

    Liveness(Flow flow) {
        this.flow = flow;
        this.finallyWays = new FinallyWays(flow);
        for (Block block : flow.blocks()) {
            List<Effect> inBlock = new ArrayList<>();
            block.steps().forEach(step -> inBlock.add(Effect.of(step)));
            inBlock.add(Effect.of(block.end().code()));
            effects.put(block, inBlock);
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = flow.blocks().size() - 1; i >= 0; i--) {
                Block block = flow.blocks().get(i);
                Set<Variable> live = backwards(block, (step, after) -> {});
                changed |= !live.equals(liveIn.put(block, live));
            }
        }
    }

    Set<Variable> in(Block block) {
        return liveIn.getOrDefault(block, Set.of());
    }

    /** What is live after a block's end has been evaluated, whichever way control goes. */
    Set<Variable> afterEnd(Block block) {
        Set<Variable> live = new LinkedHashSet<>();
        flow.endSuccessors(block).forEach(successor -> live.addAll(in(successor)));
        FinallyWays.Way way = finallyWays.from(block);
        if (way != null) {
            live.removeIf(v -> !way.read().contains(v)
                    && !in(way.next()).contains(v)
                    && !inHandler(block).contains(v));
        }
        return live;
    }

    /**
     * Goes through a block from its end, and returns what is live at its beginning.
     *
     * @param action is given each step and what is live after it; it must not keep the set
     */
    Set<Variable> backwards(Block block, BiConsumer<Step, Set<Variable>> action) {
        Set<Variable> live = afterEnd(block);
        Set<Variable> inHandler = inHandler(block);
        List<Effect> inBlock = effects.get(block);
        for (int i = inBlock.size() - 1; i >= 0; i--) {
            if (i < block.steps().size()) {
                action.accept(block.steps().get(i), live);
            }
            Effect effect = inBlock.get(i);
            effect.jumps().forEach(jump -> live.addAll(liveAt(jump)));
            effect.defined().forEach(live::remove);
            live.addAll(effect.read());
            effect.kept().forEach(live::remove);
            live.addAll(inHandler);
        }
        return live;
    }

    private Set<Variable> liveAt(Transfer.Jump jump) {
        Set<Variable> live = new LinkedHashSet<>(in(Flow.target(jump.target())));
        live.remove(jump.delivered());
        return live;
    }

    /** An exception may come at any moment: what its handler reads is live throughout the block. */
    private Set<Variable> inHandler(Block block) {
        return block.region() == null ? Set.of() : in(block.region().handler());
    }
}
