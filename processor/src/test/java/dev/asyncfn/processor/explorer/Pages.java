package dev.asyncfn.processor.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.asyncfn.processor.AsyncFnProcessor;
import dev.asyncfn.processor.UserClassPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** The pages of some classes. */
final class Pages {
    private static final Path SOURCES = Path.of("src/test/resources/explorer");

    private Pages() {}

    /** Of one of the classes among the resources of the tests. */
    static String of(String simpleName) throws IOException {
        String text = Files.readString(SOURCES.resolve(simpleName + ".java"));
        return page(simpleName, JavaFileObjects.forSourceString("pages." + simpleName, text));
    }

    /** Of an async fn with so many awaits, each in a branch of its own. */
    static String large(int awaits) throws IOException {
        StringBuilder source = new StringBuilder("""
                package pages;

                import static dev.asyncfn.Async.await;

                import dev.asyncfn.*;

                final class Large {
                    @AsyncFn
                    static int large(int n) {
                        int sum = 0;
                """);
        for (int i = 0; i < awaits; i++) {
            source.append("""
                            if (n > %1$d) {
                                sum += await(read(%1$d));
                            }
                    """.formatted(i));
        }
        source.append("""
                        return sum;
                    }

                    static Future<Integer> read(int id) {
                        return Future.ready(id);
                    }
                }
                """);
        return page("Large", JavaFileObjects.forSourceString("pages.Large", source.toString()));
    }

    private static String page(String simpleName, JavaFileObject source) throws IOException {
        Compilation compilation = UserClassPath.javac()
                .withProcessors(new AsyncFnProcessor())
                .withOptions("-Aasyncfn.explorer=true")
                .compile(source);
        assertThat(compilation.errors()).isEmpty();
        return compilation
                .generatedFile(StandardLocation.CLASS_OUTPUT, "pages", simpleName + "Async.explorer.html")
                .orElseThrow()
                .getCharContent(false)
                .toString();
    }
}
