package dev.asyncfn.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** javac, run as a user runs it. */
final class Javac {
    private Javac() {}

    /** Runs the processor alone; what it generates goes below {@code output}. */
    static void generate(Collection<Path> sources, Path output) throws Exception {
        // The processor and its libraries are on the tests' own class path.
        run(sources, output, "-proc:only", "-processorpath", System.getProperty("java.class.path"));
    }

    /** Compiles without the processor; a warning fails as an error does. */
    static void compile(Collection<Path> sources, Path output) throws Exception {
        run(sources, output, "-proc:none", "-Xlint:all", "-Werror");
    }

    /** Where the api is: all that generated code depends on. */
    static Path api() throws URISyntaxException {
        return Path.of(
                Async.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static void run(Collection<Path> sources, Path output, String... flags) throws Exception {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = new ArrayList<>(List.of(flags));
        options.addAll(List.of(
                "--release", "17", "-classpath", api().toString(), "-d", output.toString(), "-s", output.toString()));
        try (StandardJavaFileManager files = javac.getStandardFileManager(diagnostics, null, null)) {
            boolean done = javac.getTask(
                            null, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(diagnostics.getDiagnostics())
                    .as("what javac says of %s", sources)
                    .isEmpty();
            assertThat(done).isTrue();
        }
    }
}
