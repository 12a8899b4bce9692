package dev.asyncfn.processor.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Future;
import dev.asyncfn.processor.AsyncFnProcessor;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that javac finds, but was not told to compile. */
class SourcePathTest {
    private static final String IMPORTS = """
            import static dev.asyncfn.Async.await;

            import dev.asyncfn.AsyncFn;
            import dev.asyncfn.Future;
            """;

    @TempDir
    private Path root;

    private Path classes;

    @BeforeEach
    void create() throws IOException {
        classes = Files.createDirectory(root.resolve("classes"));
    }

    private Path source(String home, String name, String text) throws IOException {
        Path file = root.resolve(home.replace('.', '/')).resolve(name + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, (home.isEmpty() ? "" : "package " + home + ";\n") + IMPORTS + text);
    }

    /** What javac says; nothing if all is well. */
    private String compile(Path... files) throws IOException, URISyntaxException {
        Path api = Path.of(
                Future.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> options = new ArrayList<>(List.of("-cp", api + File.pathSeparator + classes));
        options.addAll(List.of("-sourcepath", root.toString(), "-d", classes.toString()));
        options.addAll(List.of("-Xlint:all,-processing", "-Werror"));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task =
                    javac.getTask(said, manager, null, options, null, manager.getJavaFileObjects(files));
            task.setProcessors(List.of(new AsyncFnProcessor()));
            task.call();
        }
        return said.toString();
    }

    private List<String> classFiles() throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .toList();
        }
    }

    /** javac does not run processors on a class that it finds there. */
    @Test
    void aSuperclassThatIsOnlyFoundHasNoFacade() throws Exception {
        source("core", "Base", """
                public abstract class Base {
                    public Base() {}

                    @AsyncFn
                    protected abstract int size(int n);
                }
                """);
        Path app = source("app", "App", """
                class App extends core.Base {
                    @AsyncFn
                    @Override
                    protected int size(int n) {
                        return await(Future.ready(n));
                    }
                }
                """);

        assertThat(compile(app)).contains("Implicitly compiled files").doesNotContain("AppAsync.java");
        assertThat(classFiles()).contains("AppAsync$SizeFuture.class");
    }
}
