package dev.asyncfn.processor.virtual;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.asyncfn.processor.AsyncFnProcessor;
import dev.asyncfn.processor.LocalAsyncFnProcessor;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A method that overrides an async fn of another jar and is none, in a compilation that may have no async fn at all. */
class PlainOverrideElsewhereTest {
    private static final String REPO = """
            package repo;
            import dev.asyncfn.AsyncFn;
            public interface Repo {
                @AsyncFn
                String find(long id);
            }
            """;

    private static final JavaFileObject PLAIN = JavaFileObjects.forSourceString("app.Plain", """
            package app;
            public final class Plain implements repo.Repo {
                @Override
                public String find(long id) {
                    return "plain " + id;
                }
            }
            """);

    @TempDir
    Path temp;

    private Compilation compile(JavaFileObject... sources) {
        Compiled repo = Compiled.of(temp.resolve("repo"), List.of(), REPO);
        return javac().withProcessors(new AsyncFnProcessor(), new LocalAsyncFnProcessor())
                .withClasspath(List.of(Compiled.API.toFile(), repo.folder().toFile()))
                .compile(sources);
    }

    private static void assertWarnedOnce(Compilation compilation) {
        assertThat(compilation).succeeded();
        assertThat(compilation)
                .hadWarningContaining("[asyncfn:plain_override]")
                .inFile(PLAIN)
                .onLine(4)
                .atColumn(19);
        assertThat(compilation).hadWarningCount(1);
    }

    @Test
    void withoutAnAsyncFn() {
        assertWarnedOnce(compile(PLAIN));
    }

    @Test
    void besideAnAsyncFn() {
        assertWarnedOnce(compile(PLAIN, JavaFileObjects.forSourceString("app.Other", """
                package app;
                final class Other {
                    @dev.asyncfn.AsyncFn
                    static int one() {
                        return 1;
                    }
                }
                """)));
    }

    @Test
    void besideAClassThatSaysItIsGenerated() {
        assertWarnedOnce(compile(PLAIN, JavaFileObjects.forSourceString("app.Other", """
                package app;
                @javax.annotation.processing.Generated("by hand")
                final class Other {}
                """)));
    }
}
