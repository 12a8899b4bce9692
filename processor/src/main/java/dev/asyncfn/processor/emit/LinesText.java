package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.model.AsyncMethod;
import dev.asyncfn.processor.model.BlockFn;
import dev.asyncfn.processor.model.Facade;
import dev.asyncfn.processor.model.VirtualFns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import javax.lang.model.util.Elements;

/**
 * Writes the text that tells from which source lines a facade comes. {@code SourceLines} of the api reads it, and says what it means.
 */
final class LinesText {
    private final StringBuilder out = new StringBuilder();

    private LinesText() {}

    /**
     * @param bridge the name of its class of accessors
     * @param machines in the order of the facade
     * @param lines by the number of the line in the generated file from which on they hold
     */
    static String of(
            Elements elements,
            Facade facade,
            String bridge,
            List<StateMachine> machines,
            SortedMap<Integer, Integer> lines) {
        LinesText text = new LinesText();
        text.line("asyncfn-lines", 1);
        text.line("class", elements.getBinaryName(facade.owner()));
        machines.stream()
                .limit(1)
                .forEach(machine ->
                        text.line("source", machine.fn().source().file().name()));
        text.line("bridge", bridge);
        if (facade.methods().stream().anyMatch(AsyncMethod::isVirtual)) {
            text.line("table", VirtualFns.tableName(facade.owner()));
        }
        machines.forEach(text::future);
        lines.forEach((generated, line) -> text.line("line", generated, line == Snippet.RESUMED ? "resumed" : line));
        return text.out.toString();
    }

    private void future(StateMachine machine) {
        CharSequence method = machine.fn().method().element().getSimpleName();
        if (machine.fn().element() instanceof BlockFn block) {
            line("block", block.nestedName(), method, block.futureName());
        } else {
            line("future", machine.fn().method().futureName(), method);
        }
        suspensions(machine).forEach((state, line) -> line("state", state, line));
    }

    /** The states in which a future stays while it is not polled, and the lines that it is in then. */
    private static Map<String, Integer> suspensions(StateMachine machine) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        lines.put("START", machine.cases().get(0).line());
        for (Case before : machine.cases()) {
            for (Block block : before.blocks()) {
                if (block.end() instanceof End.Await await) {
                    lines.putIfAbsent(machine.resumption(await.resume()).state(), await.line());
                }
            }
        }
        return lines;
    }

    private void line(Object... words) {
        for (int i = 0; i < words.length; i++) {
            out.append(i == 0 ? "" : " ").append(words[i]);
        }
        out.append('\n');
    }
}
