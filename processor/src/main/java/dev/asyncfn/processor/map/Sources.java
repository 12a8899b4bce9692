package dev.asyncfn.processor.map;

import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.emit.SourceParts;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The source, and what comes from which part of it. */
final class Sources {
    private final SourceFile file;
    private final SourceParts parts;
    /** The await after which a block continues. */
    private final Map<Block, End.Await> awaits = new IdentityHashMap<>();

    Sources(StateMachine machine) {
        this.file = machine.fn().source().file();
        this.parts = new SourceParts(machine);
        machine.awaits().forEach(await -> awaits.putIfAbsent(await.resume(), await));
    }

    /** The part of the source with which a block begins. */
    Span begin(Block block) {
        return parts.begin(block);
    }

    Span end(Block block) {
        return parts.end(block);
    }

    Span of(Step step) {
        return parts.of(step);
    }

    /** The parts of the source that a state runs. */
    List<Span> of(Case state) {
        return parts.of(state);
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
