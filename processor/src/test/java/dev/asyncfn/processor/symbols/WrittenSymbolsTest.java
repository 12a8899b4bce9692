package dev.asyncfn.processor.symbols;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.AsyncFnProcessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is generated from the examples and the samples of the project refers to what their bodies refer to. */
class WrittenSymbolsTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    private static final List<String> LESSONS_WITH_LIBRARIES = List.of("lesson_20_bytecode", "lesson_22_http");

    @TempDir
    private Path folder;

    @Test
    void ofTheExamplesAsTheyAreCheckedIn() {
        List<Path> files = new ArrayList<>(SymbolsMain.sources(PROJECT.resolve("src-gen-examples")));
        files.removeIf(file -> file.startsWith(PROJECT.resolve("src-gen-examples/src"))
                || file.toString().contains("target")
                || LESSONS_WITH_LIBRARIES.contains(
                        file.getParent().getFileName().toString()));

        SymbolComparison comparison = SymbolsMain.compare(Processed.CLASS_PATH, files);

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.compared()).isGreaterThan(20);
    }

    /** Those that need no libraries, but for one class of theirs that has no async fn. */
    @ParameterizedTest
    @ValueSource(strings = {"chat", "cookbook", "echo", "frameworks", "twins"})
    void ofASample(String sample) throws IOException {
        List<Path> files =
                new ArrayList<>(SymbolsMain.sources(PROJECT.resolve("samples/" + sample + "/src/main/java")));
        files.removeIf(file -> file.endsWith("ThreadContexts.java"));
        process(files);
        files.addAll(SymbolsMain.sources(folder));

        SymbolComparison comparison = SymbolsMain.compare(Processed.CLASS_PATH, files);

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.compared()).isPositive();
    }

    private void process(List<Path> files) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<String> options = new ArrayList<>(Processed.CLASS_PATH);
        options.addAll(List.of(
                "-s",
                folder.toString(),
                "-d",
                Files.createDirectory(folder.resolve("d")).toString()));
        try (StandardJavaFileManager manager =
                javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task =
                    javac.getTask(null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new AsyncFnProcessor()));
            assertThat(task.call()).isTrue();
        }
    }
}
