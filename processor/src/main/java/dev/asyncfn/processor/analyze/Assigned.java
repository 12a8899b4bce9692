package dev.asyncfn.processor.analyze;

import dev.asyncfn.processor.lower.Block;
import dev.asyncfn.processor.lower.Code;
import dev.asyncfn.processor.lower.End;
import dev.asyncfn.processor.lower.Fragment;
import dev.asyncfn.processor.lower.LoweredFn;
import dev.asyncfn.processor.lower.Step;
import dev.asyncfn.processor.lower.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which variables may have been given a value by the time that control comes to a block, and, once it is known where they are
 * nulled, may still have it. A forward data flow analysis.
 */
final class Assigned {
    private final Flow flow;
    private final Map<Block, Set<Variable>> in = new HashMap<>();
    private final Set<Variable> atReturn = new HashSet<>();
    private final LastUses nulled;
    private boolean changed;

    Assigned(LoweredFn fn, Flow flow) {
        this(fn, flow, null);
    }

    /** @param nulled where a variable loses its value again; null if that does not matter */
    Assigned(LoweredFn fn, Flow flow, LastUses nulled) {
        this.flow = flow;
        this.nulled = nulled;
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

    /** Those that may have a value when the future completes. */
    Set<Variable> atReturn() {
        return atReturn;
    }

    private void pass(Block block) {
        Set<Variable> assigned = new HashSet<>(in(block));
        reaches(block.region() == null ? null : block.region().handler(), assigned);
        if (nulled != null) {
            nulled.onEntry(block).forEach(assigned::remove);
        }
        for (Step step : block.steps()) {
            Flow.codes(step).forEach(code -> evaluate(code, block, assigned));
            if (step instanceof Step.Assign assign) {
                assigned.add(assign.variable());
            } else if (step instanceof Step.Bind bind) {
                assigned.add(bind.variable());
            }
            if (nulled != null) {
                nulled.after(step).forEach(assigned::remove);
            }
        }
        evaluate(Flow.code(block.end()), block, assigned);
        if (block.end() instanceof End.Return) {
            atReturn.addAll(assigned);
        } else if (nulled != null) {
            nulled.beforePoll(block).forEach(assigned::remove);
        }
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
            } else if (fragment instanceof Fragment.Return) {
                atReturn.addAll(assigned);
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
