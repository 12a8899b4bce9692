package dev.asyncfn.processor.analyze;

import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the variables are used that are fields, in the order of the source. */
final class FieldUses {
    private final Map<Variable, Placement> placements;
    private final List<FieldUse> uses = new ArrayList<>();

    FieldUses(Map<Variable, Placement> placements) {
        this.placements = placements;
    }

    List<FieldUse> in(Iterable<Case> cases) {
        for (Case state : cases) {
            for (Block block : state.blocks()) {
                for (Step step : block.steps()) {
                    add(block, step, Effects.reads(step), writes(step));
                }
                Set<Variable> written = Effects.written(block.end().code());
                add(block, null, Effects.reads(block.end().code()), written);
            }
        }
        return uses;
    }

    private static Set<Variable> writes(Step step) {
        Set<Variable> written = new LinkedHashSet<>();
        step.codes().forEach(code -> written.addAll(Effects.written(code)));
        if (step.assigns()) {
            written.add(step.defined());
        }
        return written;
    }

    private void add(Block block, Step step, Set<Variable> read, Set<Variable> written) {
        Set<Variable> used = new LinkedHashSet<>(read);
        used.addAll(written);
        for (Variable variable : used) {
            Placement home = placements.get(variable);
            if (home != null && home.storage() == Storage.FIELD) {
                uses.add(new FieldUse(home.name(), block, step, read.contains(variable), written.contains(variable)));
            }
        }
    }
}
