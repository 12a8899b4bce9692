package dev.asyncfn.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The texts about source lines that are written beside the class files. */
class LinesResourceTest {
    private static final String USERS = """
            package app;
            import static dev.asyncfn.Async.await;
            import dev.asyncfn.*;
            class Users {
                @AsyncFn
                static int count(Future<Integer> first, Future<Integer> second) {
                    int a = await(first);
                    return a
                            + await(
                                    second);
                }
                static class Inner {
                    @AsyncFn
                    static void nothing() {
                        toString(null);
                    }
                    static void toString(Object o) {}
                }
            }
            """;

    @TempDir
    private Path output;

    /** What javac said of a class with async fns, compiled with the processor. */
    private List<Diagnostic<? extends JavaFileObject>> compile(UnaryOperator<JavaFileManager> around) {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("memory:///app/Users.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return USERS;
                    }
                };
        List<String> options = List.of("-d", output.toString(), "-cp", UserClassPath.text());
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        JavaFileManager files = around.apply(javac.getStandardFileManager(said, null, null));
        JavaCompiler.CompilationTask task = javac.getTask(null, files, said, options, null, List.of(source));
        task.setProcessors(List.of(new AsyncFnProcessor()));
        assertThat(task.call()).as("%s", said.getDiagnostics()).isTrue();
        return said.getDiagnostics();
    }

    private List<String> lines(String facade) throws IOException {
        return Files.readAllLines(output.resolve("META-INF/asyncfn").resolve(facade + ".lines"));
    }

    @Test
    void tellsTheAsyncFnOfEachFutureAndTheLinesOfItsAwaits() throws IOException {
        assertThat(compile(files -> files)).isEmpty();
        assertThat(lines("app.UsersAsync"))
                .startsWith(
                        "asyncfn-lines 1",
                        "class app.Users",
                        "source Users.java",
                        "bridge Bridge",
                        "future CountFuture count",
                        "state START 7",
                        "state AWAIT_FIRST 7",
                        "state AWAIT_SECOND 9");
        assertThat(lines("app.Users_InnerAsync"))
                .contains("class app.Users$Inner", "future NothingFuture nothing", "state START 15");
    }

    @Test
    void tellsForEachGeneratedLineWhereItComesFrom() throws IOException {
        compile(files -> files);
        List<String> generated = Files.readAllLines(output.resolve("app/UsersAsync.java"));
        assertThat(lineOf("suspend(State.AWAIT_FIRST", generated)).isEqualTo("7");
        assertThat(lineOf("suspend(State.AWAIT_SECOND", generated)).isEqualTo("9");
        assertThat(lineOf("awaited.poll(cx)", generated)).isEqualTo("resumed");
        assertThat(lineOf("throw ended(next)", generated)).isEqualTo("0");
    }

    private String lineOf(String code, List<String> generated) throws IOException {
        int number = 1;
        while (!generated.get(number - 1).contains(code)) {
            number++;
        }
        String line = "0";
        for (String entry : lines("app.UsersAsync")) {
            String[] words = entry.split(" ");
            if (words[0].equals("line") && Integer.parseInt(words[1]) <= number) {
                line = words[2];
            }
        }
        return line;
    }

    @Test
    void aCompilerThatCannotWriteThemIsOnlyWorthANote() {
        List<Diagnostic<? extends JavaFileObject>> said = compile(WithoutResources::new);
        assertThat(said)
                .extracting(Diagnostic::getKind)
                .containsOnly(Diagnostic.Kind.NOTE)
                .hasSize(2);
        assertThat(said.get(0).getMessage(null)).contains("Async.lines").contains("no resources here");
        assertThat(output.resolve("META-INF")).doesNotExist();
    }

    /** As of a build tool that knows of classes only. */
    private static final class WithoutResources extends ForwardingJavaFileManager<JavaFileManager> {
        WithoutResources(JavaFileManager manager) {
            super(manager);
        }

        @Override
        public FileObject getFileForOutput(
                JavaFileManager.Location location, String packageName, String name, FileObject sibling)
                throws IOException {
            throw new IOException("no resources here");
        }

        /** What newer JDKs call. */
        public FileObject getFileForOutputForOriginatingFiles(
                JavaFileManager.Location location, String packageName, String name, FileObject... originating)
                throws IOException {
            throw new IOException("no resources here");
        }
    }
}
