package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which part of the source each step, and each end of a block, comes from; and which parts each block runs. */
public final class SourceParts {
    private final SourceFile file;
    private final Map<Step, Span> steps = new IdentityHashMap<>();
    private final Map<Block, Span> begins = new IdentityHashMap<>();
    private final Map<Block, Span> ends = new IdentityHashMap<>();
    private final Map<Block, List<Span>> blocks = new IdentityHashMap<>();
    /** By the blocks in which the body continues after an await, the statement with that await. */
    private final Map<Block, Span> resumed = new IdentityHashMap<>();

    public SourceParts(StateMachine machine) {
        this.file = machine.fn().source().file();
        machine.cases().forEach(this::scan);
    }

    private void scan(Case state) {
        Block first = state.blocks().get(0);
        Span at = resumed.getOrDefault(first, line(state.line()));
        boolean continues = resumed.containsKey(first) || !saysWhereItBegins(state);
        for (Block block : state.blocks()) {
            List<Span> parts = new ArrayList<>(block == first && continues ? List.of(at) : List.of());
            for (Step step : block.steps()) {
                if (step instanceof Step.Origin origin) {
                    at = origin.quote().isEmpty() ? line(origin.line()) : origin.quote();
                    parts.add(at);
                    parts.add(origin.brace());
                } else if (step instanceof Step.Run run) {
                    parts.add(run.source());
                }
                begins.putIfAbsent(block, at);
                steps.put(step, ofStep(step, at));
            }
            begins.putIfAbsent(block, at);
            ends.put(block, at);
            blocks.put(block, parts);
            if (block.end() instanceof End.Await await) {
                resumed.put(await.resume(), at);
            }
        }
    }

    /** Whether the first thing that it does comes from a part of the source of which it says so. */
    private static boolean saysWhereItBegins(Case state) {
        for (Block block : state.blocks()) {
            for (Step step : block.steps()) {
                if (!(step instanceof Step.Comment)) {
                    return step instanceof Step.Origin;
                }
            }
            if (!(block.end() instanceof End.Goto)) {
                return false;
            }
        }
        return false;
    }

    private Span line(int line) {
        Span place = file.placeOfLine(line);
        return new Span(place.start() + file.indentation(line), place.end());
    }

    private static Span ofStep(Step step, Span at) {
        boolean keeps = step instanceof Step.Assign assign
                && !assign.variable().source().isEmpty();
        return keeps ? step.defined().source() : at;
    }

    /** The part of the source with which a block begins. */
    public Span begin(Block block) {
        return begins.get(block);
    }

    public Span end(Block block) {
        return ends.get(block);
    }

    public Span of(Step step) {
        return steps.get(step);
    }

    /** The parts of the source that a block runs, in their order, none inside another; none if it only leads on. */
    public List<Span> of(Block block) {
        return outermost(blocks.get(block));
    }

    /** Those that a state runs. */
    public List<Span> of(Case state) {
        List<Span> all = outermost(state.blocks().stream()
                .flatMap(block -> blocks.get(block).stream())
                .toList());
        return all.isEmpty() ? List.of(line(state.line())) : all;
    }

    private static List<Span> outermost(List<Span> parts) {
        List<Span> sorted = new ArrayList<>(parts);
        sorted.sort(Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder()));
        List<Span> outermost = new ArrayList<>();
        int end = 0;
        for (Span part : sorted) {
            if (part.end() > end) {
                outermost.add(part);
                end = part.end();
            }
        }
        return outermost;
    }
}
