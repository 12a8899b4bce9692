package dev.asyncfn.processor.analyze;

import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Cfg;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Transfer;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.ir.VariableUse;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which variables may have been given a value by the time that control reaches a block. A forward data flow analysis.
 */
final class Assigned {
    private final Flow flow;
    private final Map<Variable, Integer> numbers = new HashMap<>();
    private final Map<Block, BitSet> in = new HashMap<>();
    /** The blocks to be passed, since what may be assigned before them has grown. */
    private final Set<Block> grown = new HashSet<>();

    Assigned(Cfg fn, Flow flow) {
        this.flow = flow;
        BitSet given = new BitSet();
        fn.parameters().forEach(parameter -> assign(parameter, given));
        if (fn.receiver() != null) {
            assign(fn.receiver(), given);
        }
        reaches(flow.blocks().get(0), given);
        while (!grown.isEmpty()) {
            for (Block block : flow.blocks()) {
                if (grown.remove(block)) {
                    pass(block);
                }
            }
        }
    }

    /** Whether a variable may have a value before a block. */
    boolean before(Block block, Variable variable) {
        Integer number = numbers.get(variable);
        return number != null && in.containsKey(block) && in.get(block).get(number);
    }

    private void assign(Variable variable, BitSet assigned) {
        assigned.set(numbers.computeIfAbsent(variable, v -> numbers.size()));
    }

    private void pass(Block block) {
        BitSet assigned = (BitSet) in.get(block).clone();
        reaches(block.region() == null ? null : block.region().handler(), assigned);
        for (Step step : block.steps()) {
            step.codes().forEach(code -> evaluate(code, block, assigned));
            if (step.assigns()) {
                assign(step.defined(), assigned);
            }
        }
        evaluate(block.end().code(), block, assigned);
        flow.endSuccessors(block).forEach(next -> reaches(next, assigned));
    }

    /** Code may also be left by an exception or a jump, when something has been assigned before or in it. */
    private void evaluate(Code code, Block block, BitSet assigned) {
        code.forEach(piece -> {
            if (piece instanceof VariableUse.Write write) {
                assign(write.variable(), assigned);
            } else if (piece instanceof VariableUse.Binding binding) {
                assign(binding.variable(), assigned);
            } else if (piece instanceof VariableUse.KeepBinding binding) {
                assign(binding.variable(), assigned);
            }
        });
        code.forEach(piece -> {
            if (piece instanceof Transfer.Jump jump) {
                reaches(Flow.target(jump.target()), assigned);
            }
        });
        if (!code.isEmpty() && block.region() != null) {
            reaches(block.region().handler(), assigned);
        }
    }

    private void reaches(Block block, BitSet assigned) {
        if (block == null) {
            return;
        }
        BitSet before = in.get(block);
        if (before == null) {
            in.put(block, (BitSet) assigned.clone());
            grown.add(block);
            return;
        }
        int size = before.cardinality();
        before.or(assigned);
        if (before.cardinality() != size) {
            grown.add(block);
        }
    }
}
