package dev.asyncfn.processor.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.AsyncFnProcessor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private FolderCompiler javac;

    @BeforeEach
    void create() throws IOException {
        javac = new FolderCompiler(Files.createDirectory(root.resolve("classes")));
    }

    private Path source(String home, String name, String text) throws IOException {
        Path file = root.resolve(home.replace('.', '/')).resolve(name + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, (home.isEmpty() ? "" : "package " + home + ";\n") + IMPORTS + text);
    }

    /** What javac says; nothing if all is well. */
    private String compile(Path... files) throws IOException, URISyntaxException {
        List<String> options = List.of("-sourcepath", root.toString(), "-Xlint:all,-processing", "-Werror");
        return javac.compile(options, List.of(new AsyncFnProcessor()), files);
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
        assertThat(javac.classFiles()).contains("AppAsync$SizeFuture.class");
    }
}
