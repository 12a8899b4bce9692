package dev.asyncfn.samples.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.DocumentationTool;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Javadoc of a project with async fns. Maven's plugin and Gradle's task pass the folder of generated sources as one more folder of sources, as is
 * done here.
 */
class JavadocTest {
    private static final String USERS = """
            package app;

            import static dev.asyncfn.Async.await;

            import dev.asyncfn.*;

            /** Users. */
            public final class Users {
                /** No instances. */
                private Users() {}

                /**
                 * The name of a user; see {@link UsersAsync#name} for its future.
                 *
                 * @param <T> the type of the key
                 * @param key the key
                 * @return the name
                 * @throws java.io.IOException if there is none
                 */
                @AsyncFn
                public static <T> String name(T key) throws java.io.IOException {
                    return "name " + await(Future.ready(key));
                }
            }
            """;

    @TempDir
    private Path root;

    private List<Diagnostic<? extends JavaFileObject>> document(Path output, String visibility) throws Exception {
        Build build = new Build(root).source(USERS);
        Path generated = Files.createDirectories(root.resolve("generated"));
        build.options("-s", generated.toString());
        build.compileCleanly(List.of());
        DocumentationTool javadoc = ToolProvider.getSystemDocumentationTool();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-quiet",
                visibility,
                "-Xdoclint:all",
                "-notimestamp",
                "-d",
                output.toString(),
                "-cp",
                ShrunkProgram.jarOf(Async.class).toString());
        List<Path> sources = List.of(root.resolve("src/app/Users.java"), generated.resolve("app/UsersAsync.java"));
        try (StandardJavaFileManager files = javadoc.getStandardFileManager(said, Locale.ROOT, null)) {
            assertThat(javadoc.getTask(null, files, said, null, options, files.getJavaFileObjectsFromPaths(sources))
                            .call())
                    .isTrue();
        }
        return said.getDiagnostics();
    }

    @Test
    void facades_are_documented_without_a_warning() throws Exception {
        Path output = root.resolve("doc");

        assertThat(document(output, "-protected")).isEmpty();

        assertThat(output.resolve("app/UsersAsync.html")).content().contains("the name");
        assertThat(output.resolve("app/Users.html")).content().contains("UsersAsync.html#name");
    }

    @Test
    void private_members_of_generated_code_are_documented_too() throws Exception {
        assertThat(document(root.resolve("doc"), "-private")).isEmpty();
    }
}
