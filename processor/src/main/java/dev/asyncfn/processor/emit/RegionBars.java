package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Region;
import java.util.ArrayList;
import java.util.List;

/** The bars at the left of a diagram: which states stand in which region of a {@code try}, the outer ones first. */
final class RegionBars {
    private final StateFacts facts;
    private final List<Case> states;
    private final List<List<Block>> handlers = new ArrayList<>();
    private final int depth;

    RegionBars(StateMachine machine) {
        this.facts = new StateFacts(machine);
        this.states = machine.cases();
        states.forEach(state -> handlers.add(around(state)));
        this.depth = handlers.stream().mapToInt(List::size).max().orElse(0);
    }

    /** The handlers of the regions around the last block of a state: it is what the state leads to. */
    private static List<Block> around(Case state) {
        List<Block> around = new ArrayList<>();
        Block last = state.blocks().get(state.blocks().size() - 1);
        for (Region region = last.region(); region != null; region = region.outer()) {
            around.add(0, region.handler());
        }
        return around;
    }

    String at(int state) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            Block handler = at(state, i);
            boolean begins = at(state - 1, i) != handler;
            boolean ends = at(state + 1, i) != handler;
            out.append(handler == null ? ' ' : begins && !ends ? '+' : ends && !begins ? '+' : '|')
                    .append(' ');
        }
        return out.toString();
    }

    /** Between a state and the next one. */
    String below(int state) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            boolean goesOn = at(state, i) != null && at(state, i) == at(state + 1, i);
            out.append(goesOn ? "| " : "  ");
        }
        return out.toString();
    }

    /** Where no region is. */
    String outside() {
        return "  ".repeat(depth);
    }

    private Block at(int state, int level) {
        boolean exists = state >= 0
                && state < states.size()
                && level < handlers.get(state).size();
        return exists ? handlers.get(state).get(level) : null;
    }

    /** The source lines whose exceptions continue in a state. */
    String guarded(int handler) {
        return facts.guarded(states.get(handler).blocks().get(0));
    }
}
