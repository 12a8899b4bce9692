package dev.asyncfn.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** What a JDK has as a preview; a JVM of its own runs it, since this one may not. */
class PreviewTest {
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    private Path folder;

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void primitivePatternsAndSelectors() throws Exception {
        Path generated = Files.createDirectory(folder.resolve("generated"));
        DiagnosticCollector<JavaFileObject> diagnostics = compile("PrimitivePatterns.java", generated);
        assertThat(diagnostics.getDiagnostics())
                .filteredOn(found -> found.getKind() == Diagnostic.Kind.ERROR
                        || found.getSource() != null
                                && Path.of(found.getSource().toUri()).startsWith(generated)
                                && found.getKind() != Diagnostic.Kind.NOTE)
                .isEmpty();
        assertThat(run("preview.PrimitivePatterns")).isEqualTo("9 as their bodies\n");
    }

    private DiagnosticCollector<JavaFileObject> compile(String file, Path generated)
            throws IOException, URISyntaxException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = List.of(
                "--enable-preview",
                "--release",
                String.valueOf(Runtime.version().feature()),
                "-Xlint:all,-preview",
                "-d",
                folder.toString(),
                "-s",
                generated.toString(),
                "-cp",
                CLASS_PATH,
                "-processorpath",
                CLASS_PATH,
                "-processor",
                AsyncFnProcessor.class.getName());
        Path source = Path.of(
                PreviewTest.class.getResource("/sources/preview/" + file).toURI());
        try (StandardJavaFileManager files = javac.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            javac.getTask(null, files, diagnostics, options, null, files.getJavaFileObjects(source))
                    .call();
        }
        return diagnostics;
    }

    /** What a class prints, its failures included. */
    private String run(String main) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path output = folder.resolve("output");
        String classPath = folder + System.getProperty("path.separator") + CLASS_PATH;
        new ProcessBuilder(java, "--enable-preview", "-cp", classPath, main)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        return Files.readString(output).replace("\r\n", "\n");
    }
}
