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
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that have changed are compiled while the output of the last time is still on the class path. */
class RecompilationTest {
    private static final String BEFORE = """
            package demo;

            final class Users {
                @dev.asyncfn.AsyncFn
                static int load(int id) {
                    return id;
                }
            }
            """;

    /** Calls a factory that is new, and one whose types are. */
    private static final String AFTER = """
            package demo;

            import static dev.asyncfn.Async.await;

            import dev.asyncfn.AsyncFn;

            final class Users {
                UsersAsync.NameFuture running;

                @AsyncFn
                static String load(String id) {
                    return id + await(UsersAsync.name());
                }

                @AsyncFn
                static String name() {
                    return "Ada";
                }

                @AsyncFn
                static int length() {
                    var load = UsersAsync.load("3");
                    return await(load).length();
                }
            }
            """;

    @TempDir
    private Path root;

    private Path classes;

    @BeforeEach
    void create() throws IOException {
        classes = Files.createDirectory(root.resolve("classes"));
    }

    private Path source(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.writeString(file, text);
        return file;
    }

    /** What javac says; nothing if all is well. */
    private String compile(Path file, Processor... others) throws IOException, URISyntaxException {
        Path api = Path.of(
                Future.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> options =
                List.of("-cp", api + File.pathSeparator + classes, "-d", classes.toString(), "-Xlint:-processing");
        List<Processor> processors = new ArrayList<>(List.of(others));
        processors.add(new AsyncFnProcessor());
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task =
                    javac.getTask(said, manager, null, options, null, manager.getJavaFileObjects(file));
            task.setProcessors(processors);
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

    @Test
    void bodiesMayUseFactoriesThatTheLastOutputDoesNotHave() throws Exception {
        assertThat(compile(source("Users.java", BEFORE))).isEmpty();

        assertThat(compile(source("Users.java", AFTER))).isEmpty();
        assertThat(classFiles()).contains("UsersAsync$NameFuture.class", "UsersAsync$LengthFuture.class");
    }

    /** The facade of {@code Users} comes a round late; until then bodies must not see that of the last time. */
    @Test
    void bodiesWaitForAFacadeThatWaitsForAnotherProcessor() throws Exception {
        assertThat(compile(source("Users.java", BEFORE))).isEmpty();

        Path changed = source("Users.java", """
                package demo;

                final class Users {
                    @dev.asyncfn.AsyncFn
                    static String load(Key id) {
                        return "user " + id;
                    }
                }

                final class Caller {
                    @dev.asyncfn.AsyncFn
                    static int length() {
                        return dev.asyncfn.Async.await(UsersAsync.load(null)).length();
                    }
                }
                """);
        assertThat(compile(changed, new WritingProcessor("demo.Key", "final class Key {}")))
                .isEmpty();
        assertThat(classFiles()).contains("CallerAsync$LengthFuture.class");
    }
}
