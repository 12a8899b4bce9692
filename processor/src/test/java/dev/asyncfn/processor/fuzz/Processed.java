package dev.asyncfn.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.symbols.Attributed;
import dev.asyncfn.processor.symbols.Difference;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Programs that the processor has seen once, for all kinds of sabotage of what it generated. */
final class Processed {
    private final BatchCompiler compiler = new BatchCompiler(UnaryOperator.identity());
    private final Map<String, Program> programs = new LinkedHashMap<>();
    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, Map<String, String>> plain = new HashMap<>();
    private final List<String> shortestFirst;
    private final Compilation compilation;

    /** The programs of the seeds from one on, the same for every JDK. */
    Processed(int count) {
        for (int seed = 1; seed <= count; seed++) {
            String name = "P" + seed;
            Program program = Program.generate(seed, Sabotage.RELEASE);
            programs.put(name, program);
            sources.put(name, program.print(name));
        }
        sources.keySet().removeAll(compiler.check(sources).errors().keySet());
        compilation = compiler.process(sources);
        assertThat(compilation.errors()).isEmpty();
        shortestFirst = sources.keySet().stream()
                .sorted(Comparator.comparingInt(name -> sources.get(name).length()))
                .toList();
    }

    /** The names of those in which the sabotage finds something to change, the shortest programs first; each is looked for when asked for. */
    Stream<String> changedBy(UnaryOperator<String> sabotage) {
        return shortestFirst.stream().filter(name -> !sabotaged(name, sabotage).equals(plain(name)));
    }

    private Map<String, String> sabotaged(String name, UnaryOperator<String> sabotage) {
        Map<String, String> generated = plain(name);
        generated.replaceAll((facade, text) -> sabotage.apply(text));
        return generated;
    }

    private Map<String, String> plain(String name) {
        return new TreeMap<>(plain.computeIfAbsent(name, this::withoutQuotes));
    }

    /** Without the comments that repeat the body, in which a sabotage would change nothing. */
    private Map<String, String> withoutQuotes(String name) {
        Map<String, String> generated = compilation.generatedFrom(name);
        generated.replaceAll((facade, text) ->
                text.replaceAll("(?dm)^ +// \\d+(?:  .*)?$", "").replaceAll("(?dm)^     \\* .*$", "     *"));
        return generated;
    }

    /** Of the future with the sabotage when it is compiled and run; null if it goes unnoticed. */
    Failure failure(String name, UnaryOperator<String> sabotage) {
        Map<String, String> units = new TreeMap<>(Map.of(name, sources.get(name)));
        sabotaged(name, sabotage).forEach((facade, text) -> units.put(facade.replace("fuzz.", ""), text));
        Compilation compiled = compiler.check(units);
        if (!compiled.succeeded()) {
            return Failure.uncompilable(compiled.errors().values().iterator().next());
        }
        Compilation both = new Compilation(compiled.classes(), compilation.generatedFrom(name), Map.of());
        return Batch.run(name, programs.get(name), both, new ProgramLoader(compiled.classes()))
                .failure();
    }

    /** Of symbols; none if javac itself rejects what the sabotage makes. */
    List<Difference> differences(String name, UnaryOperator<String> sabotage) {
        try {
            return compiler.compareSymbols(Map.of(name, sources.get(name)), sabotaged(name, sabotage))
                    .getOrDefault(name, List.of());
        } catch (Attributed.Rejected e) {
            return List.of();
        }
    }
}
