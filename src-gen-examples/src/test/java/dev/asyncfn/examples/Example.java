package dev.asyncfn.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One folder of this module: what was written, what was generated from it, and the README that explains it. */
record Example(Path folder) {
    /** Surefire runs in the module's own directory. */
    private static final Path MODULE = Path.of("").toAbsolutePath();

    private static final String GENERATED = "Async.java";

    /** Every folder of Java sources but the one that all share. */
    static Stream<Example> all() {
        return list(MODULE)
                .filter(folder ->
                        !folder.endsWith("support") && !javaFiles(folder).isEmpty())
                .map(Example::new);
    }

    /** The leaf future that the examples await. */
    static List<Path> support() {
        return javaFiles(MODULE.resolve("support"));
    }

    List<Path> written() {
        return javaFiles(folder).stream()
                .filter(file -> !file.toString().endsWith(GENERATED))
                .toList();
    }

    List<Path> generated() {
        return javaFiles(folder).stream()
                .filter(file -> file.toString().endsWith(GENERATED))
                .toList();
    }

    /** The class to run: the examples' own. */
    String mainClass() {
        String file = written().get(0).getFileName().toString();
        return this + "." + file.substring(0, file.length() - ".java".length());
    }

    String readme() throws IOException {
        return Files.readString(folder.resolve("README.md"));
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }

    static List<Path> javaFiles(Path folder) {
        return Files.isDirectory(folder)
                ? list(folder).filter(file -> file.toString().endsWith(".java")).toList()
                : List.of();
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
