package dev.asyncfn.processor.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;

/** Programs of the corpus, each broken in one place: what javac says of them it says with the processor, too. */
public final class Mutants {
    private final List<Path> files;
    private final Path root;
    private final MutantCompiler compiler;
    private final Map<String, Boolean> alone = new HashMap<>();
    private int compared;

    /**
     * @param root the folder of the sources
     * @param files those to break
     */
    public Mutants(Path root, List<Path> files, Supplier<List<Processor>> processors) {
        this.root = root;
        this.files = files;
        this.compiler = new MutantCompiler(processors);
    }

    /** What is wrong with the processor in a mutant. A seed determines one. */
    public Optional<String> check(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        Path file = files.get(random.nextInt(files.size()));
        Mutation mutation = Mutation.values()[random.nextInt(Mutation.values().length)];
        String source = read(file);
        String text = mutation.apply(Tokens.of(source), random);
        String path = root.relativize(file).toString().replace(".java", "");
        String name = "bodies." + path.replace('/', '.');
        if (text.equals(source) || !standsAlone(name, source)) {
            return Optional.empty(); // the mutation has no place there, or the file needs others
        }
        compared++;
        List<Said> without = compiler.without(name, text);
        return Verdict.of(file.getFileName().toString(), without, compiler.with(name, text))
                .map(verdict -> report(seed, path, mutation, source, text, verdict) + "\n  without: "
                        + without.stream().filter(Said::isError).limit(4).toList());
    }

    private boolean standsAlone(String name, String source) {
        return alone.computeIfAbsent(
                name, file -> compiler.without(file, source).stream().noneMatch(Said::isError));
    }

    /** How many mutants were compiled: some seeds make none. */
    public int compared() {
        return compared;
    }

    private static String report(
            long seed, String path, Mutation mutation, String source, String text, Verdict verdict) {
        int begin = 0;
        while (begin < Math.min(source.length(), text.length()) && source.charAt(begin) == text.charAt(begin)) {
            begin++;
        }
        return verdict.kind() + " " + seed + " " + path + " " + mutation + "\n  was: " + around(source, begin)
                + "\n  is:  " + around(text, begin) + "\n  "
                + verdict.said().stream().limit(5).toList();
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60))
                .replaceAll("\\s+", " ");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
