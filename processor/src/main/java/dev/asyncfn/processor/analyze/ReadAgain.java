package dev.asyncfn.processor.analyze;

import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The source lines in which fields are read that got their value in another state: the reason why they are fields. */
final class ReadAgain {
    private final Liveness liveness;
    private final Map<Variable, Placement> placements;
    private final SortedMap<String, SortedSet<Integer>> lines = new TreeMap<>();

    ReadAgain(Liveness liveness, Map<Variable, Placement> placements) {
        this.liveness = liveness;
        this.placements = placements;
    }

    /** By the names of the fields. */
    SortedMap<String, SortedSet<Integer>> in(Iterable<Case> cases) {
        cases.forEach(this::scan);
        return lines;
    }

    private void scan(Case c) {
        Set<Variable> fromBefore = new HashSet<>(liveness.in(c.blocks().get(0)));
        for (Block block : c.blocks()) {
            int line = c.line(block);
            for (Step step : block.steps()) {
                line = step instanceof Step.Origin origin ? origin.line() : line;
                note(Effects.reads(step), fromBefore, line);
                fromBefore.remove(step.defined());
            }
            Code end = block.end().code();
            note(Effects.reads(end), fromBefore, block.end() instanceof End.Await await ? await.line() : line);
        }
    }

    private void note(Set<Variable> read, Set<Variable> fromBefore, int line) {
        for (Variable variable : read) {
            Placement home = placements.get(variable);
            if (fromBefore.contains(variable) && home != null && home.storage() == Storage.FIELD) {
                lines.computeIfAbsent(home.name(), name -> new TreeSet<>()).add(line);
            }
        }
    }
}
