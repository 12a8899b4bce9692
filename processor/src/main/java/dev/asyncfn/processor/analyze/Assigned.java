package dev.asyncfn.processor.analyze;

import dev.asyncfn.processor.lower.Block;
import dev.asyncfn.processor.lower.Code;
import dev.asyncfn.processor.lower.Fragment;
import dev.asyncfn.processor.lower.LoweredFn;
import dev.asyncfn.processor.lower.Step;
import dev.asyncfn.processor.lower.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which variables may have been given a value by the time that control comes to a block. A forward data flow analysis. */
final class Assigned {
    private final Flow flow;
    private final Map<Block, Set<Variable>> in = new HashMap<>();
    private boolean changed;

    Assigned(LoweredFn fn, Flow flow) {
        this.flow = flow;
        Set<Variable> given = new HashSet<>(fn.parameters());
        if (fn.receiver() != null) {
            given.add(fn.receiver());
        }
        in.put(flow.blocks().get(0), given);
        do {
            changed = false;
            flow.blocks().forEach(this::pass);
        } while (changed);
    }

    Set<Variable> in(Block block) {
        return in.getOrDefault(block, Set.of());
    }

    private void pass(Block block) {
        Set<Variable> assigned = new HashSet<>(in(block));
        reaches(block.region() == null ? null : block.region().handler(), assigned);
        for (Step step : block.steps()) {
            Flow.codes(step).forEach(code -> evaluate(code, block, assigned));
            if (step instanceof Step.Assign assign) {
                assigned.add(assign.variable());
            } else if (step instanceof Step.Bind bind) {
                assigned.add(bind.variable());
            }
        }
        evaluate(Flow.code(block.end()), block, assigned);
        flow.endSuccessors(block).forEach(next -> reaches(next, assigned));
    }

    /** Code may also be left by an exception or a jump, when something has been assigned before or in it. */
    private void evaluate(Code code, Block block, Set<Variable> assigned) {
        code.forEach(fragment -> {
            if (fragment instanceof Fragment.Write write) {
                assigned.add(write.variable());
            } else if (fragment instanceof Fragment.Binding binding) {
                assigned.add(binding.variable());
            } else if (fragment instanceof Fragment.KeepBinding binding) {
                assigned.add(binding.variable());
            }
        });
        code.forEach(fragment -> {
            if (fragment instanceof Fragment.Jump jump) {
                reaches(Flow.target(jump.target()), assigned);
            }
        });
        if (!code.isEmpty() && block.region() != null) {
            reaches(block.region().handler(), assigned);
        }
    }

    private void reaches(Block block, Set<Variable> assigned) {
        if (block != null) {
            changed |= in.computeIfAbsent(block, b -> new HashSet<>()).addAll(assigned);
        }
    }
}
