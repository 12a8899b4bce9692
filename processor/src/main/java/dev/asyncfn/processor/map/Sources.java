package dev.asyncfn.processor.map;

import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which part of the source each step, and each end of a block, comes from. */
final class Sources {
    private final SourceFile file;
    private final Map<Step, Span> steps = new IdentityHashMap<>();
    private final Map<Block, Span> begins = new IdentityHashMap<>();
    private final Map<Block, Span> ends = new IdentityHashMap<>();
    private final Map<Case, List<Span>> states = new IdentityHashMap<>();
    /** The await after which a block continues. */
    private final Map<Block, End.Await> awaits = new IdentityHashMap<>();

    Sources(StateMachine machine) {
        this.file = machine.fn().source().file();
        machine.awaits().forEach(await -> awaits.putIfAbsent(await.resume(), await));
        Map<Block, Span> resumed = new IdentityHashMap<>();
        machine.cases().forEach(state -> scan(state, resumed));
    }

    private void scan(Case state, Map<Block, Span> resumed) {
        List<Span> parts = new ArrayList<>();
        Block first = state.blocks().get(0);
        Span at = resumed.getOrDefault(first, Range.ofLine(file, state.line()));
        if (resumed.containsKey(first)) {
            parts.add(at);
        }
        for (Block block : state.blocks()) {
            List<Step> steps = block.steps();
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i) instanceof Step.Origin origin) {
                    at = origin.quote().isEmpty() ? Range.ofLine(file, origin.line()) : origin.quote();
                    parts.add(at);
                }
                begins.putIfAbsent(block, at);
                this.steps.put(steps.get(i), ofStep(steps.get(i), at));
            }
            begins.putIfAbsent(block, at);
            ends.put(block, at);
            if (block.end() instanceof End.Await await) {
                resumed.put(await.resume(), at);
            }
        }
        states.put(state, parts.isEmpty() ? List.of(at) : parts);
    }

    private static Span ofStep(Step step, Span at) {
        boolean keeps = step instanceof Step.Assign assign
                && !assign.variable().source().isEmpty();
        return keeps ? step.defined().source() : at;
    }

    /** The part of the source with which a block begins. */
    Span begin(Block block) {
        return begins.get(block);
    }

    Span end(Block block) {
        return ends.get(block);
    }

    Span of(Step step) {
        return steps.get(step);
    }

    /** The parts of the source that a state runs. */
    List<Span> of(Case state) {
        return states.get(state);
    }

    /** The await after which a state continues; null if it does not continue after one. */
    End.Await await(Case state) {
        return awaits.get(state.blocks().get(0));
    }

    String text(Span place) {
        return file.textOf(place);
    }

    Range range(Span place) {
        return Range.of(file, place);
    }
}
