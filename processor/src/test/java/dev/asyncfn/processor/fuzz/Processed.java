package dev.asyncfn.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.symbols.Attributed;
import dev.asyncfn.processor.symbols.Difference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Programs that the processor sees once, for all kinds of sabotage of what it generated. It sees those in which something has been noticed
 * before first, and the others only if a sabotage goes unnoticed in those.
 */
final class Processed {
    private final BatchCompiler compiler = new BatchCompiler(UnaryOperator.identity());
    private final Map<String, Program> programs = new HashMap<>();
    private final Map<String, String> sources = new HashMap<>();
    private final List<String> inOrder;
    /** What was generated from the first of them, by their names; from the others nothing yet. */
    private final Map<String, Map<String, String>> generated = new HashMap<>();

    private final Map<String, Map<String, String>> plain = new HashMap<>();
    /** How many are processed in one run of javac. */
    private final int atOnce;

    /**
     * The programs of the seeds from one to {@code count}, the same for every JDK.
     *
     * @param first the seeds of those that come first; the shortest of the others follow
     */
    Processed(int count, List<Integer> first) {
        for (int seed = 1; seed <= count; seed++) {
            String name = "P" + seed;
            Program program = Program.generate(seed, Sabotage.RELEASE);
            programs.put(name, program);
            sources.put(name, program.print(name));
        }
        inOrder = new ArrayList<>(first.stream().map(seed -> "P" + seed).toList());
        sources.keySet().stream()
                .filter(name -> !inOrder.contains(name))
                .sorted(Comparator.comparingInt(
                                (String name) -> sources.get(name).length())
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(inOrder::add);
        atOnce = first.size();
    }

    private Map<String, String> generatedFrom(String name) {
        while (!generated.containsKey(name)) {
            int first = generated.size();
            process(inOrder.subList(first, Math.min(first + atOnce, inOrder.size())));
        }
        return generated.get(name);
    }

    /** From a program that javac rejects, nothing is generated. */
    private void process(List<String> names) {
        Map<String, String> valid = new TreeMap<>(sources);
        valid.keySet().retainAll(names);
        valid.keySet().removeAll(compiler.check(valid).errors().keySet());
        Compilation compilation = compiler.process(valid);
        assertThat(compilation.errors()).isEmpty();
        names.forEach(name -> generated.put(name, compilation.generatedFrom(name)));
    }

    /** The names of those in which the sabotage finds something to change, in their order; each is looked for when asked for. */
    Stream<String> changedBy(UnaryOperator<String> sabotage) {
        return inOrder.stream().filter(name -> !sabotaged(name, sabotage).equals(plain(name)));
    }

    private Map<String, String> sabotaged(String name, UnaryOperator<String> sabotage) {
        Map<String, String> sabotaged = plain(name);
        sabotaged.replaceAll((facade, text) -> sabotage.apply(text));
        return sabotaged;
    }

    private Map<String, String> plain(String name) {
        return new TreeMap<>(plain.computeIfAbsent(name, this::withoutQuotes));
    }

    /** Without the comments that repeat the body, in which a sabotage would change nothing. */
    private Map<String, String> withoutQuotes(String name) {
        Map<String, String> unquoted = new TreeMap<>(generatedFrom(name));
        unquoted.replaceAll((facade, text) ->
                text.replaceAll("(?dm)^ +// \\d+(?:  .*)?$", "").replaceAll("(?dm)^     \\* .*$", "     *"));
        return unquoted;
    }

    /** Of the future with the sabotage when it is compiled and run; null if it goes unnoticed. */
    Failure failure(String name, UnaryOperator<String> sabotage) {
        Map<String, String> units = new TreeMap<>(Map.of(name, sources.get(name)));
        sabotaged(name, sabotage).forEach((facade, text) -> units.put(facade.replace("fuzz.", ""), text));
        Compilation compiled = compiler.check(units);
        if (!compiled.succeeded()) {
            return Failure.uncompilable(compiled.errors().values().iterator().next());
        }
        Compilation both = new Compilation(compiled.classes(), generatedFrom(name), Map.of(), Map.of());
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
