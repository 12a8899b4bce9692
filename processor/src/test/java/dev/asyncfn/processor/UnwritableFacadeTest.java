package dev.asyncfn.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Future;
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
import org.junit.jupiter.api.io.TempDir;

/** Something is in the way of a facade's file. */
class UnwritableFacadeTest {
    @TempDir
    private Path root;

    private List<String> errors() throws Exception {
        Path file = root.resolve("Users.java");
        Files.writeString(file, """
                package p;

                final class Users {
                    @dev.asyncfn.AsyncFn
                    static void load() {}
                }
                """);
        Path api = Path.of(
                Future.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path classes = Files.createDirectory(root.resolve("classes"));
        List<String> options = List.of(
                "-cp",
                api.toString(),
                "-d",
                classes.toString(),
                "-s",
                root.resolve("generated").toString());
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(said, Locale.ROOT, null)) {
            JavaCompiler.CompilationTask task =
                    javac.getTask(null, files, said, options, null, files.getJavaFileObjects(file));
            task.setProcessors(List.of(new AsyncFnProcessor()));
            assertThat(task.call()).isFalse();
        }
        return said.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getLineNumber() + ":" + diagnostic.getColumnNumber() + " "
                        + diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    private void isReported(List<String> errors) {
        assertThat(errors)
                .singleElement()
                .asString()
                .startsWith("3:7 [asyncfn:unwritable_facade] `p.UsersAsync` cannot be written: ")
                .contains("source output directory");
    }

    @Test
    void aDirectory() throws Exception {
        Files.createDirectories(root.resolve("generated/p/UsersAsync.java"));
        isReported(errors());
    }

    @Test
    void aFileInPlaceOfThePackage() throws Exception {
        Files.createDirectory(root.resolve("generated"));
        Files.createFile(root.resolve("generated/p"));
        isReported(errors());
    }
}
