package dev.asyncfn.processor.lower;

import dev.asyncfn.processor.attribute.AsyncBlock;
import dev.asyncfn.processor.ir.Cfg;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The async blocks of a body, each lowered when it is met first: by then the classes are known that it sees. */
final class Blocks {
    private final Function<AsyncBlock, Cfg> lowering;
    private final Map<AsyncBlock, Cfg> lowered = new IdentityHashMap<>();

    Blocks(Function<AsyncBlock, Cfg> lowering) {
        this.lowering = lowering;
    }

    Cfg lower(AsyncBlock block) {
        Cfg known = lowered.get(block);
        if (known != null) {
            return known;
        }
        Cfg graph = lowering.apply(block);
        lowered.put(block, graph);
        return graph;
    }

    /** Those that were lowered, in the order of the source. */
    List<Cfg> all() {
        return lowered.keySet().stream()
                .sorted(Comparator.comparing(block -> block.call().getRange().orElseThrow().begin))
                .map(lowered::get)
                .toList();
    }
}
